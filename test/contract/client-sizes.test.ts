// Holds the built client to its budgets: kilobytes after gzip, as a browser loads them.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

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

  it('speaks a language with at most 10 kB', () => {
    const words = Object.keys(manifest).filter((key) => /words\/\w+\.json$|labels-\w+\.ts$/.test(key))
    const languages = Map.groupBy(words, (key) => /(\w\w)\.\w+$/.exec(key)?.[1] ?? '')
    const heavy = [...languages].filter(([, keys]) => kilobytes(keys.map((key) => manifest[key]?.file ?? '')) > 10)
    expect(heavy).toEqual([])
  })

  it('says the words of single pages with at most 4 kB', () => {
    const words = Object.keys(manifest).filter((key) => /words\/\w+\/\w+\.json$/.test(key))
    expect(words.length).toBeGreaterThan(4)
    expect(words.filter((key) => kilobytes([manifest[key]?.file ?? '']) > 4)).toEqual([])
  })

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
