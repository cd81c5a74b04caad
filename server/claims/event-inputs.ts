// What the API takes for each event of a claim: fields, limits, words. Parsed, it is the payload of the event.
import { z } from 'zod'
import { advices, claimSeats, containmentOutcomes, remedies, settlementKinds } from '../../schema/claim-vocabulary.ts'
import { chainStages, channels, qualityLayers, severities, stages } from '../../schema/vocabulary.ts'
import {
  catalogueCode,
  currency,
  line,
  list,
  mass,
  massOrNone,
  moment,
  money,
  percent,
  text,
  whole,
  word,
} from '../core/input.ts'
import { nodeId } from '../graphql/input-of.ts'
import { improvementInputs } from './improvement-inputs.ts'
import { selfCheckInput } from './self-check.ts'

const reason = text(2_000).describe('Why.')
const optionalReason = text(2_000).nullish().describe('Why.')
const letter = text().describe('Words of the letter to the customer.')

const item = z.object({
  id: nodeId('ClaimItem').nullish().describe('Keeps and changes a stored item; left out, the item is new.'),
  pieceId: nodeId('Piece').nullish().describe('The coil, pack or bundle.'),
  heatId: nodeId('Heat').nullish().describe('The heat, where no piece is known.'),
  unidentifiedReason: text(1_000).nullish().describe('Why the material is not identified.'),
  defect: catalogueCode().nullish().describe('Code of the defect.'),
  claimedMass: mass().nullish().describe('Claimed mass in tonnes.'),
  inspectedMass: massOrNone().nullish().describe('Inspected mass in tonnes.'),
  note: text(2_000).nullish().describe('What is to be known of this item.'),
})
const items = list(item).nullish().describe('The items, as the whole list.')

const settlementLine = z.object({
  itemId: nodeId('ClaimItem').nullish().describe('The item the line settles.'),
  kind: word('SettlementKind', settlementKinds).describe('What is done.'),
  mass: mass().nullish().describe('Mass in tonnes.'),
  amount: money().nullish().describe('Amount of money.'),
  currency: currency().nullish().describe('Currency of the amount, as in ISO 4217.'),
  departmentId: nodeId('Department').nullish().describe('The department that carries the line out.'),
  ground: catalogueCode().nullish().describe('Ground of a refused part.'),
})

const share = z.object({
  departmentId: nodeId('Department').describe('The responsible department.'),
  percent: percent().describe('Its share in percent.'),
})

const sisterPiece = z.object({
  pieceId: nodeId('Piece').describe('The sister piece.'),
  outcome: word('ContainmentOutcome', containmentOutcomes).nullish().describe('What happened to it.'),
})

export const registerInput = z.object({
  accountId: nodeId('Account').describe('The customer.'),
  whatHappened: text().describe('What happened, in the words heard; its first line names the claim in lists.'),
  receivedAt: moment().describe('When the customer told it.'),
  channel: word('Channel', channels).nullish().describe('How the customer told it.'),
  severity: word('Severity', severities).nullish().describe('`minor` unless said.'),
  stage: word('Stage', stages).nullish().describe('Stage in which the matter arose.'),
  remedySought: word('Remedy', remedies).nullish().describe('What the customer asks for.'),
  contactId: nodeId('Contact').nullish().describe('Who told it.'),
  items,
})

