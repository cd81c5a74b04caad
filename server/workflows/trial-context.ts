// What a trial batch's chart remembers besides its state, and the shape of its events.
import type { IndicatorGroup, TrialEvent } from '../../schema/trial-vocabulary.ts'
import type { Actor } from '../../schema/vocabulary.ts'
import type { TrialFacts } from './trial-facts.ts'
import type { TrialPayloads } from './trial-payloads.ts'

export type TrialContext = {
  /** Counts from 1; a repetition begins the next. */
  iteration: number
  /** The cost is with the management: only it may decline now. */
  awaitingApproval: boolean
  slotAt: string | null
  /** Groups that the last inspection found not to conform; empty before it and after what was done about them. */
  failedGroups: IndicatorGroup[]
  /** The material has left the works: calling the trial off asks what becomes of it. */
  shipped: boolean
  /** Whether our engineer attended the processing; null while nobody has said. */
  attended: boolean | null
}

export const newTrial: TrialContext = {
  iteration: 1,
  awaitingApproval: false,
  slotAt: null,
  failedGroups: [],
  shipped: false,
  attended: null,
}

/** A recorded event as the chart reads it. */
export type TrialChartEvent = {
  [E in TrialEvent]: {
    type: E
    at: string
    by: string
    as: Actor
    payload: TrialPayloads[E]
    facts: Partial<TrialFacts>
  }
}[TrialEvent]
