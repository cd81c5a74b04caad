// kill -9 of the embedded PostgreSQL under its server, and of both at once: the server stays up or comes back by itself.
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { RoleConnection } from '../../../server/core/connection.ts'
import { openDatabase } from '../../../server/core/database.ts'
import { startPostgres } from '../../../server/core/postgres.ts'
import { closedFolder, postgresAccount } from '../../../server/core/postgres-account.ts'
import { shippedPostgres } from '../../../server/core/postgres-binaries.ts'
import { APP_ROLE } from '../../../server/core/postgres-roles.ts'
import { engineOn, installSchema } from '../../../server/open-engine.ts'
import { freePort } from '../../../server/tools/example/free-port.ts'
import { soundness } from '../fault-figures.ts'
import { atMost, type FaultPlace, type FaultRow, type Figure, type LeftOut, told } from '../fault-row.ts'
import { openClients, startLoad } from '../fault-scene.ts'
import { type FaultWorld, seedFaultWorld } from '../fault-world.ts'
import { startServer } from '../server-process.ts'

const CLIENTS = 8
const PER_SECOND = 40
const WAIT_SECONDS = 3
const READY_SECONDS = 5

export const postgres: FaultRow = {
  name: 'postgres',
  fault: 'kill -9 of the embedded PostgreSQL, and of it and its server at once, under load',
  size: { unit: 'rounds', short: 1, long: 5 },
  run: killed,
}

async function killed(place: FaultPlace, rounds: number): Promise<Figure[] | LeftOut> {
  const closed = await closedFolder(join(shippedPostgres(), 'bin'), await postgresAccount('/none'))
  if (closed) return { leftOut: `PostgreSQL's account cannot enter ${closed}` }
  const folder = await mkdtemp(join(place.folder, 'embedded-'))
  await chmod(folder, 0o711)
  const world = await onDatabase(folder, seed)
  const environment = { DATA_DIRECTORY: folder, DEMO: 'false', AUTH_SECRET: randomBytes(32).toString('hex') }
  const port = await freePort()
  let server = await startServer(port, environment)
  try {
    const clients = await openClients(world, [server.url], CLIENTS)
    const load = startLoad(clients, world, PER_SECOND)
    const stayed: boolean[] = []
    const readyMs: number[] = []
    const began = performance.now()
    for (let round = 0; round < rounds; round++) {
      await load.more(CLIENTS)
      await wait(500)
      await killPostgres(folder)
      await load.more(CLIENTS * 2)
      stayed.push(server.running())
      place.tell(`PostgreSQL killed ${round + 1} times`)
    }
    const between = performance.now()
    for (let round = 0; round < rounds; round++) {
      await load.more(CLIENTS)
      await wait(500)
      await Promise.all([server.kill(), killPostgres(folder)])
      server = await startServer(port, environment)
      readyMs.push(server.readyMs)
      place.tell(`both killed ${round + 1} times`)
    }
    await load.more(CLIENTS)
    const delivered = await load.end()
    await server.stop()
    const whileUp = delivered.filter(({ sentAt }) => sentAt >= began && sentAt < between)
    const longest = Math.max(...whileUp.map(({ sentAt, answeredAt }) => answeredAt - sentAt))
    return [
      told('kills of PostgreSQL, and of both', `${rounds} and ${rounds}`),
      {
        what: 'the server stayed up',
        measured: String(stayed.filter(Boolean).length),
        bar: String(rounds),
        met: !stayed.includes(false),
      },
      atMost('longest wait for an answer, PostgreSQL killed', longest / 1_000, WAIT_SECONDS, 's'),
      atMost('ready after both were killed, slowest', Math.max(...readyMs) / 1_000, READY_SECONDS, 's'),
      told('answers with an error, sent again', load.failures().length),
      ...(await onDatabase(folder, (owner) => look(owner, delivered))),
    ]
  } finally {
    await server.stop()
  }
}

async function killPostgres(folder: string): Promise<void> {
  const text = await readFile(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8')
  process.kill(Number(text.split('\n')[0]), 'SIGKILL')
}

/** The database of the folder while no server runs on it. */
async function onDatabase<T>(
  folder: string,
  use: (owner: RoleConnection, app: RoleConnection) => Promise<T>,
): Promise<T> {
  const running = await startPostgres({ directory: join(folder, 'postgres') })
  try {
    return await use(running.owner, running.app)
  } finally {
    await running.stop()
  }
}

async function seed(owner: RoleConnection, app: RoleConnection): Promise<FaultWorld> {
  await installSchema(owner, APP_ROLE, () => undefined)
  const { engine, close } = await engineOn(app, 4, () => undefined)
  try {
    return await seedFaultWorld(engine, 2, 10)
  } finally {
    await close()
  }
}

async function look(owner: RoleConnection, delivered: Parameters<typeof soundness>[1]): Promise<Figure[]> {
  const db = openDatabase({ connection: owner, poolSize: 2 })
  try {
    return await soundness(db, delivered)
  } finally {
    await db.destroy()
  }
}
