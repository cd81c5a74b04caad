// Follow-ups of low answers in the graph: whom to call, until when, what was said and done.
import { dueGroups } from '../../schema/list-views.ts'
import { words } from '../../schema/vocabulary.ts'
import { Account } from '../accounts/graphql.ts'
import { label } from '../core/labels/label.ts'
import { relatedList, relatedOneOrNull } from '../core/selection-related.ts'
import { FollowUpOutcome, FollowUpReason, FollowUpState } from '../graphql/acting-words.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { answerNode, filterKey, Node } from '../graphql/node.ts'
import { DueGroup } from '../graphql/words.ts'
import { Person } from '../organization/graphql.ts'
import { SurveyResponse } from './answer-graphql.ts'
import { surveyResponseShape } from './answer-queries.ts'
import {
  countMyFollowUps,
  type FollowUpRow,
  followUpScope,
  followUpShape,
  readFollowUps,
  readMyFollowUps,
} from './follow-up-queries.ts'
import { SurveyItem } from './graphql.ts'
import { overviewFilterOf, SatisfactionFilter } from './overview-filter-graphql.ts'

export const FollowUp = builder.objectRef<FollowUpRow>('FollowUp').implement({
  description: 'A respondent who is to be called because of what he answered, or a customer who says nothing.',
  policy: 'answers',
  interfaces: [Node],
  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    response: t.field({
      type: SurveyResponse,
      nullable: true,
      description: 'The answers that opened it; null of a customer who says nothing.',
      resolve: relatedOneOrNull<'survey_response'>(followUpShape, 'response'),
    }),
    account: t.field({
      type: Account,
      nullable: true,
      description: 'The customer.',
      resolve: relatedOneOrNull<'account'>(followUpShape, 'account'),
    }),
    reason: t.expose('reason', { type: FollowUpReason, description: 'Why he is called.' }),
    reasonLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ reason }, _args, { language }) => label(language, 'followUpReason', reason),
    }),
    item: t.field({
      type: SurveyItem,
      nullable: true,
      description: 'The question behind it.',
      resolve: relatedOneOrNull<'survey_item'>(followUpShape, 'item'),
    }),
    mark: t.expose('mark', { type: 'Decimal', nullable: true, description: 'The mark behind it.' }),
    owner: t.field({
      type: Person,
      nullable: true,
      description: 'Who calls; null: the leads see to it.',
      resolve: relatedOneOrNull<'person'>(followUpShape, 'owner'),
    }),
    state: t.expose('state', { type: FollowUpState, description: 'How far it is.' }),
    stateLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ state }, _args, { language }) => label(language, 'followUpState', state),
    }),
    openedAt: t.expose('opened_at', { type: 'DateTime', description: 'When the answers were stored.' }),
    dueAt: t.expose('due_at', { type: 'DateTime', description: 'Until when he is to be called.' }),
    late: t.boolean({
      description: 'Called too late, or not called though the time is over.',
      resolve: ({ due_at, called_at, state, read_at }) =>
        called_at ? called_at > due_at : state !== 'closed' && (read_at ?? due_at) > due_at,
    }),
    calledAt: t.expose('called_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When he was first spoken with.',
    }),
    calledBy: t.field({
      type: Person,
      nullable: true,
      description: 'By whom.',
      resolve: relatedOneOrNull<'person'>(followUpShape, 'calledBy'),
    }),
    said: t.exposeString('said', { nullable: true, description: 'What he said.' }),
    outcome: t.expose('outcome', { type: FollowUpOutcome, nullable: true, description: 'What came of it.' }),
    outcomeLabel: t.string({
      nullable: true,
      description: "The same in the request's language.",
      resolve: ({ outcome }, _args, { language }) => outcome && label(language, 'followUpOutcome', outcome),
    }),
    done: t.exposeString('done', { nullable: true, description: 'What was done.' }),
    closedAt: t.expose('closed_at', { type: 'DateTime', nullable: true, description: 'When it was closed.' }),
    closedBy: t.field({
      type: Person,
      nullable: true,
      description: 'By whom.',
      resolve: relatedOneOrNull<'person'>(followUpShape, 'closedBy'),
    }),
    revision: t.exposeInt('revision', { description: 'Counts changes; a write names the one it read.' }),
  }),
})
answerNode(followUpShape, 'answers', followUpScope)

const FollowUpPage = connectionOf(FollowUp, 'answers')

builder.objectField(SurveyResponse, 'followUps', (t) =>
  t.field({
    type: [FollowUp],
    description: 'The follow-up that it opened, if it did.',
    resolve: relatedList<'survey_follow_up', { region_id: string }>(surveyResponseShape, 'followUps'),
  }),
)

builder.objectField(Account, 'followUps', (t) =>
  t.field({
    type: FollowUpPage,
    nullable: true,
    policy: 'answers',
    description: 'Follow-ups of this customer, by due time.',
    args: { ...pageArgs(), states: t.arg({ type: [FollowUpState], description: 'In these states; all unless said.' }) },
    resolve: ({ id }, { states, ...page }, context, info) =>
      readFollowUps(context, info, { accountId: id, states: states ?? null }, page),
  }),
)

builder.queryField('followUps', (t) =>
  t.field({
    type: FollowUpPage,
    nullable: true,
    description: 'Follow-ups of the answers of a filter and of silent customers, by due time.',
    args: {
      ...pageArgs(),
      filter: t.arg({ type: SatisfactionFilter, description: 'Which answers.' }),
      states: t.arg({ type: [FollowUpState], description: 'In these states; all unless said.' }),
      reasons: t.arg({ type: [FollowUpReason], description: 'For these reasons; all unless said.' }),
      accountId: t.arg.id({ description: 'Of this customer, whatever the answers.' }),
    },
    resolve: (_root, { filter, states, reasons, accountId, ...page }, context, info) => {
      const account = filterKey('Account', accountId, 'accountId')
      return readFollowUps(
        context,
        info,
        { ...overviewFilterOf(filter), states: states ?? null, reasons: reasons ?? null, accountId: account },
        page,
      )
    },
  }),
)

builder.queryField('myFollowUps', (t) =>
  t.field({
    type: FollowUpPage,
    nullable: true,
    description: "Open follow-ups that are the viewer's, by due time; a lead's are also those of nobody and late ones.",
    args: { ...pageArgs(), clock: t.arg({ type: DueGroup, description: 'Due in this group of times.' }) },
    resolve: (_root, { clock, ...page }, context, info) => readMyFollowUps(context, info, clock ?? null, page),
  }),
)

const FollowUpCount = builder.objectRef<{ group: keyof typeof dueGroups; count: number }>('FollowUpCount').implement({
  description: "How many of the viewer's follow-ups are due in a group of times.",
  policy: 'answers',
  fields: (t) => ({
    group: t.expose('group', { type: DueGroup, description: 'The group.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
})

builder.queryField('myFollowUpCounts', (t) =>
  t.field({
    type: [FollowUpCount],
    description: "How many of the viewer's follow-ups are due when.",
    resolve: async (_root, _args, context) => {
      const groups = words(dueGroups)
      const counts = await countMyFollowUps(context, groups)
      return groups.map((group) => ({ group, count: counts[group] }))
    },
  }),
)
