// The phases of a visit, in order, and which one each state belongs to.
import { type VisitState, visitStates } from '../../schema/visit-vocabulary.ts'

export const visitPhases = [
  'requested',
  'arranging',
  'confirmed',
  'underway',
  'reporting',
  'followUp',
  'closed',
] as const
export type VisitPhase = (typeof visitPhases)[number]

const phases: Record<VisitState, VisitPhase> = {
  requested: 'requested',
  triaged: 'arranging',
  proposed: 'arranging',
  confirmed: 'confirmed',
  prepared: 'confirmed',
  underway: 'underway',
  reporting: 'reporting',
  followUp: 'followUp',
  closed: 'closed',
  cancelled: 'closed',
  declined: 'closed',
}

export function visitPhaseOf(state: VisitState): VisitPhase {
  return phases[state]
}

/** A line of the history of a visit names one state, as one of its tasks does, whose words are others. */
export function visitStateIn([state]: readonly string[]): VisitState | null {
  return state !== undefined && Object.hasOwn(visitStates, state) ? (state as VisitState) : null
}
