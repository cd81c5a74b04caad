// People, sessions, roles, departments, calendars, policies and catalogues.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create table department (
  id uuid primary key default uuidv7(),
  code text not null unique check (code ~ '^[a-z][A-Za-z]*$'),
  name jsonb not null,
  office text not null check (office in ('frontOffice', 'backOffice', 'production', 'laboratory', 'logistics', 'orderManagement', 'finance')),
  active boolean not null default true
);

create table person (
  id uuid primary key default uuidv7(),
  name text not null check (length(name) between 1 and 200),
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  language text not null default 'en',
  time_zone text not null default 'UTC',
  active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table session (
  id uuid primary key default uuidv7(),
  token text not null unique,
  person_id uuid not null references person on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_person on session (person_id);

create table credential (
  id uuid primary key default uuidv7(),
  account_id text not null,
  provider_id text not null,
  person_id uuid not null references person on delete cascade,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index credential_person on credential (person_id);

create table verification (
  id uuid primary key default uuidv7(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on verification (identifier);

create table sign_in_attempt (
  id uuid primary key default uuidv7(),
  email text not null,
  at timestamptz not null default now(),
  succeeded boolean not null
);
create index sign_in_attempt_email on sign_in_attempt (email, at);

create table person_position (
  person_id uuid not null references person on delete cascade,
  position text not null check (position in ('headOfQuality', 'commercialDirector', 'finance')),
  primary key (person_id, position)
);

create table absence (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person on delete cascade,
  deputy_id uuid references person,
  from_at timestamptz not null,
  to_at timestamptz not null,
  check (from_at < to_at),
  check (deputy_id is distinct from person_id)
);
create index absence_person on absence (person_id, to_at);

create table calendar (
  id uuid primary key default uuidv7(),
  code text not null unique,
  name text not null,
  time_zone text not null,
  country text,
  minutes_per_day integer not null check (minutes_per_day between 1 and 1440),
  version integer not null default 1
);

create table calendar_window (
  calendar_id uuid not null references calendar on delete cascade,
  weekday integer not null check (weekday between 1 and 7),
  from_time text not null check (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  to_time text not null check (to_time ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  primary key (calendar_id, weekday, from_time),
  check (from_time < to_time)
);

create table calendar_day (
  calendar_id uuid not null references calendar on delete cascade,
  day date not null,
  kind text not null check (kind in ('holiday', 'working')),
  name text not null,
  windows jsonb,
  primary key (calendar_id, day)
);

create table deadline_policy (
  id uuid primary key default uuidv7(),
  clock text not null,
  version integer not null,
  severity text check (severity in ('irritation', 'minor', 'major', 'critical')),
  variant text,
  amount numeric(10, 4) not null check (amount > 0),
  unit text not null check (unit in ('workingDays', 'workingHours', 'calendarDays')),
  warn_at numeric(3, 2)[] not null default '{0.5,0.8}',
  remind_after_days integer[] not null default '{}',
  warn_to text[] not null,
  breach_to text[] not null,
  repeats boolean not null default false,
  valid_from timestamptz not null default now(),
  unique nulls not distinct (clock, severity, variant, version)
);

create table approval_band (
  id uuid primary key default uuidv7(),
  version integer not null,
  band integer not null check (band >= 1),
  up_to numeric(14, 2),
  steps jsonb not null,
  unique (version, band)
);

create table exchange_rate (
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  day date not null,
  usd_per_unit numeric(18, 8) not null check (usd_per_unit > 0),
  primary key (currency, day)
);

create table catalogue_entry (
  id uuid primary key default uuidv7(),
  catalogue text not null check (catalogue in ('defect', 'occurrenceCause', 'escapeCause', 'systemCause', 'refusalGround', 'returnReason', 'subject')),
  code text not null check (code ~ '^[A-Za-z0-9-]{1,40}$'),
  name jsonb not null,
  position integer not null default 0,
  active boolean not null default true,
  unique (catalogue, code)
);

create table routing_rule (
  id uuid primary key default uuidv7(),
  subject text not null,
  stage text not null check (stage in ('production', 'delivery', 'processing')),
  department_id uuid not null references department,
  due_working_days integer not null default 3 check (due_working_days between 1 and 60),
  unique (subject, stage)
);

create table idempotency_key (
  person_id uuid not null,
  key text not null check (length(key) between 8 and 128),
  body_hash text not null,
  answer jsonb not null,
  created_at timestamptz not null default now(),
  primary key (person_id, key)
);
create index idempotency_key_created on idempotency_key (created_at);
`
