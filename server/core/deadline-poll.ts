// Fires what is due: warnings, reminders, passed clocks and escalations, each under the lock of its case.
import { type SqlBool, sql } from 'kysely'
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
 * Several cases are fired in one transaction, side by side: their statements go to PostgreSQL together and their commit is one, which
 * costs less than half. It begins with few, and takes more while that is done soon: a process that is new, or a machine that is busy,
 * must neither hold cases from the people who work on them nor lose much when it is killed.
 */
const TOGETHER = { first: 4, most: 16, soonMs: 250, lateMs: 750 }

interface FireOptions {
  limit?: number
  /** Narrows it to the clocks of one case. */
  caseId?: string | null
  report?: (error: Error) => void
}

/**
 * Fires the moments that are due, oldest first, at most `limit`, several cases in a transaction. Several servers may call it at once:
 * a case that another one holds is skipped. Where one fails, those it was fired with are fired one by one; it is reported, put off and
 * does not hold up the others. Returns how many were fired.
 */
export async function fireDue(
  engine: Engine,
  alarm: AlarmSender,
  { limit = 1_000, caseId = null, report }: FireOptions = {},
): Promise<number> {
  let fired = 0
  for (let together = TOGETHER.first; fired < limit; ) {
    const due: Due[] = []
    const begun = performance.now()
    try {
      await fireNext(engine, alarm, { caseId, most: together <= limit - fired ? together : 1, due })
    } catch (error) {
      together = 1
      const [failed] = due
      if (due.length > 1) continue
      if (!failed || !report) throw error
      report(error as Error)
      await putOff(engine, failed.id)
    }
    if (due.length === 0) return fired
    fired += due.length
    const took = performance.now() - begun
    if (took < TOGETHER.soonMs) together = Math.min(together * 2, TOGETHER.most)
    if (took > TOGETHER.lateMs) together = Math.max(together / 2, 1)
  }
  return fired
}

interface Due {
  id: string
  caseId: string
}

/** `due` is told which deadlines the transaction is about: who calls must know them when it failed. */
async function fireNext(
  engine: Engine,
  alarm: AlarmSender,
  { caseId, most, due }: { caseId: string | null; most: number; due: Due[] },
): Promise<void> {
  await transact(engine, { viewer: systemViewer, name: 'fireDue', key: null, body: {} }, async (work) => {
    const found = await findDue(engine, work, caseId, most)
    due.splice(0, due.length, ...found)
    if (found.length === 0) return {}
    // Read again under the locks: a clock may have been stopped or begun anew since it was found.
    const deadlines = await work.trx
      .selectFrom('deadline')
      .selectAll()
      .where(sql<SqlBool>`id = any(${found.map(({ id }) => id)}::uuid[])`)
      .where('stopped_at', 'is', null)
      .where('next_at', '<=', sql<Date>`(select ${engine.now()})`)
      .execute()
    // All are waited for: none may go on in a transaction that has ended because another one failed.
    const ends = await Promise.allSettled(deadlines.map((deadline) => fireOne(engine, work, alarm, deadline)))
    for (const end of ends) if (end.status === 'rejected') throw end.reason
    return {}
  })
}

/** Locks the cases of the clocks that are due longest; of a case with several of them the first. */
async function findDue(engine: Engine, work: Work, caseId: string | null, most: number): Promise<Due[]> {
  const rows = await work.trx
    .selectFrom('deadline')
    .innerJoin('service_case', 'service_case.id', 'deadline.case_id')
    .where('deadline.stopped_at', 'is', null)
    // Read once: the clock itself may differ from row to row, and no index could be asked by it.
    .where('deadline.next_at', '<=', sql<Date>`(select ${engine.now()})`)
    .$if(caseId !== null, (query) => query.where('deadline.case_id', '=', caseId))
    .orderBy('deadline.next_at')
    .orderBy('deadline.id')
    .select(['deadline.id', 'deadline.case_id as caseId'])
    .limit(sql.lit(most))
    .forNoKeyUpdate('service_case')
    .skipLocked()
    .execute()
  const seen = new Set<string>()
  return rows.filter(({ caseId }) => !seen.has(caseId) && seen.add(caseId))
}

async function fireOne(engine: Engine, work: Work, alarm: AlarmSender, deadline: Deadline): Promise<void> {
  const locked = await lockCase(engine, work, systemViewer, deadline.case_id)
  const subject: Subject = {
    kind: deadline.task_id ? 'task' : locked.kind,
    caseId: locked.id,
    taskId: deadline.task_id,
  }
  await fire({ engine, work, trx: work.trx, subject, locked, viewer: systemViewer, at: locked.now }, deadline, alarm)
}

/** Only while it is due still: of a commit that was not confirmed nobody knows whether it was done. */
async function putOff(engine: Engine, deadlineId: string): Promise<void> {
  await engine.db
    .updateTable('deadline')
    .set({ next_at: sql<Date>`${engine.now()} + interval '5 minutes'` })
    .where('id', '=', deadlineId)
    .where('stopped_at', 'is', null)
    .where('next_at', '<=', sql<Date>`(select ${engine.now()})`)
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
