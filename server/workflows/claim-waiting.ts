// The region `waiting` of the claim: what is awaited from the customer; clocks of our answer pause meanwhile.
import { and, assign } from 'xstate'
import type { ClaimClock } from '../../schema/claim-vocabulary.ts'
import { start, stop, tell } from './claim-actions.ts'
import { claimSetup } from './claim-setup.ts'

const paused: ClaimClock[] = ['screen', 'answer', 'statusUpdate']

const awaitSample = claimSetup.createStateConfig({
  on: { awaitSample: { guard: and(['complete', 'mayWait']), target: '#sample' } },
}).on.awaitSample

/** What ends the waiting along with the handling it belongs to. */
const ends = claimSetup.createStateConfig({
  on: {
    stopWaiting: { guard: 'complete', target: '#nothing' },
    withdraw: { guard: and(['complete', 'open']), target: '#nothing' },
    merge: { guard: and(['complete', 'mayMerge']), target: '#nothing' },
    customerAccepts: { guard: and(['complete', 'disputed']), target: '#nothing' },
  },
}).on

const nothing = claimSetup.createStateConfig({
  id: 'nothing',
  entry: assign({ waiting: null }),
  on: {
    requestInformation: {
      guard: and(['complete', 'mayWait']),
      target: '#customer',
      actions: [
        { type: 'letter', params: ({ event }) => ({ kind: 'informationRequest', questions: event.payload.questions }) },
        assign({ informationRequests: ({ context }) => context.informationRequests + 1 }),
      ],
    },
    awaitSample,
  },
})

const customer = claimSetup.createStateConfig({
  id: 'customer',
  entry: [
    assign({ waiting: ({ event }) => ({ for: 'customer', since: event.at }) }),
    { type: 'pauseClocks', params: { reason: 'customer', clocks: paused } },
    start('customerInformation'),
  ],
  exit: [stop('customerInformation'), { type: 'resumeClocks', params: { reason: 'customer', clocks: paused } }],
  on: {
    ...ends,
    awaitSample,
    provideInformation: { guard: 'complete', target: '#nothing', actions: [tell('owner'), tell('analyst')] },
    deadlinePassed: { guard: 'customerInformationPassed', target: '#nothing' },
  },
})

const sample = claimSetup.createStateConfig({
  id: 'sample',
  entry: [
    assign({ waiting: ({ event }) => ({ for: 'sample', since: event.at }) }),
    { type: 'pauseClocks', params: { reason: 'sample', clocks: paused } },
    start('sampleArrival'),
  ],
  exit: [stop('sampleArrival'), { type: 'resumeClocks', params: { reason: 'sample', clocks: paused } }],
  on: {
    ...ends,
    receiveSample: { guard: 'complete', target: '#nothing', actions: [tell('owner'), tell('analyst')] },
    deadlinePassed: {
      guard: 'sampleArrivalPassed',
      target: '#customer',
      actions: { type: 'letter', params: { kind: 'sampleInquiry' } },
    },
  },
})

export const waiting = claimSetup.createStateConfig({
  initial: 'nothing',
  states: { nothing, customer, sample },
})
