// What a proposal and its approvals lack.
import { hasApproved } from './approvals.ts'
import type { Asked, Rules } from './claim-asked.ts'
import { notWaiting } from './claim-asked.ts'
import type { ClaimContext } from './claim-context.ts'
import type { ProposalFact } from './claim-facts.ts'
import { linesComplete } from './claim-rules-lines.ts'
import { blocked, type Checks, input, required, unless } from './missing-part.ts'

type Event = 'propose' | 'approve' | 'sendBack' | 'withdrawProposal'

export const approvalRules: Rules<Event> = {
  propose: ({ payload, context, facts, by }) => [
    ...notWaiting(context),
    ...linesComplete(payload.lines ?? [], facts.items, facts.executedLines),
    ...enoughApprovers(facts.proposal, context, by),
  ],
  approve: (asked) => [...sameProposal(asked), ...mayCount(asked)],
  sendBack: ({ payload }) => [
    required(payload.reason, 'reason', 'reason'),
    required(payload.advice, 'advice', 'advice'),
  ],
  withdrawProposal: () => [],
}

/** Every step has enough different people who have not proposed on this claim; the sender is about to. */
export function enoughApprovers(
  { route, possibleApprovers }: ProposalFact,
  { proposers }: ClaimContext,
  by: string,
): Checks {
  return route.map(({ needed }, step) => {
    const possible = new Set(possibleApprovers[step] ?? []).difference(new Set([...proposers, by])).size
    return unless(possible >= needed, blocked('tooFewApprovers', { step: step + 1, needed, possible }))
  })
}

function sameProposal({ payload, context: { proposal } }: Asked<'approve'>): Checks {
  if (proposal === null) return []
  const { number, hash } = payload
  const current = proposal.number
  return [
    required(number, 'proposalNumber', 'number'),
    required(hash, 'proposalHash', 'hash'),
    unless(!number || number === current, input('proposalReplaced', 'number', { given: number ?? '', current })),
    unless(!hash || number !== current || hash === proposal.hash, input('proposalChanged', 'hash', { current })),
  ]
}

function mayCount({ by, context: { proposal, proposers }, facts }: Asked<'approve'>): Checks {
  const onBehalfOf = facts.approver?.onBehalfOf ?? null
  return [
    unless(!proposers.includes(by), blocked('ownProposal')),
    unless(onBehalfOf === null || !proposers.includes(onBehalfOf), blocked('representsProposer')),
    unless(proposal === null || !hasApproved(proposal, by, onBehalfOf), blocked('approvedAlready')),
  ]
}
