// What a product costs against its target, and when a customer applied for the delivery of an order.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create table product_cost (
  id uuid primary key default uuidv7(),
  product_id uuid not null references product,
  cost_index numeric(6, 1) not null check (cost_index > 0),
  target numeric(6, 1) not null check (target > 0),
  set_by uuid references person,
  set_at timestamptz not null
);
create index product_cost_product on product_cost (product_id, id desc);

alter table customer_order add column application_due_on date;
alter table customer_order add column applied_on date;
`
