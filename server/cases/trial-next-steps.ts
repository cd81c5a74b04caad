// Trial batches that stand where a role or an office has the next step.
import { type RawBuilder, sql } from 'kysely'
import type { TrialState } from '../../schema/trial-vocabulary.ts'
import type { GrantableRole, Office } from '../../schema/vocabulary.ts'
import type { PersonViewer } from '../core/viewer.ts'

const ofRoles: Partial<Record<GrantableRole, readonly TrialState[]>> = {
  csLead: ['nonConforming', 'evaluation'],
  analyst: ['feasibility'],
  management: ['approval'],
}

const ofOffices: Partial<Record<Office, readonly TrialState[]>> = {
  orderManagement: ['scheduled'],
  production: ['production', 'nonConforming', 'rework'],
  laboratory: ['inspection'],
  logistics: ['shipment'],
}

/** Conditions on `service_case`. An office stands for its departments that have a task on the trial: others do not see it. */
export function trialNextSteps({ grants, managedAccountIds }: PersonViewer): RawBuilder<unknown>[] {
  const states = grants.flatMap(({ role, office }) => [
    ...(ofRoles[role] ?? []),
    ...((office && ofOffices[office]) ?? []),
  ])
  const standing = (condition: RawBuilder<unknown>) =>
    sql`(service_case.kind = 'trialBatch' and service_case.waiting = 'running' and ${condition})`
  return [
    ...(states.length > 0 ? [standing(sql`service_case.state = any(${[...new Set(states)]})`)] : []),
    ...(managedAccountIds.length > 0
      ? [standing(sql`service_case.state = 'requested' and service_case.account_id = any(${managedAccountIds})`)]
      : []),
  ]
}
