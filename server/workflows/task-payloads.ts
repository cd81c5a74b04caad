// What the sender of each event of a task gives, and what the events need to know from elsewhere.
import type { TaskValue } from '../../schema/json.ts'
import type { TaskClock, TaskEvent, TaskPurpose } from '../../schema/task-vocabulary.ts'

/** Moments are UTC ISO text. `dueAt` left out on a later sending means the default of the policy. */
export type TaskPayloads = {
  send: { departmentId: string; question: string; dueAt: string; purpose: TaskPurpose }
  accept: Record<string, never>
  /** `reason` is a code of the list of return reasons. */
  return: { reason: string; comment?: string | null }
  takeBack: Record<string, never>
  reassign: { personId: string }
  redirect: { departmentId: string; dueAt?: string | null; reason?: string | null }
  insist: { reason: string; dueAt?: string | null }
  ask: { question: string }
  clarify: { text: string }
  answer: { text: string; values?: TaskValue[] | null; causeCode?: string | null; proposedMeasure?: string | null }
  verify: { rating: number }
  rejectAnswer: { comment: string; dueAt?: string | null }
  cancel: { reason: string }
  deadlinePassed: { clock: TaskClock }
}

export type TaskFacts = {
  /** The case of the task is past its conclusion or ended: for a claim any handling state but registered, screening, collecting and concluding; for a trial batch any state after feasibility; for a visit its ends. */
  caseConcluded: boolean
}

export const taskFactNames = { deadlinePassed: ['caseConcluded'] } as const satisfies Partial<
  Record<TaskEvent, readonly (keyof TaskFacts)[]>
>
