// Kills the server under load, again and again: nothing acknowledged is lost, nothing is done twice, it is back at once.
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RoleConnection } from '../../server/core/connection.ts'
import { openDatabase } from '../../server/core/database.ts'
import { startPostgres } from '../../server/core/postgres.ts'
import { closedFolder, postgresAccount } from '../../server/core/postgres-account.ts'
import { shippedPostgres } from '../../server/core/postgres-binaries.ts'
import { APP_ROLE } from '../../server/core/postgres-roles.ts'
import { engineOn, installSchema } from '../../server/open-engine.ts'
import { freePort } from '../../server/tools/example/free-port.ts'
import { check, type Findings } from './fault-checker.ts'
import { FaultClient } from './fault-client.ts'
import { work } from './fault-load.ts'
import { type FaultWorld, seedFaultWorld } from './fault-world.ts'
import { startServer } from './server-process.ts'

const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 3)
const LONG = process.env.FAULT_ROUNDS !== undefined
const CLIENTS = 4

/** PostgreSQL's account must reach the programs where they are installed: the server is started as it is. */
const closed = await closedFolder(join(shippedPostgres(), 'bin'), await postgresAccount('/none'))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csg-kill-'))
  await chmod(folder, 0o711)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it.skipIf(closed)(
  `loses and doubles nothing in ${ROUNDS} kills (skipped where PostgreSQL cannot enter the project's folder)`,
  { timeout: 60_000 + ROUNDS * 20_000 },
  async () => {
    const world = await onDatabase((owner, app) => seed(owner, app))
    const environment = { DATA_DIRECTORY: folder, DEMO: 'false', AUTH_SECRET: randomBytes(32).toString('hex') }
    const port = await freePort()
    let server = await startServer(port, environment)
    const clients = await Promise.all(world.emails.map((email) => FaultClient.signIn(server.url, email)))
    const delivered = () => clients.flatMap((client) => client.delivered)
    let stopped = false
    const working = Promise.all(clients.map((client) => work(client, world, () => stopped)))
    const readyMs: number[] = []
    const load: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      await more(delivered, CLIENTS)
      await wait(Math.random() * 2_000)
      await server.kill()
      server = await startServer(port, environment)
      readyMs.push(Math.round(server.readyMs))
      load.push((loadavg()[0] ?? 0).toFixed(1))
    }
    await more(delivered, CLIENTS)
    stopped = true
    await working
    expect(await server.stop()).toBe(0)

    const findings = await onDatabase((owner) => look(owner, delivered))
    const { acknowledged, refused, resent, fired, replayed } = findings
    console.info(JSON.stringify({ rounds: ROUNDS, acknowledged, refused, resent, fired, replayed, readyMs, load }))
    expect(clients.flatMap(({ failures }) => failures)).toEqual([])
    expect(findings).toMatchObject({ lost: [], duplicates: [], gaps: [], firedTwice: [], replayDifferences: [] })
    expect(fired).toBeGreaterThan(0)
    if (LONG) expect(median(readyMs)).toBeLessThanOrEqual(5_000)
  },
)

/** The database of the folder while no server runs on it. */
async function onDatabase<T>(use: (owner: RoleConnection, app: RoleConnection) => Promise<T>): Promise<T> {
  const postgres = await startPostgres({ directory: join(folder, 'postgres') })
  try {
    return await use(postgres.owner, postgres.app)
  } finally {
    await postgres.stop()
  }
}

async function seed(owner: RoleConnection, app: RoleConnection): Promise<FaultWorld> {
  await installSchema(owner, APP_ROLE, fail)
  const { engine, close } = await engineOn(app, 4, fail)
  try {
    return await seedFaultWorld(engine, CLIENTS, 60)
  } finally {
    await close()
  }
}

async function look(owner: RoleConnection, delivered: () => FaultClient['delivered']): Promise<Findings> {
  const db = openDatabase({ connection: owner, poolSize: 2 })
  try {
    return await check(db, delivered())
  } finally {
    await db.destroy()
  }
}

/** Until so many more have been answered: a kill before the first answer would prove nothing. */
async function more(delivered: () => readonly unknown[], count: number): Promise<void> {
  const before = delivered().length
  while (delivered().length < before + count) await wait(20)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function fail(error: Error): never {
  throw error
}
