// Who may approve a step of a route: present holders of its positions and roles, and deputies of absent ones.
import { sql } from 'kysely'
import type { RouteStep } from '../../schema/json.ts'
import { type Reading, reading } from '../core/reading.ts'

export interface Approver {
  personId: string
  onBehalfOf: string | null
}

export interface Holder {
  id: string
  roles: string[]
  positions: string[]
  absent: boolean
  deputyId: string | null
  /** Whether the holder proposed on this claim. */
  proposed: boolean
}

/** The people entitled to each step of a route that is known, at that time. */
export function approversOf(caseId: string, route: readonly RouteStep[], at: Date): Reading<Approver[][]> {
  return reading([holdersOf(caseId, at)], (holders) => entitled(holders, route))
}

/**
 * The people entitled to each step. A deputy stands in for an absent holder unless the deputy proposed on this claim;
 * whether a holder proposed is the chart's to refuse.
 */
export function entitled(holders: readonly Holder[], route: readonly RouteStep[]): Approver[][] {
  const active = new Map(holders.map((holder) => [holder.id, holder]))
  return route.map(({ of }) =>
    holders
      .filter(({ roles, positions }) => of.some((word) => roles.includes(word) || positions.includes(word)))
      .flatMap((holder): Approver[] => {
        if (!holder.absent) return [{ personId: holder.id, onBehalfOf: null }]
        const deputy = holder.deputyId ? active.get(holder.deputyId) : undefined
        return deputy && !deputy.absent && !deputy.proposed ? [{ personId: deputy.id, onBehalfOf: holder.id }] : []
      }),
  )
}

/** Active people whose grant as csLead or management reaches the claim's account, with positions and absence. */
export function holdersOf(caseId: string, at: Date) {
  return sql<Holder>`
    select person.id,
      array_agg(distinct role_grant.role) as roles,
      array(select position from person_position where person_id = person.id) as positions,
      absence.person_id is not null as absent,
      absence.deputy_id as "deputyId",
      exists (select from proposal where proposal.case_id = ${caseId} and proposal.proposed_by = person.id) as proposed
    from service_case
    join account on account.id = service_case.account_id
    join role_grant on role_grant.role in ('csLead', 'management')
      and (role_grant.region_id is null or role_grant.region_id = account.region_id)
      and (role_grant.account_id is null or role_grant.account_id = account.id)
    join person on person.id = role_grant.person_id and person.active
    left join lateral (
      select person_id, deputy_id from absence where person_id = person.id and ${at}::timestamptz between from_at and to_at
      order by from_at desc limit 1) as absence on true
    where service_case.id = ${caseId}
    group by person.id, absence.person_id, absence.deputy_id
    order by person.id`
}
