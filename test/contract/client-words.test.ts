// Holds the client's words: every language says the same, in its own grammar, and a page's words come with the page.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shownLabels } from '../../server/tools/client-labels.ts'
import { areas, client, modulesOf, pageAreas, partAreas, START, wordsOf } from './client-areas.ts'

const languages = ['en', 'ru', 'kk', 'fa']
const plural = /_(zero|one|two|few|many|other)$/
const words = new Map(
  languages.map((language) => [language, new Map(areas.flatMap((area) => [...said(area, language)]))]),
)

describe.each(languages)('%s', (language) => {
  it('says everything that English says, and no more', () => {
    for (const area of areas) expect(bases(area, language), area).toEqual(bases(area, 'en'))
  })

  it('has each plural form that its grammar asks for', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const keys = [...(words.get(language)?.keys() ?? [])]
    const counted = new Set(keys.filter((key) => plural.test(key)).map((key) => key.replace(plural, '')))
    const missing = [...counted].flatMap((key) =>
      forms.map((form) => `${key}_${form}`).filter((one) => !keys.includes(one)),
    )
    expect(missing).toEqual([])
  })

  it('fills in what English fills in', () => {
    const holes = (text: string | undefined) =>
      [...new Set(text?.match(/\{\{\w+/g))].filter((hole) => hole !== '{{count').sort()
    const differing = [...(words.get(language) ?? [])].filter(([key, text]) => {
      const english = words.get('en')?.get(key) ?? words.get('en')?.get(key.replace(plural, '_other'))
      return holes(text).join() !== holes(english).join()
    })
    expect(differing).toEqual([])
  })
})

it('says nothing in two areas', () => {
  const tops = areas.flatMap((area) => Object.keys(read(area, 'en')).map((top) => [top, area] as const))
  const twice = [...Map.groupBy(tops, ([top]) => top)].filter(([, places]) => places.length > 1)
  expect(twice).toEqual([])
})

it('loads with each page the areas that its parts speak of', () => {
  const home = new Map(areas.flatMap((area) => Object.keys(read(area, 'en')).map((top) => [top, area] as const)))
  const lacking = [...pageAreas(), ...partAreas(), ['main.tsx', []] as const].flatMap(([page, own]) => {
    const there = new Set<string | undefined>([START, ...own])
    return [...modulesOf(page)].flatMap((file) =>
      keysOf(file)
        .filter((key) => home.has(top(key)) && !there.has(home.get(top(key))))
        .map((key) => `${page}: ${key} in ${file}`),
    )
  })
  expect(lacking).toEqual([])
  expect([...pageAreas().values()].flat().filter((area) => !areas.includes(area))).toEqual([])
})

it('loads with each page the labels of the server that its parts show', () => {
  const lists = new Map<string, readonly string[]>(Object.entries(shownLabels))
  const lacking = [...pageAreas(), ...partAreas(), ['main.tsx', []] as const].flatMap(([page, own]) => {
    const there = new Set([START, ...own].flatMap((area) => lists.get(area) ?? []))
    return [...modulesOf(page)].flatMap((file) =>
      labelsOf(file)
        .filter((list) => !there.has(list))
        .map((list) => `${page}: ${list} in ${file}`),
    )
  })
  expect(lacking).toEqual([])
  expect([...lists.keys()].filter((area) => !areas.includes(area))).toEqual([])
})

it('has a text for each key that the code names whole', () => {
  const known = new Set([...(words.get('en')?.keys() ?? [])].map((key) => key.replace(plural, '')))
  const files = new Set(
    ['main.tsx', ...pageAreas().keys(), ...partAreas().keys()].flatMap((page) => [...modulesOf(page)]),
  )
  const asked = [...files].flatMap((file) => {
    const text = readFileSync(join(client, file), 'utf8')
    return [...text.matchAll(/\bt\('([\w.]+)'/g)].map(([, key = '']) => key)
  })
  expect(asked.length).toBeGreaterThan(300)
  expect([...new Set(asked)].filter((key) => !known.has(key))).toEqual([])
})

function keysOf(file: string): string[] {
  const text = readFileSync(join(client, file), 'utf8')
  return [...text.matchAll(/(?<!actions\.includes\()['`]([a-zA-Z]+\.[\w$])/g)].map(([, key = '']) => key)
}

function labelsOf(file: string): string[] {
  const text = readFileSync(join(client, file), 'utf8')
  return [...text.matchAll(/['`]label\.(\w+)\./g)].map(([, list = '']) => list)
}

function top(key: string): string {
  return key.split('.')[0] ?? ''
}

function bases(area: string, language: string): string[] {
  return [...new Set([...said(area, language).keys()].map((key) => key.replace(plural, '')))].sort()
}

function said(area: string, language: string): Map<string, string> {
  return flat(read(area, language))
}

function read(area: string, language: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(client, wordsOf(area, language)), 'utf8'))
}

function flat(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]])
  const inner = Object.entries(value as Record<string, unknown>)
  return new Map(inner.flatMap(([key, one]) => [...flat(one, path ? `${path}.${key}` : key)]))
}
