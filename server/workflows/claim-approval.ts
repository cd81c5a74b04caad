// The state `approval` of the claim: a proposal passes its steps, n different people each, nobody of them a proposer.
import { and, assign } from 'xstate'
import { approvedBy } from './approvals.ts'
import { setAside, stop, tell } from './claim-actions.ts'
import type { ClaimChartEvent, ClaimContext } from './claim-context.ts'
import { claimSetup } from './claim-setup.ts'

export const approval = claimSetup.createStateConfig({
  id: 'approval',
  entry: [
    { type: 'startClock', params: ({ context }) => ({ clock: 'approval', step: stepOf(context) }) },
    { type: 'notify', params: ({ context, event }) => ({ who: 'approvers', what: event.type, step: stepOf(context) }) },
  ],
  exit: stop('approval'),
  on: {
    approve: [
      { guard: and(['complete', 'stepGoesOn']), actions: assign(counted) },
      { guard: and(['complete', 'stepsFollow']), target: '#approval', reenter: true, actions: assign(counted) },
      { guard: and(['complete', 'refusalPending']), target: '#declined', actions: tell('proposer') },
      { guard: 'complete', target: '#offered', actions: tell('proposer') },
    ],
    sendBack: { guard: 'complete', target: '#decision', actions: [tell('proposer'), setAside('sentBack')] },
    withdrawProposal: { guard: 'complete', target: '#decision', actions: setAside('withdrawn') },
  },
})

function stepOf(context: ClaimContext): number {
  return context.proposal?.step ?? 0
}

function counted({ context, event }: { context: ClaimContext; event: ClaimChartEvent }): Partial<ClaimContext> {
  const onBehalfOf = event.facts.approver?.onBehalfOf ?? null
  return { proposal: context.proposal && approvedBy(context.proposal, event.by, onBehalfOf) }
}
