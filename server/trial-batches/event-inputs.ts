// What the API takes for each event of a trial batch: fields, limits, words. Parsed, it is the payload of the event.
import { z } from 'zod'
import { indicatorGroups, trialReasons } from '../../schema/trial-vocabulary.ts'
import { chainStages } from '../../schema/vocabulary.ts'
import { currency, day, line, list, mass, moment, money, text, whole, word } from '../core/input.ts'
import { nodeId } from '../graphql/input-of.ts'
import { heatId, note, processingInput, value } from './processing-input.ts'

const reason = text(2_000).describe('Why.')

const requirement = z.object({
  group: word('IndicatorGroup', indicatorGroups).describe('One of the six groups.'),
  indicator: line(100).describe('Name of the indicator.'),
  unit: z.string().max(40).describe('Unit of its limits and values.'),
  min: value().nullish().describe('Lower limit, included.'),
  max: value().nullish().describe('Upper limit, included.'),
  property: line(100).nullish().describe('Code under which the inspection certificate holds it: C, Rm …'),
})

const task = z.object({
  departmentId: nodeId('Department').describe('Who is asked.'),
  question: text().describe('What is asked.'),
  dueAt: moment().describe('Until when.'),
})

const measurement = z.object({
  requirementId: nodeId('TrialRequirement').describe('The requirement that was measured.'),
  value: value().describe('The measured value.'),
  unit: z.string().max(40).describe('Its unit: the one of the requirement.'),
  heatId,
  pieceId: nodeId('Piece').nullish().describe('The coil it was measured on.'),
})
const measurements = list(measurement, 1_000)
  .nullish()
  .describe('Values measured by hand; the others are taken from the certificate.')

const attendance = {
  attended: z.boolean().nullish().describe('Whether our engineer attended.'),
  notAttendedReason: text(1_000).nullish().describe('Why not.'),
}

const verdict = {
  verdict: text(2_000).describe("The customer's verdict."),
  signatory: line(200).describe('Who signed it for the customer.'),
  signedOn: day().describe('When it was signed.'),
}

export const requestInput = z.object({
  accountId: nodeId('Account').describe('The customer.'),
  productId: nodeId('Product').describe('The product that is tried.'),
  aim: text().describe('What is to be reached; its first line names the trial in lists.'),
  reason: word('TrialReason', trialReasons).describe('Why it is made.'),
  claimId: nodeId('Claim').nullish().describe('The claim that is the reason.'),
  competitorProductId: nodeId('CompetitorProduct').nullish().describe("The competitor's product that does better."),
  reasonText: text(2_000).nullish().describe('The need, the gap or the idea.'),
})

export const trialEventInputs = {
  agreeRequirements: z.object({}),
  submit: z.object({
    requirements: list(requirement).describe('The whole set, in all six groups.'),
    tasks: list(task, 20).nullish().describe('Questions to the departments whether it can be made.'),
  }),
  confirmFeasible: z.object({
    cost: money().describe('What the trial will cost.'),
    currency: currency().describe('Currency of the cost.'),
    comment: note,
  }),
  returnRequirements: z.object({ reason: text(2_000).describe('What cannot be met.') }),
  approve: z.object({ comment: note }),
  sendBack: z.object({ reason }),
  decline: z.object({ reason, letter: text().describe('Words of the letter to the customer.') }),
  reschedule: z.object({
    slotAt: moment().describe('When it is to be made.'),
    tonnage: mass().describe('Planned tonnes.'),
    plannedHeats: whole(1, 1_000).describe('Planned heats.'),
  }),
  start: z.object({}),
  produced: z.object({
    heats: list(
      z.object({
        heatId: nodeId('Heat').describe('The heat.'),
        variant: line(200).nullish().describe('What is different in it.'),
      }),
      100,
    ).describe('The heats that were made.'),
    pieceIds: list(nodeId('Piece'), 1_000).describe('The coils that were made.'),
    cardChanges: list(
      z.object({
        parameter: line(200).describe('What was set otherwise.'),
        before: line(200).describe('As the card had it.'),
        after: line(200).describe('As it was made.'),
        reason: line(500).nullish().describe('Why.'),
      }),
      100,
    )
      .nullish()
      .describe('Changes to the technical card.'),
  }),
  stop: z.object({ reason }),
  pass: z.object({ certificateId: nodeId('Certificate').describe('The inspection certificate.'), measurements }),
  fail: z.object({
    certificateId: nodeId('Certificate').nullish().describe('The inspection certificate.'),
    measurements,
    note,
  }),
  rework: z.object({ instruction: text(2_000).describe('What is to be done.') }),
  reworked: z.object({ note }),
  grantConcession: z.object({
    groups: list(word('IndicatorGroup', indicatorGroups), 6).describe('Every group that does not conform.'),
    signedBy: line(200).describe('Who signed for the customer.'),
    signedOn: day().describe('When.'),
    document: line(200).describe('Document of the concession.'),
  }),
  received: z.object({
    receivedAt: moment().describe('When the customer received it.'),
    stages: list(
      z.object({
        stage: word('ChainStage', chainStages).describe('Stage of the quality chain.'),
        at: moment().describe('When it was passed.'),
        note,
      }),
      50,
    ).describe('The stages it passed.'),
  }),
  recordLoss: z.object({ reason }),
  startProcessing: z.object({
    startedAt: moment().describe('When processing began.'),
    place: line(200).describe('Where: the line of the customer.'),
    attended: z.boolean().describe('Whether our engineer attends.'),
    notAttendedReason: attendance.notAttendedReason,
  }),
  recordProcessing: z.object({
    ...processingInput,
    place: line(200).nullish().describe('Where, if the start was not recorded.'),
    ...attendance,
  }),
  recordNotProcessed: z.object({ reason }),
  approveForSupply: z.object({
    ...verdict,
    orderId: nodeId('CustomerOrder').nullish().describe('The order that followed.'),
  }),
  reject: z.object(verdict),
  repeat: z.object({ reason }),
  cancel: z.object({ reason, material: text(2_000).nullish().describe('What becomes of shipped material.') }),
  hold: z.object({ reason, until: moment().describe('Until when.') }),
  resume: z.object({ note }),
  reassign: z.object({
    personId: nodeId('Person').describe('Who takes it.'),
    reason: text(2_000).nullish().describe('Why.'),
  }),
} as const
