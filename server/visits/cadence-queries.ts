// When the regular visits of an account are due.
import { type RawBuilder, sql } from 'kysely'
import type { Engine } from '../core/engine.ts'
import { plantCode } from '../core/plant-calendar.ts'

/** Days before a visit is due at which it is planned, so that a date can be found; default of the product. */
export const plannedAhead = 21

/**
 * Day on which the next regular visit of a row of `visit_cadence` is due: so many days after the last visit that took place or was
 * called off, or after the cadence was set.
 */
export function nextOn(cadence: string): RawBuilder<string> {
  const of = (column: string) => sql.ref(`${cadence}.${column}`)
  return sql<string>`(greatest(${day(of('set_at'))}, (
    select ${day(sql`max(coalesce(visit.begun_at, past.closed_at))`)}
    from service_case as past join visit on visit.case_id = past.id
    where past.account_id = ${of('account_id')} and (visit.begun_at is not null
      or (visit.origin = 'plan' and past.state in ('cancelled', 'declined'))))) + ${of('days')})`
}

const day = (moment: RawBuilder<unknown>) =>
  sql<string>`(${moment} at time zone (select time_zone from calendar where code = ${sql.lit(plantCode)}))::date`

export interface DueVisit {
  accountId: string
  /** Of who manages the account, else of the account. */
  language: string
  /** The day it is due, today where that has passed. */
  dueOn: string
}

/** Accounts whose next regular visit is to be planned now: none of ours is on its way, and it is due within three weeks. */
export async function dueVisits(
  engine: Pick<Engine, 'now'>,
  db: Engine['db'],
  accountId: string | null = null,
): Promise<DueVisit[]> {
  const { rows } = await sql<DueVisit>`
    select account_id as "accountId", language, greatest(next_on, today)::text as "dueOn"
    from (
      select cadence.account_id, coalesce(manager.language, account.language) as language,
        ${nextOn('cadence')} as next_on, ${day(engine.now())} as today
      from visit_cadence as cadence
      join account on account.id = cadence.account_id
      left join person as manager on manager.id = account.manager_id
      where (${accountId}::uuid is null or cadence.account_id = ${accountId}::uuid)
        and not exists (select from service_case as planned join visit on visit.case_id = planned.id
          where planned.account_id = cadence.account_id and visit.origin = 'plan' and visit.finished_at is null
            and planned.open)) as regular
    where next_on <= today + ${plannedAhead}::int
    order by next_on, account_id`.execute(db)
  return rows
}
