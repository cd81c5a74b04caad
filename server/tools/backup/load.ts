// Reads a backup into an empty database: whole, or the database stays empty.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../../../schema/database.ts'
import type { BlobStore } from '../../core/blob-store.ts'
import { backupFormat } from './dump.ts'
import type { FileHead } from './dump-files.ts'
import { DamagedFile, type FileTaker, takeFiles } from './load-files.ts'
import { type BackupTable, backupTables } from './tables.ts'

/** A file that is no backup, of another version, cut off, or a database that is not empty. */
export class CannotRestore extends Error {
  override name = 'CannotRestore'
}

const batchRows = 1_000

/**
 * Loads the backup into a database whose schema is installed and whose tables are empty, and its files into `blobs`; null
 * leaves them out. Returns rows by table, and how many files came.
 * @throws CannotRestore with what to do.
 */
export async function load(
  db: Kysely<Database>,
  path: string,
  blobs: BlobStore | null,
): Promise<{ counts: Record<string, number>; files: number }> {
  const taker = blobs && (await takeFiles(blobs))
  try {
    const counts = await loadRows(db, path, taker)
    return { counts, files: taker?.files ?? 0 }
  } catch (error) {
    throw error instanceof DamagedFile ? new CannotRestore(error.message) : error
  } finally {
    await taker?.close()
  }
}

async function loadRows(db: Kysely<Database>, path: string, taker: FileTaker | null): Promise<Record<string, number>> {
  return db.transaction().execute(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx)
    const tables = await backupTables(trx)
    await refuseFilled(trx, tables)
    const counts: Record<string, number> = {}
    let end: Record<string, number> | null = null
    let table: BackupTable | null = null
    let columns: string[] = []
    let batch: (string | null)[][] = []
    let inFile = false
    const flush = async () => {
      if (table && batch.length > 0) await insert(trx, table, columns, batch)
      if (table) counts[table.name] = (counts[table.name] ?? 0) + batch.length
      batch = []
    }
    for await (const entry of entries(path)) {
      if (Array.isArray(entry) && inFile) {
        await taker?.piece(String(entry[0]))
        continue
      }
      if (Array.isArray(entry)) {
        batch.push(entry as (string | null)[])
        if (batch.length >= batchRows) await flush()
        continue
      }
      await flush()
      if (inFile) await taker?.end()
      inFile = 'file' in entry
      if ('file' in entry) {
        table = null
        await taker?.begin(entry as unknown as FileHead)
      } else if ('format' in entry) await refuseOther(trx, entry)
      else if ('sequences' in entry) await setSequences(trx, entry.sequences as { name: string; value: string }[])
      else if ('end' in entry) end = entry.end as Record<string, number>
      else {
        table = tables.find(({ name }) => name === entry.table) ?? null
        columns = entry.columns as string[]
        if (!table) throw new CannotRestore(`The backup holds a table that is not known here: ${String(entry.table)}`)
      }
    }
    if (end === null) throw new CannotRestore('The backup is cut off: its last line is missing')
    return counts
  })
}

async function* entries(path: string): AsyncIterable<unknown[] | Record<string, unknown>> {
  const input = createReadStream(path).pipe(createGunzip())
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      yield JSON.parse(text) as unknown[] | Record<string, unknown>
    }
  } catch (error) {
    throw new CannotRestore(
      `The file cannot be read as a backup: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

async function refuseFilled(trx: Transaction<Database>, tables: readonly BackupTable[]): Promise<void> {
  for (const { name } of tables) {
    const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(trx)
    if (rows.length > 0)
      throw new CannotRestore(`The database is not empty: ${name} has rows. Restore into a fresh one`)
  }
}

async function refuseOther(trx: Transaction<Database>, header: Record<string, unknown>): Promise<void> {
  if (header.format !== backupFormat) throw new CannotRestore(`This is no backup of format ${backupFormat}`)
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(trx)
  const here = rows.map(({ name }) => name).join(', ')
  const there = (header.migrations as string[]).join(', ')
  if (here !== there)
    throw new CannotRestore(`The backup is of another version (${there}); restore it with that version, then upgrade`)
}

async function setSequences(
  trx: Transaction<Database>,
  sequences: readonly { name: string; value: string }[],
): Promise<void> {
  for (const { name, value } of sequences) {
    if (value !== '0') await sql`select setval(${name}::regclass, ${value}::bigint)`.execute(trx)
  }
}

async function insert(
  trx: Transaction<Database>,
  table: BackupTable,
  columns: readonly string[],
  rows: readonly (string | null)[][],
): Promise<void> {
  const typeOf = (name: string) => table.columns.find((column) => column.name === name)?.type ?? 'text'
  const arrays = columns.map((_, index) => sql`${rows.map((row) => row[index] ?? null)}::text[]`)
  const values = columns.map((name) => sql`given.${sql.ref(name)}::${sql.raw(typeOf(name))}`)
  await sql`insert into ${sql.table(table.name)} (${sql.join(columns.map((name) => sql.ref(name)))})
    select ${sql.join(values)} from unnest(${sql.join(arrays)}) as given (${sql.join(columns.map((name) => sql.ref(name)))})`.execute(
    trx,
  )
}
