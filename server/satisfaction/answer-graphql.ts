// The answers behind the figures in the graph.

import { Account, Region } from '../accounts/graphql.ts'
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedList, relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { answerNode, filterKey, Node } from '../graphql/node.ts'
import { ConsumerType, ResponseSource } from '../graphql/words.ts'
import { readResponses, responseScope, surveyAnswerShape, surveyResponseShape } from './answer-queries.ts'
import { SurveyItem } from './graphql.ts'
import { overviewFilterOf, SatisfactionFilter } from './overview-filter-graphql.ts'

const OptionRank = builder.objectRef<{ option: string; rank: number }>('OptionRank').implement({
  description: 'The place that a respondent gave to an option.',
  policy: 'answers',
  fields: (t) => ({
    option: t.exposeString('option', { description: 'Code of the option.' }),
    rank: t.exposeInt('rank', { description: '1 the most important.' }),
  }),
})

const SurveyAnswer = builder.objectRef<RowOf<'survey_answer'>>('SurveyAnswer').implement({
  description: 'What a respondent gave to one item.',
  policy: 'answers',
  fields: (t) => ({
    item: t.field({
      type: SurveyItem,
      nullable: true,
      description: 'The item.',
      resolve: relatedOneOrNull<'survey_item'>(surveyAnswerShape, 'item'),
    }),
    number: t.expose('number', { type: 'Decimal', nullable: true, description: 'The mark.' }),
    importance: t.expose('importance', { type: 'Decimal', nullable: true, description: 'Its importance to him.' }),
    words: t.stringList({
      nullable: true,
      description: 'Codes of what was chosen, or the agreement.',
      resolve: ({ words }) => words,
    }),
    ranks: t.field({
      type: [OptionRank],
      description: 'The order he gave.',
      resolve: ({ ranks }) =>
        Object.entries(ranks ?? {})
          .map(([option, rank]) => ({ option, rank }))
          .sort((a, b) => a.rank - b.rank),
    }),
    text: t.exposeString('text', { nullable: true, description: 'In his own words.' }),
    language: t.exposeString('language', { nullable: true, description: 'Language of his words.' }),
  }),
})

export const SurveyResponse = builder.objectRef<RowOf<'survey_response'>>('SurveyResponse').implement({
  description: "One respondent's answers.",
  policy: 'answers',
  interfaces: [Node],
  fields: (t) => ({
    account: t.field({
      type: Account,
      nullable: true,
      description: 'Of this customer; null where it is not known.',
      resolve: relatedOneOrNull<'account'>(surveyResponseShape, 'account'),
    }),
    region: t.field({
      type: Region,
      nullable: true,
      description: 'As it was when he answered.',
      resolve: relatedOneOrNull<'region'>(surveyResponseShape, 'region'),
    }),
    consumerType: t.expose('consumer_type', { type: ConsumerType, description: 'As it was when he answered.' }),
    kilotonnes: t.expose('kilotonnes', { type: 'Decimal', nullable: true, description: 'Bought a year.' }),
    source: t.expose('source', { type: ResponseSource, description: 'How the answers reached us.' }),
    sourceLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ source }, _args, { language }) => label(language, 'responseSource', source),
    }),
    language: t.exposeString('language', { description: 'Language he was asked in.' }),
    answeredAt: t.expose('answered_at', { type: 'DateTime', description: 'When he answered.' }),
    answers: t.field({
      type: [SurveyAnswer],
      description: 'What he gave to each item.',
      resolve: relatedList<'survey_answer'>(surveyResponseShape, 'answers'),
    }),
  }),
})
answerNode(surveyResponseShape, 'answers', responseScope)

builder.queryField('surveyResponses', (t) =>
  t.field({
    type: connectionOf(SurveyResponse, 'answers'),
    nullable: true,
    description: 'The answers behind a figure, the newest first: of customers that the viewer may see.',
    args: {
      ...pageArgs(),
      filter: t.arg({ type: SatisfactionFilter, description: 'Which answers.' }),
      item: t.arg.string({ description: 'Which answered the item of this code.' }),
      atLeast: t.arg.float({ description: 'With at least this mark on the item.' }),
      atMost: t.arg.float({ description: 'With at most this mark on the item.' }),
      accountId: t.arg.id({ description: 'Of this customer.' }),
      productId: t.arg.id({
        description: 'Of customers to whom this product was delivered in the year before the newest wave.',
      }),
      commented: t.arg.boolean({ description: 'With own words.' }),
    },
    resolve: (_root, { filter, item, atLeast, atMost, accountId, productId, commented, ...page }, context, info) => {
      const account = filterKey('Account', accountId, 'accountId')
      const product = filterKey('Product', productId, 'productId')
      const answers = { item, atLeast, atMost, commented, accountId: account, productId: product }
      return readResponses(context, info, { ...overviewFilterOf(filter), ...answers }, page)
    },
  }),
)
