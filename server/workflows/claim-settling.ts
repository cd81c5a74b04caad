// The states of the claim from the offer to the last line: offered, settlement, closing.
import { and, assign, enqueueActions } from 'xstate'
import { accepted, start, stop, tell } from './claim-actions.ts'
import { claimSetup } from './claim-setup.ts'

const statusUpdate = { reason: 'offered', clocks: ['statusUpdate'] } as const

export const offered = claimSetup.createStateConfig({
  id: 'offered',
  entry: [
    enqueueActions(({ context: { proposal, approved }, enqueue }) => {
      if (proposal === null) return
      if (approved !== null) enqueue({ type: 'markProposal', params: { number: approved, state: 'replaced' } })
      enqueue({ type: 'markProposal', params: { number: proposal.number, state: 'approved' } })
      enqueue({ type: 'letter', params: { kind: 'offer', proposal: proposal.number } })
      enqueue.assign({
        approved: proposal.number,
        proposal: null,
        offerStands: true,
        offerOpenUntil: null,
        silences: 0,
      })
    }),
    { type: 'pauseClocks', params: { ...statusUpdate, clocks: [...statusUpdate.clocks] } },
    start('offerAnswer'),
  ],
  exit: [stop('offerAnswer'), { type: 'resumeClocks', params: { ...statusUpdate, clocks: [...statusUpdate.clocks] } }],
  on: {
    customerAccepts: accepted,
    customerDisputes: {
      guard: 'complete',
      target: '#disputed',
      actions: [assign({ round: ({ context }) => context.round + 1 }), tell('owner'), tell('csLead')],
    },
    withdrawOffer: {
      guard: 'complete',
      target: '#decision',
      actions: [
        { type: 'letter', params: ({ event }) => ({ kind: 'offerWithdrawn', body: event.payload.letter }) },
        assign({ offerStands: false }),
      ],
    },
    deadlinePassed: [
      { guard: and(['offerAnswerPassed', 'silenceAccepts', 'nothingToExecute']), target: '#closing' },
      { guard: and(['offerAnswerPassed', 'silenceAccepts']), target: '#settlement' },
      {
        guard: 'offerAnswerPassed',
        actions: [
          {
            type: 'escalate',
            params: ({ context }) => ({
              clock: 'offerAnswer',
              to: context.silences === 0 ? 'csLead' : 'keyCustomerManager',
            }),
          },
          assign({ silences: ({ context }) => context.silences + 1 }),
          stop('offerAnswer'),
          start('offerAnswer'),
        ],
      },
    ],
  },
})

export const settlement = claimSetup.createStateConfig({
  id: 'settlement',
  entry: enqueueActions(({ event, enqueue }) => {
    const { linesToExecute = [], replacementDays = null } = event.facts
    for (const { id, kind } of linesToExecute) {
      const days = kind === 'replacement' && replacementDays !== null ? { days: replacementDays } : {}
      enqueue({ type: 'startClock', params: { clock: 'settlement', lineId: id, kind, ...days } })
    }
  }),
  exit: stop('settlement'),
  on: {
    executeLine: [
      { guard: and(['complete', 'lastLine']), target: '#closing', actions: [lineExecuted(), tell('owner')] },
      { guard: 'complete', actions: lineExecuted() },
    ],
    reviseSettlement: { guard: 'complete', target: '#decision', actions: tell('csLead') },
  },
})

export const closing = claimSetup.createStateConfig({
  id: 'closing',
  entry: start('closing'),
  exit: stop('closing'),
  on: {
    reviseSettlement: { guard: 'complete', target: '#decision', actions: tell('csLead') },
    close: { guard: 'complete', target: '#closed' },
  },
})

function lineExecuted() {
  return claimSetup.createAction(
    enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'executeLine') return
      enqueue({ type: 'stopClock', params: { clock: 'settlement', lineId: event.payload.lineId } })
      enqueue.assign({ executedLines: context.executedLines + 1 })
    }),
  )
}
