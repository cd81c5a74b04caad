// Campaigns of thank-you calls in the graph (SAT-11).
import { Account } from '../accounts/graphql.ts'
import { label } from '../core/labels/label.ts'
import { type RowOf, readPage } from '../core/selection.ts'
import { relatedOneOrNull, relatedPage } from '../core/selection-related.ts'
import { CallResult } from '../graphql/acting-words.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { answerNode, globalId, Node } from '../graphql/node.ts'
import { Person } from '../organization/graphql.ts'
import { type Counts, callScope, callShape, campaignScope, campaignShape } from './gratitude-queries.ts'

export type CallRow = RowOf<'gratitude_call'> & { region_id: string }

export const GratitudeCall = builder.objectRef<CallRow>('GratitudeCall').implement({
  description: 'A call that thanks a customer and asks for questions and problems.',
  policy: 'answers',
  interfaces: [Node],
  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    account: t.field({
      type: Account,
      nullable: true,
      description: 'The customer.',
      resolve: relatedOneOrNull<'account'>(callShape, 'account'),
    }),
    result: t.expose('result', {
      type: CallResult,
      nullable: true,
      description: 'What came of it; null: to be called.',
    }),
    resultLabel: t.string({
      nullable: true,
      description: "The same in the request's language.",
      resolve: ({ result }, _args, { language }) => result && label(language, 'callResult', result),
    }),
    said: t.exposeString('said', { nullable: true, description: 'What was said.' }),
    calledBy: t.field({
      type: Person,
      nullable: true,
      description: 'Who called.',
      resolve: relatedOneOrNull<'person'>(callShape, 'calledBy'),
    }),
    calledAt: t.expose('called_at', { type: 'DateTime', nullable: true, description: 'When.' }),
    entryId: t.id({
      nullable: true,
      description: 'The talk that a question or problem became.',
      resolve: ({ entry_id }) => entry_id && globalId('ContactEntry', entry_id),
    }),
    claimId: t.id({
      nullable: true,
      description: 'The claim that a problem became.',
      resolve: ({ claim_id }) => claim_id && globalId('Claim', claim_id),
    }),
  }),
})
answerNode(callShape, 'answers', callScope)

const GratitudeCounts = builder.objectRef<Counts>('GratitudeCounts').implement({
  description: 'What the calls of a campaign brought.',
  policy: 'answers',
  fields: (t) => ({
    customers: t.exposeInt('customers', { description: 'Customers to be called.' }),
    called: t.exposeInt('called', { description: 'Called.' }),
    questions: t.exposeInt('questions', { description: 'Who asked something.' }),
    problems: t.exposeInt('problems', { description: 'Who told a problem.' }),
    talks: t.exposeInt('talks', { description: 'Questions and problems kept as talks.' }),
    claims: t.exposeInt('claims', { description: 'Problems that became claims.' }),
  }),
})

type CampaignRow = RowOf<'gratitude_campaign'> & { counts?: Counts }

export const GratitudeCampaign = builder.objectRef<CampaignRow>('GratitudeCampaign').implement({
  description: 'Thank-you calls to a list of customers, with cost and effect.',
  policy: 'answers',
  interfaces: [Node],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    beginsOn: t.expose('begins_on', { type: 'Date', description: 'When the calls begin.' }),
    cost: t.expose('cost', { type: 'Decimal', nullable: true, policy: 'figures', description: 'What it costs.' }),
    currency: t.exposeString('currency', { description: 'Currency of cost and margin.' }),
    extraMargin: t.expose('extra_margin', {
      type: 'Decimal',
      nullable: true,
      policy: 'figures',
      description: 'Extra margin of twelve months.',
    }),
    marginKnownOn: t.expose('margin_known_on', { type: 'Date', nullable: true, description: 'When that was found.' }),
    recovered: t.boolean({
      nullable: true,
      policy: 'figures',
      description: 'Whether the extra margin is at least the cost; null while it is not known.',
      resolve: ({ cost, extra_margin }) => (extra_margin === null ? null : Number(extra_margin) >= Number(cost)),
    }),
    counts: t.field({
      type: GratitudeCounts,
      nullable: true,
      description: 'What it brought.',
      resolve: (row) => row.counts,
    }),
    calls: t.field({
      type: connectionOf(GratitudeCall, 'answers'),
      nullable: true,
      args: pageArgs(),
      description: 'Its calls to customers that the viewer may see.',
      resolve: relatedPage<'gratitude_call', { region_id: string }>(campaignShape, 'calls'),
    }),
  }),
})
answerNode(campaignShape, 'answers', campaignScope)

builder.queryField('gratitudeCampaigns', (t) =>
  t.field({
    type: connectionOf(GratitudeCampaign, 'answers'),
    nullable: true,
    description: 'Campaigns of thank-you calls, the newest first.',
    args: pageArgs(),
    resolve: (_root, page, context, info) =>
      readPage(context, info, campaignShape, {
        where: campaignScope(context.viewer),
        order: { columns: ['begins_on', 'id'], direction: 'desc' },
        args: page,
      }),
  }),
)
