// What the events of a visit need to know from elsewhere: the command gathers it, the event records it.
import type { VisitBlock, VisitEvent } from '../../schema/visit-vocabulary.ts'

export type VisitFacts = {
  /** Numbers of requested visits of key accounts that wait for their triage, when this account is no key account; else []. */
  keyVisitsWaiting: string[]
  /** Who of the engineer and the payload's team is in another visit at that time: name of the person, number of the visit. */
  busy: { person: string; visit: string }[]
  /** Blocks of the report that were filled before this event. */
  filledBlocks: VisitBlock[]
  /** The finding named by the payload; null when it is not of this visit. */
  finding: { number: number } | null
  /** Findings with neither confirmation nor reason, by their number in the report. */
  openFindings: number[]
}
export type VisitFactName = keyof VisitFacts

/** The facts that each event carries; the other events need none. */
export const visitFactNames = {
  triage: ['keyVisitsWaiting'],
  propose: ['busy'],
  submitReport: ['filledBlocks'],
  confirmFinding: ['finding'],
  close: ['openFindings'],
} as const satisfies Partial<Record<VisitEvent, readonly VisitFactName[]>>

type Named = typeof visitFactNames

/** The facts of one event. */
export type FactsFor<E extends VisitEvent> = E extends keyof Named
  ? Pick<VisitFacts, Named[E][number]>
  : Record<never, never>
