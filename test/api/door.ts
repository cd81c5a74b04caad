/** The real door on a port of its own, before a small schema that counts what reaches it. */
import { type Kysely, sql } from 'kysely'
import { pino } from 'pino'
import type { Database } from '../../schema/database.ts'
import { createAuthentication } from '../../server/core/authentication.ts'
import { createPerson } from '../../server/core/credentials.ts'
import type { Engine } from '../../server/core/engine.ts'
import { type AppOptions, createApp } from '../../server/http.ts'
import { listen } from '../../server/http-server.ts'
import { freshDatabase } from '../postgres.ts'
import { createSmallSchema, type Reached } from './small-schema.ts'

export const PASSWORD = 'a long enough password'

export interface Door {
  url: string
  port: number
  db: Kysely<Database>
  reached: Reached
  /** Every line that was logged so far. */
  logged(): string
  /** Sets the time that the engine tells, in ISO; the database's own until then. */
  setTime(iso: string): void
  /** Makes a person with PASSWORD; returns the id. */
  person(email: string): Promise<string>
  /** Signs in and returns the cookie header of the session. */
  signIn(email: string, password?: string): Promise<string>
  tryPassword(email: string, password: string, headers?: Record<string, string>): Promise<Response>
  graphql(query: string, headers?: Record<string, string>, more?: Record<string, unknown>): Promise<Response>
  close(): Promise<void>
}

export type DoorOptions = Partial<Omit<AppOptions, 'configuration' | 'engine' | 'auth'>> & {
  configuration?: Partial<AppOptions['configuration']>
}

export async function openDoor({ configuration, ...options }: DoorOptions = {}): Promise<Door> {
  const { owner, app: db, drop } = await freshDatabase()
  const lines: string[] = []
  const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  let time: string | null = null
  const engine: Engine = {
    db,
    now: () => (time === null ? sql<Date>`clock_timestamp()` : sql<Date>`${time}::timestamptz`),
    effects: {},
    afterStep: async () => undefined,
    facts: { claim: async () => ({}), trialBatch: async () => ({}), visit: async () => ({}), task: async () => ({}) },
    jobs: { send: async () => undefined, work: async () => undefined, stop: async () => undefined },
    changes: {
      announce: () => undefined,
      hear: () => () => undefined,
      stream: async function* () {},
      stop: async () => undefined,
    },
    presence: { enter: () => () => undefined, here: () => [], stop: () => undefined },
  }
  const settings = {
    publicUrl: 'http://localhost',
    authSecret: 'x'.repeat(32),
    trustedProxies: [],
    introspection: false,
  }
  const { schema, reached } = createSmallSchema()
  // The public address holds the port, which is known only once it is listened on.
  const server = await listen((request, response) => app(request, response), { port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${server.port}`
  const complete = { ...settings, publicUrl: url, ...configuration }
  const app = createApp({
    engine,
    auth: createAuthentication(db, complete, logger),
    schema,
    logger,
    ...options,
    configuration: complete,
  })
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: complete.publicUrl, ...headers },
      body: JSON.stringify(body),
    })
  const tryPassword: Door['tryPassword'] = (email, password, headers) =>
    post('/auth/sign-in/email', { email, password }, headers)

  return {
    url,
    port: server.port,
    db: owner,
    reached,
    logged: () => lines.join(''),
    setTime: (iso) => {
      time = iso
    },
    person: (email) =>
      createPerson(owner, {
        name: 'Test Person',
        email,
        password: PASSWORD,
        chosen: true,
        language: 'en',
        timeZone: 'UTC',
      }),
    async signIn(email, password = PASSWORD) {
      const response = await tryPassword(email, password)
      if (!response.ok) throw new Error(`sign-in answered ${response.status} ${await response.text()}`)
      return cookieOf(response)
    },
    tryPassword,
    graphql: (query, headers, more) => post('/graphql', { query, ...more }, headers),
    async close() {
      await server.close(1_000)
      await drop()
    },
  }
}

/** The Cookie header that a browser would send after this answer. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
