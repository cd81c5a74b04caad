// Claims with items, containment, conclusion, proposals, settlement lines, approvals and 8D.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
create table claim (
  case_id uuid primary key references service_case,
  received_at timestamptz not null,
  channel text check (channel in ('visit', 'phone', 'online', 'message', 'email', 'sms')),
  what_happened text not null check (length(what_happened) between 1 and 10000),
  stage text check (stage in ('production', 'delivery', 'processing')),
  remedy_sought text check (remedy_sought in ('replacement', 'priceAllowance', 'creditOrRefund', 'rework', 'documents', 'explanation')),
  contact_id uuid references contact,
  analyst_id uuid references person,
  promised_answer_at timestamptz,
  repeat boolean not null default false,
  containment_note text,
  containment_complete boolean not null default false,
  occurrence_cause text,
  escape_cause text,
  system_cause text,
  quality_layer text check (quality_layer in ('standard', 'plantHandling', 'transport')),
  chain_stage text check (chain_stage in ('craneTransport', 'marking', 'additionalRequirements', 'loading', 'rail', 'portHandling', 'sea', 'unloading', 'portStorage')),
  our_fault boolean,
  apology_sent boolean not null default false,
  merged_into_id uuid references service_case,
  dispute_round integer not null default 0,
  reopened_count integer not null default 0
);
create index claim_analyst on claim (analyst_id);
create index claim_merged_into on claim (merged_into_id);

create table claim_item (
  id uuid primary key default uuidv7(),
  case_id uuid not null references service_case,
  origin_case_id uuid not null references service_case,
  position integer not null,
  piece_id uuid references piece,
  heat_id uuid references heat,
  unidentified_reason text check (length(unidentified_reason) <= 1000),
  defect text,
  claimed_mass numeric(12, 3) check (claimed_mass > 0),
  inspected_mass numeric(12, 3) check (inspected_mass >= 0),
  accepted_mass numeric(12, 3) check (accepted_mass >= 0),
  note text check (length(note) <= 2000)
);
create index claim_item_case on claim_item (case_id, position);
create index claim_item_piece on claim_item (piece_id);
create index claim_item_heat on claim_item (heat_id);
create index claim_item_defect on claim_item (defect, case_id);

create table containment (
  case_id uuid not null references service_case,
  piece_id uuid not null references piece,
  outcome text not null check (outcome in ('held', 'sorted', 'released')),
  at timestamptz not null,
  primary key (case_id, piece_id)
);

create table responsible_share (
  case_id uuid not null references service_case,
  department_id uuid not null references department,
  percent numeric(5, 2) not null check (percent > 0 and percent <= 100),
  primary key (case_id, department_id)
);

create table proposal (
  id uuid primary key default uuidv7(),
  case_id uuid not null references service_case,
  account_id uuid not null references account,
  number integer not null,
  hash text not null,
  state text not null check (state in ('pending', 'approved', 'sentBack', 'withdrawn', 'replaced')),
  refusal boolean not null default false,
  ground text,
  amount_usd numeric(14, 2) not null,
  total_usd numeric(14, 2) not null,
  route jsonb not null,
  proposed_by uuid not null references person,
  proposed_at timestamptz not null,
  unique (case_id, number)
);
create index proposal_account on proposal (account_id, proposed_at);
create function take_account_of_case() returns trigger language plpgsql as $$
begin
  select account_id into new.account_id from service_case where id = new.case_id;
  return new;
end $$;
create trigger proposal_account before insert on proposal for each row execute function take_account_of_case();

create table settlement_line (
  id uuid primary key default uuidv7(),
  case_id uuid not null references service_case,
  proposal_id uuid not null references proposal,
  item_id uuid references claim_item,
  position integer not null,
  kind text not null check (kind in ('creditNoteFull', 'priceAllowance', 'replacement', 'returnAndRefund', 'returnAndRework', 'reworkAtCustomer',
    'scrapAtCustomer', 'regrade', 'divertToOtherOrder', 'useAsIs', 'additionalDelivery', 'processingCost', 'transportCost', 'documentReissue',
    'priceCorrection', 'carrierRecourse', 'supplierRecourse', 'goodwill', 'none')),
  mass numeric(12, 3) check (mass > 0),
  amount numeric(14, 2) not null default 0 check (amount >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  department_id uuid references department,
  ground text,
  document_number text,
  executed_at timestamptz,
  executed_by uuid references person,
  unique (proposal_id, position)
);
create index settlement_line_case on settlement_line (case_id, position);
create index settlement_line_department on settlement_line (department_id, case_id);

create table approval (
  id uuid primary key default uuidv7(),
  proposal_id uuid not null references proposal,
  step integer not null,
  person_id uuid not null references person,
  on_behalf_of uuid references person,
  decision text not null check (decision in ('approved', 'sentBack')),
  reason text,
  at timestamptz not null,
  unique (proposal_id, step, person_id)
);

create table improvement (
  case_id uuid primary key references service_case,
  owner_id uuid references person,
  due_at timestamptz,
  team text,
  description text,
  containment text,
  occurrence_evidence text,
  escape_evidence text,
  before_count integer,
  after_count integer,
  prevention text,
  thanks text,
  not_effective_count integer not null default 0
);

create table improvement_action (
  id uuid primary key default uuidv7(),
  case_id uuid not null references service_case,
  position integer not null,
  description text not null,
  owner_id uuid not null references person,
  due_on date not null,
  implemented_on date,
  evidence text,
  unique (case_id, position)
);
`
