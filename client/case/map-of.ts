// What the state diagram shows of a case: its chart, where each region stands, what the viewer can take.
import type { StateMapProps } from '../diagram/StateMap.tsx'
import { type ActionView, asClaim, asTrial, asVisit, type CaseView } from './case-view.ts'

/** Null where the viewer does not see the history, or the kind has no chart. */
export function mapOf(
  view: CaseView,
  able: readonly ActionView[],
): Pick<StateMapProps, 'kind' | 'current' | 'history' | 'actions'> | null {
  const chart = chartOf(view)
  const history = view.history?.nodes
  if (!chart || !history) return null
  const actions = able.map(({ event, label, ready, requires }) => ({
    event,
    label,
    ready,
    lacking: requires.map(({ text }) => text).join(' · '),
  }))
  return { ...chart, history, actions }
}

/** The chart that a case of this kind follows, and where its regions stand. */
export function chartOf(view: CaseView): Pick<StateMapProps, 'kind' | 'current'> | null {
  const claim = asClaim(view)
  if (claim) return { kind: 'claim', current: [claim.state, claim.waiting, claim.improvementState] }
  const trial = asTrial(view)
  if (trial) return { kind: 'trialBatch', current: [trial.trialState, trial.pace] }
  const visit = asVisit(view)
  return visit && { kind: 'visit', current: [visit.visitState] }
}
