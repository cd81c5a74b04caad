// Who may approve a step of a route: present holders of its positions and roles, and deputies of absent ones.
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { RouteStep } from '../../schema/json.ts'

export interface Approver {
  personId: string
  onBehalfOf: string | null
}

interface Holder {
  id: string
  roles: string[]
  positions: string[]
  absent: boolean
  deputyId: string | null
}

/**
 * The people entitled to each step, at that time. A deputy stands in for an absent holder unless the deputy proposed on
 * this claim; whether a holder proposed is the chart's to refuse.
 */
export async function approversOf(
  db: Kysely<Database>,
  caseId: string,
  route: readonly RouteStep[],
  at: Date,
): Promise<Approver[][]> {
  const holders = await holdersOf(db, caseId, at)
  const proposers = await db
    .selectFrom('proposal')
    .where('case_id', '=', caseId)
    .select('proposed_by')
    .distinct()
    .execute()
  const proposed = new Set(proposers.map(({ proposed_by }) => proposed_by))
  const active = new Map(holders.map((holder) => [holder.id, holder]))
  return route.map(({ of }) =>
    holders
      .filter(({ roles, positions }) => of.some((word) => roles.includes(word) || positions.includes(word)))
      .flatMap((holder): Approver[] => {
        if (!holder.absent) return [{ personId: holder.id, onBehalfOf: null }]
        const deputy = holder.deputyId ? active.get(holder.deputyId) : undefined
        return deputy && !deputy.absent && !proposed.has(deputy.id)
          ? [{ personId: deputy.id, onBehalfOf: holder.id }]
          : []
      }),
  )
}

/** Active people whose grant as csLead or management reaches the claim's account, with positions and absence. */
async function holdersOf(db: Kysely<Database>, caseId: string, at: Date): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select person.id,
      array_agg(distinct role_grant.role) as roles,
      array(select position from person_position where person_id = person.id) as positions,
      absence.person_id is not null as absent,
      absence.deputy_id as "deputyId"
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
    order by person.id`.execute(db)
  return rows
}
