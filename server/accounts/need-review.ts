// The review of product needs for hard times: what is wanted specially, and how much money stands behind it.
import { expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { policies } from '../core/permission-table.ts'
import { accountScope } from '../core/permissions.ts'
import { type RowOf, readList } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import { builder } from '../graphql/builder.ts'
import { productNeedShape } from './key-account-queries.ts'
import { ProductNeed } from './needs-graphql.ts'
import { ofKnownAccounts, type WithRegion } from './queries.ts'

interface Counted {
  needs: number
  budgeted: number
}

const NeedReview = builder.objectRef<Counted>('NeedReview').implement({
  description: 'Product needs of the customers whose terms the viewer reads, as they matter in hard times.',
  policy: 'contract',
  fields: (t) => ({
    needs: t.exposeInt('needs', { description: 'Product needs.' }),
    withoutBudget: t.int({
      description: 'Those of which nobody knows how much money stands behind them.',
      resolve: ({ needs, budgeted }) => needs - budgeted,
    }),
    special: t.field({
      type: [ProductNeed],
      description: 'Those that can be made specially for regular customers, by product.',
      resolve: async (_row, _args, context, info) =>
        (await readList(context, info, productNeedShape, {
          where: sql<SqlBool>`product_need.special and ${ofKnownAccounts(productNeedShape)(context.viewer)}`,
          order: { columns: ['product', 'id'], direction: 'asc' },
        })) as WithRegion<RowOf<'product_need'>>[],
    }),
  }),
})

builder.queryField('needReview', (t) =>
  t.field({
    type: NeedReview,
    nullable: true,
    policy: 'contract',
    description: 'Product needs as they matter in hard times (ACC-19).',
    resolve: (_root, _args, context) => countNeeds(context),
  }),
)

async function countNeeds({ engine, viewer }: Reader): Promise<Counted | null> {
  const known = accountScope(expressionBuilder<Database, 'account'>(), viewer, policies.contract)
  const { rows } = await sql<Counted>`select count(*)::int as needs, count(budget)::int as budgeted
    from product_need join account on account.id = product_need.account_id where ${known}`.execute(engine.db)
  return rows[0] ?? null
}
