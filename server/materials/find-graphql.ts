// The search for material by any part of a number, and the list of products.
import { type SqlBool, sql } from 'kysely'
import { badInput } from '../core/keyset.ts'
import { readPage } from '../core/selection.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { filterKey } from '../graphql/node.ts'
import { PieceConnection, Product } from './graphql.ts'
import { findMaterial, productShape } from './queries.ts'

builder.queryField('findMaterial', (t) =>
  t.field({
    type: PieceConnection,
    description: 'Pieces by any part of the number of the piece, its heat or its order.',
    args: {
      ...pageArgs(),
      text: t.arg.string({ required: true, description: 'Part of a number, 2 to 100 characters.' }),
      accountId: t.arg.id({ description: 'Only what was delivered to this customer.' }),
    },
    resolve: (_root, { text, accountId, ...page }, context, info) =>
      findMaterial(
        context,
        info,
        { text: searched(text), accountId: filterKey('Account', accountId, 'accountId') },
        page,
      ),
  }),
)

builder.queryField('products', (t) =>
  t.field({
    type: connectionOf(Product, 'internal'),
    nullable: true,
    policy: 'internal',
    description: 'Products of the works, by code.',
    args: pageArgs(),
    resolve: (_root, page, context, info) =>
      readPage(context, info, productShape, {
        where: sql<SqlBool>`true`,
        order: { columns: ['code', 'id'], direction: 'asc' },
        args: page,
      }),
  }),
)

function searched(text: string): string {
  const { length } = text.trim()
  if (length < 2 || length > 100 || text.includes('\0')) throw badInput('text', 'must have 2 to 100 characters')
  return text
}
