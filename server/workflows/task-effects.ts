// What a step of a task asks the engine to carry out or queue in its transaction.
import type { TaskClock, TaskEvent } from '../../schema/task-vocabulary.ts'

export type TaskPause = 'awaitingSender' | 'returned'
export type TaskParty = 'department' | 'departmentHead' | 'responder' | 'sender' | 'csLead'

export type TaskEffects = {
  /** A new generation of the clock; `dueAt` is the moment asked for and replaces the default period. */
  startClock: { clock: TaskClock; dueAt?: string }
  stopClock: { clock: TaskClock }
  pauseClocks: { reason: TaskPause; clocks: TaskClock[] }
  resumeClocks: { reason: TaskPause; clocks: TaskClock[] }
  escalate: { clock: TaskClock }
  notify: { who: TaskParty; what: TaskEvent }
  /** An investigation task was answered or cancelled by a person: when it was the last open one, send `tasksAnswered` to the case if it can take it. */
  investigationTaskEnded: Record<string, never>
}

export type TaskEffectName = keyof TaskEffects
