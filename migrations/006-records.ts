// What is kept with a case: comments, promises, links, deadlines, notifications, letters and search text.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create table comment (
  id uuid primary key default uuidv7(),
  case_id uuid not null references service_case,
  author_id uuid not null references person,
  body text not null check (length(body) between 1 and 10000),
  language text not null default 'en',
  at timestamptz not null
);
create index comment_case on comment (case_id, at desc, id desc);

create table promise (
  id uuid primary key default uuidv7(),
  case_id uuid not null references service_case,
  text text not null check (length(text) between 1 and 1000),
  due_at timestamptz not null,
  made_by uuid not null references person,
  made_at timestamptz not null,
  kept_at timestamptz
);
create index promise_case on promise (case_id, due_at);

create table watcher (
  case_id uuid not null references service_case,
  person_id uuid not null references person on delete cascade,
  primary key (case_id, person_id)
);

create table case_link (
  from_case_id uuid not null references service_case,
  to_case_id uuid not null references service_case,
  kind text not null check (kind in ('merged', 'duplicate', 'repeat', 'successor', 'visit')),
  at timestamptz not null,
  primary key (from_case_id, to_case_id, kind)
);
create index case_link_to on case_link (to_case_id);

create table deadline (
  id uuid primary key default uuidv7(),
  case_id uuid not null references service_case,
  task_id uuid references task,
  line_id uuid,
  clock text not null,
  generation integer not null,
  policy_id uuid not null references deadline_policy,
  calendar_id uuid not null references calendar,
  amount numeric(10, 4) not null,
  unit text not null check (unit in ('workingDays', 'workingHours', 'calendarDays')),
  not_after timestamptz,
  started_at timestamptz not null,
  due_at timestamptz,
  pauses jsonb not null default '[]',
  next_at timestamptz,
  sent integer not null default 0,
  breached_at timestamptz,
  stopped_at timestamptz,
  unique nulls not distinct (case_id, task_id, line_id, clock, generation)
);
create index deadline_next on deadline (next_at, id) where stopped_at is null and next_at is not null;
create index deadline_running on deadline (case_id, due_at) where stopped_at is null;

create table notification (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person on delete cascade,
  case_id uuid references service_case,
  task_id uuid references task,
  kind text not null,
  detail jsonb not null default '{}',
  at timestamptz not null,
  read_at timestamptz
);
create index notification_person on notification (person_id, at desc, id desc);

create table letter (
  id uuid primary key default uuidv7(),
  case_id uuid not null references service_case,
  contact_id uuid references contact,
  kind text not null,
  language text not null,
  body text,
  detail jsonb not null default '{}',
  queued_at timestamptz not null,
  sent_at timestamptz
);
create index letter_case on letter (case_id, queued_at desc, id desc);

create table customer_link (
  id uuid primary key default uuidv7(),
  token_hash text not null unique,
  contact_id uuid not null references contact,
  case_id uuid not null references service_case,
  created_by uuid not null references person,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);

create table case_search (
  case_id uuid primary key references service_case,
  numbers text not null default '',
  body text not null default '',
  lexemes tsvector not null default ''
);
create index case_search_numbers on case_search using gin (numbers gin_trgm_ops);
create index case_search_lexemes on case_search using gin (lexemes);
`
