// The trial batch's statechart: its course, its pace, and the root that escalates every passed clock.
import { and } from 'xstate'
import { approval, feasibility, requested, requirements, scheduled } from './trial-agreement.ts'
import { newTrial } from './trial-context.ts'
import { inspection, nonConforming, production, rework, shipment } from './trial-making.ts'
import { going, tell, trialSetup } from './trial-setup.ts'
import { atCustomer, evaluation, processing } from './trial-use.ts'

const draft = trialSetup.createStateConfig({
  on: { request: { guard: 'complete', target: '#requested', actions: tell('csLead') } },
})

const open = trialSetup.createStateConfig({
  tags: 'open',
  initial: 'requested',
  exit: {
    type: 'cancelTasks',
    params: ({ event }) => ({ reason: event.type, purposes: ['feasibility' as const] }),
  },
  on: {
    cancel: { guard: 'complete', target: '#cancelled', actions: tell('owner') },
    reassign: { guard: going, actions: tell('owner') },
  },
  states: {
    requested,
    requirements,
    feasibility,
    approval,
    scheduled,
    production,
    inspection,
    nonConforming,
    rework,
    shipment,
    atCustomer,
    processing,
    evaluation,
  },
})

const course = trialSetup.createStateConfig({
  initial: 'draft',
  states: {
    draft,
    open,
    adopted: { id: 'adopted' },
    rejected: { id: 'rejected' },
    declined: { id: 'declined' },
    stopped: { id: 'stopped' },
    cancelled: { id: 'cancelled' },
  },
})

const pace = trialSetup.createStateConfig({
  initial: 'running',
  states: {
    running: {
      id: 'running',
      on: {
        hold: {
          guard: and(['complete', 'open']),
          target: '#held',
          actions: [tell('owner'), tell('orderManagement'), tell('csLead')],
        },
      },
    },
    held: {
      id: 'held',
      entry: { type: 'pauseClocks', params: { reason: 'held' } },
      exit: { type: 'resumeClocks', params: { reason: 'held' } },
      on: {
        resume: { guard: 'complete', target: '#running', actions: tell('owner') },
        cancel: { guard: 'complete', target: '#running' },
      },
    },
  },
})

export const trialMachine = trialSetup.createMachine({
  id: 'trialBatch',
  type: 'parallel',
  context: newTrial,
  on: {
    deadlinePassed: {
      guard: 'recorded',
      actions: { type: 'escalate', params: ({ event }) => ({ clock: event.payload.clock }) },
    },
  },
  states: { course, pace },
})
