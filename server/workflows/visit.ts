// The visit as a chart that the engine can step.
import type { JsonObject } from '../../schema/json.ts'
import { type VisitEvent, visitEvents } from '../../schema/visit-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import type { Chart } from './chart.ts'
import { newVisit, type VisitContext } from './visit-context.ts'
import { visitFactNames } from './visit-facts.ts'
import { visitMachine } from './visit-machine.ts'
import { visitMissing } from './visit-missing.ts'

/** The step that people wait for comes first. */
const mainSteps: VisitEvent[] = [
  'triage',
  'propose',
  'confirm',
  'prepare',
  'begin',
  'finish',
  'submitReport',
  'confirmFinding',
  'close',
]

export const visitChart: Chart = {
  kind: 'visit',
  version: 1,
  machine: visitMachine,
  events: [...new Set([...mainSteps, ...words(visitEvents)])],
  mainSteps,
  factsOf: (event) => (event in visitFactNames ? visitFactNames[event as keyof typeof visitFactNames] : []),
  narrowedTo: (event) => (event === 'deadlinePassed' ? ['system'] : null),
  forbids: () => false,
  missing: (event, sender, payload, context, facts) =>
    visitMissing(event as VisitEvent, sender, payload, context as VisitContext, facts),
  upgrades: { 0: requestedBeforeTheChart },
}

/** Visits asked for by claims were kept without a chart; all of them wait for their triage. */
function requestedBeforeTheChart(): JsonObject {
  return { value: { open: { arranging: 'requested' } }, context: newVisit }
}
