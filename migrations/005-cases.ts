// Cases with their tasks, history, comments, deadlines, letters, links and search text.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create sequence claim_number;
create sequence trial_batch_number;
create sequence visit_number;
create sequence task_number;

create table service_case (
  id uuid primary key default uuidv7(),
  number text not null unique,
  kind text not null check (kind in ('claim', 'trialBatch', 'visit')),
  account_id uuid not null references account,
  region_id uuid not null references region,
  owner_id uuid references person,
  title text not null check (length(title) between 1 and 300),
  language text not null default 'en',
  severity text check (severity in ('irritation', 'minor', 'major', 'critical')),
  state text not null,
  waiting text,
  improvement text,
  open boolean not null default true,
  chart_version integer not null,
  snapshot jsonb not null,
  revision integer not null default 1,
  due_at timestamptz,
  opened_at timestamptz not null,
  closed_at timestamptz,
  changed_at timestamptz not null,
  constraint service_case_state check (kind <> 'claim' or state in (
    'registered', 'screening', 'collecting', 'concluding', 'decision', 'approval', 'offered', 'disputed', 'settlement', 'closing',
    'closed', 'closedDisputed', 'declined', 'lapsed', 'withdrawn', 'merged', 'discarded')),
  constraint service_case_waiting check (kind <> 'claim' or (waiting is not null and waiting in ('nothing', 'customer', 'sample'))),
  constraint service_case_improvement check (kind <> 'claim' or (improvement is not null and improvement in (
    'notRequired', 'required', 'rootCause', 'actionsChosen', 'effectivenessCheck', 'prevention', 'completed', 'waived')))
);
create function take_region_of_account() returns trigger language plpgsql as $$
begin
  select region_id into new.region_id from account where id = new.account_id;
  return new;
end $$;
create trigger service_case_region before insert on service_case for each row execute function take_region_of_account();

create function pass_region_to_cases() returns trigger language plpgsql as $$
begin
  update service_case set region_id = new.region_id where account_id = new.id;
  return new;
end $$;
create trigger account_region_changed after update of region_id on account
  for each row when (old.region_id is distinct from new.region_id) execute function pass_region_to_cases();

create index service_case_region on service_case (region_id, opened_at desc, id desc);
create index service_case_state_due on service_case (kind, state, due_at, id) where open;
create index service_case_due on service_case (due_at, id) where open;
create index service_case_account on service_case (account_id, opened_at desc, id desc);
create index service_case_owner on service_case (owner_id, due_at, id) where open;
create index service_case_opened on service_case (opened_at desc, id desc);

create table task (
  id uuid primary key default uuidv7(),
  number text not null unique,
  case_id uuid not null references service_case,
  origin_case_id uuid not null references service_case,
  purpose text not null check (purpose in ('investigation', 'improvement', 'settlement', 'visitFollowUp', 'feasibility')),
  department_id uuid not null references department,
  question text not null check (length(question) between 1 and 10000),
  language text not null default 'en',
  state text not null,
  open boolean not null default true,
  chart_version integer not null,
  snapshot jsonb not null,
  revision integer not null default 1,
  sender_id uuid not null references person,
  responder_id uuid references person,
  due_at timestamptz,
  answer text,
  answer_values jsonb,
  cause_code text,
  proposed_measure text,
  rating integer check (rating between 1 and 5),
  sent_at timestamptz not null,
  answered_at timestamptz,
  closed_at timestamptz,
  constraint task_state check (state in ('open', 'inProgress', 'awaitingSender', 'returned', 'answered', 'done', 'cancelled'))
);
create index task_case on task (case_id, sent_at, id);
create index task_department on task (department_id, due_at, id) where open;
create index task_department_case on task (department_id, case_id);

create table history (
  id uuid primary key default uuidv7(),
  case_id uuid not null references service_case,
  task_id uuid references task,
  revision integer,
  kind text not null check (kind in ('event', 'comment', 'letter', 'escalation')),
  event text,
  from_states text[] not null default '{}',
  to_states text[] not null default '{}',
  payload jsonb not null default '{}',
  facts jsonb not null default '{}',
  reason text,
  by_id uuid,
  by_name text not null,
  as_role text not null,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  check ((kind = 'event') = (revision is not null)),
  check ((kind = 'event') = (event is not null))
);
create unique index history_case_revision on history (case_id, revision) where task_id is null and revision is not null;
create unique index history_task_revision on history (task_id, revision) where task_id is not null and revision is not null;
create index history_case on history (case_id, at desc, id desc);

create function refuse_history_change() returns trigger language plpgsql as $$
begin
  raise exception 'history is append-only' using errcode = 'restrict_violation';
end $$;
create trigger history_append_only before update or delete on history
  for each row execute function refuse_history_change();
create trigger history_no_truncate before truncate on history
  for each statement execute function refuse_history_change();

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
