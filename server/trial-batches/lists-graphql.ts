// The top-level fields that read trial batches, their success, and competitors' products.
import { type SqlBool, sql } from 'kysely'
import { Account } from '../accounts/graphql.ts'
import { accountShape } from '../accounts/queries.ts'
import { Case } from '../cases/graph-refs.ts'
import { readPage } from '../core/selection.ts'
import { relatedList, relatedOne, relatedOneOrNull, relatedPage } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { enumOf } from '../graphql/enums.ts'
import { filterKey, keyOf } from '../graphql/node.ts'
import { RecommendationState, TrialReason, TrialState } from '../graphql/words.ts'
import { TrialBatch, type TrialRow } from './graphql.ts'
import { readRecommendations, readSuccess, readTrial, readTrials, type Success } from './lists.ts'
import { competitorProductShape, competitorValueShape, recommendationShape } from './queries.ts'
import { CompetitorProduct, CompetitorValue, Recommendation } from './recommendation-graphql.ts'

const TrialOrder = enumOf('TrialOrder', 'In which order trial batches are listed.', {
  due: 'The earliest due time first, those without one last',
  newest: 'The newest first',
})

const TrialFilter = builder.inputType('TrialFilter', {
  description: 'Which trial batches; what is left out does not narrow.',
  fields: (t) => ({
    states: t.field({ type: [TrialState], description: 'In one of these states.' }),
    open: t.boolean({ description: 'On the open lists, or not.' }),
    reason: t.field({ type: TrialReason, description: 'Made for this reason.' }),
    accountId: t.id({ description: 'Of this customer.' }),
  }),
})

const TrialSuccess = builder.objectRef<Success>('TrialSuccess').implement({
  description: 'How many trials with a verdict were adopted.',
  policy: 'internal',
  fields: (t) => ({
    reason: t.expose('reason', { type: TrialReason, nullable: true, description: 'Of this reason; null: of all.' }),
    finished: t.exposeInt('finished', { description: 'Trials with a verdict.' }),
    adopted: t.exposeInt('adopted', { description: 'Of them approved for regular supply.' }),
    rate: t.float({
      nullable: true,
      description: 'Adopted in percent of finished, one place; null where none is finished.',
      resolve: ({ adopted, finished }) => (finished > 0 ? Math.round((adopted * 1000) / finished) / 10 : null),
    }),
  }),
})

const TrialConnection = connectionOf(TrialBatch)

builder.queryFields((t) => ({
  trialBatch: t.field({
    type: TrialBatch,
    nullable: true,
    description: 'A trial batch by id or number; null where there is none that the viewer may see.',
    args: {
      id: t.arg.id({ description: 'Its id.' }),
      number: t.arg.string({ description: 'Its number: B-2026-000123.' }),
    },
    resolve: (_root, { id, number }, context, info) => {
      const key = id == null ? null : keyOf('TrialBatch', id)
      if (key) return readTrial(context, info, { id: key })
      return number && number.length <= 40 ? readTrial(context, info, { number }) : null
    },
  }),
  trialBatches: t.field({
    type: TrialConnection,
    description: 'Trial batches that the viewer may see.',
    args: {
      ...pageArgs(),
      filter: t.arg({ type: TrialFilter, description: 'Which trial batches.' }),
      order: t.arg({ type: TrialOrder, description: '`due` unless said.' }),
    },
    resolve: (_root, { filter, order, ...page }, context, info) =>
      readTrials(
        context,
        info,
        {
          states: filter?.states ?? null,
          open: filter?.open ?? null,
          reason: filter?.reason ?? null,
          accountId: filterKey('Account', filter?.accountId, 'filter.accountId'),
        },
        order ?? 'due',
        page,
      ),
  }),
  trialSuccess: t.field({
    type: [TrialSuccess],
    nullable: true,
    policy: 'internal',
    description: 'Success of finished trials: by reason, then over all.',
    resolve: (_root, _args, context) => readSuccess(context),
  }),
  recommendations: t.field({
    type: connectionOf(Recommendation, 'internal'),
    nullable: true,
    policy: 'internal',
    description: 'What should be made better, over all trial batches that the viewer may see, the newest first.',
    args: {
      ...pageArgs(),
      state: t.arg({ type: RecommendationState, description: 'Only with this state.' }),
      departmentId: t.arg.id({ description: 'Only of this department.' }),
      accountId: t.arg.id({ description: 'Only of this customer.' }),
      overdue: t.arg.boolean({ description: 'Only those accepted whose day is over, or only others.' }),
    },
    resolve: (_root, { first, after, departmentId, accountId, ...filter }, context, info) => {
      const keys = {
        departmentId: filterKey('Department', departmentId, 'departmentId'),
        accountId: filterKey('Account', accountId, 'accountId'),
      }
      return readRecommendations(context, info, { ...filter, ...keys }, { first, after })
    },
  }),
  competitorProducts: t.field({
    type: connectionOf(CompetitorProduct, 'internal'),
    nullable: true,
    policy: 'internal',
    description: "Competitors' products, by competitor.",
    args: pageArgs(),
    resolve: (_root, args, context, info) =>
      readPage(context, info, competitorProductShape, {
        where: sql<SqlBool>`true`,
        order: { columns: ['competitor', 'id'], direction: 'asc' },
        args,
      }),
  }),
}))

builder.objectFields(Account, (t) => ({
  comparisons: t.field({
    type: [CompetitorValue],
    nullable: true,
    policy: 'internal',
    description:
      "Competitors' values beside ours from its trial batches and visits that the viewer may see, the newest first.",
    resolve: relatedList<'competitor_value'>(accountShape, 'comparisons'),
  }),
  trialBatches: t.field({
    type: TrialConnection,
    description: 'Trial batches of the customer that the viewer may see, the newest first.',
    args: pageArgs(),
    resolve: relatedPage<'service_case', Omit<TrialRow, keyof TrialRow> & TrialRow>(accountShape, 'trialBatches'),
  }),
}))

builder.objectField(CompetitorValue, 'trialBatch', (t) =>
  t.field({
    type: TrialBatch,
    nullable: true,
    description: 'The trial batch it was found in.',
    resolve: relatedOneOrNull<'service_case', TrialRow>(competitorValueShape, 'trialBatch'),
  }),
)

builder.objectField(CompetitorValue, 'case', (t) =>
  t.field({
    type: Case,
    nullable: true,
    description: 'The trial batch, or the visit to an important order, that it was found in.',
    resolve: relatedOneOrNull<'service_case'>(competitorValueShape, 'case'),
  }),
)

builder.objectFields(Recommendation, (t) => ({
  case: t.field({
    type: Case,
    nullable: true,
    description: 'The trial batch or the visit that it comes from.',
    resolve: relatedOneOrNull<'service_case'>(recommendationShape, 'case'),
  }),
  account: t.field({
    type: Account,
    description: 'The customer whom an indicator does not suit.',
    resolve: relatedOne<'account'>(recommendationShape, 'account'),
  }),
  overdue: t.boolean({
    description: 'Whether it was accepted and its day is over.',
    resolve: (row) => {
      const { state, due_on, read_at } = row as typeof row & { read_at: Date }
      return state === 'accepted' && due_on !== null && due_on < read_at.toISOString().slice(0, 10)
    },
  }),
}))
