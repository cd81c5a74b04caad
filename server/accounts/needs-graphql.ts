// Needs of a customer, offers for them and plans of both sides in the graph.
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedOneOrNull } from '../core/selection-related.ts'
import { OfferState, PlanSide, UniqueNeedKind } from '../graphql/account-words.ts'
import { builder } from '../graphql/builder.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { Department } from '../organization/graphql.ts'
import { accountOfferShape, accountPlanShape, productNeedShape, uniqueNeedShape } from './key-account-queries.ts'
import { isMet, stockGap } from './need-coverage.ts'
import { ofKnownAccounts, type WithRegion } from './queries.ts'

export const UniqueNeed = builder.objectRef<WithRegion<RowOf<'unique_need'>>>('UniqueNeed').implement({
  description: 'What a customer needs besides what service standards say.',
  policy: 'contract',
  interfaces: [Node],
  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    kind: t.expose('kind', { type: UniqueNeedKind, description: 'Which kind.' }),
    kindLabel: t.string({
      description: "The same in the request's language.",
      resolve: (row, _args, { language }) => label(language, 'uniqueNeedKind', row.kind),
    }),
    text: t.exposeString('text', { description: 'What it needs.' }),
    howMet: t.exposeString('how_met', { nullable: true, description: 'How it is met.' }),
    department: t.field({
      type: Department,
      nullable: true,
      description: 'Who sees to it.',
      resolve: relatedOneOrNull<'department'>(uniqueNeedShape, 'department'),
    }),
    evidence: t.exposeString('evidence', { nullable: true, description: 'What shows that it is met.' }),
    wantedStock: t.expose('wanted_stock', {
      type: 'Decimal',
      nullable: true,
      description: 'Tonnes of stock that it wants kept.',
    }),
    actualStock: t.expose('actual_stock', { type: 'Decimal', nullable: true, description: 'Tonnes that are kept.' }),
    met: t.boolean({ description: 'Whether it is met; never with a gap in its stock.', resolve: (row) => isMet(row) }),
    stockGap: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Tonnes that the stock lacks.',
      resolve: (row) => stockGap(row),
    }),
  }),
})
answerNode(uniqueNeedShape, 'contract', ofKnownAccounts(uniqueNeedShape))

export const ProductNeed = builder.objectRef<WithRegion<RowOf<'product_need'>>>('ProductNeed').implement({
  description: 'A product that a customer can use.',
  policy: 'contract',
  interfaces: [Node],
  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    product: t.exposeString('product', { description: 'Product that it can use.' }),
    size: t.exposeString('size', { nullable: true, description: 'Size.' }),
    grade: t.exposeString('grade', { nullable: true, description: 'Grade.' }),
    yearlyMass: t.expose('yearly_mass', { type: 'Decimal', nullable: true, description: 'Tonnes a year.' }),
    requirements: t.exposeString('requirements', { nullable: true, description: 'Additional requirements.' }),
    supplied: t.exposeBoolean('supplied', { description: 'Whether we supply it; if not, it is an opportunity.' }),
    budget: t.expose('budget', {
      type: 'Decimal',
      nullable: true,
      policy: 'money',
      description: 'Money it is ready to spend.',
    }),
    currency: t.exposeString('currency', { nullable: true, policy: 'money', description: 'Currency of the budget.' }),
    special: t.exposeBoolean('special', { description: 'Whether it can be made specially for regular customers.' }),
  }),
})
answerNode(productNeedShape, 'contract', ofKnownAccounts(productNeedShape))

export const AccountOffer = builder.objectRef<WithRegion<RowOf<'account_offer'>>>('AccountOffer').implement({
  description: 'An offer of another product.',
  policy: 'contract',
  interfaces: [Node],
  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    product: t.exposeString('product', { description: 'What is offered.' }),
    need: t.field({
      type: ProductNeed,
      nullable: true,
      description: 'The need that it is for.',
      resolve: relatedOneOrNull<'product_need', { region_id: string }>(accountOfferShape, 'need'),
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it is offered without a known need.' }),
    state: t.expose('state', { type: OfferState, description: 'What became of it.' }),
    stateLabel: t.string({
      description: "The same in the request's language.",
      resolve: (row, _args, { language }) => label(language, 'offerState', row.state),
    }),
    offeredOn: t.expose('offered_on', { type: 'Date', description: 'When it was offered.' }),
  }),
})
answerNode(accountOfferShape, 'contract', ofKnownAccounts(accountOfferShape))

export const AccountPlan = builder.objectRef<WithRegion<RowOf<'account_plan'>>>('AccountPlan').implement({
  description: 'A plan of the customer or of ours for it.',
  policy: 'contract',
  interfaces: [Node],
  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    side: t.expose('side', { type: PlanSide, description: 'Whose it is.' }),
    sideLabel: t.string({
      description: "The same in the request's language.",
      resolve: (row, _args, { language }) => label(language, 'planSide', row.side),
    }),
    text: t.exposeString('text', { description: 'What is planned.' }),
    plannedFor: t.exposeString('planned_for', { nullable: true, description: 'For when.' }),
    sharedOn: t.expose('shared_on', { type: 'Date', nullable: true, description: 'When we told the customer of it.' }),
  }),
})
answerNode(accountPlanShape, 'contract', ofKnownAccounts(accountPlanShape))
