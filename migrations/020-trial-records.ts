// Competitors' values, and recommendations on what does not suit.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create table competitor_value (
  id uuid primary key default uuidv7(),
  competitor_product_id uuid not null references competitor_product,
  account_id uuid not null references account,
  case_id uuid references service_case,
  iteration integer,
  measure text check (measure in ('yield', 'consumption', 'stops', 'rating')),
  indicator text not null check (length(indicator) between 1 and 100),
  unit text not null check (length(unit) between 1 and 40),
  direction text not null check (direction in ('higher', 'lower')),
  theirs numeric(16, 6) not null,
  ours numeric(16, 6),
  recorded_by uuid references person,
  recorded_at timestamptz not null
);
create index competitor_value_case on competitor_value (case_id, iteration);
create index competitor_value_account on competitor_value (account_id, recorded_at desc, id desc);
create index competitor_value_product on competitor_value (competitor_product_id, recorded_at desc, id desc);

create table recommendation (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account,
  case_id uuid references service_case,
  requirement_id uuid references trial_requirement,
  competitor_value_id uuid references competitor_value,
  indicator text not null check (length(indicator) between 1 and 100),
  problem text not null check (length(problem) between 1 and 2000),
  target text not null check (length(target) between 1 and 2000),
  measure text,
  state text not null default 'draft' check (state in ('draft', 'accepted', 'declined', 'effective', 'notEffective')),
  department_id uuid references department,
  due_on date,
  task_id uuid references task,
  decision_reason text,
  decided_by uuid references person,
  decided_at timestamptz,
  effect_value numeric(16, 6),
  effect_unit text,
  effect_note text,
  effect_on date,
  created_at timestamptz not null
);
create index recommendation_case on recommendation (case_id);
create index recommendation_account on recommendation (account_id, created_at desc, id desc);
create index recommendation_state on recommendation (state, created_at desc, id desc);
`
