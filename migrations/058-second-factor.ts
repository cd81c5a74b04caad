// A second factor: the secret of an authenticator and backup codes, both encrypted under AUTH_SECRET, and the codes used lately.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
alter table person add second_factor boolean not null default false;

create table second_factor (
  id uuid primary key default uuidv7(),
  person_id uuid not null unique references person on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_count integer not null default 0,
  locked_until timestamptz
);

create table second_factor_code (
  person_id uuid not null references person on delete cascade,
  code text not null,
  used_at timestamptz not null,
  primary key (person_id, code)
);
create index second_factor_code_used on second_factor_code (used_at);
`
