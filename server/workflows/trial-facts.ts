// What the events of a trial batch need to know from elsewhere: the command gathers it, the event records it.
import type { IndicatorGroup, TrialEvent } from '../../schema/trial-vocabulary.ts'
import type { Office } from '../../schema/vocabulary.ts'

/** A stored requirement; limits are decimal text in `unit`. */
export type RequirementFact = {
  id: string
  group: IndicatorGroup
  indicator: string
  unit: string
  min: string | null
  max: string | null
}
export type MeasuredFact = { requirementId: string; value: string; unit: string }

export type TrialFacts = {
  /** The claim named as the reason; null when none is named or the sender may not see it. */
  reasonClaim: { number: string; sameAccount: boolean } | null
  /** Offices of the departments that the payload asks, and of those that were asked before. */
  askedOffices: Office[]
  /** Feasibility tasks of the case in state open, inProgress, awaitingSender or returned. */
  openFeasibilityTasks: { id: string; number: string }[]
  /** The payload's cost against the limit above which the management approves; `usd` null when the currency has no rate. */
  cost: { usd: string | null; limitUsd: string; within: boolean } | null
  /** Ten working days before the payload's slot, the slot itself where that moment has passed; null without a slot. */
  slotReadyBy: string | null
  /** Which of the payload's heats and coils exist, and whether each coil is of one of the heats. */
  givenMaterial: { heats: boolean[]; pieces: { name: string | null; known: boolean; ofHeats: boolean }[] }
  /** The requirement set of this iteration. */
  requirements: RequirementFact[]
  /** Values of the payload's certificate for the requirements that name a property, for the heats of the trial. */
  certificateValues: MeasuredFact[]
  /** The payload's certificate; null when none is named or it does not exist. `ofTrial`: it holds a heat of the trial. */
  certificate: { number: string; ofTrial: boolean } | null
}
export type TrialFactName = keyof TrialFacts

/** The facts that each event carries; the other events need none. */
export const trialFactNames = {
  request: ['reasonClaim'],
  submit: ['askedOffices'],
  confirmFeasible: ['openFeasibilityTasks', 'cost'],
  reschedule: ['slotReadyBy'],
  produced: ['givenMaterial'],
  pass: ['requirements', 'certificateValues', 'certificate'],
  fail: ['requirements', 'certificateValues', 'certificate'],
} as const satisfies Partial<Record<TrialEvent, readonly TrialFactName[]>>

type Named = typeof trialFactNames

/** The facts of one event. */
export type FactsFor<E extends TrialEvent> = E extends keyof Named
  ? Pick<TrialFacts, Named[E][number]>
  : Record<never, never>
