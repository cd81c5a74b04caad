// The region `handling` of the claim: from the draft through the open group to its ends.
import { assign, enqueueActions } from 'xstate'
import { setAside, start, stop } from './claim-actions.ts'
import { answering } from './claim-answering.ts'
import { closed, closedDisputed, declined, lapsed, merged, withdrawn } from './claim-ended.ts'
import { closing, offered, settlement } from './claim-settling.ts'
import { claimSetup } from './claim-setup.ts'

const draft = claimSetup.createStateConfig({
  on: {
    register: {
      guard: 'complete',
      target: '#registered',
      actions: [
        assign({ severity: ({ event }) => event.payload.severity ?? 'minor' }),
        { type: 'lookUpDuplicates', params: {} },
      ],
    },
    discard: { guard: 'complete', target: '#discarded' },
  },
})

const registered = claimSetup.createStateConfig({
  id: 'registered',
  entry: start('acknowledge'),
  exit: stop('acknowledge'),
  on: {
    amend: { guard: 'complete' },
    acknowledge: {
      guard: 'complete',
      target: '#screening',
      actions: [
        assign({ promisedAnswerAt: ({ event }) => event.payload.promisedAnswerAt }),
        {
          type: 'letter',
          params: ({ event: { payload } }) => ({
            kind: 'acknowledgement',
            promisedAnswerAt: payload.promisedAnswerAt,
            ...(payload.letter ? { body: payload.letter } : {}),
          }),
        },
      ],
    },
  },
})

const open = claimSetup.createStateConfig({
  tags: 'open',
  initial: 'registered',
  entry: start('statusUpdate'),
  exit: stop('statusUpdate'),
  on: {
    withdraw: { guard: 'complete', target: '#withdrawn', actions: setAside('withdrawn') },
    requestVisit: {
      guard: 'complete',
      actions: { type: 'openVisit', params: ({ event }) => ({ reason: event.payload.reason }) },
    },
    changeSeverity: {
      guard: 'complete',
      actions: enqueueActions(({ event, enqueue }) => {
        const { severity } = event.payload
        enqueue.assign({ severity })
        enqueue({ type: 'recomputeClocks', params: { severity } })
      }),
    },
    reassign: {
      guard: 'complete',
      actions: { type: 'notify', params: ({ event }) => ({ who: event.payload.seat, what: event.type }) },
    },
    deadlinePassed: {
      guard: 'statusUpdatePassed',
      actions: [{ type: 'letter', params: { kind: 'interim' } }, stop('statusUpdate'), start('statusUpdate')],
    },
  },
  states: { registered, answering, offered, settlement, closing },
})

export const handling = claimSetup.createStateConfig({
  initial: 'draft',
  states: {
    draft,
    open,
    closed,
    closedDisputed,
    declined,
    lapsed,
    withdrawn,
    merged,
    discarded: { id: 'discarded' },
  },
})
