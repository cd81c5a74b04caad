// Follow-ups of low answers with the rule that opens them, and improvement themes with what they rest on.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create table follow_up_rule (
  the_only boolean primary key default true check (the_only),
  detractor_at_most integer not null default 6 check (detractor_at_most between 0 and 9),
  low_mark numeric(4, 2) not null default 2 check (low_mark between 1 and 5),
  on_no boolean not null default true,
  working_days integer not null default 2 check (working_days between 1 and 60),
  days_back integer not null default 30 check (days_back between 0 and 3650),
  revision integer not null default 1,
  set_by uuid references person,
  set_at timestamptz
);

create table survey_follow_up (
  id uuid primary key default uuidv7(),
  response_id uuid unique references survey_response on delete cascade,
  account_id uuid not null references account,
  reason text not null check (reason in ('detractor', 'lowMark', 'saidNo', 'silence')),
  item_id uuid references survey_item,
  mark numeric(6, 3),
  owner_id uuid references person,
  state text not null default 'open' check (state in ('open', 'called', 'closed')),
  opened_at timestamptz not null,
  due_at timestamptz not null,
  called_at timestamptz,
  called_by uuid references person,
  said text check (length(said) <= 4000),
  outcome text check (outcome in ('solved', 'promised', 'improvement', 'notReached', 'nothing')),
  done text check (length(done) <= 4000),
  closed_at timestamptz,
  closed_by uuid references person,
  revision integer not null default 1,
  check ((reason = 'silence') = (response_id is null)),
  check ((state = 'closed') = (closed_at is not null)),
  check ((state = 'closed') = (outcome is not null and done is not null)),
  check (state <> 'called' or called_at is not null)
);
create index survey_follow_up_owner on survey_follow_up (owner_id, due_at) where state <> 'closed';
create index survey_follow_up_due on survey_follow_up (due_at, id) where state <> 'closed';
create index survey_follow_up_account on survey_follow_up (account_id, opened_at);
create unique index survey_follow_up_silence on survey_follow_up (account_id) where reason = 'silence' and state <> 'closed';

create table improvement_theme (
  id uuid primary key default uuidv7(),
  title text not null check (length(title) between 1 and 300),
  description text check (length(description) <= 4000),
  wave_id uuid not null references survey_wave,
  item text,
  region_id uuid references region,
  consumer_type text check (consumer_type in ('endUser', 'wholesaler')),
  owner_id uuid not null references person,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'underway', 'done', 'dropped')),
  done text check (length(done) <= 4000),
  opened_by uuid references person,
  opened_at timestamptz not null,
  closed_at timestamptz,
  revision integer not null default 1,
  check ((state = 'done' or state = 'dropped') = (closed_at is not null)),
  check (closed_at is null or done is not null)
);
create index improvement_theme_state on improvement_theme (state, due_on);

create table theme_source (
  id uuid primary key default uuidv7(),
  theme_id uuid not null references improvement_theme on delete cascade,
  response_id uuid references survey_response on delete cascade,
  finding text check (finding in ('generalLevel', 'belowThreshold', 'content', 'endUsersLower', 'wholesalersLower', 'consistent',
    'inconsistent', 'constantPriority')),
  item text,
  added_by uuid references person,
  added_at timestamptz not null,
  check ((response_id is null) <> (finding is null)),
  unique nulls not distinct (theme_id, response_id, finding, item)
);
create index theme_source_response on theme_source (response_id) where response_id is not null;
`
