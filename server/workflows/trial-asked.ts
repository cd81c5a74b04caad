// What a rule of the trial batch may look at to say what an event lacks.
import type { TrialEvent } from '../../schema/trial-vocabulary.ts'
import type { Actor } from '../../schema/vocabulary.ts'
import type { Checks } from './missing-part.ts'
import type { TrialContext } from './trial-context.ts'
import type { FactsFor } from './trial-facts.ts'
import type { TrialPayloads } from './trial-payloads.ts'

export interface Asked<E extends TrialEvent> {
  by: string
  as: Actor
  at: string
  /** May be empty: asked before the sender has filled anything in. */
  payload: Partial<TrialPayloads[E]>
  context: TrialContext
  facts: FactsFor<E>
}

export type Rules<E extends TrialEvent> = { [K in E]: (asked: Asked<K>) => Checks }
