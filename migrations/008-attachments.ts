// Files kept with a case, and uploads on their way to become one.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create table upload (
  id uuid primary key default uuidv7(),
  case_id uuid not null references service_case,
  task_id uuid references task,
  item_id uuid references claim_item,
  sender_id uuid not null,
  key text not null check (length(key) between 8 and 128),
  name text not null check (length(name) between 1 and 150),
  bytes integer not null check (bytes > 0),
  begun_at timestamptz not null,
  touched_at timestamptz not null,
  held_by uuid,
  held_until timestamptz,
  finished_at timestamptz,
  unique (sender_id, key)
);
create index upload_touched on upload (touched_at);
create index upload_case on upload (case_id) where finished_at is null;

create table attachment (
  id uuid primary key,
  case_id uuid not null references service_case,
  task_id uuid references task,
  item_id uuid references claim_item,
  name text not null check (length(name) between 1 and 160),
  media_type text not null,
  bytes integer not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  width integer,
  height integer,
  preview text not null check (preview in ('none', 'wanted', 'made')),
  for_customer boolean not null default false,
  state text not null default 'stored' check (state in ('stored', 'removed', 'erased')),
  by_id uuid not null,
  by_name text not null,
  as_role text not null check (as_role in ('csEngineer', 'csLead', 'analyst', 'departmentResponder', 'departmentHead',
    'keyCustomerManager', 'management', 'administrator', 'customerContact', 'system')),
  at timestamptz not null,
  removed_at timestamptz,
  check ((state = 'stored') = (removed_at is null))
);
create index attachment_case on attachment (case_id, at desc, id desc);
create index attachment_task on attachment (task_id) where task_id is not null;
create index attachment_item on attachment (item_id) where item_id is not null;
create index attachment_same on attachment (case_id, sha256);
create index attachment_removed on attachment (removed_at) where state = 'removed';

alter table history drop constraint history_kind_check;
alter table history add constraint history_kind_check
  check (kind in ('event', 'comment', 'letter', 'escalation', 'attachment'));
`
