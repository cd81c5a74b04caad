// The short form of `npm run faults`: every fault in its smallest size. What depends on the machine is told there and not judged here.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { faultRows } from './fault-rows.ts'

/** What a kill of PostgreSQL does is held by postgres.test.ts; a soak of seconds tells nothing. */
const longOnly = ['postgres', 'soak']
const rows = faultRows.filter(({ name }) => !longOnly.includes(name))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csg-fault-'))
  await chmod(folder, 0o711)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the bars hold after', () => {
  it.for(rows.map((row) => [row.name, row] as const))('%s', { timeout: 120_000 }, async ([, row], { skip }) => {
    const place = { server: inject('postgres'), folder, tell: () => undefined }
    const answer = await row.run(place, row.size?.short ?? 1)
    if ('leftOut' in answer) return skip(answer.leftOut)
    expect(answer.filter(({ met, timed }) => !met && !timed)).toEqual([])
  })
})
