/** Gives the app's role the rows and nothing else: no table is its own, and the history it can only add to. */
import { type Kysely, sql } from 'kysely'

/** Written once and never changed by the app; each must refuse update and delete to it. */
const APPEND_ONLY = ['history', 'sign_in_change']
/** Kept by the migrator. */
const READ_ONLY = ['kysely_migration', 'kysely_migration_lock']

/**
 * Grants `role` select, insert, update and delete on every table of every schema that the current role owns, today's and tomorrow's
 * (default privileges), then takes back what may not be. Does nothing when `role` is the current role.
 */
export async function grantApp<DB>(db: Kysely<DB>, role: string): Promise<void> {
  if (await isCurrentRole(db, role)) return
  const to = sql.id(role)
  for (const schema of await ownedSchemas(db)) {
    const within = sql.id(schema)
    await sql`grant usage on schema ${within} to ${to}`.execute(db)
    await sql`grant select, insert, update, delete on all tables in schema ${within} to ${to}`.execute(db)
    await sql`grant usage, select on all sequences in schema ${within} to ${to}`.execute(db)
  }
  await sql`alter default privileges grant usage on schemas to ${to}`.execute(db)
  await sql`alter default privileges grant select, insert, update, delete on tables to ${to}`.execute(db)
  await sql`alter default privileges grant usage, select on sequences to ${to}`.execute(db)
  for (const table of await existing(db, APPEND_ONLY)) {
    await sql`revoke update, delete, truncate on ${sql.table(table)} from ${to}`.execute(db)
  }
  for (const table of await existing(db, READ_ONLY)) {
    await sql`revoke insert, update, delete, truncate on ${sql.table(table)} from ${to}`.execute(db)
  }
}

async function isCurrentRole<DB>(db: Kysely<DB>, role: string): Promise<boolean> {
  const { rows } = await sql<{ same: boolean }>`select current_user = ${role} as same`.execute(db)
  return rows[0]?.same === true
}

async function ownedSchemas<DB>(db: Kysely<DB>): Promise<string[]> {
  const { rows } = await sql<{ schema: string }>`
    select distinct n.nspname as schema
      from pg_namespace n
      left join pg_class c on c.relnamespace = n.oid and c.relkind in ('r', 'p')
     where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       and (pg_has_role(n.nspowner, 'usage') or c.relowner = current_user::regrole)
     order by 1`.execute(db)
  return rows.map(({ schema }) => schema)
}

async function existing<DB>(db: Kysely<DB>, tables: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename = any(${[...tables]})`.execute(db)
  return rows.map(({ name }) => name)
}
