// What a step of a visit asks the engine to carry out or queue in its transaction.
import type { LetterKind } from '../../schema/claim-vocabulary.ts'
import type { VisitClock, VisitEvent } from '../../schema/visit-vocabulary.ts'

export type VisitParty = 'owner' | 'engineer' | 'csLead' | 'keyCustomerManager'

export type VisitEffects = {
  startClock: { clock: VisitClock }
  stopClock: { clock: VisitClock }
  escalate: { clock: VisitClock }
  letter: { kind: LetterKind; body?: string }
  notify: { who: VisitParty; what: VisitEvent }
  survey: Record<string, never>
}

export type VisitEffectName = keyof VisitEffects
