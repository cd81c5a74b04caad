// Questionnaires with versions, waves, invitations, answers, and the rollups that are kept with them.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create table questionnaire (
  id uuid primary key default uuidv7(),
  code text not null unique check (code ~ '^[a-z][A-Za-z0-9]{0,59}$'),
  instrument text not null check (instrument in ('steelWorks', 'questionnaire', 'threeQuestions', 'promoters', 'sevenPillars', 'own')),
  name jsonb not null,
  created_by uuid references person,
  created_at timestamptz not null default now()
);

create table questionnaire_version (
  id uuid primary key default uuidv7(),
  questionnaire_id uuid not null references questionnaire,
  version integer not null check (version > 0),
  state text not null default 'draft' check (state in ('draft', 'published', 'retired')),
  languages text[] not null check (cardinality(languages) between 1 and 20),
  introduction jsonb not null default '{}',
  thanks jsonb not null default '{}',
  revision integer not null default 1,
  created_by uuid references person,
  created_at timestamptz not null default now(),
  published_by uuid references person,
  published_at timestamptz,
  unique (questionnaire_id, version),
  check ((state = 'draft') = (published_at is null))
);

create table survey_section (
  id uuid primary key default uuidv7(),
  version_id uuid not null references questionnaire_version on delete cascade,
  position integer not null,
  title jsonb not null,
  unique (version_id, position)
);

create table survey_item (
  id uuid primary key default uuidv7(),
  version_id uuid not null references questionnaire_version on delete cascade,
  section_id uuid not null references survey_section on delete cascade,
  position integer not null,
  code text not null check (code ~ '^[a-z][A-Za-z0-9]{0,59}$'),
  kind text not null check (kind in ('rating', 'recommendation', 'agreement', 'choice', 'choices', 'ranking', 'text')),
  scale_min integer,
  scale_max integer,
  decimals boolean not null default false,
  obligatory boolean not null default false,
  asks_importance boolean not null default false,
  ties_allowed boolean not null default false,
  wording jsonb not null,
  options jsonb not null default '[]',
  unique (version_id, code),
  unique (version_id, position),
  check ((kind = 'rating' or kind = 'recommendation') = (scale_min is not null and scale_max is not null)),
  check (scale_max > scale_min and scale_max - scale_min <= 10),
  check (kind <> 'recommendation' or (scale_min = 0 and scale_max = 10))
);

create table survey_wave (
  id uuid primary key default uuidv7(),
  version_id uuid not null references questionnaire_version,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('planned', 'afterContact')),
  respondents text not null default 'customers' check (respondents in ('customers', 'staff')),
  state text not null default 'planned' check (state in ('planned', 'open', 'closed', 'cancelled')),
  population jsonb not null default '{}',
  sample_size integer check (sample_size between 1 and 100000),
  reminder_days integer[] not null default '{}',
  quiet_days integer not null default 0 check (quiet_days between 0 and 365),
  link_days integer not null default 30 check (link_days between 1 and 365),
  opens_at timestamptz not null,
  closes_at timestamptz,
  revision integer not null default 1,
  created_by uuid references person,
  created_at timestamptz not null default now(),
  opened_at timestamptz,
  closed_at timestamptz,
  check (closes_at > opens_at),
  check (kind = 'afterContact' or closes_at is not null)
);
create index survey_wave_state on survey_wave (state, opens_at);
create unique index survey_wave_after_contact on survey_wave (version_id) where kind = 'afterContact' and state = 'open';

create table survey_invitation (
  id uuid primary key default uuidv7(),
  wave_id uuid not null references survey_wave,
  account_id uuid not null references account,
  contact_id uuid not null references contact,
  channel text not null check (channel in ('email', 'sms', 'message', 'phone')),
  language text not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'opened', 'answered', 'declined', 'expired', 'undeliverable')),
  token_hash text unique,
  case_id uuid references service_case,
  contact_type text check (contact_type in ('technicalSupport', 'claims', 'service')),
  employee_id uuid references person,
  saved jsonb,
  reminders integer not null default 0,
  queued_at timestamptz not null default now(),
  sent_at timestamptz,
  next_reminder_at timestamptz,
  opened_at timestamptz,
  answered_at timestamptz,
  expires_at timestamptz not null,
  unique nulls not distinct (wave_id, contact_id, case_id)
);
create index survey_invitation_contact on survey_invitation (contact_id, queued_at);
create index survey_invitation_account on survey_invitation (account_id);
create index survey_invitation_reminder on survey_invitation (next_reminder_at) where next_reminder_at is not null;
create index survey_invitation_expiry on survey_invitation (expires_at) where state in ('queued', 'sent', 'opened');

create table survey_opt_out (
  contact_id uuid primary key references contact on delete cascade,
  at timestamptz not null default now(),
  source text not null check (source in ('link', 'telephone', 'imported'))
);

create table survey_response (
  id uuid primary key default uuidv7(),
  wave_id uuid not null references survey_wave,
  version_id uuid not null references questionnaire_version,
  invitation_id uuid unique references survey_invitation,
  account_id uuid references account,
  contact_id uuid references contact,
  person_id uuid references person,
  region_id uuid not null references region,
  consumer_type text not null check (consumer_type in ('endUser', 'wholesaler')),
  kilotonnes numeric(12, 3) check (kilotonnes >= 0),
  case_id uuid references service_case,
  contact_type text check (contact_type in ('technicalSupport', 'claims', 'service')),
  employee_id uuid references person,
  source text not null check (source in ('link', 'telephone', 'imported')),
  language text not null,
  entered_by uuid references person,
  import_key text,
  answered_at timestamptz not null,
  unique (wave_id, import_key)
);
create index survey_response_wave on survey_response (wave_id, region_id, consumer_type, id);
create index survey_response_account on survey_response (account_id, answered_at);
create index survey_response_employee on survey_response (employee_id) where employee_id is not null;

create table survey_answer (
  response_id uuid not null references survey_response,
  item_id uuid not null references survey_item,
  number numeric(6, 3),
  importance numeric(6, 3),
  words text[],
  ranks jsonb,
  text text check (length(text) <= 10000),
  language text,
  primary key (response_id, item_id)
);
create index survey_answer_item on survey_answer (item_id, number);

create table satisfaction_rollup (
  wave_id uuid not null references survey_wave,
  item_id uuid not null references survey_item,
  region_id uuid not null references region,
  consumer_type text not null check (consumer_type in ('endUser', 'wholesaler')),
  n integer not null,
  sum numeric(18, 3) not null,
  sum_of_squares numeric(20, 6) not null,
  top integer not null,
  promoters integer not null,
  passives integer not null,
  detractors integer not null,
  counts integer[] not null,
  importance_n integer not null,
  importance_sum numeric(18, 3) not null,
  kilotonnes numeric(18, 3) not null,
  weighted_sum numeric(22, 6) not null,
  primary key (wave_id, item_id, region_id, consumer_type)
);

create table respondent_rollup (
  wave_id uuid not null references survey_wave,
  region_id uuid not null references region,
  consumer_type text not null check (consumer_type in ('endUser', 'wholesaler')),
  respondents integer not null,
  kilotonnes numeric(18, 3) not null,
  primary key (wave_id, region_id, consumer_type)
);

create table market_volume (
  region_id uuid not null references region,
  year integer not null check (year between 1950 and 2200),
  kilotonnes numeric(12, 3) not null check (kilotonnes > 0),
  primary key (region_id, year)
);
`
