// Writes the state after a step into the row of its case or task.
import { sql } from 'kysely'
import type { Chart } from '../workflows/chart.ts'
import type { Stepped } from '../workflows/step.ts'
import type { EffectScope } from './engine.ts'
import type { LockedCase, LockedTask } from './lock.ts'
import { post } from './pipelined.ts'

export async function storeCase(
  { trx, at }: EffectScope,
  locked: LockedCase,
  chart: Chart,
  moved: Stepped,
): Promise<void> {
  const stored = trx
    .updateTable('service_case')
    .set({
      ...stateColumns(moved),
      chart_version: chart.version,
      snapshot: JSON.stringify(moved.snapshot),
      revision: locked.revision + 1,
      changed_at: at,
      closed_at: moved.open ? null : sql<Date>`coalesce(closed_at, ${at})`,
    })
    .where('id', '=', locked.id)
  await post(trx, stored)
}

export async function storeTask(
  { trx, at }: EffectScope,
  task: LockedTask,
  chart: Chart,
  moved: Stepped,
): Promise<void> {
  const stored = trx
    .updateTable('task')
    .set({
      state: moved.to[0] as never,
      open: moved.open,
      chart_version: chart.version,
      snapshot: JSON.stringify(moved.snapshot),
      revision: task.revision + 1,
      closed_at: moved.open ? null : at,
    })
    .where('id', '=', task.id)
  await post(trx, stored)
}

/** The columns that hold the states of a case's regions: what a claim waits for and the pace of a trial share one. */
export function stateColumns(moved: Stepped) {
  const [state = '', waiting = null, improvement = null] = moved.to
  return { state, waiting, improvement, open: moved.open }
}

/** The earliest due time of the running clocks, after one of them moved. */
export async function storeDue({ trx, subject }: EffectScope): Promise<void> {
  const earliest = sql<Date | null>`(select min(due_at) from deadline
    where case_id = ${subject.caseId} and task_id is not distinct from ${subject.taskId}::uuid and stopped_at is null)`
  const due = subject.taskId
    ? trx.updateTable('task').set({ due_at: earliest }).where('id', '=', subject.taskId)
    : trx.updateTable('service_case').set({ due_at: earliest }).where('id', '=', subject.caseId)
  await post(trx, due)
}
