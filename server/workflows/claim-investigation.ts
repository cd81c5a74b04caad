// The group `investigation` of the claim: answers and evidence are collected, then the cause is concluded.
import { assign, enqueueActions } from 'xstate'
import { start, stop, tell } from './claim-actions.ts'
import { claimSetup } from './claim-setup.ts'
import { containmentAfter } from './containment.ts'

const collecting = claimSetup.createStateConfig({
  id: 'collecting',
  on: {
    tasksAnswered: { guard: 'complete', target: '#concluding', actions: tell('analyst') },
    startConclusion: { guard: 'complete', target: '#concluding' },
  },
})

const concluding = claimSetup.createStateConfig({
  id: 'concluding',
  on: {
    returnAnswer: {
      guard: 'complete',
      target: '#collecting',
      actions: { type: 'rejectTaskAnswer', params: ({ event: { payload } }) => payload },
    },
    conclude: { guard: 'complete', target: '#decision', actions: [tell('owner'), tell('csLead')] },
  },
})

export const investigation = claimSetup.createStateConfig({
  initial: 'collecting',
  entry: enqueueActions(({ context, enqueue }) => {
    if (context.containment === 'open') enqueue(start('containment'))
  }),
  exit: stop('containment'),
  on: {
    amend: {
      guard: 'complete',
      actions: enqueueActions(({ context, event, enqueue }) => {
        if (!event.payload.items || context.containment !== 'none') return
        enqueue.assign({ containment: 'open' })
        enqueue(start('containment'))
      }),
    },
    sendTask: {
      guard: 'complete',
      target: '#collecting',
      actions: [
        {
          type: 'createTask',
          params: ({ event: { payload } }) => ({ ...payload, purpose: payload.purpose ?? 'investigation' }),
        },
        assign({
          investigationTasks: ({ context, event }) =>
            context.investigationTasks + ((event.payload.purpose ?? 'investigation') === 'investigation' ? 1 : 0),
        }),
      ],
    },
    recordContainment: {
      guard: 'complete',
      actions: enqueueActions(({ context, event, enqueue }) => {
        const containment = containmentAfter(event.payload, event.facts.sisters ?? [])
        if (containment !== 'open') enqueue(stop('containment'))
        else if (context.containment !== 'open') enqueue(start('containment'))
        enqueue.assign({ containment })
      }),
    },
    merge: { guard: 'complete', target: '#merged' },
  },
  states: { collecting, concluding },
})
