// What is given of a customer: plan, profile, terms, talks, promises, needs, offers, plans, duties, losses, recommendations.
import { z } from 'zod'
import {
  contactSides,
  obligationKinds,
  obligationStates,
  offerStates,
  planSides,
  uniqueNeedKinds,
} from '../../schema/account-vocabulary.ts'
import { channels } from '../../schema/vocabulary.ts'
import { currency, day, decimal, line, list, massOrNone, moment, money, text, whole, word } from '../core/input.ts'
import { nodeId } from '../graphql/input-of.ts'

const accountId = nodeId('Account').describe('The customer.')
const written = (what: string) => text(4_000).nullish().describe(what)
const yearlyTonnes = () => decimal({ places: 3, above: '0', max: '100000000' })
/** Of an account; with `entryId` it changes that row and what is left out stays, without it a row is entered. */
const entryOf = <T extends z.ZodRawShape>(type: string, fields: T) =>
  z.object({
    accountId,
    entryId: nodeId(type).nullish().describe('The one to be changed; without it a new one is entered.'),
    ...fields,
  })

export const writeKeyPlanInput = z.object({
  accountId,
  definition: written('What makes it a major customer.'),
  successFactors: written('Main factors of success in relations with it.'),
  attraction: written('What attracts and keeps it.'),
  problems: written('Problems in attracting and keeping it.'),
  satisfaction: written('What improves and raises its satisfaction.'),
  control: written('Control and renewed feedback.'),
  reviewOn: day().nullish().describe('When the plan is reviewed.'),
  reviewResult: written('What the review found.'),
})

export const writeAccountProfileInput = z.object({
  accountId,
  expectations: written('What it expects of a supplier.'),
  buyingHabits: written('How it buys.'),
  motives: written('Why it buys from us.'),
  stereotypes: written('What it takes for granted in working with us.'),
  hiddenLosses: written('Losses it bears because of these, in words.'),
  totalNeed: yearlyTonnes().nullish().describe('Tonnes a year that it needs of all suppliers.'),
  priceStructureOn: day().nullish().describe('When we disclosed how our price is made.'),
  muchLarger: z.boolean().nullish().describe('Whether it is so much larger that it will not take us as equal.'),
  competenceIds: list(nodeId('CoreCompetence'), 20)
    .nullish()
    .describe('Core competences of ours that it makes use of; all of them.'),
})

export const writeAccountTermsInput = z.object({
  accountId,
  currency: currency().describe('Currency of all amounts.'),
  yearlySales: money().nullish().describe('Expected sales of the coming year; empty: those of the last.'),
  yearlyGrowth: decimal({ places: 2, max: '100000000000' }).nullish().describe('By how much they grow each year.'),
  years: whole(1, 30).nullish().describe('Years that a loss of the customer is counted for.'),
  marginPercent: decimal({ places: 2, min: '0', max: '100' }).nullish().describe('Profit of sales in percent.'),
  creditLimit: money().nullish().describe('Agreed sum of credit.'),
  outstanding: money().nullish().describe('What it owes.'),
})

export const saveContactEntryInput = entryOf('ContactEntry', {
  at: moment().describe('When.'),
  channel: word('Channel', channels).describe('How.'),
  begunBy: word('ContactSide', contactSides).describe('Who began it.'),
  subject: line(300).describe('What it was about.'),
  summary: written('What was said.'),
  nextContactOn: day().nullish().describe('When to speak again.'),
  contactId: nodeId('Contact').nullish().describe('With whom.'),
  technicalSupport: z
    .boolean()
    .nullish()
    .describe('Whether it was with technical support: then the contact is asked about it by the short survey.'),
  caseId: nodeId(['Claim', 'TrialBatch', 'Visit']).nullish().describe('Case of the customer that it was about.'),
})

export const saveAccountPromiseInput = entryOf('AccountPromise', {
  text: text(2_000).describe('What was promised.'),
  dueOn: day().describe('Until when.'),
  keptOn: day().nullish().describe('When it was kept.'),
})

export const saveUniqueNeedInput = entryOf('UniqueNeed', {
  kind: word('UniqueNeedKind', uniqueNeedKinds).describe('Which kind.'),
  text: text(2_000).describe('What it needs.'),
  howMet: written('How it is met.'),
  departmentId: nodeId('Department').nullish().describe('Who sees to it.'),
  evidence: written('What shows that it is met.'),
  wantedStock: yearlyTonnes().nullish().describe('Tonnes of stock that it wants kept.'),
  actualStock: massOrNone().nullish().describe('Tonnes that are kept.'),
  met: z.boolean().nullish().describe('Whether it is met.'),
})

export const saveProductNeedInput = entryOf('ProductNeed', {
  product: line(200).describe('Product that it can use.'),
  size: line(100).nullish().describe('Size.'),
  grade: line(100).nullish().describe('Grade.'),
  yearlyMass: yearlyTonnes().nullish().describe('Tonnes a year.'),
  requirements: written('Additional requirements.'),
  supplied: z.boolean().nullish().describe('Whether we supply it.'),
  budget: money().nullish().describe('Money it is ready to spend.'),
  currency: currency().nullish().describe('Currency of the budget.'),
  special: z.boolean().nullish().describe('Whether it can be made specially for regular customers.'),
})

export const saveAccountOfferInput = entryOf('AccountOffer', {
  product: line(200).describe('What is offered.'),
  needId: nodeId('ProductNeed').nullish().describe('The need that it is for.'),
  reason: written('Why it is offered where there is no known need.'),
  state: word('OfferState', offerStates).describe('What became of it.'),
  offeredOn: day().describe('When it was offered.'),
})

export const saveAccountPlanInput = entryOf('AccountPlan', {
  side: word('PlanSide', planSides).describe('Whose it is.'),
  text: text(2_000).describe('What is planned.'),
  plannedFor: line(100).nullish().describe('For when.'),
  sharedOn: day().nullish().describe('When we told the customer of it.'),
})

export const judgeObligationInput = z.object({
  accountId,
  kind: word('ObligationKind', obligationKinds).describe('Which duty.'),
  state: word('ObligationState', obligationStates).describe('Whether it is fulfilled.'),
  note: written('What is to be known of it.'),
})

export const saveHiddenLossInput = entryOf('HiddenLoss', {
  text: text(2_000).describe('What is lost, and why.'),
  amount: money().describe('Estimated loss of a year.'),
  currency: currency().describe('Its currency.'),
})

export const saveReferralInput = entryOf('Referral', {
  text: text(2_000).describe('To whom, and how.'),
  recommendedOn: day().describe('When.'),
})
