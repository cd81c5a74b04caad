// States of trial batches and visits, the history of visits from before their chart, and the policies of the new clocks.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
alter table service_case
  add constraint service_case_trial_state check (kind <> 'trialBatch' or state in (
    'requested', 'requirements', 'feasibility', 'approval', 'scheduled', 'production', 'inspection', 'nonConforming', 'rework', 'shipment',
    'atCustomer', 'processing', 'evaluation', 'adopted', 'rejected', 'declined', 'stopped', 'cancelled')),
  add constraint service_case_trial_pace check (kind <> 'trialBatch' or (waiting is not null and waiting in ('running', 'held'))),
  add constraint service_case_visit_state check (kind <> 'visit' or state in (
    'requested', 'triaged', 'proposed', 'confirmed', 'prepared', 'underway', 'reporting', 'followUp', 'closed', 'cancelled', 'declined')),
  add constraint service_case_regions check ((kind <> 'visit' or waiting is null) and (kind = 'claim' or improvement is null));

alter table case_link drop constraint case_link_kind_check;
alter table case_link add constraint case_link_kind_check check (kind in (
  'merged', 'duplicate', 'repeat', 'successor', 'visit', 'trialReason', 'trialMaterial'));

insert into history (case_id, revision, kind, event, to_states, payload, reason, by_id, by_name, as_role, at)
select visit.id, 1, 'event', 'request', array['requested'],
  jsonb_build_object('accountId', visit.account_id, 'reason', visit.title), visit.title, visit.owner_id, coalesce(person.name, 'system'),
  'csEngineer', visit.opened_at
from service_case as visit left join person on person.id = visit.owner_id
where visit.kind = 'visit' and visit.chart_version = 0
  and not exists (select from history where history.case_id = visit.id and history.revision = 1);

insert into deadline_policy (clock, version, amount, unit, warn_at, warn_to, breach_to, valid_from)
select given.clock, 1, given.amount, given.unit, '{0.5,0.8}', given.warn_to::text[], given.breach_to::text[], '2020-01-01T00:00:00Z'
from (values
  ('trialRequest', 2, 'workingDays', '{owner}', '{csLead}'),
  ('trialRequirements', 10, 'workingDays', '{owner}', '{csLead}'),
  ('trialFeasibility', 5, 'workingDays', '{analysts}', '{csLead}'),
  ('trialApproval', 3, 'workingDays', '{management}', '{csLead}'),
  ('trialSlot', 10, 'workingDays', '{orderManagement}', '{csLead}'),
  ('trialProduction', 10, 'workingDays', '{production}', '{csLead}'),
  ('trialInspection', 3, 'workingDays', '{laboratory}', '{csLead}'),
  ('trialNonConforming', 5, 'workingDays', '{production}', '{csLead}'),
  ('trialShipment', 30, 'workingDays', '{logistics}', '{csLead}'),
  ('trialAtCustomer', 30, 'workingDays', '{owner}', '{csLead}'),
  ('trialEvaluation', 10, 'workingDays', '{csLead}', '{management}'),
  ('visitRequest', 7, 'calendarDays', '{owner}', '{csLead,keyCustomerManager}'),
  ('visitFirstAnswer', 1, 'workingDays', '{owner}', '{csLead}'),
  ('visitReport', 3, 'workingDays', '{owner}', '{csLead}'),
  ('visitFollowUp', 30, 'workingDays', '{owner}', '{keyCustomerManager,csLead}')
) as given(clock, amount, unit, warn_to, breach_to)
where exists (select from deadline_policy);
`
