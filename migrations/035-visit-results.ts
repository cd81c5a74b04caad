// What findings of visits became, the order that a visit is about, how the visitor behaved, and the list of visits among the kept views.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
alter table visit add column order_number text check (length(order_number) <= 100);

alter table visit_outcome
  add column need_id uuid references product_need on delete set null,
  add column offer_id uuid references account_offer on delete set null,
  add column plan_id uuid references account_plan on delete set null,
  add column recommendation_id uuid references recommendation;

create table visit_check (
  id uuid primary key default uuidv7(),
  case_id uuid not null references visit,
  person_id uuid not null references person,
  kept text[] not null check (kept <@ array[
    'customersPlace', 'politeness', 'appearance', 'attention', 'likesJob', 'letSpeak', 'listening', 'apology']),
  checked_at timestamptz not null,
  unique (case_id, person_id)
);

alter table saved_view drop constraint saved_view_page_check;
alter table saved_view add constraint saved_view_page_check check (page in ('work', 'claims', 'board', 'accounts', 'visits'));
alter table first_view drop constraint first_view_page_check;
alter table first_view add constraint first_view_page_check check (page in ('work', 'claims', 'board', 'accounts', 'visits'));
alter table list_export drop constraint list_export_page_check;
alter table list_export add constraint list_export_page_check check (page in ('work', 'claims', 'accounts', 'visits'));
`
