// What the API takes for each event of a visit: fields, limits, words. Parsed, it is the payload of the event.
import { z } from 'zod'
import { visitBlocks, visitParties, visitPurposes } from '../../schema/visit-vocabulary.ts'
import { day, line, list, moment, text, word } from '../core/input.ts'
import { nodeId } from '../graphql/input-of.ts'

const reason = text(2_000).describe('Why.')
const note = text(2_000).nullish().describe('What is to be known of it.')
const person = () => nodeId('Person')
const block = word('VisitBlock', visitBlocks)
const whose = word('VisitParty', visitParties).describe('Whose doing it was.')
const host = {
  hostId: person().nullish().describe('Who receives the customer; needed where he visits us.'),
  room: line().nullish().describe('Where he is received; needed where he visits us.'),
}
const wished = {
  wishedFrom: day().nullish().describe('First day that would suit.'),
  wishedTo: day().nullish().describe('Last day that would suit.'),
}

export const wishInput = z.object({
  accountId: nodeId('Account').describe('The customer.'),
  reason: text().describe('What it is about; its first line names the visit in lists.'),
  purpose: word('VisitPurpose', visitPurposes).nullish().describe('What it is for, where that is known.'),
  caseId: nodeId(['Claim', 'TrialBatch']).nullish().describe('The claim or trial batch it is about.'),
  orderNumber: line(100)
    .nullish()
    .describe('Number of the order it is about, for one to take part in important production.'),
  incoming: z.boolean().nullish().describe('Whether the customer comes to us.'),
  contactId: nodeId('Contact').nullish().describe('Who asked, or is to be visited.'),
  ...wished,
})

export const visitEventInputs = {
  triage: z.object({
    purpose: word('VisitPurpose', visitPurposes).describe('What it is for.'),
    engineerId: person().describe('Who goes.'),
    aheadReason: text(2_000).nullish().describe('Why it goes before the waiting visits of key accounts.'),
  }),
  propose: z.object({
    startsAt: moment().describe('When it begins.'),
    endsAt: moment().describe('When it ends.'),
    place: line().describe('Where.'),
    teamIds: list(person(), 20).describe('People of ours who take part.'),
    ...host,
  }),
  confirm: z.object({ ...host, note }),
  counterPropose: z.object({ reason, ...wished }),
  prepare: z.object({ note }),
  begin: z.object({ note }),
  finish: z.object({ note }),
  submitReport: z.object({
    blocks: list(
      z.object({ block: block.describe('The block.'), text: text().describe('What was found.') }),
      10,
    ).describe('Blocks as they are now; those written before need not be sent again.'),
    findings: list(
      z.object({ block: block.describe('The block it belongs to.'), text: text(2_000).describe('One sentence.') }),
      100,
    )
      .nullish()
      .describe('New findings.'),
  }),
  returnReport: z.object({ comment: text(2_000).describe('What is not enough.') }),
  confirmFinding: z.object({
    findingId: nodeId('VisitFinding').describe('The finding.'),
    confirmedOn: day().nullish().describe('Day on which the customer confirmed that it is settled.'),
    reason: text(2_000).nullish().describe('Why it is closed without him; for leads alone.'),
  }),
  close: z.object({ note }),
  reopen: z.object({ reason }),
  postpone: z.object({ reason }),
  recordNoShow: z.object({ whose, reason }),
  cancel: z.object({ whose, reason }),
  decline: z.object({ reason, letter: text().describe('Words of the letter to the customer.') }),
  reassign: z.object({ personId: person().describe('Who takes it.'), reason: reason.nullish() }),
} as const
