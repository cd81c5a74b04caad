// Core competences, warnings of a shortage, phases of loyalty, classes by contribution, and the first order that converts a customer.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create table core_competence (
  id uuid primary key default uuidv7(),
  wording text not null unique check (length(wording) between 1 and 500),
  long_term boolean not null default false,
  recognised boolean not null default false,
  repeatable boolean not null default false,
  specific boolean not null default false,
  perceived boolean not null default false,
  active boolean not null default false,
  check (not active or (long_term and recognised and repeatable and specific and perceived))
);

create table account_competence (
  account_id uuid not null references account on delete cascade,
  competence_id uuid not null references core_competence,
  primary key (account_id, competence_id)
);

create table shortage_warning (
  id uuid primary key default uuidv7(),
  product_id uuid not null references product,
  text text not null check (length(text) between 1 and 2000),
  expected_until date,
  warned_by uuid references person,
  warned_at timestamptz not null
);

create table shortage_notice (
  id uuid primary key default uuidv7(),
  warning_id uuid not null references shortage_warning,
  account_id uuid not null references account on delete cascade,
  told_at timestamptz,
  read_at timestamptz,
  unique (warning_id, account_id)
);
create index shortage_notice_account on shortage_notice (account_id, id);

create table loyalty_move (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account on delete cascade,
  from_phase text check (from_phase in ('ordinary', 'loyal', 'follower')),
  to_phase text not null check (to_phase in ('ordinary', 'loyal', 'follower')),
  orders integer not null,
  mean numeric(6, 3),
  referrals integer not null,
  at timestamptz not null
);
create index loyalty_move_account on loyalty_move (account_id, at desc, id desc);

create table account_class (
  account_id uuid primary key references account on delete cascade,
  class text not null check (class in ('vitalFew', 'usefulMany')),
  reason text not null check (length(reason) between 1 and 2000),
  set_by uuid references person,
  set_at timestamptz not null
);

create function convert_by_first_order() returns trigger language plpgsql as $$
begin
  update account set status = 'active', converted_on = coalesce(new.placed_on, current_date)
    where id = new.account_id and converted_on is null and status = 'potential';
  return null;
end $$;
create trigger customer_order_converts after insert on customer_order
  for each row execute function convert_by_first_order();
`
