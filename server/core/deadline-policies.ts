// The policies under which clocks run: data that management changes, each deadline keeping the version it started under.
import { type Expression, type Selectable, type SqlBool, sql, type Transaction } from 'kysely'
import type { Clock } from '../../schema/clock.ts'
import type { Database } from '../../schema/database.ts'
import type { DeadlinePolicyRow } from '../../schema/database-organization.ts'
import type { Severity } from '../../schema/vocabulary.ts'
import type { Alarms } from './deadline-schedule.ts'
import { onceIn } from './once-in.ts'

type Trx = Transaction<Database>
export type DeadlinePolicy = Selectable<DeadlinePolicyRow>

/** The newest version of the policy that fits best: of the variant and the severity, else of fewer of them. */
export async function policyFor(
  trx: Trx,
  clock: Clock,
  severity: Severity | null,
  variant: string | null,
): Promise<DeadlinePolicy> {
  const { rows } = await sql<DeadlinePolicy>`select * ${fitting(clock, sql`${severity}::text`, variant)}`.execute(trx)
  return found(rows, clock)
}

/** The same for the severity that the case has now, and beside it the last generation of its clock that `which` tells apart. */
export async function policyToStart(
  trx: Trx,
  {
    caseId,
    clock,
    variant,
    which,
  }: { caseId: string; clock: Clock; variant: string | null; which: Expression<SqlBool> },
): Promise<{ policy: DeadlinePolicy; generation: number }> {
  const severity = sql`(select severity from service_case where id = ${caseId})`
  const { rows } = await sql<DeadlinePolicy & { generation: number | null }>`
    select deadline_policy.*, (select max(generation) from deadline where ${which}) as generation
    ${fitting(clock, severity, variant)}`.execute(trx)
  const { generation, ...policy } = found(rows, clock)
  return { policy, generation: generation ?? 0 }
}

function fitting(clock: Clock, severity: Expression<unknown>, variant: string | null) {
  return sql`from deadline_policy
    where clock = ${clock} and (severity is null or severity = ${severity}) and (variant is null or variant = ${variant})
    order by variant is null, severity is null, version desc limit 1`
}

function found<R>([row]: readonly R[], clock: Clock): R {
  if (!row) throw new Error(`No policy for clock ${clock}`)
  return row
}

export function alarmsOf(policy: DeadlinePolicy): Alarms {
  return { warnAt: policy.warn_at.map(Number), remindAfterDays: policy.remind_after_days, breachTo: policy.breach_to }
}

export function policyOf(trx: Trx, id: string): Promise<DeadlinePolicy> {
  return onceIn(trx, `policy ${id}`, () =>
    trx.selectFrom('deadline_policy').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )
}
