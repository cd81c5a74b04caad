// Clocks of a case in the database: started, paused, resumed, stopped and computed anew by effects of the chart.
import { type Selectable, type SqlBool, sql, type Transaction } from 'kysely'
import type { Clock } from '../../schema/clock.ts'
import type { Database } from '../../schema/database.ts'
import type { DeadlineRow } from '../../schema/database-cases.ts'
import type { StoredPause } from '../../schema/json.ts'
import type { Severity } from '../../schema/vocabulary.ts'
import type { WorkingCalendar } from './calendar.ts'
import { alarmsOf, type DeadlinePolicy, policyFor, policyOf, policyToStart } from './deadline-policies.ts'
import { type Schedule, scheduleOf, sentUnder } from './deadline-schedule.ts'
import type { Subject } from './engine.ts'
import { post } from './pipelined.ts'
import { plantCalendar } from './plant-calendar.ts'

type Trx = Transaction<Database>
export type Deadline = Selectable<DeadlineRow>

export interface ClockStart {
  clock: Clock
  /** What else the policy may differ by: the settlement kind */
  variant: string | null
  at: Date
  /** A date promised to the customer, when it may come before the policy's */
  notAfter: Date | null
  /** The settlement line the clock is for */
  lineId: string | null
  /** Another amount than the policy's: the account's replacement period, a due date asked for */
  amount: { value: number; unit: Deadline['unit'] } | null
}

/** Starts a new generation of the clock under the policy that holds now; a running one of the same name stops first. */
export async function startClock(trx: Trx, subject: Subject, start: ClockStart): Promise<void> {
  const { caseId, taskId } = subject
  const which = sql<SqlBool>`case_id = ${caseId} and task_id is not distinct from ${taskId}::uuid
    and line_id is not distinct from ${start.lineId}::uuid and clock = ${start.clock}`
  const { policy, generation } = await policyToStart(trx, { caseId, clock: start.clock, variant: start.variant, which })
  if (generation > 0) await stopClocks(trx, subject, start.at, { clock: start.clock, lineId: start.lineId })
  const calendar = await plantCalendar(trx)
  const amount = start.amount ?? { value: Number(policy.amount), unit: policy.unit }
  const schedule = scheduleOf(
    calendar.working,
    { startedAt: start.at, amount, notAfter: start.notAfter, pauses: [] },
    alarmsOf(policy),
  )
  const started = trx.insertInto('deadline').values({
    case_id: caseId,
    task_id: taskId,
    line_id: start.lineId,
    clock: start.clock,
    generation: generation + 1,
    policy_id: policy.id,
    calendar_id: calendar.id,
    amount: String(amount.value),
    unit: amount.unit,
    not_after: start.notAfter,
    started_at: start.at,
    due_at: schedule.dueAt,
    next_at: schedule.moments[0]?.at ?? null,
  })
  await post(trx, started)
}

/** Stops the named clocks of the subject that run; none named: all of them. */
export async function stopClocks(
  trx: Trx,
  subject: Subject,
  at: Date,
  which: { clock?: Clock; lineId?: string | null } = {},
): Promise<void> {
  let query = running(trx, subject, which.clock ? [which.clock] : null).set({ stopped_at: at, next_at: null })
  if (which.lineId) query = query.where('line_id', '=', which.lineId)
  await post(trx, query)
}

/** Pauses running clocks that are not paused yet. */
export async function pauseClocks(
  trx: Trx,
  subject: Subject,
  at: Date,
  reason: string,
  clocks: readonly Clock[] | null,
): Promise<void> {
  const pause: StoredPause[] = [{ from: at.toISOString(), to: null, reason }]
  const paused = running(trx, subject, clocks)
    .set({ pauses: sql<string>`pauses || ${JSON.stringify(pause)}::jsonb`, due_at: null, next_at: null })
    .where('due_at', 'is not', null)
  await post(trx, paused)
}

