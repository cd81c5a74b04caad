/** Brings the database to the newest schema, forward only, then settles what the app's role may do. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Kysely, sql } from 'kysely'
import { FileMigrationProvider, Migrator } from 'kysely/migration'
import { grantApp } from './grants.ts'

const FOLDER = path.join(import.meta.dirname, '../../migrations')
const OLDEST_SERVER = 150_000
const LOCK = 7_203_302

export type MigrationOptions = {
  /** Role that works with the rows; left out where owner and app are one role. */
  readonly appRole?: string
  /** Folder of the migrations; the product's own by default. */
  readonly folder?: string
}

/**
 * Runs the migrations that the database does not have yet, as its owner, and grants. Several servers may call it at the same
 * moment: one works, the others wait. Returns the names that ran.
 * @throws when the server is older than PostgreSQL 15, or with the name of the migration that failed (it leaves nothing behind).
 */
export async function migrateToLatest<DB>(ownerDb: Kysely<DB>, options: MigrationOptions = {}): Promise<string[]> {
  await assertServerVersion(ownerDb)
  return await ownerDb.connection().execute(async (holder) => {
    await sql`select set_config('lock_timeout', '0', false), pg_advisory_lock(${LOCK})`.execute(holder)
    try {
      const names = await runMigrations(holder, options.folder ?? FOLDER)
      if (options.appRole) await grantApp(holder, options.appRole)
      return names
    } finally {
      await sql`select pg_advisory_unlock(${LOCK}), set_config('lock_timeout', '5s', false)`.execute(holder)
    }
  })
}

async function assertServerVersion<DB>(db: Kysely<DB>): Promise<void> {
  const { rows } = await sql<{ version: string }>`select current_setting('server_version_num') as version`.execute(db)
  const version = Number(rows[0]?.version)
  if (version < OLDEST_SERVER) {
    throw new Error(`PostgreSQL 15 or newer is needed; this server is ${Math.floor(version / 10_000)}.`)
  }
}

async function runMigrations<DB>(db: Kysely<DB>, migrationFolder: string): Promise<string[]> {
  const provider = new FileMigrationProvider({
    fs,
    path,
    migrationFolder,
    import: (file) => import(pathToFileURL(file).href),
  })
  const { error, results = [] } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) {
    const failed = results.find(({ status }) => status === 'Error')
    throw new Error(
      `Migration ${failed?.migrationName ?? ''} failed: ${error instanceof Error ? error.message : error}`,
      {
        cause: error,
      },
    )
  }
  return results.map(({ migrationName }) => migrationName)
}
