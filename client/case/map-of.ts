// What the state diagram shows of a case: its chart, where each region stands, what the viewer can take.
import type { StateMapProps } from '../diagram/StateMap.tsx'
import { asClaim, type CaseView } from './case-view.ts'
import { claimStep } from './step-names.ts'

/** Null where the viewer does not see the history, or the kind has no chart. */
export function mapOf(view: CaseView): Pick<StateMapProps, 'kind' | 'current' | 'history' | 'actions'> | null {
  const claim = asClaim(view)
  const history = view.history?.nodes
  if (!claim || !history) return null
  const actions = view.actions
    .filter(({ event }) => claimStep(event))
    .map(({ event, label, ready, requires }) => ({
      event,
      label,
      ready,
      lacking: requires.map(({ text }) => text).join(' · '),
    }))
  return { kind: 'claim', current: [claim.state, claim.waiting, claim.improvementState], history, actions }
}
