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
  const text = readFileSync(join(client, 'shell/pages.tsx'), 'utf8')
  const pages = [...text.matchAll(/(?:withWords\(\s*\[([^\]]*)\],\s*)?\(\) =>\s*import\('\.\.\/([^']+Page\.tsx)'\)/g)]
  return new Map(pages.map(([, names = '', file = '']) => [file, [...names.matchAll(/[\w-]+/g)].map(([name]) => name)]))
}

/** What a module of the client needs, lazily loaded parts of it too; pages are their own business. */
export function modulesOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  const text = readFileSync(join(client, file), 'utf8')
  for (const [, path = ''] of text.matchAll(/(?:from |import\()'(\.[^']+\.tsx?)'/g)) {
    const next = normalize(join(file, '..', path))
    if (/\/generated\/|^generated|Page\.tsx$/.test(next) || !existsSync(join(client, next))) continue
    modulesOf(next, found)
  }
  return found
}
