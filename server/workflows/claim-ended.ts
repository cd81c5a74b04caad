// The ends of a claim's handling, and the ways back from them.
import { assign, enqueueActions } from 'xstate'
import { accepted, cancelTasks, forgetEnd, markEnd, survey, tell } from './claim-actions.ts'
import { claimSetup } from './claim-setup.ts'

const reopen = claimSetup.createStateConfig({
  on: {
    reopen: {
      guard: 'complete',
      target: '#collecting',
      actions: [
        assign({
          reopenings: ({ context }) => context.reopenings + 1,
          offerStands: false,
          offerOpenUntil: null,
        }),
        tell('owner'),
        tell('analyst'),
      ],
    },
  },
}).on.reopen

export const closed = claimSetup.createStateConfig({
  id: 'closed',
  entry: [cancelTasks, markEnd, survey],
  exit: forgetEnd,
  on: { reopen },
})

export const closedDisputed = claimSetup.createStateConfig({
  id: 'closedDisputed',
  entry: [cancelTasks, markEnd, survey],
  exit: forgetEnd,
  on: { reopen, customerAccepts: accepted },
})

export const declined = claimSetup.createStateConfig({
  id: 'declined',
  entry: [
    enqueueActions(({ context: { proposal, approved }, enqueue }) => {
      if (proposal === null) return
      if (approved !== null) enqueue({ type: 'markProposal', params: { number: approved, state: 'replaced' } })
      enqueue({ type: 'markProposal', params: { number: proposal.number, state: 'approved' } })
      enqueue({ type: 'letter', params: { kind: 'refusal', body: proposal.refusal ?? '', proposal: proposal.number } })
      enqueue.assign({ proposal: null, approved: null, offerStands: false })
    }),
    cancelTasks,
    markEnd,
    survey,
  ],
  exit: forgetEnd,
  on: {
    customerDisputes: {
      guard: 'complete',
      target: '#disputed',
      actions: [assign({ round: ({ context }) => context.round + 1 }), tell('owner'), tell('csLead')],
    },
  },
})

export const lapsed = claimSetup.createStateConfig({
  id: 'lapsed',
  entry: cancelTasks,
  on: { revive: { guard: 'complete', target: '#screening' } },
})

export const withdrawn = claimSetup.createStateConfig({
  id: 'withdrawn',
  entry: cancelTasks,
  on: { revive: { guard: 'complete', target: '#screening' } },
})

export const merged = claimSetup.createStateConfig({
  id: 'merged',
  entry: enqueueActions(({ event, enqueue }) => {
    if (event.type !== 'merge') return
    enqueue({ type: 'moveToTarget', params: { targetId: event.payload.targetId } })
    enqueue.assign({ mergedInto: event.payload.targetId })
  }),
  exit: enqueueActions(({ context, enqueue }) => {
    if (context.mergedInto === null) return
    enqueue({ type: 'returnFromTarget', params: { targetId: context.mergedInto } })
    enqueue.assign({ mergedInto: null })
  }),
  on: { unmerge: { guard: 'complete', target: '#screening' } },
})
