// Writes a backup: one consistent moment of the database as compressed lines of JSON, read by cursor.
import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../../../schema/database.ts'
import type { BlobStore } from '../../core/blob-store.ts'
import { type DumpedFiles, fileLines } from './dump-files.ts'
import { type BackupTable, backupTables } from './tables.ts'

export const backupFormat = 'csg-backup-1'
const fetchRows = 2_000

export interface Dumped extends DumpedFiles {
  /** Rows by table. */
  counts: Record<string, number>
}

/**
 * Writes the backup whole or not at all, with the files of `blobs`; null leaves files out. Safe under load: it reads one
 * snapshot and locks nothing, and files never change.
 */
export async function dump(db: Kysely<Database>, path: string, blobs: BlobStore | null): Promise<Dumped> {
  const dumped: Dumped = { counts: {}, files: 0, bytes: 0, leftOut: [] }
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      await sql`set transaction read only`.execute(trx)
      await sql`set local statement_timeout = 0`.execute(trx)
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx)
      const out = createWriteStream(`${path}.part`, { mode: 0o600 })
      await pipeline(Readable.from(lines(trx, blobs, dumped)), createGzip({ level: 4 }), out)
    })
  await rename(`${path}.part`, path)
  return dumped
}

async function* lines(trx: Transaction<Database>, blobs: BlobStore | null, dumped: Dumped): AsyncIterable<string> {
  const { rows: migrations } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(trx)
  yield line({ format: backupFormat, migrations: migrations.map(({ name }) => name) })
  const { rows: sequences } = await sql<{ name: string; value: string }>`
    select sequencename as name, coalesce(last_value, 0)::text as value from pg_sequences where schemaname = 'public' order by 1`.execute(
    trx,
  )
  yield line({ sequences })
  for (const table of await backupTables(trx)) yield* rowsOf(trx, table, dumped.counts)
  if (blobs) yield* fileLines(trx, blobs, dumped)
  yield line({ end: dumped.counts })
}

async function* rowsOf(
  trx: Transaction<Database>,
  table: BackupTable,
  counts: Record<string, number>,
): AsyncIterable<string> {
  yield line({ table: table.name, columns: table.columns.map(({ name }) => name) })
  counts[table.name] = 0
  const texts = table.columns.map(({ name }) => sql`${kept(table.name, name)} as ${sql.ref(name)}`)
  await sql`declare backup_rows no scroll cursor for select ${sql.join(texts)} from ${sql.table(table.name)}`.execute(
    trx,
  )
  for (;;) {
    const { rows } = await sql<Record<string, string | null>>`fetch ${sql.lit(fetchRows)} from backup_rows`.execute(trx)
    if (rows.length === 0) break
    counts[table.name] = (counts[table.name] ?? 0) + rows.length
    yield rows.map((row) => line(table.columns.map(({ name }) => row[name] ?? null))).join('')
  }
  await sql`close backup_rows`.execute(trx)
}

/** Text of a value; tokens of sign-in providers stay out, and nobody is asked for a second factor whose secret is not there. */
function kept(table: string, column: string) {
  if (table === 'person' && column === 'second_factor') return sql`'false'`
  const token = table === 'credential' && /token/.test(column)
  return token ? sql`null::text` : sql`${sql.ref(column)}::text`
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}
