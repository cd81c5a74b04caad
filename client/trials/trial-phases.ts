// The phases of a trial batch, in order, and which one each state belongs to.
import type { TrialState } from '../../schema/trial-vocabulary.ts'

export const trialPhases = [
  'requested',
  'agreement',
  'production',
  'inspection',
  'shipment',
  'processing',
  'finished',
] as const
export type TrialPhase = (typeof trialPhases)[number]

const phases: Record<TrialState, TrialPhase> = {
  requested: 'requested',
  requirements: 'agreement',
  feasibility: 'agreement',
  approval: 'agreement',
  scheduled: 'production',
  production: 'production',
  inspection: 'inspection',
  nonConforming: 'inspection',
  rework: 'inspection',
  shipment: 'shipment',
  atCustomer: 'shipment',
  processing: 'processing',
  evaluation: 'processing',
  adopted: 'finished',
  rejected: 'finished',
  declined: 'finished',
  stopped: 'finished',
  cancelled: 'finished',
}

export function trialPhaseOf(state: TrialState): TrialPhase {
  return phases[state]
}
