// Sends tasks to departments and takes them through their events.
import { sql } from 'kysely'
import type { JsonObject } from '../../schema/json.ts'
import type { TaskEvent, TaskPurpose, TaskState } from '../../schema/task-vocabulary.ts'
import { type Advanced, advance, begin } from '../core/advance.ts'
import type { EffectScope, Engine } from '../core/engine.ts'
import { rowFactsOf } from '../core/lock.ts'
import { Refused } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import type { TaskPayloads } from '../workflows/task-payloads.ts'
import { activeDepartment, taskWrites } from './task-writes.ts'

/** Opens a task of a case that is locked already, and sends it to its department. */
export async function openTask(
  scope: EffectScope,
  order: { departmentId: string; question: string; dueAt: string; purpose: TaskPurpose },
): Promise<Advanced> {
  const { engine, work, viewer, locked, at } = scope
  if (viewer.kind !== 'person') throw new Refused({ kind: 'notAllowed' })
  await activeDepartment(scope, order.departmentId)
  return begin(
    engine,
    work,
    'task',
    rowFactsOf(locked, null),
    { event: 'send', payload: { ...order }, viewer, at: null },
    async ({ moved, chart }) => {
      const row = await work.trx
        .insertInto('task')
        .values({
          number: sql<string>`'T-' || to_char(${at}::timestamptz, 'YYYY') || '-' || lpad(nextval('task_number')::text, 6, '0')`,
          case_id: locked.id,
          origin_case_id: locked.id,
          purpose: order.purpose,
          department_id: order.departmentId,
          question: order.question,
          state: moved.to[0] as TaskState,
          open: moved.open,
          chart_version: chart.version,
          snapshot: JSON.stringify(moved.snapshot),
          sender_id: viewer.id,
          sent_at: at,
        })
        .returning(['id', 'number'])
        .executeTakeFirstOrThrow()
      await work.trx
        .updateTable('case_search')
        .set({ numbers: sql<string>`numbers || ' ' || fold(${row.number})` })
        .where('case_id', '=', locked.id)
        .execute()
      return { subject: { kind: 'task', caseId: locked.id, taskId: row.id }, locked }
    },
  )
}

/** Sends an event to a task; its case is locked first. Refuses as `advance` does. */
export async function sendTaskEvent<E extends TaskEvent>(
  engine: Engine,
  work: Work,
  order: {
    taskId: string
    revision: number | null
    event: E
    payload: TaskPayloads[E]
    viewer: Viewer
    at: Date | null
  },
): Promise<Advanced> {
  const task = await work.trx.selectFrom('task').where('id', '=', order.taskId).select('case_id').executeTakeFirst()
  if (!task) throw new Refused({ kind: 'notFound' })
  const payload = { ...(order.payload as object) } as JsonObject
  const write = (taskWrites as Partial<Record<TaskEvent, (scope: EffectScope, payload: never) => Promise<void>>>)[
    order.event
  ]
  return advance(engine, work, { kind: 'task', caseId: task.case_id, taskId: order.taskId }, order.revision, {
    event: order.event,
    payload,
    viewer: order.viewer,
    at: order.at,
    ...(write ? { write: (scope: EffectScope) => write(scope, order.payload as never) } : {}),
  })
}

/** Cancels the open tasks of the purposes, as the system, because the case went on without them. */
export async function cancelOpenTasks(
  { engine, work, trx, subject, viewer, at }: EffectScope,
  reason: string,
  purposes: readonly TaskPurpose[],
  system: Viewer,
): Promise<void> {
  const tasks = await trx
    .selectFrom('task')
    .where('case_id', '=', subject.caseId)
    .where('purpose', 'in', purposes)
    .where('state', 'in', ['open', 'inProgress', 'awaitingSender', 'returned'])
    .orderBy('id')
    .select('id')
    .execute()
  for (const { id } of tasks) {
    await sendTaskEvent(engine, work, {
      taskId: id,
      revision: null,
      event: 'cancel',
      payload: { reason },
      viewer: viewer.kind === 'system' ? viewer : system,
      at,
    })
  }
}

/** Whether a task of the case with this purpose is still open. */
export async function hasOpenTask(
  scope: Pick<EffectScope, 'trx'>,
  caseId: string,
  purpose: TaskPurpose,
): Promise<boolean> {
  const task = await scope.trx
    .selectFrom('task')
    .where('case_id', '=', caseId)
    .where('purpose', '=', purpose)
    .where('state', 'in', ['open', 'inProgress', 'awaitingSender', 'returned'])
    .select('id')
    .executeTakeFirst()
  return task !== undefined
}
