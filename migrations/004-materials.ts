// Products, orders, shipments, heats, pieces and inspection certificates.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create table product (
  id uuid primary key default uuidv7(),
  code text not null unique,
  name text not null,
  grade text,
  norm text
);

create table customer_order (
  id uuid primary key default uuidv7(),
  number text not null,
  account_id uuid not null references account,
  product_id uuid references product,
  ordered_mass numeric(12, 3) check (ordered_mass > 0),
  price_per_tonne numeric(14, 2) check (price_per_tonne >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  placed_on date,
  unique (account_id, number)
);

create table shipment (
  id uuid primary key default uuidv7(),
  number text not null unique,
  account_id uuid not null references account,
  order_id uuid references customer_order,
  transport text,
  promised_on date,
  dispatched_on date,
  arrived_on date
);
create index shipment_account on shipment (account_id, dispatched_on);

create table heat (
  id uuid primary key default uuidv7(),
  number text not null unique,
  grade text,
  cast_on date
);

create index heat_number on heat using gin (number gin_trgm_ops);
create index customer_order_number on customer_order using gin (number gin_trgm_ops);

create table piece (
  id uuid primary key default uuidv7(),
  number text not null,
  kind text not null check (kind in ('coil', 'pack', 'bundle')),
  heat_id uuid not null references heat,
  account_id uuid not null references account,
  order_id uuid references customer_order,
  shipment_id uuid references shipment,
  product_id uuid references product,
  line text,
  mass numeric(12, 3) not null check (mass > 0),
  unique (heat_id, number)
);
create index piece_number on piece using gin (number gin_trgm_ops);
create index piece_account on piece (account_id);
create index piece_order on piece (order_id);

create table certificate (
  id uuid primary key default uuidv7(),
  number text not null,
  account_id uuid not null references account,
  order_id uuid references customer_order,
  document_type text not null,
  en10204 text check (en10204 in ('2.1', '2.2', '3.1', '3.2')),
  schema_version text not null,
  issuer text not null,
  purchaser_order text,
  works_order text,
  product_name text not null,
  piece_count integer,
  theoretical_mass numeric(12, 3),
  actual_mass numeric(12, 3),
  issued_on date,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  raw bytea not null,
  imported_by uuid not null references person,
  imported_at timestamptz not null default now(),
  unique (account_id, sha256)
);

create table certificate_heat (
  certificate_id uuid not null references certificate on delete cascade,
  heat_id uuid not null references heat,
  primary key (certificate_id, heat_id)
);
create index certificate_heat_heat on certificate_heat (heat_id);

create table certificate_value (
  id uuid primary key default uuidv7(),
  certificate_id uuid not null references certificate on delete cascade,
  position integer not null,
  value_group text not null check (value_group in ('chemistry', 'tensile', 'impact', 'hardness', 'otherMechanical', 'other')),
  code text not null,
  name text,
  heat text,
  piece text,
  raw_text text not null,
  number numeric,
  unit text,
  min_value numeric,
  max_value numeric,
  unique (certificate_id, position)
);
`
