// A PostgreSQL of its own in a temporary folder, with one database that holds the demo world: what all sizes are multiplied from.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { RoleConnection } from '../../server/core/connection.ts'
import { startPostgres } from '../../server/core/postgres.ts'
import { APP_ROLE, DATABASE, OWNER_ROLE } from '../../server/core/postgres-roles.ts'
import { engineOn, installSchema } from '../../server/open-engine.ts'
import { seedDemo } from '../../server/tools/demo/seed-demo.ts'
import { reachablePrograms } from '../../test/programs.ts'

export interface BenchDatabase {
  name: string
  superuser: RoleConnection
  owner: RoleConnection
  app: RoleConnection
}

export interface BenchWorld {
  folder: string
  /** A copy of the demo world under another name. */
  copy(name: string): Promise<BenchDatabase>
  close(): Promise<void>
}

export async function openWorld(tell: (message: string) => void): Promise<BenchWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'csg-bench-'))
  await chmod(folder, 0o711)
  const server = await startPostgres({ directory: join(folder, 'postgres'), native: await reachablePrograms(folder) })
  const close = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await installSchema(server.owner, APP_ROLE, fail)
    const { engine, close: leave } = await engineOn(server.app, 10, fail)
    await seedDemo(engine, tell)
    await leave()
  } catch (error) {
    await close()
    throw error
  }
  return {
    folder,
    close,
    async copy(name) {
      await asSuperuser(server.superuser, `create database ${name} template ${DATABASE} owner ${OWNER_ROLE}`)
      const at = (role: RoleConnection) => ({ ...role, database: name })
      return { name, superuser: at(server.superuser), owner: at(server.owner), app: at(server.app) }
    },
  }
}

/** Sets the server's settings for a great load of rows, and back: `null` is the product's own. */
export async function setBulk(superuser: RoleConnection, bulk: boolean): Promise<void> {
  const settings = { max_wal_size: '16GB', checkpoint_timeout: '30min', autovacuum: 'off' }
  for (const [name, value] of Object.entries(settings)) {
    await asSuperuser(superuser, bulk ? `alter system set ${name} = '${value}'` : `alter system reset ${name}`)
  }
  await asSuperuser(superuser, 'select pg_reload_conf()')
}

/** The URL of a role's connection; a socket's folder stands in it as an encoded host. */
export function urlOf({ user, password, host, port, database }: RoleConnection): string {
  return `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${database}`
}

async function asSuperuser(superuser: RoleConnection, statement: string): Promise<void> {
  const client = new pg.Client(superuser)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function fail(error: Error): never {
  throw error
}
