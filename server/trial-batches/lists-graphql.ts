// The top-level fields that read trial batches, their success, and competitors' products.
import { type SqlBool, sql } from 'kysely'
import { Account } from '../accounts/graphql.ts'
import { accountShape } from '../accounts/queries.ts'
import { readPage } from '../core/selection.ts'
import { relatedPage } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { enumOf } from '../graphql/enums.ts'
import { filterKey, keyOf } from '../graphql/node.ts'
import { TrialReason, TrialState } from '../graphql/words.ts'
import { TrialBatch, type TrialRow } from './graphql.ts'
import { readSuccess, readTrial, readTrials, type Success } from './lists.ts'
import { competitorProductShape } from './queries.ts'
import { CompetitorProduct } from './recommendation-graphql.ts'

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

builder.objectField(Account, 'trialBatches', (t) =>
  t.field({
    type: TrialConnection,
    description: 'Trial batches of the customer that the viewer may see, the newest first.',
    args: pageArgs(),
    resolve: relatedPage<'service_case', Omit<TrialRow, keyof TrialRow> & TrialRow>(accountShape, 'trialBatches'),
  }),
)
