// What each event of a task still lacks.
import type { JsonObject } from '../../schema/json.ts'
import type { TaskEvent } from '../../schema/task-vocabulary.ts'
import type { MissingPart } from './chart.ts'
import { blocked, type Checks, found, input, required, unless } from './missing-part.ts'
import { isAfter } from './moments.ts'
import type { TaskChartEvent, TaskContext } from './task-context.ts'
import type { TaskPayloads } from './task-payloads.ts'

interface Asked<E extends TaskEvent> {
  at: string
  /** May be empty: asked before the sender has filled anything in. */
  payload: Partial<TaskPayloads[E]>
  context: TaskContext
}

/** How often a department may return one task. */
const mostReturns = 2

const rules: { [E in TaskEvent]: (asked: Asked<E>) => Checks } = {
  send: ({ payload, at }) => [
    required(payload.departmentId, 'department', 'departmentId'),
    required(payload.question, 'question', 'question'),
    required(payload.purpose, 'purpose', 'purpose'),
    required(payload.dueAt, 'dueDate', 'dueAt'),
    notPassed(payload.dueAt, at),
  ],
  accept: () => [],
  return: ({ payload, context }) => [
    required(payload.reason, 'reason', 'reason'),
    unless(context.returns < mostReturns, blocked('returnedTwice')),
  ],
  takeBack: () => [],
  reassign: ({ payload }) => [required(payload.personId, 'person', 'personId')],
  redirect: ({ payload, at }) => [
    required(payload.departmentId, 'department', 'departmentId'),
    notPassed(payload.dueAt, at),
  ],
  insist: ({ payload, at }) => [required(payload.reason, 'reason', 'reason'), notPassed(payload.dueAt, at)],
  ask: ({ payload }) => [required(payload.question, 'question', 'question')],
  clarify: ({ payload }) => [required(payload.text, 'answerText', 'text')],
  answer: ({ payload, context }) => [
    required(payload.text, 'answerText', 'text'),
    context.purpose === 'investigation' ? required(payload.causeCode, 'causeCode', 'causeCode') : null,
  ],
  verify: ({ payload: { rating } }) => [
    unless(
      typeof rating === 'number' && Number.isInteger(rating) && rating >= 1 && rating <= 5,
      input('rating', 'rating'),
    ),
  ],
  rejectAnswer: ({ payload, at }) => [required(payload.comment, 'comment', 'comment'), notPassed(payload.dueAt, at)],
  cancel: ({ payload }) => [required(payload.reason, 'reason', 'reason')],
  deadlinePassed: ({ payload }) => [required(payload.clock, 'clock', 'clock')],
}

/** `payload` may be empty. */
export function taskMissing(type: TaskEvent, at: string, payload: JsonObject, context: TaskContext): MissingPart[] {
  const rule = rules[type] as (asked: Asked<TaskEvent>) => Checks
  return found(rule({ at, payload, context } as Asked<TaskEvent>))
}

/** Whether anything is missing: the guard `complete`. */
export function taskLacks({ type, at, payload }: TaskChartEvent, context: TaskContext): boolean {
  return taskMissing(type, at, payload as JsonObject, context).some(({ hint }) => !hint)
}

function notPassed(dueAt: string | null | undefined, at: string): MissingPart | null {
  return unless(!dueAt || isAfter(dueAt, at), input('dueDatePassed', 'dueAt'))
}
