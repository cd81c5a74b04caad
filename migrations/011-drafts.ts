// What people are writing and have not sent: one row for each person and place of writing.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create table draft (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  key text not null check (key ~ '^[A-Za-z][A-Za-z0-9_:-]{0,199}$'),
  body text not null check (length(body) <= 60000),
  revision integer not null default 1,
  based_on integer,
  changed_at timestamptz not null,
  unique (person_id, key)
);
create index draft_changed on draft (changed_at);
`
