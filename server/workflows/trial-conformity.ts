// Whether measured values keep to the requirements, indicator by indicator and group by group.
import { type GroupVerdict, type IndicatorGroup, indicatorGroups } from '../../schema/trial-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import { compareDecimals, isDecimal } from './decimal.ts'
import type { MeasuredFact, RequirementFact } from './trial-facts.ts'

/** A value outside its limit. */
export interface Deviation {
  requirement: RequirementFact
  value: string
  limit: string
  above: boolean
}

/**
 * Verdict per group of the six: `unmeasured` when the group has no requirement or one of its requirements no value. A group
 * conforms when every measured value keeps to `min` and `max`, both included (domain item TSK-3a).
 */
export function verdicts(
  requirements: readonly RequirementFact[],
  measured: readonly MeasuredFact[],
): Record<IndicatorGroup, GroupVerdict> {
  const outside = new Set(deviations(requirements, measured).map(({ requirement }) => requirement.group))
  const entries = words(indicatorGroups).map((group): [IndicatorGroup, GroupVerdict] => {
    if (outside.has(group)) return [group, 'nonConforming']
    const asked = requirements.filter((requirement) => requirement.group === group)
    const complete = asked.length > 0 && asked.every(({ id }) => valuesOf(id, measured).length > 0)
    return [group, complete ? 'conforming' : 'unmeasured']
  })
  return Object.fromEntries(entries) as Record<IndicatorGroup, GroupVerdict>
}

/** Every value that leaves its limits, in the order of the requirements. */
export function deviations(requirements: readonly RequirementFact[], measured: readonly MeasuredFact[]): Deviation[] {
  return requirements.flatMap((requirement) =>
    valuesOf(requirement.id, measured).flatMap(({ value }) => deviation(requirement, value) ?? []),
  )
}

/** How the value leaves the limits of its requirement; null when it keeps to them. */
export function deviation(requirement: RequirementFact, value: string): Deviation | null {
  const { min, max } = requirement
  if (max !== null && compareDecimals(value, max) > 0) return { requirement, value, limit: max, above: true }
  if (min !== null && compareDecimals(value, min) < 0) return { requirement, value, limit: min, above: false }
  return null
}

function valuesOf(requirementId: string, measured: readonly MeasuredFact[]): MeasuredFact[] {
  return measured.filter((value) => value.requirementId === requirementId && isDecimal(value.value))
}
