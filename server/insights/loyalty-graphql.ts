// Moves of customers from one phase of loyalty to another in the graph.
import type { LoyaltyCause as Cause } from '../../schema/account-vocabulary.ts'
import { Account } from '../accounts/graphql.ts'
import { loyaltyRule } from '../accounts/loyalty.ts'
import { accountShape, ofKnownAccounts, regionOfAccount, type WithRegion } from '../accounts/queries.ts'
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedList } from '../core/selection-related.ts'
import { computed, hang, list, type Shape, shape } from '../core/selection-shape.ts'
import { LoyaltyCause, LoyaltyPhase } from '../graphql/account-words.ts'
import { builder } from '../graphql/builder.ts'

const loyaltyMoveShape: Shape<'loyalty_move'> = shape('LoyaltyMove', 'loyalty_move', {
  always: ['account_id', computed('region_id', 'plain', regionOfAccount)],
  fields: {
    from: 'from_phase',
    to: 'to_phase',
    toLabel: 'to_phase',
    cause: ['from_phase', 'to_phase', 'orders', 'mean'],
    causeLabel: ['from_phase', 'to_phase', 'orders', 'mean'],
    orders: 'orders',
    mean: 'mean',
    referrals: 'referrals',
    at: 'at',
  },
})

const LoyaltyMove = builder.objectRef<WithRegion<RowOf<'loyalty_move'>>>('LoyaltyMove').implement({
  description: 'That a customer became more or less loyal.',
  policy: 'contract',
  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    from: t.expose('from_phase', {
      type: LoyaltyPhase,
      nullable: true,
      description: 'Phase before; null: not judged.',
    }),
    to: t.expose('to_phase', { type: LoyaltyPhase, description: 'Phase from then on.' }),
    toLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ to_phase }, _args, { language }) => label(language, 'loyaltyPhase', to_phase),
    }),
    cause: t.field({ type: LoyaltyCause, description: 'What it came of.', resolve: (row) => causeOf(row) }),
    causeLabel: t.string({
      description: "The same in the request's language.",
      resolve: (row, _args, { language }) => label(language, 'loyaltyCause', causeOf(row)),
    }),
    orders: t.exposeInt('orders', { description: 'Orders of the twelve months before.' }),
    mean: t.expose('mean', {
      type: 'Decimal',
      nullable: true,
      description: 'Mean satisfaction of them on a scale of 1 to 5; null without an answer.',
    }),
    referrals: t.exposeInt('referrals', { description: 'Recommendations of us until then.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was found.' }),
  }),
})

hang(
  accountShape,
  'loyaltyMoves',
  list(() => loyaltyMoveShape, 'account_id', {
    order: { columns: ['at', 'id'], direction: 'desc' },
    limit: 10,
    scope: ofKnownAccounts(loyaltyMoveShape),
  }),
)

builder.objectField(Account, 'loyaltyMoves', (t) =>
  t.field({
    type: [LoyaltyMove],
    description: 'The last ten moves between phases of loyalty, the newest first.',
    resolve: relatedList<'loyalty_move', { region_id: string }>(accountShape, 'loyaltyMoves'),
  }),
)

/** Upwards by a recommendation or by what it bought and said; downwards by whichever of the two no longer reaches the rule. */
function causeOf({ to_phase, orders, mean }: RowOf<'loyalty_move'>): Cause {
  if (to_phase === 'follower') return 'recommended'
  if (to_phase === 'loyal') return 'reached'
  return orders < loyaltyRule.orders ? 'fewerOrders' : mean === null ? 'noAnswer' : 'lessSatisfied'
}
