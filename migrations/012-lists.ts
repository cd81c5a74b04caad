// Views that people keep of the lists, and the exports they asked for.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create table saved_view (
  id uuid primary key default uuidv7(),
  owner_id uuid not null references person on delete cascade,
  page text not null check (page in ('work', 'claims', 'board', 'accounts')),
  name text not null check (length(name) between 1 and 60),
  view jsonb not null,
  shared boolean not null default false,
  revision integer not null default 1,
  changed_at timestamptz not null,
  deleted_at timestamptz
);
create index saved_view_owner on saved_view (owner_id, page);
create index saved_view_shared on saved_view (page) where shared;

create table first_view (
  person_id uuid not null references person on delete cascade,
  page text not null check (page in ('work', 'claims', 'board', 'accounts')),
  view_id uuid not null references saved_view on delete cascade,
  primary key (person_id, page)
);

create table list_export (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person on delete cascade,
  page text not null check (page in ('work', 'claims', 'accounts')),
  view jsonb not null,
  format text not null check (format in ('csv', 'xlsx')),
  mark boolean not null default false,
  language text not null check (language in ('en', 'ru', 'kk')),
  state text not null default 'queued' check (state in ('queued', 'running', 'ready', 'failed')),
  fault text check (fault in ('tooManyRows', 'notAllowed', 'lost')),
  rows_total integer not null default 0,
  rows_done integer not null default 0,
  bytes integer,
  asked_at timestamptz not null,
  ended_at timestamptz,
  expires_at timestamptz not null
);
create index list_export_person on list_export (person_id, asked_at desc, id desc);
create index list_export_expires on list_export (expires_at);
`
