// The words of the task between offices: states, events, purposes.
import type { Words } from './vocabulary.ts'

export const taskStates = {
  open: 'Sent; the department has not taken it yet',
  inProgress: 'The department works on it',
  awaitingSender: 'The department asked the sender a question',
  returned: 'The department says it is not theirs',
  answered: 'Answered; the sender is to look at it',
  done: 'The answer was accepted',
  cancelled: 'No longer needed',
} as const
export type TaskState = Words<typeof taskStates>

export const taskEvents = {
  send: 'Send the task',
  accept: 'Take the task',
  return: 'Return the task',
  takeBack: 'Take the return back',
  reassign: 'Give the task to a person inside the department',
  redirect: 'Send the task to another department',
  insist: 'Insist on the department',
  ask: 'Ask the sender',
  clarify: "Answer the department's question",
  answer: 'Answer the task',
  verify: 'Accept and rate the answer',
  rejectAnswer: 'Reject the answer',
  cancel: 'Cancel the task',
  deadlinePassed: 'A clock passed its due time',
} as const
export type TaskEvent = Words<typeof taskEvents>

export const taskClocks = {
  task: 'Answer the task',
  taskReview: 'Look at the answer',
} as const
export type TaskClock = Words<typeof taskClocks>

export const taskPurposes = {
  investigation: 'Find the cause',
  improvement: 'Carry out an action of the 8D',
  settlement: 'Execute a settlement line',
  visitFollowUp: 'Follow up a finding of a visit',
  feasibility: 'Say whether a trial can be made',
} as const
export type TaskPurpose = Words<typeof taskPurposes>
