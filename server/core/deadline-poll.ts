// Fires what is due: warnings, reminders, passed clocks and escalations, each under the lock of its case.
import { sql } from 'kysely'
import { advance } from './advance.ts'
import { type DeadlinePolicy, policyOf } from './deadline-policies.ts'
import type { Moment } from './deadline-schedule.ts'
import { type Deadline, scheduleOfDeadline } from './deadlines.ts'
import type { EffectScope, Engine, Subject } from './engine.ts'
import { appendNote } from './history.ts'
import { lockCase } from './lock.ts'
import { transact } from './transaction.ts'
import { systemViewer } from './viewer.ts'
import type { Work } from './work.ts'

/** Tells the people behind a word of the policy (owner, analyst, csLead, contact …) of a moment of a clock. */
export type AlarmSender = (scope: EffectScope, deadline: Deadline, moment: Moment, to: string) => Promise<void>

/**
 * Fires the moments that are due, one transaction each, oldest first, at most `limit`. Several servers may call it at
 * once: a case that another one holds is skipped. One that fails is reported, put off and does not hold up the others.
 * `caseId` narrows it to the clocks of one case. Returns how many were fired.
 */
export async function fireDue(
  engine: Engine,
  alarm: AlarmSender,
  {
    limit = 1_000,
    caseId = null,
    report,
  }: { limit?: number; caseId?: string | null; report?: (error: Error) => void } = {},
): Promise<number> {
  for (let fired = 0; fired < limit; fired++) {
    const found: Found = { deadlineId: null }
    const request = { viewer: systemViewer, name: 'fireDue', key: null, body: {} }
    try {
      await transact(engine, request, async (work) => {
        await fireNext(engine, work, alarm, caseId, found)
        return {}
      })
    } catch (error) {
      if (found.deadlineId === null || !report) throw error
      report(error as Error)
      await putOff(engine, found.deadlineId)
    }
    if (found.deadlineId === null) return fired
  }
  return limit
}

/** Which deadline the transaction is about, for who must know when it failed. */
interface Found {
  deadlineId: string | null
}

async function fireNext(
  engine: Engine,
  work: Work,
  alarm: AlarmSender,
  caseId: string | null,
  found: Found,
): Promise<void> {
  const next = await work.trx
    .selectFrom('deadline')
    .innerJoin('service_case', 'service_case.id', 'deadline.case_id')
    .where('deadline.stopped_at', 'is', null)
    // Read once: the clock itself may differ from row to row, and no index could be asked by it.
    .where('deadline.next_at', '<=', sql<Date>`(select ${engine.now()})`)
    .$if(caseId !== null, (query) => query.where('deadline.case_id', '=', caseId))
    .orderBy('deadline.next_at')
    .orderBy('deadline.id')
    .select(['deadline.id', 'deadline.case_id'])
    .limit(1)
    .forNoKeyUpdate('service_case')
    .skipLocked()
    .executeTakeFirst()
  found.deadlineId = next?.id ?? null
  if (!next) return
  const locked = await lockCase(engine, work, systemViewer, next.case_id)
  // Read again under the lock: the clock may have been stopped or begun anew since it was found.
  const deadline = await work.trx
    .selectFrom('deadline')
    .selectAll()
    .where('id', '=', next.id)
    .where('stopped_at', 'is', null)
    .where('next_at', '<=', locked.now)
    .executeTakeFirst()
  if (!deadline) return
  const subject: Subject = {
    kind: deadline.task_id ? 'task' : locked.kind,
    caseId: locked.id,
    taskId: deadline.task_id,
  }
  await fire({ engine, work, trx: work.trx, subject, locked, viewer: systemViewer, at: locked.now }, deadline, alarm)
}

async function putOff(engine: Engine, deadlineId: string): Promise<void> {
  await engine.db
    .updateTable('deadline')
    .set({ next_at: sql<Date>`${engine.now()} + interval '5 minutes'` })
    .where('id', '=', deadlineId)
    .where('stopped_at', 'is', null)
    .execute()
}

async function fire(scope: EffectScope, deadline: Deadline, alarm: AlarmSender): Promise<void> {
  const policy = await policyOf(scope.trx, deadline.policy_id)
  const { moments } = await scheduleOfDeadline(scope.trx, deadline, policy)
  const moment = moments[deadline.sent]
  await scope.trx
    .updateTable('deadline')
    .set({
      sent: deadline.sent + 1,
      next_at: moments[deadline.sent + 1]?.at ?? null,
      ...(moment?.kind === 'due' ? { breached_at: scope.at } : {}),
    })
    .where('id', '=', deadline.id)
    .execute()
  if (!moment) return
  for (const to of receivers(policy, moment)) await alarm(scope, deadline, moment, to)
  if (moment.kind === 'due') await pass(scope, deadline)
  else await note(scope, deadline, moment)
}

/** The event of the chart; what it leads to (another state, an escalation) is the chart's word. */
async function pass({ engine, work, subject, at }: EffectScope, deadline: Deadline): Promise<void> {
  await advance(engine, work, subject, null, {
    event: 'deadlinePassed',
    payload: { clock: deadline.clock, lineId: deadline.line_id, generation: deadline.generation },
    viewer: systemViewer,
    at,
  })
}

async function note(scope: EffectScope, deadline: Deadline, moment: Moment): Promise<void> {
  await appendNote(scope, {
    kind: 'escalation',
    as: 'system',
    payload: {
      clock: deadline.clock,
      moment: moment.kind,
      detail: moment.detail,
      dueAt: deadline.due_at?.toISOString() ?? null,
    },
  })
  scope.work.changed({ caseId: scope.subject.caseId, taskId: scope.subject.taskId, personIds: [] })
}

function receivers(policy: DeadlinePolicy, moment: Moment): string[] {
  switch (moment.kind) {
    case 'warning':
    case 'reminder':
      return policy.warn_to
    case 'due':
    case 'escalation':
      return policy.breach_to.slice(moment.detail, moment.detail + 1)
    default:
      return moment.kind satisfies never
  }
}
