// Regions, accounts, contacts and who holds which role.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create table region (
  id uuid primary key default uuidv7(),
  code text not null unique,
  name jsonb not null,
  position integer not null default 0
);

create table account (
  id uuid primary key default uuidv7(),
  number text not null unique,
  name text not null check (length(name) between 1 and 300),
  region_id uuid not null references region,
  consumer_type text not null check (consumer_type in ('endUser', 'wholesaler')),
  status text not null default 'active' check (status in ('potential', 'active', 'dormant', 'lost')),
  key boolean not null default false,
  critical boolean not null default false,
  manager_id uuid references person,
  country text not null check (country ~ '^[A-Z]{2}$'),
  language text not null default 'en',
  time_zone text not null default 'UTC',
  currency text not null default 'USD' check (currency ~ '^[A-Z]{3}$'),
  replacement_days integer check (replacement_days between 1 and 365),
  silence_accepts boolean not null default false,
  special_policy text check (length(special_policy) <= 2000),
  contract_number text,
  created_at timestamptz not null default now(),
  check (key or not critical)
);
create index account_region on account (region_id, name, id);
create index account_manager on account (manager_id);

create table contact (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account on delete cascade,
  name text not null check (length(name) between 1 and 200),
  job_title text,
  email text,
  phone text,
  language text not null default 'en',
  active boolean not null default true
);
create index contact_account on contact (account_id);

create table role_grant (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person on delete cascade,
  role text not null check (role in ('csEngineer', 'csLead', 'analyst', 'departmentResponder', 'departmentHead', 'keyCustomerManager', 'management', 'administrator')),
  department_id uuid references department,
  region_id uuid references region,
  account_id uuid references account,
  granted_by uuid references person,
  granted_at timestamptz not null default now(),
  unique nulls not distinct (person_id, role, department_id, region_id, account_id),
  check (role not in ('departmentResponder', 'departmentHead') or department_id is not null)
);
create index role_grant_department on role_grant (department_id, role);
`