export const claimEventInputs = {
  amend: z.object({
    items,
    whatHappened: text().nullish().describe('What happened.'),
    stage: word('Stage', stages).nullish().describe('Stage in which the matter arose.'),
    remedySought: word('Remedy', remedies).nullish().describe('What the customer asks for.'),
    contactId: nodeId('Contact').nullish().describe('Contact of the account for this claim.'),
  }),
  acknowledge: z.object({
    promisedAnswerAt: moment().describe('When the answer is promised.'),
    letter: letter.nullish(),
  }),
  acceptForInvestigation: z.object({
    analystId: nodeId('Person').describe('Who investigates.'),
    severity: word('Severity', severities).describe('Severity after screening.'),
  }),
  declineFormally: z.object({
    ground: catalogueCode().describe('Ground, from the list.'),
    goodwillReview: text(2_000).describe('Why goodwill was considered and not chosen.'),
    letter,
  }),
  merge: z.object({ targetId: nodeId('Claim').describe('The claim in which it goes on.'), reason: optionalReason }),
  sendTask: z.object({
    departmentId: nodeId('Department').describe('Who is asked.'),
    question: text().describe('What is asked.'),
    dueAt: moment().describe('Until when.'),
  }),
  recordContainment: z.object({
    pieces: list(sisterPiece, 1_000).nullish().describe('What happened to each sister piece.'),
    none: text(2_000).nullish().describe('Why there is no sister piece to look at.'),
  }),
  startConclusion: z.object({ reason: optionalReason }),
  returnAnswer: z.object({
    taskId: nodeId('Task').describe('The answered task.'),
    comment: text(2_000).describe('What is not enough.'),
  }),
  conclude: z.object({
    occurrenceCause: catalogueCode().describe('Why it happened.'),
    escapeCause: catalogueCode().describe('Why it was not found.'),
    systemCause: catalogueCode().describe('What in the system let it happen.'),
    qualityLayer: word('QualityLayer', qualityLayers).describe('Layer of quality.'),
    chainStage: word('ChainStage', chainStages).describe('Stage of the quality chain.'),
    ourFault: z.boolean().describe('Whether the fault is ours.'),
    shares: list(share, 20).describe('Responsible departments; the shares make 100 %.'),
  }),
  returnToInvestigation: z.object({ reason }),
  propose: z.object({
    lines: list(settlementLine).describe('The settlement, line by line.'),
    letter: letter.nullish(),
  }),
  approve: z.object({
    number: whole(1, 10_000).describe('Number of the proposal that was looked at.'),
    hash: line(64).describe('Its hash: what is approved is what was seen.'),
  }),
  sendBack: z.object({ reason, advice: word('Advice', advices).describe('What to do instead.') }),
  withdrawProposal: z.object({ reason: optionalReason }),
  customerAccepts: z.object({
    acceptedAt: moment().describe('When the customer accepted.'),
    letter: text().describe("The customer's letter or words."),
  }),
  customerDisputes: z.object({ reason }),
  withdrawOffer: z.object({ reason, letter }),
  reinvestigate: z.object({ reason: optionalReason }),
  reviseOffer: z.object({ reason: optionalReason }),
  closeDisputed: z.object({
    reason,
    offerOpenUntil: moment().nullish().describe('Until when the last offer stays open.'),
  }),
  executeLine: z.object({
    lineId: nodeId('SettlementLine').describe('The line that was carried out.'),
    documentNumber: line(100).describe('Number of its document.'),
  }),
  reviseSettlement: z.object({ reason }),
  close: z.object({
    selfCheck: selfCheckInput,
    apologySent: z.boolean().nullish().describe('Whether the customer has our apology.'),
  }),
  reopen: z.object({ reason }),
  revive: z.object({ reason }),
  unmerge: z.object({ reason }),
  withdraw: z.object({ letter: text().describe("The customer's letter."), reason: optionalReason }),
  requestVisit: z.object({ reason }),
  changeSeverity: z.object({
    severity: word('Severity', severities).describe('The new severity.'),
    reason: optionalReason,
  }),
  reassign: z.object({
    seat: word('ClaimSeat', claimSeats).describe('Which seat.'),
    personId: nodeId('Person').describe('Who takes it.'),
    reason: optionalReason,
  }),
  requestInformation: z.object({ questions: list(text(2_000), 20).describe('What is missing, one line each.') }),
  awaitSample: z.object({ trackingNumber: line(100).describe('Tracking number of the sample.') }),
  provideInformation: z.object({ whatCame: text().describe('What came.') }),
  receiveSample: z.object({ note: text(2_000).nullish().describe('What is to be known of the sample.') }),
  stopWaiting: z.object({ reason }),
  ...improvementInputs,
} as const
