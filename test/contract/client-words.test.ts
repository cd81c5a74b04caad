// Holds the client's languages to the same keys, and each to the plural forms of its grammar.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const languages = ['en', 'ru', 'kk', 'fa']
const folder = join(import.meta.dirname, '../../client/words')
const words = new Map(languages.map((language) => [language, flat(read(language))]))
const plural = /_(zero|one|two|few|many|other)$/

it.each(languages)('%s says everything that English says, and no more', (language) => {
  expect(bases(language)).toEqual(bases('en'))
})

it.each(languages)('%s has each plural form that its grammar asks for', (language) => {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const keys = [...(words.get(language)?.keys() ?? [])]
  const counted = new Set(keys.filter((key) => plural.test(key)).map((key) => key.replace(plural, '')))
  const missing = [...counted].flatMap((key) =>
    forms.map((form) => `${key}_${form}`).filter((one) => !keys.includes(one)),
  )
  expect(missing).toEqual([])
})

it.each(languages)('%s fills in what English fills in', (language) => {
  const holes = (text: string | undefined) =>
    [...new Set(text?.match(/\{\{\w+/g))].filter((hole) => hole !== '{{count').sort()
  const differing = [...(words.get(language) ?? [])].filter(([key, text]) => {
    const english = words.get('en')?.get(key) ?? words.get('en')?.get(key.replace(plural, '_other'))
    return holes(text).join() !== holes(english).join()
  })
  expect(differing).toEqual([])
})

function bases(language: string): string[] {
  return [...new Set([...(words.get(language)?.keys() ?? [])].map((key) => key.replace(plural, '')))].sort()
}

/** The words a language starts with, and those of single pages. */
function read(language: string): unknown {
  const files = globSync(`{,*/}${language}.json`, { cwd: folder })
  return Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8'))))
}

function flat(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]])
  const inner = Object.entries(value as Record<string, unknown>)
  return new Map(inner.flatMap(([key, one]) => [...flat(one, path ? `${path}.${key}` : key)]))
}
