// When a case entered each phase of its path, read from its history.
import type { CaseView } from './case-view.ts'

export interface PhaseTime {
  phase: string
  look: 'passed' | 'current' | 'ahead'
  since: string | null
}

/** `phaseOf` tells the phase of each state; `phases` are in order. */
export function phaseTimes<S extends string>(
  { history, openedAt }: Pick<CaseView, 'history' | 'openedAt'>,
  state: S,
  phases: readonly string[],
  phaseOf: (state: S) => string,
  stateIn: (states: readonly string[]) => S | null = ofTwoRegions,
): PhaseTime[] {
  const entered = new Map<string, string>()
  for (const line of (history?.nodes ?? []).toReversed()) {
    const to = stateIn(line.toStates)
    const from = stateIn(line.fromStates)
    if (to && (!from || phaseOf(from) !== phaseOf(to))) entered.set(phaseOf(to), line.at)
  }
  const [first = ''] = phases
  if (!entered.has(first)) entered.set(first, openedAt)
  const at = phases.indexOf(phaseOf(state))
  return phases.map((phase, index) => ({
    phase,
    look: index === at ? 'current' : index < at && entered.has(phase) ? 'passed' : 'ahead',
    since: index <= at ? (entered.get(phase) ?? null) : null,
  }))
}

/** A line of a case names the states of its regions, the course first; a line of a task names one state. */
function ofTwoRegions<S extends string>(states: readonly string[]): S | null {
  return states.length > 1 ? ((states[0] as S | undefined) ?? null) : null
}
