// One mutation per event of a claim, each with a name a person would say.
import type { ClaimEvent } from '../../schema/claim-vocabulary.ts'
import { chartMutations, type Named } from '../cases/chart-mutations.ts'
import { casesSeen } from '../cases/queries.ts'
import { registerClaim, sendClaimEvent } from './commands.ts'
import { claimEventInputs, registerInput } from './event-inputs.ts'
import { Claim } from './graphql.ts'
import { claimShape } from './queries.ts'

const events: Record<keyof typeof claimEventInputs, Named> = {
  amend: { name: 'amendClaim', description: 'Completes or corrects a claim: items, remedy, stage, what happened.' },
  acknowledge: { name: 'acknowledgeClaim', description: 'Acknowledges to the customer, with a promised answer date.' },
  acceptForInvestigation: {
    name: 'acceptClaimForInvestigation',
    description: 'Accepts the claim: who investigates, how severe it is.',
  },
  declineFormally: { name: 'declineClaim', description: 'Refuses the claim formally, on a ground of the list.' },
  merge: { name: 'mergeClaim', description: 'Merges the claim into another one of the account.' },
  sendTask: { name: 'sendInvestigationTask', description: 'Asks a department.' },
  recordContainment: { name: 'recordContainment', description: 'Records what happened to sister pieces.' },
  startConclusion: { name: 'startConclusion', description: 'Goes on to the conclusion without waiting for tasks.' },
  returnAnswer: { name: 'returnAnswer', description: 'Sends an answer back to its department.' },
  conclude: { name: 'concludeClaim', description: 'Concludes the cause and who is responsible.' },
  returnToInvestigation: { name: 'returnClaimToInvestigation', description: 'Returns the claim to the investigation.' },
  propose: { name: 'proposeSettlement', description: 'Proposes a settlement, line by line.' },
  approve: { name: 'approveProposal', description: 'Approves the proposal that was looked at.' },
  sendBack: { name: 'sendProposalBack', description: 'Sends the proposal back with advice.' },
  withdrawProposal: { name: 'withdrawProposal', description: 'Withdraws the own proposal.' },
  customerAccepts: { name: 'acceptOffer', description: 'Records that the customer accepts.' },
  customerDisputes: { name: 'disputeOffer', description: 'Records that the customer disputes.' },
  withdrawOffer: { name: 'withdrawOffer', description: 'Withdraws the offer.' },
  reinvestigate: { name: 'reinvestigateClaim', description: 'Investigates a disputed claim again.' },
  reviseOffer: { name: 'reviseOffer', description: 'Goes back to the decision for another offer.' },
  closeDisputed: { name: 'closeDisputedClaim', description: 'Closes a disputed claim without agreement.' },
  executeLine: { name: 'executeSettlementLine', description: 'Records that a settlement line was carried out.' },
  reviseSettlement: { name: 'reviseSettlement', description: 'Decides the settlement anew; what is executed stays.' },
  close: { name: 'closeClaim', description: 'Closes the claim after the self-check.' },
  reopen: { name: 'reopenClaim', description: 'Reopens a closed claim.' },
  revive: { name: 'reviveClaim', description: 'Takes up again what lapsed or was withdrawn.' },
  unmerge: { name: 'unmergeClaim', description: 'Separates a merged claim again.' },
  withdraw: { name: 'withdrawClaim', description: 'Records that the customer withdraws the claim.' },
  requestVisit: { name: 'requestClaimVisit', description: 'Asks for a visit at the customer.' },
  changeSeverity: {
    name: 'changeClaimSeverity',
    description: 'Changes the severity; running clocks are counted anew.',
  },
  reassign: { name: 'reassignClaim', description: 'Gives the claim to another owner or analyst.' },
  requestInformation: { name: 'requestInformation', description: 'Asks the customer for information; clocks pause.' },
  awaitSample: { name: 'awaitSample', description: 'Awaits a sample; clocks pause.' },
  provideInformation: { name: 'provideInformation', description: 'Records the information that came.' },
  receiveSample: { name: 'receiveSample', description: 'Records that the sample came.' },
  stopWaiting: { name: 'stopWaiting', description: 'Stops waiting, with a reason.' },
  requireImprovement: { name: 'requireImprovement', description: 'Asks for an 8D.' },
  startImprovement: { name: 'startImprovement', description: 'Starts the 8D: D1 to D3.' },
  chooseActions: { name: 'chooseImprovementActions', description: 'D4 and D5: the confirmed cause and the actions.' },
  implementActions: { name: 'implementImprovementActions', description: 'D6: the actions are implemented.' },
  judgeEffective: {
    name: 'judgeImprovementEffective',
    description: 'Judges the actions effective by figures before and after.',
  },
  judgeNotEffective: { name: 'judgeImprovementNotEffective', description: 'Judges the actions not effective.' },
  completeImprovement: { name: 'completeImprovement', description: 'D7 and D8: prevention and thanks.' },
  waiveImprovement: { name: 'waiveImprovement', description: 'Gives the 8D up with a reason.' },
} satisfies Partial<Record<ClaimEvent, { name: string; description: string }>>

chartMutations({
  kind: 'claim',
  prefix: 'Claim',
  thing: 'claim',
  type: Claim,
  shape: claimShape,
  seen: casesSeen,
  beginnings: {
    register: {
      name: 'registerClaim',
      description: 'Logs a claim: the customer and one line of what happened are enough.',
      input: registerInput,
      run: registerClaim,
    },
  },
  events,
  inputs: claimEventInputs,
  send: sendClaimEvent,
})
