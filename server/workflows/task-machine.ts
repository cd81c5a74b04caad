// The statechart of a task between offices; overdue is a clock, never a state.
import { assign, enqueueActions, not, setup, stateIn } from 'xstate'
import type { TaskClock } from '../../schema/task-vocabulary.ts'
import { newTask, type TaskChartEvent, type TaskContext } from './task-context.ts'
import type { TaskEffectName, TaskEffects, TaskParty, TaskPause } from './task-effects.ts'
import { taskLacks } from './task-missing.ts'

const taskSetup = setup({
  types: {} as { context: TaskContext; events: TaskChartEvent; tags: 'open' },
  actions: {
    startClock: effect<'startClock'>(),
    stopClock: effect<'stopClock'>(),
    pauseClocks: effect<'pauseClocks'>(),
    resumeClocks: effect<'resumeClocks'>(),
    escalate: effect<'escalate'>(),
    notify: effect<'notify'>(),
    investigationTaskEnded: effect<'investigationTaskEnded'>(),
  },
  guards: {
    complete: ({ context, event }) => !taskLacks(event, context),
    reviewNoLongerNeeded: ({ event }) =>
      event.type === 'deadlinePassed' && event.payload.clock === 'taskReview' && event.facts.caseConcluded === true,
    sent: not(stateIn('draft')),
  },
})

/** The investigation may go on once its last task has ended; a case that ends cancels its tasks itself. */
const investigationTaskEnded = taskSetup.createAction(
  enqueueActions(({ context, event, enqueue }) => {
    if (context.purpose === 'investigation' && event.as !== 'system') {
      enqueue({ type: 'investigationTaskEnded', params: {} })
    }
  }),
)

const cancel = taskSetup.createStateConfig({
  on: { cancel: { guard: 'complete', target: '#cancelled', actions: [tell('responder'), investigationTaskEnded] } },
}).on

const giveBack = taskSetup.createStateConfig({
  on: {
    return: {
      guard: 'complete',
      target: '#returned',
      actions: [
        assign({ returns: ({ context }) => context.returns + 1, returnedBy: ({ event }) => event.by }),
        tell('sender'),
      ],
    },
  },
}).on

const reassign = taskSetup.createStateConfig({
  on: { reassign: { guard: 'complete', actions: tell('responder') } },
}).on

const open = taskSetup.createStateConfig({
  id: 'open',
  on: { accept: { guard: 'complete', target: '#inProgress', actions: tell('sender') }, ...giveBack, ...reassign },
})

const inProgress = taskSetup.createStateConfig({
  id: 'inProgress',
  on: {
    ask: { guard: 'complete', target: '#awaitingSender', actions: tell('sender') },
    answer: { guard: 'complete', target: '#answered', actions: [tell('sender'), investigationTaskEnded] },
    ...giveBack,
    ...reassign,
  },
})

const awaitingSender = taskSetup.createStateConfig({
  id: 'awaitingSender',
  entry: pause('awaitingSender'),
  exit: resume('awaitingSender'),
  on: { clarify: { guard: 'complete', target: '#inProgress', actions: tell('responder') }, ...reassign },
})

const returned = taskSetup.createStateConfig({
  id: 'returned',
  entry: pause('returned'),
  exit: resume('returned'),
  on: {
    takeBack: {
      guard: 'complete',
      target: '#open',
      actions: assign({ returns: ({ context }) => context.returns - 1, returnedBy: null }),
    },
    redirect: {
      guard: 'complete',
      target: '#open',
      actions: [
        stop('task'),
        { type: 'startClock', params: ({ event }) => clockUntil(event.payload.dueAt) },
        tell('department'),
      ],
    },
    insist: {
      guard: 'complete',
      target: '#open',
      actions: [
        stop('task'),
        { type: 'startClock', params: ({ event }) => clockUntil(event.payload.dueAt) },
        tell('departmentHead'),
      ],
    },
  },
})

const working = taskSetup.createStateConfig({
  tags: 'open',
  initial: 'open',
  entry: {
    type: 'startClock',
    params: ({ event }) =>
      clockUntil(event.type === 'send' || event.type === 'rejectAnswer' ? event.payload.dueAt : null),
  },
  exit: stop('task'),
  on: cancel,
  states: { open, inProgress, awaitingSender, returned },
})

const answered = taskSetup.createStateConfig({
  id: 'answered',
  tags: 'open',
  entry: { type: 'startClock', params: { clock: 'taskReview' } },
  exit: stop('taskReview'),
  on: {
    verify: { guard: 'complete', target: '#done', actions: tell('responder') },
    rejectAnswer: { guard: 'complete', target: '#inProgress', actions: tell('responder') },
    deadlinePassed: { guard: 'reviewNoLongerNeeded', target: '#done' },
    ...cancel,
  },
})

export const taskMachine = taskSetup.createMachine({
  id: 'task',
  context: newTask,
  initial: 'draft',
  on: {
    deadlinePassed: {
      guard: 'sent',
      actions: { type: 'escalate', params: ({ event }) => ({ clock: event.payload.clock }) },
    },
  },
  states: {
    draft: {
      on: {
        send: {
          guard: 'complete',
          target: '#open',
          actions: [assign({ purpose: ({ event }) => event.payload.purpose }), tell('department')],
        },
      },
    },
    working,
    answered,
    done: { id: 'done' },
    cancelled: { id: 'cancelled' },
  },
})

/** An effect does nothing by itself: `step` hands its name and parameters to the engine. */
function effect<N extends TaskEffectName>(): (_: unknown, params: TaskEffects[N]) => void {
  return () => {}
}

function stop(clock: TaskClock) {
  return { type: 'stopClock', params: { clock } } as const
}

function pause(reason: TaskPause) {
  return { type: 'pauseClocks' as const, params: { reason, clocks: ['task' as const] } }
}

function resume(reason: TaskPause) {
  return { type: 'resumeClocks' as const, params: { reason, clocks: ['task' as const] } }
}

function tell(who: TaskParty) {
  return { type: 'notify', params: ({ event }: { event: TaskChartEvent }) => ({ who, what: event.type }) } as const
}

function clockUntil(dueAt: string | null | undefined): TaskEffects['startClock'] {
  return dueAt ? { clock: 'task', dueAt } : { clock: 'task' }
}
