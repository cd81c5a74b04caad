// The trial batch as a chart that the engine can step.
import type { JsonObject } from '../../schema/json.ts'
import { type TrialEvent, trialEvents } from '../../schema/trial-vocabulary.ts'
import { type Actor, words } from '../../schema/vocabulary.ts'
import type { Chart } from './chart.ts'
import type { TrialContext } from './trial-context.ts'
import { trialFactNames } from './trial-facts.ts'
import { trialMachine } from './trial-machine.ts'
import { trialMissing } from './trial-missing.ts'

/** The step that people wait for comes first. */
const mainSteps: TrialEvent[] = [
  'resume',
  'agreeRequirements',
  'submit',
  'confirmFeasible',
  'approve',
  'start',
  'produced',
  'pass',
  'rework',
  'reworked',
  'received',
  'startProcessing',
  'recordProcessing',
  'approveForSupply',
]

/** From this iteration on the management decides whether a trial is repeated once more. */
const iterationOfManagement = 3

export const trialChart: Chart = {
  kind: 'trialBatch',
  version: 1,
  machine: trialMachine,
  events: [...new Set([...mainSteps, ...words(trialEvents)])],
  mainSteps,
  factsOf: (event) => (event in trialFactNames ? trialFactNames[event as keyof typeof trialFactNames] : []),
  narrowedTo: (event, context) => narrowedTo(event as TrialEvent, context as Partial<TrialContext>),
  forbids: () => false,
  missing: (event, sender, payload, context, facts) =>
    trialMissing(event as TrialEvent, sender, payload, context as TrialContext, facts as JsonObject),
  upgrades: {},
}

function narrowedTo(event: TrialEvent, context: Partial<TrialContext>): Actor[] | null {
  const { awaitingApproval = false, failedGroups = [], iteration = 1 } = context
  switch (event) {
    case 'deadlinePassed':
      return ['system']
    case 'decline':
      return awaitingApproval ? ['management'] : ['csLead']
    case 'stop':
      return failedGroups.length > 0 ? ['csLead'] : ['departmentResponder', 'departmentHead']
    case 'repeat':
      return iteration < iterationOfManagement ? ['csLead'] : ['management']
    default:
      return null
  }
}
