// The four formal criteria that characteristics of a segment are held against (ACC-04).

export interface Characteristic {
  id: string
  name: string
  /** Depends on our own attitude to the customer: purchases from us, our rating, length of the relationship. */
  dependsOnSupplier: boolean
  /** Measurable and unambiguous. */
  measurable: boolean
  correlatedWith: readonly string[]
}

export interface CriterionFault {
  criterion: 1 | 2 | 3
  /** Names of the characteristics that break it. */
  names: string
}

/**
 * What keeps these characteristics from making a segment together: criterion 1 independent of our attitude, 2 measurable and
 * unambiguous, 3 independent of each other. The fourth, similar behaviour, is seen in `spread` of those inside.
 */
export function criterionFaults(chosen: readonly Characteristic[]): CriterionFault[] {
  const ids = new Set(chosen.map(({ id }) => id))
  const named = (criterion: CriterionFault['criterion'], broken: readonly Characteristic[]) =>
    broken.length === 0 ? [] : [{ criterion, names: broken.map(({ name }) => name).join(', ') }]
  const correlated = chosen.filter(
    ({ id, correlatedWith }) =>
      correlatedWith.some((other) => ids.has(other)) || chosen.some((other) => other.correlatedWith.includes(id)),
  )
  return [
    ...named(
      1,
      chosen.filter(({ dependsOnSupplier }) => dependsOnSupplier),
    ),
    ...named(
      2,
      chosen.filter(({ measurable }) => !measurable),
    ),
    ...named(3, correlated),
  ]
}

/** Spread inside a group: standard deviation over mean; null below two values or where the mean is 0. */
export function spread(values: readonly number[]): number | null {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  if (values.length < 2 || mean === 0) return null
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  return Math.round((Math.sqrt(variance) / mean) * 1_000) / 1_000
}
