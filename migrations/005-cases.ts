// Cases, tasks and their append-only history.
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
create index service_case_state_due on service_case (kind, state, due_at, id);
create index service_case_due on service_case (due_at, id);
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
`
