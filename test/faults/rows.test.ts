// The short form of `npm run faults`: every fault in its smallest size. What depends on the machine is told there and not judged here.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { faultRows } from './fault-rows.ts'
import { openScene, type Scene } from './fault-scene.ts'

/** What a kill of PostgreSQL does is held by postgres.test.ts; a soak of seconds tells nothing. */
const longOnly = ['postgres', 'soak']
const rows = faultRows.filter(({ name }) => !longOnly.includes(name))

/** These leave their servers in order, and follow each other on the same two. */
const together = ['kill', 'key', 'race', 'history']

let folder: string
let scene: Scene
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csg-fault-'))
  await chmod(folder, 0o711)
  const place = { server: inject('postgres'), folder, tell: () => undefined }
  scene = await openScene(place, { servers: 2, clients: 0, overdue: 20 })
})
afterAll(async () => {
  await scene.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the bars hold after', () => {
  it.for(rows.map((row) => [row.name, row] as const))('%s', { timeout: 120_000 }, async ([, row], { skip }) => {
    const common = { server: inject('postgres'), folder, tell: () => undefined }
    const place = together.includes(row.name) ? { ...common, scene } : common
    const answer = await row.run(place, row.size?.short ?? 1)
    if ('leftOut' in answer) return skip(answer.leftOut)
    expect(answer.filter(({ met, timed }) => !met && !timed)).toEqual([])
  })
})
