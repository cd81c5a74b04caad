// The key plan, the profile, the terms and the duties of a customer in the graph.
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { ObligationKind, ObligationState } from '../graphql/account-words.ts'
import { builder } from '../graphql/builder.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { completeness } from './completeness.ts'
import { obligationShape } from './key-account-queries.ts'
import { ofKnownAccounts, type WithRegion } from './queries.ts'
import { isOverdue } from './silence.ts'

export const KeyPlan = builder.objectRef<WithRegion<RowOf<'key_plan'>>>('KeyPlan').implement({
  description: 'Plan of a key customer in six parts.',
  policy: 'contract',

  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    definition: t.exposeString('definition', { nullable: true, description: 'What makes it a major customer.' }),
    successFactors: t.exposeString('success_factors', {
      nullable: true,
      description: 'Main factors of success in relations with it.',
    }),
    attraction: t.exposeString('attraction', { nullable: true, description: 'What attracts and keeps it.' }),
    problems: t.exposeString('problems', { nullable: true, description: 'Problems in attracting and keeping it.' }),
    satisfaction: t.exposeString('satisfaction', {
      nullable: true,
      description: 'What improves and raises its satisfaction.',
    }),
    control: t.exposeString('control', { nullable: true, description: 'Control and renewed feedback.' }),
    reviewOn: t.expose('review_on', {
      type: 'Date',
      nullable: true,
      description: 'When the plan is reviewed; the sixth part is complete with it.',
    }),
    reviewResult: t.exposeString('review_result', { nullable: true, description: 'What the review found.' }),
    percent: t.float({
      description: 'Parts that are filled, of six, in percent.',
      resolve: (row) => completeness(planParts(row)).percent,
    }),
    reviewOverdue: t.boolean({
      description: 'Whether the review is over its day without a result.',
      resolve: (row) =>
        row.review_on !== null && isOverdue(row.review_on, row.review_result, dayOf((row as unknown as Read).read_at)),
    }),
  }),
})

export const AccountProfile = builder.objectRef<WithRegion<RowOf<'account_profile'>>>('AccountProfile').implement({
  description: 'What is to be known of a customer before one decides how to serve it.',
  policy: 'contract',

  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    expectations: t.exposeString('expectations', { nullable: true, description: 'What it expects of a supplier.' }),
    buyingHabits: t.exposeString('buying_habits', { nullable: true, description: 'How it buys.' }),
    motives: t.exposeString('motives', { nullable: true, description: 'Why it buys from us.' }),
    stereotypes: t.exposeString('stereotypes', {
      nullable: true,
      description: 'What it takes for granted in working with us.',
    }),
    hiddenLosses: t.exposeString('hidden_losses', {
      nullable: true,
      description: 'Losses it bears because of these, in words.',
    }),
    totalNeed: t.expose('total_need', {
      type: 'Decimal',
      nullable: true,
      description: 'Tonnes a year that it needs of all suppliers.',
    }),
    priceStructureOn: t.expose('price_structure_on', {
      type: 'Date',
      nullable: true,
      description: 'When we disclosed how our price is made.',
    }),
    muchLarger: t.exposeBoolean('much_larger', {
      description: 'Whether it is so much larger that it will not take us as equal.',
    }),
    percent: t.float({
      description: 'Of the five fields, how many are filled, in percent.',
      resolve: (row) =>
        completeness([row.expectations, row.buying_habits, row.motives, row.stereotypes, row.hidden_losses]).percent,
    }),
  }),
})

export const AccountTerms = builder.objectRef<WithRegion<RowOf<'account_terms'>>>('AccountTerms').implement({
  description: 'Figures of trade with a customer.',
  policy: 'contract',

  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    currency: t.exposeString('currency', { description: 'Currency of all amounts.' }),
    yearlySales: t.expose('yearly_sales', {
      type: 'Decimal',
      nullable: true,
      policy: 'money',
      description: 'Expected sales of the coming year; empty: those of the last.',
    }),
    yearlyGrowth: t.expose('yearly_growth', {
      type: 'Decimal',
      nullable: true,
      policy: 'money',
      description: 'By how much they grow each year.',
    }),
    years: t.exposeInt('years', {
      nullable: true,
      policy: 'money',
      description: 'Years that a loss of the customer is counted for.',
    }),
    marginPercent: t.expose('margin_percent', {
      type: 'Decimal',
      nullable: true,
      policy: 'money',
      description: 'Profit of sales.',
    }),
    creditLimit: t.expose('credit_limit', {
      type: 'Decimal',
      nullable: true,
      policy: 'money',
      description: 'Agreed sum of credit.',
    }),
    outstanding: t.expose('outstanding', {
      type: 'Decimal',
      nullable: true,
      policy: 'money',
      description: 'What it owes.',
    }),
  }),
})

export const Obligation = builder.objectRef<WithRegion<RowOf<'obligation'>>>('Obligation').implement({
  description: 'A duty of the customer.',
  policy: 'contract',
  interfaces: [Node],
  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    kind: t.expose('kind', { type: ObligationKind, description: 'Which duty.' }),
    kindLabel: t.string({
      description: "The same in the request's language.",
      resolve: (row, _args, { language }) => label(language, 'obligationKind', row.kind),
    }),
    state: t.expose('state', { type: ObligationState, description: 'Whether it is fulfilled.' }),
    stateLabel: t.string({
      description: "The same in the request's language.",
      resolve: (row, _args, { language }) => label(language, 'obligationState', row.state),
    }),
    note: t.exposeString('note', { nullable: true, description: 'What is to be known of it.' }),
  }),
})
answerNode(obligationShape, 'contract', ofKnownAccounts(obligationShape))

interface Read {
  read_at: Date
}

function planParts(row: RowOf<'key_plan'>): (string | null)[] {
  const { definition, success_factors, attraction, problems, satisfaction, control, review_on } = row
  return [definition, success_factors, attraction, problems, satisfaction, review_on && control]
}

export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}
