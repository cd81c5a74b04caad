/** Decides where the database is: the URL that was set, or the embedded server in the data directory. */
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Configuration } from './configuration.ts'
import type { Connection } from './connection.ts'
import { openDatabase } from './database.ts'
import { startPostgres } from './postgres.ts'
import { withRetry } from './retry.ts'

export type DatabaseSource = {
  /** For migrations and whatever else makes tables. */
  readonly owner: Connection
  /** For everything the server does. */
  readonly app: Connection
  /** The role behind `app`: what the owner grants to. */
  readonly appRole: string
  /** Stops the embedded server when nobody else uses it; does nothing to one of your own. */
  stop(): Promise<void>
}

/** A database that is started together with us, as after a restart of the host, gets this long to answer. */
const START_WITHIN_MS = 30_000

type Wanted = Pick<Configuration, 'databaseUrl' | 'databaseOwnerUrl' | 'attach' | 'dataDirectory'>

export async function provideDatabase(wanted: Wanted, report?: (message: string) => void): Promise<DatabaseSource> {
  if (wanted.databaseUrl) return await external(wanted.databaseUrl, wanted.databaseOwnerUrl ?? wanted.databaseUrl)
  const directory = join(wanted.dataDirectory, 'postgres')
  const server = await startPostgres({ directory, attach: wanted.attach, ...(report && { report }) })
  return { owner: server.owner, app: server.app, appRole: server.app.user, stop: server.stop }
}

async function external(appUrl: string, ownerUrl: string): Promise<DatabaseSource> {
  const app = { connectionString: appUrl }
  const db = openDatabase({ connection: app, poolSize: 1 })
  try {
    const role = sql<{ role: string }>`select current_user as role`
    const { rows } = await withRetry(() => role.execute(db), { withinMs: START_WITHIN_MS })
    return { owner: { connectionString: ownerUrl }, app, appRole: rows[0]?.role ?? '', stop: async () => undefined }
  } finally {
    await db.destroy()
  }
}
