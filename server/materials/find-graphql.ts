// The search for material by any part of a number.
import { badInput } from '../core/keyset.ts'
import { builder } from '../graphql/builder.ts'
import { pageArgs } from '../graphql/connection.ts'
import { filterKey } from '../graphql/node.ts'
import { PieceConnection } from './graphql.ts'
import { findMaterial } from './queries.ts'

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

function searched(text: string): string {
  const { length } = text.trim()
  if (length < 2 || length > 100 || text.includes('\0')) throw badInput('text', 'must have 2 to 100 characters')
  return text
}
