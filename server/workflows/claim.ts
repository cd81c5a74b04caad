// The claim as a chart that the engine can step.
import { type ClaimEvent, claimEvents } from '../../schema/claim-vocabulary.ts'
import type { JsonObject } from '../../schema/json.ts'
import { type Actor, words } from '../../schema/vocabulary.ts'
import type { Chart } from './chart.ts'
import type { ClaimContext } from './claim-context.ts'
import { claimFactNames } from './claim-facts.ts'
import { claimMachine } from './claim-machine.ts'
import { claimMissing } from './claim-missing.ts'

/** The step that people wait for comes first. */
const mainSteps: ClaimEvent[] = [
  'provideInformation',
  'receiveSample',
  'acknowledge',
  'acceptForInvestigation',
  'conclude',
  'propose',
  'approve',
  'customerAccepts',
  'executeLine',
  'close',
  'sendTask',
  'recordContainment',
  'startConclusion',
  'startImprovement',
  'chooseActions',
  'implementActions',
  'judgeEffective',
  'completeImprovement',
]

export const claimChart: Chart = {
  kind: 'claim',
  version: 1,
  machine: claimMachine,
  events: [...new Set([...mainSteps, ...words(claimEvents)])],
  mainSteps,
  factsOf: (event) => (event in claimFactNames ? claimFactNames[event as keyof typeof claimFactNames] : []),
  narrowedTo: (event, context) => narrowedTo(event as ClaimEvent, context as Partial<ClaimContext>),
  forbids: (event, by, context, facts) => forbids(event as ClaimEvent, by, context as Partial<ClaimContext>, facts),
  missing: (event, sender, payload, context, facts) =>
    claimMissing(event as ClaimEvent, sender, payload, context as ClaimContext, facts),
  upgrades: {},
}

function narrowedTo(event: ClaimEvent, context: Partial<ClaimContext>): Actor[] | null {
  const { informationRequests = 0, round = 0, reopenings = 0, severity } = context
  switch (event) {
    case 'deadlinePassed':
    case 'tasksAnswered':
      return ['system']
    case 'requestInformation':
      return informationRequests < 2 ? null : ['csLead']
    case 'reinvestigate':
    case 'reviseOffer':
      return round < 3 ? ['csLead'] : ['management']
    case 'reopen':
      return reopenings < 2 ? ['csLead'] : ['management', 'csLead']
    case 'waiveImprovement':
      return severity === 'critical' ? ['management'] : ['csLead']
    default:
      return null
  }
}

function forbids(event: ClaimEvent, by: string, { proposal }: Partial<ClaimContext>, facts: JsonObject): boolean {
  switch (event) {
    case 'approve':
    case 'sendBack':
      return facts.approver === null
    case 'withdrawProposal':
      return proposal?.proposedBy !== by
    default:
      return false
  }
}
