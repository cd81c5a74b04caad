// What is known of a customer and agreed with it: plan, profile, terms, contacts, needs, offers, plans, obligations.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create table segment_characteristic (
  id uuid primary key default uuidv7(),
  name text not null unique check (length(name) between 1 and 200),
  depends_on_supplier boolean not null,
  measurable boolean not null,
  correlated_with text[] not null default '{}'
);

create table segment (
  id uuid primary key default uuidv7(),
  name text not null unique check (length(name) between 1 and 200),
  target boolean not null default false,
  characteristics text[] not null default '{}',
  strategy text,
  team text,
  review_on date,
  service_cost numeric(14, 2) check (service_cost >= 0),
  product_cost numeric(14, 2) check (product_cost >= 0),
  solution_cost numeric(14, 2) check (solution_cost >= 0),
  contact_cost numeric(14, 2) check (contact_cost >= 0),
  currency text not null default 'USD' check (currency ~ '^[A-Z]{3}$')
);

alter table account add column segment_id uuid references segment;
alter table account add column converted_on date;
alter table account add column preferred_channel text
  check (preferred_channel in ('visit', 'phone', 'online', 'message', 'email', 'sms'));
create index account_segment on account (segment_id);

create table key_plan (
  account_id uuid primary key references account on delete cascade,
  definition text,
  success_factors text,
  attraction text,
  problems text,
  satisfaction text,
  control text,
  review_on date,
  review_result text
);

create table account_profile (
  account_id uuid primary key references account on delete cascade,
  expectations text,
  buying_habits text,
  motives text,
  stereotypes text,
  hidden_losses text,
  total_need numeric(12, 3) check (total_need > 0),
  price_structure_on date,
  much_larger boolean not null default false
);

create table account_terms (
  account_id uuid primary key references account on delete cascade,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  yearly_sales numeric(14, 2) check (yearly_sales >= 0),
  yearly_growth numeric(14, 2),
  years integer check (years between 1 and 30),
  margin_percent numeric(5, 2) check (margin_percent between 0 and 100),
  credit_limit numeric(14, 2) check (credit_limit >= 0),
  outstanding numeric(14, 2) check (outstanding >= 0)
);

create table contact_entry (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account on delete cascade,
  contact_id uuid references contact,
  at timestamptz not null,
  channel text not null check (channel in ('visit', 'phone', 'online', 'message', 'email', 'sms')),
  begun_by text not null check (begun_by in ('customer', 'works')),
  subject text not null check (length(subject) between 1 and 300),
  summary text,
  next_contact_on date,
  person_id uuid references person
);
create index contact_entry_account on contact_entry (account_id, at desc, id desc);

create table account_promise (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account on delete cascade,
  text text not null check (length(text) between 1 and 2000),
  due_on date not null,
  kept_on date
);
create index account_promise_account on account_promise (account_id, due_on, id);

create table unique_need (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account on delete cascade,
  kind text not null check (kind in ('outsideHours', 'emergencyStock', 'replacementPeriod', 'licences', 'documentForm', 'reporting', 'other')),
  text text not null check (length(text) between 1 and 2000),
  how_met text,
  department_id uuid references department,
  evidence text,
  wanted_stock numeric(12, 3) check (wanted_stock > 0),
  actual_stock numeric(12, 3) check (actual_stock >= 0),
  met boolean not null default false
);
create index unique_need_account on unique_need (account_id, id);

create table product_need (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account on delete cascade,
  product text not null check (length(product) between 1 and 200),
  size text,
  grade text,
  yearly_mass numeric(12, 3) check (yearly_mass > 0),
  requirements text,
  supplied boolean not null default false,
  budget numeric(14, 2) check (budget >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  special boolean not null default false,
  check (budget is null or currency is not null)
);
create index product_need_account on product_need (account_id, id);

create table account_offer (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account on delete cascade,
  need_id uuid references product_need,
  product text not null check (length(product) between 1 and 200),
  reason text,
  state text not null default 'proposed' check (state in ('proposed', 'trialAgreed', 'ordered', 'declined')),
  furthest text not null default 'proposed' check (furthest in ('proposed', 'trialAgreed', 'ordered', 'declined')),
  offered_on date not null,
  check (need_id is not null or reason is not null)
);
create index account_offer_account on account_offer (account_id, id);
create index account_offer_need on account_offer (need_id);

create table account_plan (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account on delete cascade,
  side text not null check (side in ('theirs', 'ours')),
  text text not null check (length(text) between 1 and 2000),
  planned_for text,
  shared_on date
);
create index account_plan_account on account_plan (account_id, id);

create table obligation (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account on delete cascade,
  kind text not null check (kind in ('earlierSteps', 'creditLine', 'equipment', 'digitalTools', 'training')),
  state text not null check (state in ('met', 'atRisk', 'breached')),
  note text,
  unique (account_id, kind)
);

create table hidden_loss (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account on delete cascade,
  text text not null check (length(text) between 1 and 2000),
  amount numeric(14, 2) not null check (amount >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$')
);
create index hidden_loss_account on hidden_loss (account_id, id);

create table referral (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account on delete cascade,
  text text not null check (length(text) between 1 and 2000),
  recommended_on date not null
);
create index referral_account on referral (account_id, id);
`
