// A database with people and cases, servers on it, and clients of theirs: what most faults are done to.
import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { RoleConnection } from '../../server/core/connection.ts'
import { engineOn } from '../../server/open-engine.ts'
import { freePort } from '../../server/tools/example/free-port.ts'
import { cloneTemplate, type TestDatabase, type TestServer } from '../template.ts'
import { urlOf } from './database-url.ts'
import { type Delivered, FaultClient, signIn } from './fault-client.ts'
import { work } from './fault-load.ts'
import { type FaultWorld, seedFaultWorld } from './fault-world.ts'
import { type ServerProcess, startServer } from './server-process.ts'

export interface Scene {
  database: TestDatabase
  world: FaultWorld
  /** Servers by number; one that was killed is started again on its port. */
  servers: ServerProcess[]
  environment: Readonly<Record<string, string>>
  clients: FaultClient[]
  start(server: number): Promise<ServerProcess>
  close(): Promise<void>
}

export interface SceneOrder {
  servers: number
  clients: number
  /** Claims whose clocks have long run out; the servers fire them. */
  overdue: number
  /** What the servers are told besides. */
  environment?: Readonly<Record<string, string>>
}

const PEOPLE = 4

/** Where it is made, or the one that runs already and is joined. */
export interface ScenePlace {
  server: TestServer
  folder: string
  scene?: Scene
}

/** A scene of its own, or clients of its own in the one that runs already. */
export async function openScene(place: ScenePlace, order: SceneOrder): Promise<Scene> {
  return place.scene ? joinScene(place.scene, order) : makeScene(place, order)
}

async function joinScene(scene: Scene, order: SceneOrder): Promise<Scene> {
  const urls = scene.servers.slice(0, order.servers).map(({ url }) => url)
  const clients = await openClients(scene.world, urls, order.clients)
  return { ...scene, clients, close: async () => closeClients(clients) }
}

async function makeScene(place: ScenePlace, order: SceneOrder): Promise<Scene> {
  const database = await cloneTemplate(place.server)
  const world = await seed(database.connections.app, order.overdue)
  const { app, owner } = database.connections
  const environment = {
    DATABASE_URL: urlOf(app),
    DATABASE_OWNER_URL: urlOf(owner),
    DATA_DIRECTORY: await mkdtemp(join(place.folder, 'data-')),
    DEMO: 'false',
    AUTH_SECRET: randomBytes(32).toString('hex'),
    ...order.environment,
  }
  const ports: number[] = []
  for (let server = 0; server < order.servers; server++) ports.push(await freePort())
  const servers = await Promise.all(ports.map((port) => startServer(port, environment)))
  const clients = await openClients(
    world,
    servers.map(({ url }) => url),
    order.clients,
  )
  return {
    database,
    world,
    servers,
    environment,
    clients,
    async start(server) {
      const started = await startServer(ports[server] ?? 0, environment)
      servers[server] = started
      return started
    },
    async close() {
      closeClients(clients)
      await Promise.all(servers.map((server) => server.stop()))
      await database.drop()
    },
  }
}

function closeClients(clients: readonly FaultClient[]): void {
  for (const client of clients) client.close()
}

async function seed(app: RoleConnection, overdue: number): Promise<FaultWorld> {
  const { engine, close } = await engineOn(app, 4, () => undefined)
  try {
    return await seedFaultWorld(engine, PEOPLE, overdue)
  } finally {
    await close()
  }
}

/** Clients share the sessions of few people; each begins with another server. */
export async function openClients(world: FaultWorld, urls: readonly string[], clients: number): Promise<FaultClient[]> {
  const cookies = await Promise.all(
    world.emails.map((email, person) => signIn(urls[person % urls.length] ?? '', email)),
  )
  return Array.from({ length: clients }, (_, client) => {
    const first = client % urls.length
    return new FaultClient([...urls.slice(first), ...urls.slice(0, first)], cookies[client % cookies.length] ?? '')
  })
}

export interface Load {
  delivered(): Delivered[]
  failures(): string[]
  /** Until so many more have been answered: a fault before the first answer would prove nothing. */
  more(count: number): Promise<void>
  /** No new commands; what is under way is delivered first. */
  end(): Promise<Delivered[]>
}

/** Sets the clients to work, together so many commands a second where the product keeps up. */
export function startLoad(clients: readonly FaultClient[], world: FaultWorld, perSecond: number): Load {
  let stopped = false
  let broken: Error | null = null
  const everyMs = (clients.length * 1_000) / perSecond
  const working = Promise.all(
    clients.map(async (client, index) => {
      await wait((everyMs * index) / clients.length)
      await work(client, world, { everyMs, stopped: () => stopped })
    }),
  ).catch((error: unknown) => {
    broken = error instanceof Error ? error : new Error(String(error))
    stopped = true
  })
  const delivered = () => clients.flatMap((client) => client.delivered)
  return {
    delivered,
    failures: () => clients.flatMap((client) => client.failures),
    async more(count) {
      const before = delivered().length
      while (delivered().length < before + count && !broken) await wait(20)
      if (broken) throw broken
    },
    async end() {
      stopped = true
      await working
      if (broken) throw broken
      return delivered()
    },
  }
}
