// The policies under which clocks run: data that management changes, each deadline keeping the version it started under.
import { type Selectable, sql, type Transaction } from 'kysely'
import type { Clock } from '../../schema/clock.ts'
import type { Database } from '../../schema/database.ts'
import type { DeadlinePolicyRow } from '../../schema/database-organization.ts'
import type { Severity } from '../../schema/vocabulary.ts'
import type { Alarms } from './deadline-schedule.ts'

type Trx = Transaction<Database>
export type DeadlinePolicy = Selectable<DeadlinePolicyRow>

/** The newest version of the policy that fits best: of the variant and the severity, else of fewer of them. */
export async function policyFor(
  trx: Trx,
  clock: Clock,
  severity: Severity | null,
  variant: string | null,
): Promise<DeadlinePolicy> {
  return trx
    .selectFrom('deadline_policy')
    .selectAll()
    .where('clock', '=', clock)
    .where((eb) => eb.or([eb('severity', 'is', null), eb('severity', '=', severity)]))
    .where((eb) => eb.or([eb('variant', 'is', null), eb('variant', '=', variant)]))
    .orderBy(sql`variant is null`)
    .orderBy(sql`severity is null`)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow(() => new Error(`No policy for clock ${clock}`))
}

export function alarmsOf(policy: DeadlinePolicy): Alarms {
  return { warnAt: policy.warn_at.map(Number), remindAfterDays: policy.remind_after_days, breachTo: policy.breach_to }
}

export async function policyOf(trx: Trx, id: string): Promise<DeadlinePolicy> {
  return trx.selectFrom('deadline_policy').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
