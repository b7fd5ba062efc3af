// Reading and writing the project's TSV tables: UTF-8, NFC, LF, `#` comments, one header row.
import { readFileSync, writeFileSync } from 'node:fs'

export function readTable(path) {
  const lines = readFileSync(path, 'utf8').normalize('NFC').split('\n').filter(l => l && !l.startsWith('#'))
  const columns = lines.shift().split('\t')
  return lines.map(l => {
    const cells = l.split('\t')
    return Object.fromEntries(columns.map((c, i) => [c, cells[i] ?? '']))
  })
}

export function writeTable(path, comments, columns, rows) {
  const lines = rows.map(r => columns.map(c => String(r[c] ?? '').normalize('NFC')).join('\t'))
  const sorted = [...new Set(lines)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const head = comments.map(c => `# ${c}`)
  writeFileSync(path, [...head, columns.join('\t'), ...sorted].join('\n') + '\n')
  return sorted.length
}

// Letters that carry no decomposition in Unicode and are written plainly in the press.
const plain = { ß: 'ss', æ: 'ae', Æ: 'Ae', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', þ: 'th', Þ: 'Th', ı: 'i', ə: 'a', Ə: 'A', œ: 'oe', Œ: 'Oe', ħ: 'h', Ħ: 'H', '’': "'", '‘': "'", ʼ: "'", ʻ: "'", '`': "'" }

export function fold(name) {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\x00-\x7f]/g, c => plain[c] ?? c).normalize('NFC')
}
