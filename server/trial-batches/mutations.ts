// One mutation for each event of a trial batch.
import type { TrialEvent } from '../../schema/trial-vocabulary.ts'
import { chartMutations, type Named } from '../cases/chart-mutations.ts'
import { casesSeen } from '../cases/queries.ts'
import { requestTrial, sendTrialEvent } from './commands.ts'
import { requestInput, trialEventInputs } from './event-inputs.ts'
import { TrialBatch } from './graphql.ts'
import { trialShape } from './queries.ts'

const events: Record<keyof typeof trialEventInputs, Named> = {
  agreeRequirements: { name: 'agreeTrialRequirements', description: 'Begins to agree the requirements.' },
  submit: {
    name: 'submitTrialRequirements',
    description: 'Submits the requirement set in all six groups and asks the departments.',
  },
  confirmFeasible: { name: 'confirmTrialFeasible', description: 'Confirms that it can be made, and at what cost.' },
  returnRequirements: { name: 'returnTrialRequirements', description: 'Returns the requirements: what cannot be met.' },
  approve: { name: 'approveTrialCost', description: 'Approves the cost of the trial.' },
  sendBack: { name: 'sendTrialBack', description: 'Sends the trial back to its requirements.' },
  decline: { name: 'declineTrial', description: 'Declines the trial with a letter to the customer.' },
  reschedule: { name: 'rescheduleTrial', description: 'Sets slot, tonnage and heats.' },
  start: { name: 'startTrialProduction', description: 'Starts the production.' },
  produced: { name: 'recordTrialProduction', description: 'Records heats, coils and changes to the technical card.' },
  stop: { name: 'stopTrial', description: 'Gives the trial up.' },
  pass: { name: 'passTrialInspection', description: 'Records an inspection in which all six groups conform.' },
  fail: { name: 'failTrialInspection', description: 'Records an inspection in which a group does not conform.' },
  rework: { name: 'reworkTrial', description: 'Sends the material to rework.' },
  reworked: { name: 'finishTrialRework', description: 'Records that the rework is done.' },
  grantConcession: {
    name: 'grantTrialConcession',
    description: "Ships what does not conform under the customer's signed concession.",
  },
  received: { name: 'recordTrialReceipt', description: 'Records that the customer received it, stage by stage.' },
  recordLoss: { name: 'recordTrialLoss', description: 'Records that it was lost on its way.' },
  startProcessing: { name: 'startTrialProcessing', description: 'Records that the customer begins to process.' },
  recordProcessing: { name: 'recordTrialProcessing', description: 'Records what came of processing.' },
  recordNotProcessed: { name: 'recordTrialNotProcessed', description: 'Records why it was not processed.' },
  approveForSupply: { name: 'adoptTrial', description: "Approves it for regular supply on the customer's verdict." },
  reject: { name: 'rejectTrial', description: 'Does not take it over, with the verdict of the customer.' },
  repeat: { name: 'repeatTrial', description: 'Repeats the trial with other requirements.' },
  cancel: { name: 'cancelTrial', description: 'Calls the trial off.' },
  hold: { name: 'holdTrial', description: 'Puts the trial on hold; its clocks pause.' },
  resume: { name: 'resumeTrial', description: 'Goes on with the trial.' },
  reassign: { name: 'reassignTrial', description: 'Gives the trial to another owner.' },
} satisfies Partial<Record<TrialEvent, { name: string; description: string }>>

chartMutations({
  kind: 'trialBatch',
  prefix: 'Trial',
  thing: 'trial batch',
  type: TrialBatch,
  shape: trialShape,
  seen: casesSeen,
  beginnings: {
    request: {
      name: 'requestTrial',
      description: 'Asks for a trial batch: customer, product, aim, and the reason with its link.',
      input: requestInput,
      run: requestTrial,
    },
  },
  events,
  inputs: trialEventInputs,
  send: sendTrialEvent,
})
