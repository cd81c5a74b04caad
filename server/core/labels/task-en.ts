// English labels of the task between offices.
import type { Labels, taskLists } from './word-lists.ts'

export const taskLabels: Labels<typeof taskLists> = {
  taskState: {
    open: 'Open',
    inProgress: 'In progress',
    awaitingSender: 'Awaiting the sender',
    returned: 'Returned',
    answered: 'Answered',
    done: 'Done',
    cancelled: 'Cancelled',
  },
  taskEvent: {
    send: 'Send',
    accept: 'Accept',
    return: 'Return',
    takeBack: 'Take the return back',
    reassign: 'Give to a colleague',
    redirect: 'Send to another department',
    insist: 'Insist',
    ask: 'Ask the sender',
    clarify: 'Clarify',
    answer: 'Answer',
    verify: 'Accept the answer',
    rejectAnswer: 'Reject the answer',
    cancel: 'Cancel',
    deadlinePassed: 'Deadline passed',
  },
  taskPurpose: {
    investigation: 'Investigation',
    improvement: 'Corrective action',
    settlement: 'Settlement',
    visitFollowUp: 'Follow-up of a visit',
    feasibility: 'Feasibility',
  },
}
