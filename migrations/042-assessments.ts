// Assessments of customer focus besides surveys, and campaigns of gratitude calls.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create table assessment (
  id uuid primary key default uuidv7(),
  method text not null check (method in ('survey', 'focusGroup', 'expertReview')),
  area text not null check (area in ('company', 'employees')),
  held_on date not null,
  customers integer not null default 0 check (customers between 0 and 10000),
  managers integer not null default 0 check (managers between 0 and 10000),
  staff integer not null default 0 check (staff between 0 and 10000),
  led_by text check (length(led_by) <= 300),
  results text not null check (length(results) between 1 and 10000),
  recorded_by uuid references person,
  recorded_at timestamptz not null
);
create index assessment_held on assessment (held_on, method);

create table gratitude_campaign (
  id uuid primary key default uuidv7(),
  name text not null check (length(name) between 1 and 200),
  begins_on date not null,
  cost numeric(14, 2) not null check (cost >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  extra_margin numeric(14, 2),
  margin_known_on date,
  planned_by uuid references person,
  planned_at timestamptz not null,
  check ((extra_margin is null) = (margin_known_on is null))
);

create table gratitude_call (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null references gratitude_campaign,
  account_id uuid not null references account,
  result text check (result in ('noIssue', 'question', 'problem', 'notReached')),
  said text check (length(said) <= 4000),
  called_by uuid references person,
  called_at timestamptz,
  entry_id uuid references contact_entry,
  claim_id uuid references service_case,
  unique (campaign_id, account_id),
  check ((result is null) = (called_at is null))
);
create index gratitude_call_account on gratitude_call (account_id);
`
