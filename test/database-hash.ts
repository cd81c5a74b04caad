// Every row of every table of a database as one digest each: what a refused command must leave as it was.
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema/database.ts'

/** Digest of all rows by table, queued jobs included; give it the owner's connection. */
export async function databaseHash(owner: Kysely<Database>): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = 'public' or (schemaname = 'jobs' and tablename = 'job') order by 1`.execute(owner)
  const digests: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ line: string }>`
      select t::text as line from ${sql.raw(name)} as t order by 1`.execute(owner)
    const text = rows.map(({ line }) => line).join('\n')
    digests[name] = `${rows.length} ${createHash('sha256').update(text).digest('hex')}`
  }
  return digests
}
