// When a claim entered each phase and how long it stayed, read from its history.
import type { ClaimState } from '../../schema/claim-vocabulary.ts'
import type { ClaimView } from './case-view.ts'
import { type ClaimPhase, claimPhases, phaseOf } from './claim-phases.ts'

export interface PhaseTime {
  phase: ClaimPhase
  look: 'passed' | 'current' | 'ahead'
  since: string | null
}

export function phaseTimes({ state, history, openedAt }: ClaimView): PhaseTime[] {
  const entered = new Map<ClaimPhase, string>()
  for (const line of (history?.nodes ?? []).toReversed()) {
    const to = stateIn(line.toStates)
    const from = stateIn(line.fromStates)
    if (to && (!from || phaseOf(from) !== phaseOf(to))) entered.set(phaseOf(to), line.at)
  }
  if (!entered.has('registered')) entered.set('registered', openedAt)
  const at = claimPhases.indexOf(phaseOf(state))
  return claimPhases.map((phase, index) => ({
    phase,
    look: index === at ? 'current' : index < at && entered.has(phase) ? 'passed' : 'ahead',
    since: index <= at ? (entered.get(phase) ?? null) : null,
  }))
}

/** A line of a claim names the states of its three regions, the handling first; a line of a task names one state. */
function stateIn(states: readonly string[]): ClaimState | null {
  return states.length > 1 ? ((states[0] as ClaimState | undefined) ?? null) : null
}
