// What a task's chart remembers besides its state, and the shape of its events.
import type { TaskEvent, TaskPurpose } from '../../schema/task-vocabulary.ts'
import type { Actor } from '../../schema/vocabulary.ts'
import type { TaskFacts, TaskPayloads } from './task-payloads.ts'

export type TaskContext = {
  purpose: TaskPurpose
  returns: number
  /** Who returned it last. */
  returnedBy: string | null
}

export const newTask: TaskContext = { purpose: 'investigation', returns: 0, returnedBy: null }

/** A recorded event as the chart reads it. */
export type TaskChartEvent = {
  [E in TaskEvent]: { type: E; at: string; by: string; as: Actor; payload: TaskPayloads[E]; facts: Partial<TaskFacts> }
}[TaskEvent]
