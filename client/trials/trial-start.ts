// What a step's form begins with: what the trial already says, so that nobody types it again.
import { indicatorGroups } from '../../schema/trial-vocabulary.ts'
import type { TrialView } from '../case/case-view.ts'
import type { FieldValues } from '../case/step-input.ts'
import { currentRequirements } from './use-trial-options.ts'

export function trialStart(event: string, trial: TrialView): FieldValues {
  switch (event) {
    case 'submit':
      return { requirements: requirementsStart(trial) }
    case 'pass':
    case 'fail':
      return { measurements: measurementsStart(trial) }
    case 'recordProcessing':
      return { place: trial.processingPlace ?? '', lines: [{ stops: '0' }] }
    default:
      return {}
  }
}

/** What was asked the last time, else one line for each of the six groups. */
function requirementsStart(trial: TrialView): FieldValues[] {
  const all = trial.requirements ?? []
  const last = Math.max(...all.map(({ iteration }) => iteration))
  const asked = all.filter(({ iteration }) => iteration === last)
  if (asked.length === 0) return Object.keys(indicatorGroups).map((group) => ({ group }))
  return asked.map(({ group, indicator, unit, min, max, property }) => ({
    group,
    indicator,
    unit,
    min: min ?? '',
    max: max ?? '',
    property: property ?? '',
  }))
}

/** The inspection certificate holds the others. */
function measurementsStart(trial: TrialView): FieldValues[] {
  const byHand = currentRequirements(trial).filter(({ property }) => !property)
  return byHand.map(({ id, unit }) => ({ requirementId: id, unit }))
}
