// What a rule of the claim may look at to say what an event lacks.
import type { ClaimEvent } from '../../schema/claim-vocabulary.ts'
import type { Actor } from '../../schema/vocabulary.ts'
import type { ClaimContext } from './claim-context.ts'
import type { FactsFor } from './claim-facts.ts'
import type { ClaimPayloads } from './claim-payloads.ts'
import { blocked, type Checks } from './missing-part.ts'

export interface Asked<E extends ClaimEvent> {
  by: string
  as: Actor
  at: string
  /** May be empty: asked before the sender has filled anything in. */
  payload: Partial<ClaimPayloads[E]>
  context: ClaimContext
  facts: FactsFor<E>
}

export type Rules<E extends ClaimEvent> = { [K in E]: (asked: Asked<K>) => Checks }

/** The claim's answer cannot be decided while something is awaited from the customer. */
export function notWaiting({ waiting }: ClaimContext): Checks {
  if (waiting === null) return []
  return [blocked(waiting.for === 'customer' ? 'customerAwaited' : 'sampleAwaited', { since: waiting.since })]
}
