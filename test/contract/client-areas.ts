// Reads the areas of the client's words, and which of them each page asks for.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'

export const client = join(import.meta.dirname, '../../client')
const wordsFolder = join(client, 'words')
/** What every page says: the words that lie in no folder. */
export const START = 'start'

export const areas = readdirSync(wordsFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .concat(START)

/** File of an area's words within client/. */
export function wordsOf(area: string, language: string): string {
  return area === START ? `words/${language}.json` : `words/${area}/${language}.json`
}

/** File of a page within client/ → areas that are loaded with it. */
export function pageAreas(): Map<string, string[]> {
  const text = ['pages.tsx', 'account-pages.ts', 'satisfaction-pages.ts', 'survey-pages.ts']
    .map((file) => readFileSync(join(client, 'shell', file), 'utf8'))
    .join('\n')
  const pages = [...text.matchAll(/(?:withWords\(\s*\[([^\]]*)\],\s*)?\(\) =>\s*import\('\.\.\/([^']+Page\.tsx)'\)/g)]
  return new Map(pages.map(([, names = '', file = '']) => [file, [...names.matchAll(/[\w-]+/g)].map(([name]) => name)]))
}

const lateParts = /withWords\(\s*\[([^\]]*)\],\s*\(\) =>\s*import\('([^']+)'\)/g

/** File of a part that a page loads when it is first shown, with words of its own → its areas, those of the page among them. */
export function partAreas(): Map<string, string[]> {
  const files = new Set(['main.tsx', ...pageAreas().keys()].flatMap((page) => [...modulesOf(page)]))
  const parts = [...files].flatMap((file) => {
    const text = readFileSync(join(client, file), 'utf8')
    return [...text.matchAll(lateParts)].map(([, names = '', path = '']): [string, string[]] => {
      return [normalize(join(file, '..', path)), [...names.matchAll(/[\w-]+/g)].map(([name]) => name)]
    })
  })
  return new Map(parts)
}

/** What a module of the client needs, lazily loaded parts of it too; pages, and parts with words of their own, are their own business. */
export function modulesOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  const text = readFileSync(join(client, file), 'utf8')
  const late = [...text.matchAll(lateParts)].map(([, , path]) => path)
  for (const [, path = ''] of text.matchAll(/(?:from |import\()'(\.[^']+\.tsx?)'/g)) {
    const next = normalize(join(file, '..', path))
    if (/\/generated\/|^generated|Page\.tsx$/.test(next) || !existsSync(join(client, next)) || late.includes(path))
      continue
    modulesOf(next, found)
  }
  return found
}
