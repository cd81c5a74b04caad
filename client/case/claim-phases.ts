// The phases of a claim, in order, and which one each state belongs to.
import type { ClaimState } from '../../schema/claim-vocabulary.ts'

/** Each phase is named after the state that opens it, whose label comes from the server's words where it was passed. */
export const claimPhases = [
  'registered',
  'screening',
  'investigation',
  'decision',
  'offer',
  'settlement',
  'closed',
] as const
export type ClaimPhase = (typeof claimPhases)[number]

const phases: Record<ClaimState, ClaimPhase> = {
  registered: 'registered',
  screening: 'screening',
  collecting: 'investigation',
  concluding: 'investigation',
  decision: 'decision',
  approval: 'decision',
  offered: 'offer',
  disputed: 'offer',
  settlement: 'settlement',
  closing: 'settlement',
  closed: 'closed',
  closedDisputed: 'closed',
  declined: 'closed',
  lapsed: 'closed',
  withdrawn: 'closed',
  merged: 'closed',
  discarded: 'closed',
}

export function phaseOf(state: ClaimState): ClaimPhase {
  return phases[state]
}

export function phaseIndex(state: ClaimState): number {
  return claimPhases.indexOf(phases[state])
}
