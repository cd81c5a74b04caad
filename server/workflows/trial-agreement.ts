// The states of a trial batch before it is made: request, requirements, feasibility, approval, slot.
import { and, assign, enqueueActions } from 'xstate'
import { going, start, stop, tell, trialSetup } from './trial-setup.ts'

const decline = trialSetup.createStateConfig({
  on: {
    decline: {
      guard: going,
      target: '#declined',
      actions: [
        { type: 'letter', params: ({ event }) => ({ kind: 'trialDeclined', body: event.payload.letter }) },
        tell('owner'),
      ],
    },
  },
}).on

export const requested = trialSetup.createStateConfig({
  id: 'requested',
  entry: start('trialRequest'),
  exit: stop('trialRequest'),
  on: { agreeRequirements: { guard: going, target: '#requirements' }, ...decline },
})

export const requirements = trialSetup.createStateConfig({
  id: 'requirements',
  entry: start('trialRequirements'),
  exit: stop('trialRequirements'),
  on: {
    submit: {
      guard: going,
      target: '#feasibility',
      actions: [
        enqueueActions(({ event, enqueue }) => {
          for (const task of event.payload.tasks ?? [])
            enqueue({ type: 'createTask', params: { ...task, purpose: 'feasibility' } })
        }),
        tell('analysts'),
      ],
    },
    ...decline,
  },
})

export const feasibility = trialSetup.createStateConfig({
  id: 'feasibility',
  entry: start('trialFeasibility'),
  exit: stop('trialFeasibility'),
  on: {
    confirmFeasible: [
      { guard: and(['complete', 'running', 'belowLimit']), target: '#scheduled', actions: tell('orderManagement') },
      { guard: going, target: '#approval', actions: tell('management') },
    ],
    returnRequirements: { guard: going, target: '#requirements', actions: tell('owner') },
    ...decline,
  },
})

export const approval = trialSetup.createStateConfig({
  id: 'approval',
  entry: [start('trialApproval'), assign({ awaitingApproval: true })],
  exit: [stop('trialApproval'), assign({ awaitingApproval: false })],
  on: {
    approve: { guard: going, target: '#scheduled', actions: [tell('owner'), tell('orderManagement')] },
    sendBack: { guard: going, target: '#requirements', actions: tell('owner') },
    ...decline,
  },
})

export const scheduled = trialSetup.createStateConfig({
  id: 'scheduled',
  entry: [start('trialSlot'), assign({ slotAt: null })],
  exit: stop('trialSlot'),
  on: {
    reschedule: {
      guard: going,
      actions: [
        assign({ slotAt: ({ event }) => event.payload.slotAt }),
        stop('trialSlot'),
        {
          type: 'startClock',
          params: ({ event: { facts } }) =>
            facts.slotReadyBy ? { clock: 'trialSlot', dueAt: facts.slotReadyBy } : { clock: 'trialSlot' },
        },
        tell('production'),
      ],
    },
    start: { guard: going, target: '#production', actions: tell('production') },
  },
})
