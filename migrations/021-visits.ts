// Visits with who takes part, the report in blocks, its findings and what came of them, the dossier, cadences and calendar feeds.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create table visit (
  case_id uuid primary key references service_case,
  origin text not null check (origin in ('request', 'plan')),
  occasion text not null check (length(occasion) between 1 and 10000),
  purpose text check (purpose in ('claim', 'keyAccount', 'importantOrder', 'trialBatch', 'product', 'incoming')),
  about_id uuid references service_case,
  incoming boolean not null default false,
  asked_by_id uuid references contact,
  wished_from date,
  wished_to date,
  requested_at timestamptz not null,
  ahead_reason text check (length(ahead_reason) <= 2000),
  engineer_id uuid references person,
  starts_at timestamptz,
  ends_at timestamptz,
  place text check (length(place) <= 300),
  host_id uuid references person,
  room text check (length(room) <= 300),
  confirmed_at timestamptz,
  begun_at timestamptz,
  finished_at timestamptz,
  reported_at timestamptz,
  moves integer not null default 0,
  check (ends_at > starts_at)
);
create index visit_engineer on visit (engineer_id);
create index visit_starts on visit (starts_at);
create index visit_about on visit (about_id);

create table visit_attendance (
  case_id uuid not null references visit,
  person_id uuid not null references person,
  primary key (case_id, person_id)
);
create index visit_attendance_person on visit_attendance (person_id);

create table visit_block (
  id uuid primary key default uuidv7(),
  case_id uuid not null references visit,
  block text not null check (block in (
    'claims', 'delivery', 'processing', 'competitors', 'needs', 'customerPlans', 'ourPlans', 'offer', 'knowledge', 'promises')),
  body text not null check (length(body) <= 10000),
  written_by uuid references person,
  written_at timestamptz not null,
  unique (case_id, block)
);

create table visit_finding (
  id uuid primary key default uuidv7(),
  case_id uuid not null references visit,
  number integer not null check (number > 0),
  block text not null check (block in (
    'claims', 'delivery', 'processing', 'competitors', 'needs', 'customerPlans', 'ourPlans', 'offer', 'knowledge', 'promises')),
  body text not null check (length(body) between 1 and 10000),
  confirmed_on date,
  closed_reason text check (length(closed_reason) <= 2000),
  closed_by uuid references person,
  closed_at timestamptz,
  unique (case_id, number),
  check ((closed_at is null) = (confirmed_on is null and closed_reason is null))
);

create table visit_outcome (
  id uuid primary key default uuidv7(),
  case_id uuid not null references visit,
  finding_id uuid not null references visit_finding,
  kind text not null check (kind in ('task', 'claim', 'need', 'offer', 'plan', 'competitor', 'recommendation')),
  note text not null check (length(note) between 1 and 10000),
  task_id uuid references task,
  claim_id uuid references service_case,
  made_by uuid not null references person,
  made_at timestamptz not null
);
create index visit_outcome_finding on visit_outcome (finding_id);

create table visit_dossier (
  case_id uuid primary key references visit,
  content jsonb not null,
  dossier_at timestamptz not null
);

create table visit_cadence (
  account_id uuid primary key references account,
  days integer not null check (days between 1 and 1000),
  set_by uuid references person,
  set_at timestamptz not null
);

create table calendar_feed (
  person_id uuid primary key references person,
  token_hash text not null unique,
  created_at timestamptz not null
);

alter table case_link drop constraint case_link_kind_check;
alter table case_link add constraint case_link_kind_check check (kind in (
  'merged', 'duplicate', 'repeat', 'successor', 'visit', 'trialReason', 'trialMaterial', 'visitFinding'));

insert into visit (case_id, origin, occasion, requested_at)
select id, 'request', title, opened_at from service_case where kind = 'visit';

insert into case_search (case_id, numbers, body, lexemes)
select service_case.id, fold(service_case.number), '', to_tsvector('simple', fold(concat_ws(' ', service_case.title, account.name)))
from service_case join account on account.id = service_case.account_id
where service_case.kind = 'visit'
on conflict (case_id) do nothing;
`
