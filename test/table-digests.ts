// What each table that a backup holds comes to: its rows counted and hashed.
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema/database.ts'
import { backupTables } from '../server/tools/backup/tables.ts'

export async function tableDigests(db: Kysely<Database>): Promise<Record<string, string>> {
  const digests: Record<string, string> = {}
  for (const { name } of await backupTables(db)) {
    const { rows } = await sql<{ digest: string }>`
      select count(*) || ' ' || md5(coalesce(string_agg(row::text, '|' order by row::text), '')) as digest
      from ${sql.table(name)} as row`.execute(db)
    digests[name] = rows[0]?.digest ?? ''
  }
  return digests
}
