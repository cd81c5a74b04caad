// The table of the security standard names tests that are there, each row once, and says how many gaps are open.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from './source-files.ts'

const rows = readFileSync(join(ROOT, 'test/asvs.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, row, is, by] = /^\| (\d+\.\d+\.\d+) \| (\w+) \| (.+) \|$/.exec(line) ?? []
    return row && is && by ? [{ row, is, by }] : []
  })

it('has each row once, as test, reason or gap', () => {
  expect(new Set(rows.map(({ row }) => row)).size).toBe(rows.length)
  expect(rows.filter(({ is }) => !['test', 'reason', 'gap'].includes(is))).toEqual([])
})

it('names files that are there, and every test row names one', () => {
  const files = ({ by }: { by: string }) =>
    Array.from(by.matchAll(/\b(?:test|server|schema)\/[\w./-]+\.(?:ts|graphql|md)\b/g), ([file]) => file)
  expect(rows.flatMap(files).filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
  expect(rows.filter((row) => row.is === 'test' && !files(row).some((file) => file.endsWith('.test.ts')))).toEqual([])
})

it('has as many open gaps as the README admits', () => {
  const admitted = /(\d+) rows of (\d+) are open/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8'))
  expect(admitted?.slice(1).map(Number)).toEqual([rows.filter(({ is }) => is === 'gap').length, rows.length])
})
