// Whether a person chose the password or was given it, and a trail of what happened to the means of signing in.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
alter table credential add chosen boolean not null default true;
alter table credential alter column chosen set default false;

create table sign_in_change (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  kind text not null check (kind in ('passwordGiven', 'passwordChosen', 'secondFactorOn', 'secondFactorOff', 'secondFactorReset',
    'backupCodesMade', 'backupCodeUsed')),
  by_person_id uuid references person,
  at timestamptz not null default now()
);
create index sign_in_change_person on sign_in_change (person_id, at desc, id desc);
create index sign_in_change_by on sign_in_change (by_person_id) where by_person_id is not null;
`
