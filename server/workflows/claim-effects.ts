// What a step of a claim asks the engine to carry out or queue in its transaction.
import type {
  ClaimClock,
  ClaimEvent,
  LetterKind,
  ProposalState,
  SettlementKind,
} from '../../schema/claim-vocabulary.ts'
import type { TaskPurpose } from '../../schema/task-vocabulary.ts'
import type { Role, Severity } from '../../schema/vocabulary.ts'

export type ClockPause = 'customer' | 'sample' | 'offered'
export type ClaimParty = 'owner' | 'analyst' | 'csLead' | 'proposer' | 'approvers'

export type ClaimEffects = {
  /**
   * A new generation of the clock. `notAfter` caps the due time (the promised answer date). For `settlement` one clock per line: `lineId`,
   * `kind` (the default period is per kind), `days` = calendar days that replace the default. For `approval` `step` (from 0).
   */
  startClock: {
    clock: ClaimClock
    notAfter?: string
    lineId?: string
    kind?: SettlementKind
    days?: number
    step?: number
  }
  /** Without `lineId` every running clock of that name. Stopping a clock that does not run does nothing. */
  stopClock: { clock: ClaimClock; lineId?: string }
  pauseClocks: { reason: ClockPause; clocks: ClaimClock[] }
  resumeClocks: { reason: ClockPause; clocks: ClaimClock[] }
  /** Due times of all running clocks anew from their start, with the policy of this severity. */
  recomputeClocks: { severity: Severity }
  /** The escalation of a passed clock: to `to`, without it as the clock's policy says. */
  escalate: { clock: ClaimClock; lineId?: string; to?: Role }
  /** A letter to the customer in the account's language; `body` when the sender wrote it, else from the template of its kind. */
  letter: { kind: LetterKind; body?: string; promisedAnswerAt?: string; questions?: string[]; proposal?: number }
  notify: { who: ClaimParty; what: ClaimEvent; step?: number }
  /** Look for claims on the same heat or piece and for the same defect within 12 months; they are offered, not forced. */
  lookUpDuplicates: Record<string, never>
  createTask: { departmentId: string; question: string; dueAt: string; purpose: TaskPurpose }
  /** Send `rejectAnswer` to the task in the same transaction. */
  rejectTaskAnswer: { taskId: string; comment: string }
  /** Send `cancel` as system to the tasks of these purposes in state open, inProgress, awaitingSender or returned; `reason` is the event that ends them. */
  cancelTasks: { reason: ClaimEvent; purposes: TaskPurpose[] }
  /** Move tasks and items to the target and link the claims. */
  moveToTarget: { targetId: string }
  /** Take back what came from this claim. */
  returnFromTarget: { targetId: string }
  markProposal: { number: number; state: ProposalState }
  survey: Record<string, never>
  /** Open a visit case and link it. */
  openVisit: { reason: string }
}

export type ClaimEffectName = keyof ClaimEffects
export type ClaimEffect = { [N in ClaimEffectName]: { name: N; params: ClaimEffects[N] } }[ClaimEffectName]
