import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { seededBugs } from './bug-list.ts'

const PROJECT = join(import.meta.dirname, '../..')

it.for(seededBugs.map((bug) => [bug.name, bug] as const))('can still be planted: %s', async ([, { file, text }]) => {
  const found = (await readFile(join(PROJECT, file), 'utf8')).split(text).length - 1
  expect(found).toBe(1)
})
