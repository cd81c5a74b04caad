// The view of the list of trial batches: what its address says, and what is asked of the server for it.
import { type TrialReason, type TrialState, trialReasons, trialStates } from '../../schema/trial-vocabulary.ts'
import type { TrialsVariables } from '../generated/trials.ts'

export interface TrialsSearch {
  /** Left out: those that are open; `all`: every one; `decided`: those with a verdict. */
  state?: string | undefined
  reason?: string | undefined
  account?: string | undefined
}

export function trialsSearch({ state, reason, account }: Record<string, unknown>): TrialsSearch {
  return {
    ...(typeof state === 'string' && (state === 'all' || state === 'decided' || state in trialStates) && { state }),
    ...(typeof reason === 'string' && reason in trialReasons && { reason }),
    ...(typeof account === 'string' && account !== '' && { account }),
  }
}

export function trialsAsked({ state, reason, account }: TrialsSearch): Omit<TrialsVariables, 'after'> {
  return {
    order: state === undefined ? 'due' : 'newest',
    filter: {
      ...(state === undefined && { open: true }),
      ...(state === 'decided' && { states: ['adopted', 'rejected'] as const }),
      ...(state !== undefined && state in trialStates && { states: [state as TrialState] }),
      ...(reason !== undefined && { reason: reason as TrialReason }),
      ...(account !== undefined && { accountId: account }),
    },
  }
}
