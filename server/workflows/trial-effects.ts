// What a step of a trial batch asks the engine to carry out or queue in its transaction.
import type { LetterKind } from '../../schema/claim-vocabulary.ts'
import type { TaskPurpose } from '../../schema/task-vocabulary.ts'
import type { TrialClock, TrialEvent } from '../../schema/trial-vocabulary.ts'

export type TrialPause = 'held'
export type TrialParty =
  | 'owner'
  | 'csLead'
  | 'keyCustomerManager'
  | 'analysts'
  | 'management'
  | 'production'
  | 'laboratory'
  | 'logistics'
  | 'orderManagement'

export type TrialEffects = {
  /** A new generation of the clock; `dueAt` replaces the default period. */
  startClock: { clock: TrialClock; dueAt?: string }
  stopClock: { clock: TrialClock }
  /** All running clocks of the case. */
  pauseClocks: { reason: TrialPause }
  resumeClocks: { reason: TrialPause }
  escalate: { clock: TrialClock }
  letter: { kind: LetterKind; body: string }
  notify: { who: TrialParty; what: TrialEvent }
  createTask: { departmentId: string; question: string; dueAt: string; purpose: TaskPurpose }
  cancelTasks: { reason: TrialEvent; purposes: TaskPurpose[] }
  /** A draft recommendation for every indicator of this iteration that does not suit the customer or falls behind a competitor. */
  draftRecommendations: Record<string, never>
}

export type TrialEffectName = keyof TrialEffects
