/** One PostgreSQL server whose template database is migrated once; every test or fault row gets a clone of its own. */
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import pg from 'pg'
import type { Database } from '../schema/database.ts'
import type { RoleConnection } from '../server/core/connection.ts'
import { openDatabase } from '../server/core/database.ts'
import { startPostgres } from '../server/core/postgres.ts'
import { APP_ROLE, DATABASE } from '../server/core/postgres-roles.ts'
import { installSchema } from '../server/open-engine.ts'
import { reachablePrograms } from './programs.ts'

/** Plain data, so that it can be handed to other processes: connections to the template's server, the database name to be filled in. */
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

export interface Template {
  server: TestServer
  /** Ends PostgreSQL in an orderly way and starts it again at the same place. `between`: what is done to its folder meanwhile. */
  restart(between?: (directory: string) => Promise<void>): Promise<void>
  /** Leaves nothing behind. */
  stop(): Promise<void>
}

/** Starts the server in a temporary folder. */
export async function startTemplate(): Promise<Template> {
  const folder = await mkdtemp(join(tmpdir(), 'csg-test-'))
  await chmod(folder, 0o711)
  const options = { directory: join(folder, 'postgres'), native: await reachablePrograms(folder) }
  let postgres = await startPostgres(options)
  const stop = async () => {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await installSchema(postgres.owner, APP_ROLE, report)
    const { host, port } = postgres.owner
    const roles = {
      superuser: roleOf(postgres.superuser),
      owner: roleOf(postgres.owner),
      app: roleOf(postgres.app),
    }
    return {
      server: { template: DATABASE, host, port, ...roles },
      async restart(between) {
        await postgres.stop()
        await between?.(options.directory)
        postgres = await startPostgres(options)
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A database of its own, cloned from the template. `empty`: without our schema, as a new server has it. */
export async function cloneTemplate(server: TestServer, { empty = false } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  const template = empty ? 'template0' : server.template
  await asSuperuser(server, `create database ${name} template ${template} owner ${server.owner.user}`)
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

function report(error: Error): never {
  throw error
}

function roleOf({ user, password }: Role): Role {
  return { user, password }
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
