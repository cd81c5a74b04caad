// The checker of the fault tests names each kind of damage that is done by hand.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestEngine, testEngine } from '../engine.ts'
import { check } from './fault-checker.ts'
import type { Delivered } from './fault-client.ts'
import { seedFaultWorld } from './fault-world.ts'

let world: TestEngine
beforeAll(async () => {
  world = await testEngine(new Date())
  await seedFaultWorld(world.engine, 1, 1)
})
afterAll(() => world.close())

const delivered: Delivered = {
  key: 'Overdue 0',
  name: 'registerClaim',
  kind: 'ClaimMoved',
  caseId: null,
  revision: 1,
  tries: 1,
  sentAt: 0,
  answeredAt: 1,
}

it('finds nothing where nothing is wrong, and each damage where it was done', async () => {
  const { owner } = world.database
  const { id, number } = await owner.selectFrom('service_case').select(['id', 'number']).executeTakeFirstOrThrow()
  const caseId = Buffer.from(`Claim:${id}`).toString('base64')
  const sound = { ...delivered, caseId }
  const clean = { acknowledged: 1, refused: 0, lost: [], duplicates: [], gaps: [], firedTwice: [], replayed: 1 }
  expect(await check(owner, [sound])).toMatchObject({ ...clean, replayDifferences: [] })

  const neverStored = { ...sound, key: 'never stored' }
  expect((await check(owner, [neverStored])).lost).toEqual(['registerClaim never stored ClaimMoved after 1'])
  expect((await check(owner, [{ ...sound, revision: 2 }])).lost).toHaveLength(1)
  expect((await check(owner, [{ ...sound, kind: 'Stale' }])).duplicates).toHaveLength(1)

  await sql`insert into comment (case_id, author_id, body, at)
    select ${id}, id, 'said twice', now() from person, generate_series(1, 2)`.execute(owner)
  expect((await check(owner, [sound])).duplicates).toEqual(['said twice'])

  await sql`update deadline set sent = sent + 1 where clock = 'acknowledge'`.execute(owner)
  expect((await check(owner, [])).firedTwice).toEqual(['1 moments sent, 0 lines'])
  await sql`insert into history (case_id, kind, by_name, as_role, at, payload) select ${id}, 'escalation', 'system',
    'system', now(), '{"clock":"acknowledge","moment":"warning","detail":0.5}' from generate_series(1, 2)`.execute(
    owner,
  )
  expect((await check(owner, [])).firedTwice).toHaveLength(2)

  await sql`update service_case set snapshot = jsonb_set(snapshot, '{context,rounds}', '9')`.execute(owner)
  expect((await check(owner, [])).replayDifferences).toEqual([expect.stringContaining(`${number}: context.rounds`)])

  await sql`update service_case set revision = 2`.execute(owner)
  expect((await check(owner, [])).gaps).toEqual([`${number}: revision 2, 1 lines to 1`])
})
