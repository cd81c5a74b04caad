// Trial batches with requirements, material, inspection, shipment and processing.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create table competitor_product (
  id uuid primary key default uuidv7(),
  competitor text not null check (length(competitor) between 1 and 200),
  name text not null check (length(name) between 1 and 200),
  grade text,
  note text,
  active boolean not null default true,
  unique (competitor, name)
);

create table trial_batch (
  case_id uuid primary key references service_case,
  product_id uuid not null references product,
  aim text not null check (length(aim) between 1 and 10000),
  reason text not null check (reason in ('claim', 'need', 'competitorGap', 'idea')),
  reason_text text,
  competitor_product_id uuid references competitor_product,
  iteration integer not null default 1 check (iteration >= 1),
  inspection integer not null default 0,
  cost numeric(14, 2) check (cost >= 0),
  cost_currency text check (cost_currency ~ '^[A-Z]{3}$'),
  cost_usd numeric(14, 2),
  slot_at timestamptz,
  tonnage numeric(12, 3) check (tonnage > 0),
  planned_heats integer check (planned_heats > 0),
  held_until timestamptz,
  certificate_id uuid references certificate,
  concession_groups text[] not null default '{}',
  concession_signed_by text,
  concession_signed_on date,
  concession_document text,
  received_at timestamptz,
  processing_started_at timestamptz,
  processing_place text,
  attended boolean,
  not_attended_reason text,
  not_processed_reason text,
  verdict text,
  verdict_signatory text,
  verdict_signed_on date,
  follow_up_order_id uuid references customer_order,
  shipped_material text
);

create table trial_requirement (
  id uuid primary key default uuidv7(),
  case_id uuid not null references service_case,
  iteration integer not null,
  position integer not null,
  indicator_group text not null check (indicator_group in (
    'chemicalComposition', 'mechanicalProperties', 'surface', 'geometry', 'tolerances', 'flatness')),
  indicator text not null check (length(indicator) between 1 and 100),
  unit text not null check (length(unit) between 1 and 40),
  min_value numeric(16, 6),
  max_value numeric(16, 6),
  property text,
  check (min_value is not null or max_value is not null),
  check (min_value <= max_value),
  unique (case_id, iteration, position)
);

create table trial_heat (
  id uuid primary key default uuidv7(),
  case_id uuid not null references service_case,
  iteration integer not null,
  heat_id uuid not null references heat,
  variant text,
  unique (case_id, iteration, heat_id)
);

create table trial_piece (
  id uuid primary key default uuidv7(),
  case_id uuid not null references service_case,
  iteration integer not null,
  piece_id uuid not null references piece,
  unique (case_id, iteration, piece_id)
);
create index trial_piece_piece on trial_piece (piece_id);

create table trial_card_change (
  id uuid primary key default uuidv7(),
  case_id uuid not null references service_case,
  iteration integer not null,
  position integer not null,
  parameter text not null,
  before text not null,
  after text not null,
  reason text,
  unique (case_id, iteration, position)
);

create table trial_measurement (
  id uuid primary key default uuidv7(),
  case_id uuid not null references service_case,
  requirement_id uuid not null references trial_requirement,
  inspection integer not null,
  heat_id uuid references heat,
  piece_id uuid references piece,
  value numeric(16, 6) not null,
  unit text not null,
  conforms boolean not null,
  of_certificate boolean not null default false
);
create index trial_measurement_requirement on trial_measurement (requirement_id, inspection);
create index trial_measurement_case on trial_measurement (case_id, inspection);

create table trial_stage (
  id uuid primary key default uuidv7(),
  case_id uuid not null references service_case,
  iteration integer not null,
  stage text not null check (stage in (
    'craneTransport', 'marking', 'additionalRequirements', 'loading', 'rail', 'portHandling', 'sea', 'unloading', 'portStorage')),
  at timestamptz not null,
  note text
);
create index trial_stage_case on trial_stage (case_id, iteration, at);

create table trial_processing (
  id uuid primary key default uuidv7(),
  case_id uuid not null references service_case,
  iteration integer not null,
  position integer not null,
  heat_id uuid references heat,
  input_mass numeric(12, 3) not null check (input_mass > 0),
  good_mass numeric(12, 3) not null check (good_mass >= 0),
  reason_above text,
  stops integer not null check (stops >= 0),
  pieces integer not null check (pieces > 0),
  rating integer not null check (rating between 1 and 5),
  note text,
  check (good_mass <= input_mass or reason_above is not null),
  unique (case_id, iteration, position)
);

create table trial_cost_limit (
  version integer primary key,
  amount_usd numeric(14, 2) not null check (amount_usd >= 0),
  set_by uuid references person,
  set_at timestamptz not null default now()
);
insert into trial_cost_limit (version, amount_usd) select 1, 10000 where exists (select from deadline_policy);
`
