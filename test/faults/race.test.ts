// Two servers on one database race on one claim; ten pollers race on the same due clocks.
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../server/core/database.ts'
import { fireDue } from '../../server/core/deadline-poll.ts'
import { sendAlarm } from '../../server/effects.ts'
import { freePort } from '../../server/tools/example/free-port.ts'
import { installReference } from '../../server/tools/reference-data.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenAccount, givenPerson, givenReference } from '../given.ts'
import { globalId, send } from '../graph.ts'
import { freshDatabase } from '../postgres.ts'
import { urlOf } from './database-url.ts'
import { check } from './fault-checker.ts'
import { CLAIM_FIELDS, FaultClient } from './fault-client.ts'
import { type FaultWorld, seedFaultWorld } from './fault-world.ts'
import { type ServerProcess, startServer } from './server-process.ts'

describe('two servers on one database', () => {
  let world: TestEngine
  let folder: string
  let servers: ServerProcess[] = []
  let seeded: FaultWorld
  let clients: FaultClient[]

  beforeAll(async () => {
    world = await testEngine()
    folder = await mkdtemp(join(tmpdir(), 'csg-race-'))
    const { app, owner } = world.database.connections
    const environment = {
      DATABASE_URL: urlOf(app),
      DATABASE_OWNER_URL: urlOf(owner),
      DATA_DIRECTORY: folder,
      DEMO: 'false',
      AUTH_SECRET: randomBytes(32).toString('hex'),
    }
    const ports = [await freePort(), await freePort()]
    // Both at once, on a database that has no reference data yet.
    servers = await Promise.all(ports.map((port) => startServer(port, environment)))
    seeded = await seedFaultWorld(world.engine, 2, 0)
    const places = servers.flatMap(({ url }) => seeded.emails.map((email) => FaultClient.signIn(url, email)))
    clients = await Promise.all(places)
  }, 60_000)
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()))
    await world.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('lets one of four win each of 50 races on a claim, and tells the others that they are stale', async () => {
    const [first] = clients
    const { claim } = (await first?.deliver('registerClaim', 'claim', (key) => registration(seeded, key))) ?? {}
    const id = claim?.id ?? ''
    let revision = 1
    for (let round = 0; round < 50; round++) {
      const seen = revision
      const answers = await Promise.all(
        clients.map((client) =>
          client.deliver('amendClaim', 'claim', (whatHappened) => ({ id, revision: seen, whatHappened })),
        ),
      )
      const kinds = answers.map(({ __typename }) => __typename).sort()
      expect(kinds).toEqual(['ClaimMoved', 'Stale', 'Stale', 'Stale'])
      revision = answers.find(({ __typename }) => __typename === 'ClaimMoved')?.revision ?? 0
      expect(revision).toBe(seen + 1)
    }
    const delivered = clients.flatMap((client) => client.delivered)
    const findings = await check(world.database.owner, delivered)
    expect(findings).toMatchObject({ acknowledged: 51, refused: 150, lost: [], duplicates: [], gaps: [] })
    expect(findings.replayDifferences).toEqual([])
    expect((await first?.look(id))?.revision).toBe(51)
    expect(clients.flatMap(({ failures }) => failures)).toEqual([])
  }, 60_000)

  it('has one effect and one answer for one key sent twenty times at once, and refuses it for another body', async () => {
    const [first, , , last] = clients
    const { claim } = (await first?.deliver('registerClaim', 'claim', (key) => registration(seeded, key))) ?? {}
    const key = randomUUID()
    // One person on both servers: a key belongs to who sends it.
    const [near, , far] = clients
    const amend = (client: FaultClient | undefined, whatHappened: string) =>
      client?.post<{ answer: { __typename: string; revision?: number } }>({
        query: `mutation($input: AmendClaimInput!, $key: String!) {
          answer: amendClaim(input: $input, idempotencyKey: $key) {
            __typename ... on ClaimMoved { revision claim { ${CLAIM_FIELDS} } } } }`,
        variables: { input: { id: claim?.id, revision: 1, whatHappened }, key },
      })
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => amend(index % 2 === 0 ? near : far, 'Said twenty times')),
    )
    const distinct = new Set(answers.map((answer) => JSON.stringify(answer?.data)))
    expect(distinct.size).toBe(1)
    expect(answers[0]?.data.answer).toMatchObject({ __typename: 'ClaimMoved', revision: 2 })
    expect((await amend(far, 'Something else'))?.data.answer.__typename).toBe('KeyReused')
    expect((await last?.look(claim?.id ?? ''))?.revision).toBe(2)
    expect(clients.flatMap(({ failures }) => failures)).toEqual([])
  })
})

it('installs the reference data once, however many servers start on an empty database', async () => {
  const { app, connections, drop } = await freshDatabase()
  const pools = Array.from({ length: 4 }, () => openDatabase({ connection: connections.app, poolSize: 1 }))
  const installed = await Promise.all(pools.map((db) => installReference(db)))
  await Promise.all(pools.map((db) => db.destroy()))
  expect(installed.filter((done) => done)).toHaveLength(1)
  expect(await app.selectFrom('calendar').select('code').execute()).toHaveLength(1)
  await drop()
})

it('fires each of 200 due clocks once, whoever of ten pollers finds it', async () => {
  const registeredAt = new Date('2026-11-02T05:00:00Z')
  const world = await testEngine(registeredAt)
  const { engine, database } = world
  const { regions } = await givenReference(database.app)
  const engineer = await givenPerson(database.app, { name: 'Front Person', role: 'csEngineer' })
  const account = await givenAccount(database.app, { name: 'Paper Otter Pipes', regionId: regions.europe ?? '' })
  const input = {
    accountId: globalId('Account', account.id),
    whatHappened: 'Rust on the edges',
    receivedAt: registeredAt.toISOString(),
  }
  await Promise.all(Array.from({ length: 100 }, () => send(engine, engineer, 'registerClaim', input)))
  const running = await sql<{ clock: string }>`select clock from deadline where stopped_at is null`.execute(
    database.app,
  )
  expect(running.rows).toHaveLength(200)
  // Monday, eleven working days on: `acknowledge` (one working day) and `statusUpdate` (ten) have both passed.
  world.setTime(new Date('2026-11-17T12:00:00Z'))
  const pools = Array.from({ length: 10 }, () => openDatabase({ connection: database.connections.app, poolSize: 1 }))
  const fired = await Promise.all(pools.map((db) => fireDue({ ...engine, db, now: engine.now }, sendAlarm)))
  await Promise.all(pools.map((db) => db.destroy()))
  expect(fired.filter((count) => count > 0).length).toBeGreaterThan(1)
  expect(await fireDue(engine, sendAlarm)).toBe(0)
  const passed = await sql<{ clock: string; lines: number; cases: number }>`
    select payload->>'clock' as clock, count(*)::int as lines, count(distinct case_id)::int as cases
    from history where event = 'deadlinePassed' group by 1 order by 1`.execute(database.owner)
  expect(passed.rows).toEqual([
    { clock: 'acknowledge', lines: 100, cases: 100 },
    { clock: 'statusUpdate', lines: 100, cases: 100 },
  ])
  expect(await check(database.owner, [])).toMatchObject({ gaps: [], firedTwice: [], replayDifferences: [] })
  await world.close()
}, 60_000)

function registration({ accountIds }: FaultWorld, whatHappened: string) {
  return { accountId: accountIds[0], whatHappened, receivedAt: new Date(Date.now() - 3_600_000).toISOString() }
}

/** The socket's folder stands as a parameter: a path is no host of a URL. */
