// Which tables a backup holds, in an order in which their rows can be inserted, with their columns and types.
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../../schema/database.ts'

export interface BackupTable {
  name: string
  columns: { name: string; type: string }[]
}

/** Sessions and other secrets of the moment are no part of a backup; the queues are filled anew from unsent letters. */
const leftOut: ReadonlySet<string> = new Set([
  'session',
  'verification',
  'sign_in_attempt',
  'second_factor',
  'second_factor_code',
  'idempotency_key',
  'customer_link',
  'calendar_feed',
  'upload',
  'kysely_migration',
  'kysely_migration_lock',
])

/** Tables of the product, those that others point at first. */
export async function backupTables(db: Kysely<Database>): Promise<BackupTable[]> {
  const { rows } = await sql<{ table: string; column: string; type: string }>`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' order by c.relname, a.attnum`.execute(db)
  const { rows: references } = await sql<{ table: string; to: string }>`
    select conrelid::regclass::text as table, confrelid::regclass::text as to
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`.execute(
    db,
  )
  const names = [...new Set(rows.map(({ table }) => table))].filter((name) => !leftOut.has(name))
  return ordered(names, references).map((name) => ({
    name,
    columns: rows.filter(({ table }) => table === name).map(({ column, type }) => ({ name: column, type })),
  }))
}

function ordered(names: readonly string[], references: readonly { table: string; to: string }[]): string[] {
  const left = new Set(names)
  const order: string[] = []
  while (left.size > 0) {
    const free = [...left].filter((name) => !references.some(({ table, to }) => table === name && left.has(to)))
    if (free.length === 0) throw new Error(`Tables point at each other in a circle: ${[...left].join(', ')}`)
    for (const name of free) {
      order.push(name)
      left.delete(name)
    }
  }
  return order
}
