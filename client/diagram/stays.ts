// The states a case has been in, read from its history: one stay per state and visit, the oldest first.
export interface StateChange {
  at: string
  event: string | null
  eventLabel: string | null
  byName: string
  asRole: string
  fromStates: readonly string[]
  toStates: readonly string[]
}

export interface Stay {
  state: string
  /** Null: before the lines that are known. */
  entered: string | null
  left: string | null
  /** Who brought the case here, and by which step. */
  by: string | null
  step: string | null
}

/**
 * Lines newest first, as the history lists them. A line belongs to the chart when it names as many states as the chart
 * has regions, and its state in this region is one of `states`.
 */
export function staysOf(
  lines: readonly StateChange[],
  region: { at: number; of: number; states: readonly string[] },
): Stay[] {
  const stays: Stay[] = []
  const known = (state: string | undefined): state is string => state !== undefined && region.states.includes(state)
  for (const { at, byName, asRole, eventLabel, fromStates, toStates } of lines.toReversed()) {
    const to = toStates[region.at]
    const from = fromStates[region.at]
    if (toStates.length !== region.of || !known(to)) continue
    if (stays.length === 0 && known(from) && fromStates.every((state) => state !== 'draft')) {
      stays.push({ state: from, entered: null, left: null, by: null, step: null })
    }
    const last = stays.at(-1)
    if (last?.state === to) continue
    if (last) last.left = at
    stays.push({ state: to, entered: at, left: null, by: asRole === 'system' ? null : byName, step: eventLabel })
  }
  return stays
}