/** Ends the open pause of paused clocks and computes their due times. */
export async function resumeClocks(
  trx: Trx,
  subject: Subject,
  at: Date,
  clocks: readonly Clock[] | null,
): Promise<void> {
  const paused = (await runningRows(trx, subject, clocks)).filter(({ due_at }) => due_at === null)
  const counted = await Promise.all(
    paused.map(async (deadline) => {
      const pauses = deadline.pauses.map((pause) => (pause.to === null ? { ...pause, to: at.toISOString() } : pause))
      return await countAnew(trx, { ...deadline, pauses }, await policyOf(trx, deadline.policy_id))
    }),
  )
  await store(trx, counted)
}

/** Puts running clocks under the policy of another severity; their due times are counted anew from their start. */
export async function recomputeClocks(trx: Trx, subject: Subject, severity: Severity, at: Date): Promise<void> {
  const counted: Counted[] = []
  for (const deadline of await runningRows(trx, subject, null)) {
    const current = await policyOf(trx, deadline.policy_id)
    const policy = await policyFor(trx, deadline.clock, severity, current.variant)
    if (policy.severity === current.severity) continue
    counted.push(await countAnew(trx, { ...deadline, amount: policy.amount, unit: policy.unit }, policy, at))
  }
  await store(trx, counted)
}

/** The moments of a deadline that are still to come, under its own policy. */
export async function scheduleOfDeadline(trx: Trx, deadline: Deadline, policy: DeadlinePolicy): Promise<Schedule> {
  const { working } = await plantCalendar(trx, { id: deadline.calendar_id })
  return scheduleIn(working, deadline, policy)
}

/** The same in a calendar that is given. */
export function scheduleIn(working: WorkingCalendar, deadline: Deadline, policy: DeadlinePolicy): Schedule {
  return scheduleOf(
    working,
    {
      startedAt: deadline.started_at,
      amount: { value: Number(deadline.amount), unit: deadline.unit },
      notAfter: deadline.not_after,
      pauses: deadline.pauses,
    },
    alarmsOf(policy),
  )
}

/** What a clock is told when it was counted anew. */
interface Counted
  extends Pick<Deadline, 'id' | 'pauses' | 'policy_id' | 'amount' | 'unit' | 'due_at' | 'sent' | 'next_at'> {
  /** Whether its due time lies ahead again, so that it has not passed. */
  ahead: boolean
}

async function countAnew(trx: Trx, deadline: Deadline, policy: DeadlinePolicy, at?: Date): Promise<Counted> {
  const { id, pauses, amount, unit } = deadline
  const schedule = await scheduleOfDeadline(trx, deadline, policy)
  const sent = at ? sentUnder(schedule, deadline, at) : deadline.sent
  return {
    id,
    pauses,
    policy_id: policy.id,
    amount,
    unit,
    due_at: schedule.dueAt,
    sent,
    next_at: schedule.moments[sent]?.at ?? null,
    ahead: at !== undefined && schedule.dueAt !== null && schedule.dueAt > at,
  }
}

/** However many clocks moved, one statement tells them. */
async function store(trx: Trx, counted: readonly Counted[]): Promise<void> {
  if (counted.length === 0) return
  const told = sql`update deadline set pauses = told.pauses, policy_id = told.policy_id, amount = told.amount, unit = told.unit,
      due_at = told.due_at, sent = told.sent, next_at = told.next_at,
      breached_at = case when not told.ahead then deadline.breached_at end
    from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) as told (id uuid, pauses jsonb, policy_id uuid, amount numeric,
      unit text, due_at timestamptz, sent integer, next_at timestamptz, ahead boolean)
    where deadline.id = told.id`
  await post(trx, { execute: () => told.execute(trx) })
}

function running(trx: Trx, subject: Subject, clocks: readonly Clock[] | null) {
  const query = trx
    .updateTable('deadline')
    .where('case_id', '=', subject.caseId)
    .where('task_id', 'is not distinct from', subject.taskId)
    .where('stopped_at', 'is', null)
  return clocks ? query.where('clock', 'in', clocks) : query
}

async function runningRows(trx: Trx, subject: Subject, clocks: readonly Clock[] | null): Promise<Deadline[]> {
  const query = trx
    .selectFrom('deadline')
    .selectAll()
    .where('case_id', '=', subject.caseId)
    .where('task_id', 'is not distinct from', subject.taskId)
    .where('stopped_at', 'is', null)
  return (clocks ? query.where('clock', 'in', clocks) : query).execute()
}
