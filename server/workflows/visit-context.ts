// What a visit's chart remembers besides its state, and the shape of its events.
import type { VisitEvent, VisitOrigin } from '../../schema/visit-vocabulary.ts'
import type { Actor } from '../../schema/vocabulary.ts'
import type { VisitFacts } from './visit-facts.ts'
import type { VisitPayloads } from './visit-payloads.ts'

export type VisitContext = {
  origin: VisitOrigin
  incoming: boolean
  /** Host and room as proposed or confirmed last. */
  hostId: string | null
  room: string | null
  /** How often it was postponed, or somebody did not come. */
  postponements: number
}

export const newVisit: VisitContext = {
  origin: 'request',
  incoming: false,
  hostId: null,
  room: null,
  postponements: 0,
}

/** A recorded event as the chart reads it. */
export type VisitChartEvent = {
  [E in VisitEvent]: {
    type: E
    at: string
    by: string
    as: Actor
    payload: VisitPayloads[E]
    facts: Partial<VisitFacts>
  }
}[VisitEvent]
