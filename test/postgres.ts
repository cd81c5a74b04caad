/** Gives each test file a database of its own, cloned from one that was migrated once for the whole run. */
import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { inject } from 'vitest'
import type { Database } from '../schema/database.ts'
import type { RoleConnection } from '../server/core/connection.ts'
import { openDatabase } from '../server/core/database.ts'

/** What the global setup hands to every worker: connections to the template's server, the database name to be filled in. */
export type TestServer = {
  readonly template: string
  readonly host: string
  readonly port: number
  readonly superuser: Role
  readonly owner: Role
  readonly app: Role
}

type Role = { readonly user: string; readonly password: string }

export type TestDatabase = {
  /** As the role that owns the schema. */
  readonly owner: Kysely<Database>
  /** As the role that the server works with. */
  readonly app: Kysely<Database>
  readonly connections: {
    readonly superuser: RoleConnection
    readonly owner: RoleConnection
    readonly app: RoleConnection
  }
  /** Closes both and removes the database. */
  drop(): Promise<void>
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestServer
  }
}

/** Call it in `beforeAll`, and `drop()` in `afterAll`. `empty`: without our schema, as a new server has it. */
export async function freshDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const server = inject('postgres')
  const name = `test_${randomBytes(8).toString('hex')}`
  await asSuperuser(
    server,
    `create database ${name} template ${empty ? 'template0' : server.template} owner ${server.owner.user}`,
  )
  const connect = (role: Role) => ({ host: server.host, port: server.port, ...role, database: name })
  const connections = { superuser: connect(server.superuser), owner: connect(server.owner), app: connect(server.app) }
  const owner = openDatabase({ connection: connections.owner, poolSize: 4 })
  const app = openDatabase({ connection: connections.app, poolSize: 10 })
  return {
    owner,
    app,
    connections,
    async drop() {
      await Promise.all([owner.destroy(), app.destroy()])
      await asSuperuser(server, `drop database ${name} with (force)`)
    },
  }
}

async function asSuperuser({ host, port, superuser }: TestServer, statement: string): Promise<void> {
  const client = new pg.Client({ host, port, ...superuser, database: 'postgres' })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
