// What a changed calendar does to the clocks that run in it: which would move, and moving them.
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { WorkingCalendar } from './calendar.ts'
import type { DeadlinePolicy } from './deadline-policies.ts'
import { type Schedule, sentUnder } from './deadline-schedule.ts'
import { type Deadline, scheduleIn } from './deadlines.ts'
import { unkeptCalendar } from './plant-calendar.ts'
import type { Work } from './work.ts'

interface Shift {
  deadline: Deadline
  schedule: Schedule
}

/**
 * Clocks whose due time is another one in the calendar that is given. The rule: a clock that runs, is not paused and has
 * not passed is counted anew from its start, under the policy it started with. What has passed stays passed; a paused
 * clock is counted when it resumes; days of the civil calendar do not move. Default of the product.
 */
export async function shiftsOf(
  db: Kysely<Database>,
  calendar: { id: string; working: WorkingCalendar },
  at: Date,
  { lock = false } = {},
): Promise<Shift[]> {
  const running = db
    .selectFrom('deadline')
    .selectAll()
    .where('calendar_id', '=', calendar.id)
    .where('stopped_at', 'is', null)
    .where('breached_at', 'is', null)
    .where('due_at', '>', at)
    .where('unit', '<>', 'calendarDays')
    .orderBy('id')
  const deadlines = await (lock ? running.forUpdate() : running).execute()
  const policyBy = new Map((await db.selectFrom('deadline_policy').selectAll().execute()).map((one) => [one.id, one]))
  return deadlines.flatMap((deadline) => {
    const schedule = scheduleIn(calendar.working, deadline, policyBy.get(deadline.policy_id) as DeadlinePolicy)
    return schedule.dueAt && schedule.dueAt.getTime() !== deadline.due_at?.getTime() ? [{ deadline, schedule }] : []
  })
}

/** Moves the clocks of a calendar that this transaction has changed, and the due times of their cases and tasks; gives how many. */
export async function shiftClocks(work: Work, calendarId: string, at: Date): Promise<number> {
  const { trx } = work
  const shifts = await shiftsOf(trx, await unkeptCalendar(trx, { id: calendarId }), at, { lock: true })
  for (const { deadline, schedule } of shifts) {
    const sent = sentUnder(schedule, deadline, at)
    await trx
      .updateTable('deadline')
      .set({ due_at: schedule.dueAt, sent, next_at: schedule.moments[sent]?.at ?? null })
      .where('id', '=', deadline.id)
      .execute()
    work.changed({ caseId: deadline.case_id, taskId: deadline.task_id, personIds: [] })
  }
  await storeEarliest(trx, shifts)
  return shifts.length
}

async function storeEarliest(trx: Transaction<Database>, shifts: readonly Shift[]): Promise<void> {
  const tasks = shifts.flatMap(({ deadline }) => deadline.task_id ?? [])
  const cases = shifts.flatMap(({ deadline }) => (deadline.task_id ? [] : deadline.case_id))
  const earliest = sql<Date | null>`(select min(due_at) from deadline where stopped_at is null`
  await trx
    .updateTable('task')
    .set({ due_at: sql`${earliest} and deadline.task_id = task.id)` })
    .where(sql<boolean>`id = any(${tasks}::uuid[])`)
    .execute()
  await trx
    .updateTable('service_case')
    .set({ due_at: sql`${earliest} and deadline.case_id = service_case.id and deadline.task_id is null)` })
    .where(sql<boolean>`id = any(${cases}::uuid[])`)
    .execute()
}
