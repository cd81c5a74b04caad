// Holds the built client to its budgets: kilobytes after gzip, as a browser loads them.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { pageAreas, partAreas, START, wordsOf } from './client-areas.ts'

const dist = join(import.meta.dirname, '../../client/dist')
const manifestFile = join(dist, '.vite/manifest.json')

interface Chunk {
  file: string
  isEntry?: boolean
  imports?: string[]
  css?: string[]
}

describe.skipIf(!existsSync(manifestFile))('the built client', () => {
  const manifest: Record<string, Chunk> = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {}
  const entry = 'index.html'
  const shell = filesOf(entry)

  it('starts with at most 250 kB', () => {
    expect(kilobytes([...shell])).toBeLessThanOrEqual(250)
  })

  it('opens a page with at most 40 kB more', () => {
    const pages = Object.keys(manifest).filter((key) => /Page\.tsx$/.test(key))
    const heavy = pages.filter((key) => kilobytes([...filesOf(key)].filter((file) => !shell.has(file))) > 40)
    expect(pages.length).toBeGreaterThan(4)
    expect(heavy).toEqual([])
  })

  it.each(['en', 'ru', 'kk', 'fa'])(
    'speaks %s on any page with at most 10 kB, and with at most 14 where a part has words of its own',
    (language) => {
      const labels = language === 'fa' ? 'en' : language
      const spoken = (area: string) =>
        [wordsOf(area, language), `generated/labels-${area}-${labels}.ts`].flatMap((key) => manifest[key]?.file ?? [])
      const sizes = [...pageAreas()].map(([page, own]) => [page, kilobytes([START, ...own].flatMap(spoken))] as const)
      expect(sizes.length).toBeGreaterThan(4)
      expect(sizes.filter(([, size]) => size > 10)).toEqual([])
      const parts = [...partAreas()].map(([part, own]) => [part, kilobytes([START, ...own].flatMap(spoken))] as const)
      expect(parts.filter(([, size]) => size > 14)).toEqual([])
      expect(Math.min(...sizes.map(([, size]) => size))).toBeGreaterThan(1)
    },
  )

  it('keeps for the time without a network only files that there are, the start among them', () => {
    const [, told = ''] = /^const BUILT = (.*);$/m.exec(readFileSync(join(dist, 'service-worker.js'), 'utf8')) ?? []
    const { files } = JSON.parse(told) as { files: string[] }
    expect(files.filter((file) => !existsSync(join(dist, file)))).toEqual([])
    expect([...shell].filter((file) => !files.includes(`/${file}`) && !file.endsWith('.woff2'))).toEqual([])
  })

  function filesOf(key: string, found = new Set<string>()): Set<string> {
    const chunk = manifest[key]
    if (!chunk || found.has(chunk.file)) return found
    found.add(chunk.file)
    for (const file of chunk.css ?? []) found.add(file)
    for (const next of chunk.imports ?? []) filesOf(next, found)
    return found
  }
})

function kilobytes(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0) / 1024
}
