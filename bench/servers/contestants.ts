// Who runs: the product as it is started in production, PostGraphile, and the limit; all on the same database with ten connections.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import type { Target } from '../load/http-connection.ts'
import { type BenchDatabase, urlOf } from '../world/open-world.ts'
import { type Served, serve } from './serve.ts'

export const BENCH = join(import.meta.dirname, '..')
/** A folder of its own, so that its packages do not stand before the product's. */
export const PEER = join(BENCH, 'peer')
const POOL_SIZE = '10'
const SECRET = 'only-for-measuring-on-loopback-0123456789'

export interface Contestant extends Served {
  target: Target
}

export interface ProductSettings {
  dataDirectory: string
  /** File of the client's own documents, sent by their ids. */
  documents: string
}

/** What `npm start` gives to Node. */
export const startCommand = manifest.scripts.start.split(' ').slice(1, -1).concat(join(BENCH, '../server/main.ts'))

/** The product with its default logging, signed in as a lead of the demo world. */
export async function startProduct(database: BenchDatabase, settings: ProductSettings): Promise<Contestant> {
  const served = await serve({
    program: startCommand,
    readyPath: '/health/ready',
    env: {
      DATABASE_URL: urlOf(database.app),
      DATABASE_OWNER_URL: urlOf(database.owner),
      DATA_DIRECTORY: settings.dataDirectory,
      PERSISTED_DOCUMENTS: settings.documents,
      AUTH_SECRET: SECRET,
      DEMO: 'false',
      POOL_SIZE,
    },
  })
  const origin = `http://127.0.0.1:${served.port}`
  return {
    ...served,
    target: { port: served.port, headers: { origin, accept: 'application/json', cookie: await signIn(origin) } },
  }
}

export async function startPeer(database: BenchDatabase): Promise<Contestant> {
  const served = await serve({
    program: [join(PEER, 'node_modules/postgraphile/dist/cli-run.js')],
    folder: PEER,
    readyPath: '/graphql',
    env: { DATABASE_URL: urlOf(database.app), GRAPHILE_ENV: 'production', POOL_SIZE },
  })
  return { ...served, target: { port: served.port, headers: {} } }
}

export async function startLimit(database: BenchDatabase): Promise<Contestant> {
  const served = await serve({
    program: [join(BENCH, 'limit/main.ts')],
    readyPath: '/ready',
    env: { DATABASE_URL: urlOf(database.app), POOL_SIZE },
  })
  return { ...served, target: { port: served.port, headers: {} } }
}

export const LEAD = 'clara.caliper@works.example'

async function signIn(origin: string): Promise<string> {
  const response = await fetch(`${origin}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: LEAD, password: 'demo-world-only-1' }),
  })
  if (!response.ok) throw new Error(`Signing in failed: ${response.status} ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
}

/** Whether the peer's packages are there; `npm run bench` installs them when they are not. */
export function peerInstalled(): boolean {
  return existsSync(join(PEER, 'node_modules/postgraphile'))
}
