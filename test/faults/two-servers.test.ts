// Two servers behind a proxy that hops between them at each request: one product, whichever of them answers.
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freePort } from '../../server/tools/example/free-port.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { type Balancer, openBalancer } from './balancer.ts'
import { urlOf } from './database-url.ts'
import { check } from './fault-checker.ts'
import { FaultClient } from './fault-client.ts'
import { type FaultWorld, PASSWORD, seedFaultWorld } from './fault-world.ts'
import { type ServerProcess, startServer } from './server-process.ts'

const OVERDUE = 20

let world: TestEngine
let folder: string
let balancer: Balancer
let servers: ServerProcess[] = []
let seeded: FaultWorld

beforeAll(async () => {
  world = await testEngine()
  folder = await mkdtemp(join(tmpdir(), 'csg-two-'))
  balancer = await openBalancer()
  seeded = await seedFaultWorld(world.engine, 2, OVERDUE)
  const { app, owner } = world.database.connections
  const environment = {
    DATABASE_URL: urlOf(app),
    DATABASE_OWNER_URL: urlOf(owner),
    DATA_DIRECTORY: folder,
    DEMO: 'false',
    AUTH_SECRET: randomBytes(32).toString('hex'),
    PUBLIC_URL: balancer.url,
    TRUSTED_PROXY: 'loopback',
  }
  const ports = [await freePort(), await freePort()]
  servers = await Promise.all(ports.map((port) => startServer(port, environment)))
  balancer.servers.push(...servers.map(({ url }) => url))
}, 60_000)
afterAll(async () => {
  await balancer.close()
  await Promise.all(servers.map((server) => server.stop()))
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

it('carries a claim through a journey whose every request meets the other server', async () => {
  const client = await FaultClient.signIn(balancer.url, seeded.emails[0] ?? '')
  const { claim } = await client.deliver('registerClaim', 'claim', (whatHappened) => ({
    accountId: seeded.accountIds[0],
    whatHappened,
    receivedAt: new Date(Date.now() - 3_600_000).toISOString(),
  }))
  const id = claim?.id ?? ''
  for (let revision = 1; revision <= 10; revision++) {
    const moved = await client.deliver('amendClaim', 'claim', (whatHappened) => ({ id, revision, whatHappened }))
    expect(moved).toMatchObject({ __typename: 'ClaimMoved', revision: revision + 1 })
    expect((await client.look(id)).revision).toBe(revision + 1)
  }
  const counts = [...balancer.given.values()]
  expect(counts).toHaveLength(2)
  expect(Math.min(...counts)).toBeGreaterThan(8)
  expect(client.failures).toEqual([])
  expect(await check(world.database.owner, client.delivered)).toMatchObject({ lost: [], duplicates: [], gaps: [] })
})

it('tells a reader on one server what was written on the other', async () => {
  const reader = await FaultClient.signIn(balancer.url, seeded.emails[0] ?? '')
  const writer = await FaultClient.signIn(balancer.url, seeded.emails[1] ?? '')
  const { claim } = await writer.deliver('registerClaim', 'claim', (whatHappened) => ({
    accountId: seeded.accountIds[1],
    whatHappened,
    receivedAt: new Date(Date.now() - 3_600_000).toISOString(),
  }))
  const id = claim?.id ?? ''
  const streams = await Promise.all(
    [0, 1].map(() => reader.stream('subscription($id: ID!) { caseChanged(id: $id) { id revision } }', { id })),
  )
  await writer.deliver('amendClaim', 'claim', (whatHappened) => ({ id, revision: 1, whatHappened }))
  // The registration's own event may come first, in its first or its second revision.
  for (const stream of streams) {
    let seen: unknown
    do seen = await stream.next()
    while (JSON.stringify(seen).includes('"revision":1'))
    expect(seen).toEqual({ caseChanged: { id, revision: 2 } })
  }
  for (const stream of streams) stream.close()
})

it('forgets a session everywhere at once', async () => {
  const email = seeded.emails[1] ?? ''
  const signIn = await fetch(`${balancer.url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: balancer.url },
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  const cookie = signIn.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
  const ask = (path: string, body: object) =>
    fetch(`${balancer.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: balancer.url, cookie },
      body: JSON.stringify(body),
    })
  const asked = () => ask('/graphql', { query: '{ me { name } }' })
  expect([(await asked()).status, (await asked()).status]).toEqual([200, 200])
  expect((await ask('/auth/sign-out', {})).status).toBe(200)
  expect([(await asked()).status, (await asked()).status]).toEqual([401, 401])
})

it('fires each due clock once and sends each letter once', async () => {
  await until(
    async () => (await rows('select id from deadline where stopped_at is null and next_at < clock_timestamp()')) === 0,
  )
  const { firedTwice, fired } = await check(world.database.owner, [])
  expect(fired).toBeGreaterThanOrEqual(OVERDUE)
  expect(firedTwice).toEqual([])
  await until(async () => (await rows('select id from letter where sent_at is null')) === 0)
  const letters = await rows('select id from letter')
  expect(letters).toBeGreaterThan(0)
  expect(await readdir(join(folder, 'outbox'))).toHaveLength(letters)
}, 60_000)

async function rows(query: string): Promise<number> {
  return (await sql.raw(query).execute(world.database.owner)).rows.length
}

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await wait(100)
}
