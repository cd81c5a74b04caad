// The top-level fields that read claims.
import { badInput } from '../core/keyset.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { enumOf } from '../graphql/enums.ts'
import { keyOf } from '../graphql/node.ts'
import { ClaimFilter, claimFilterOf } from './filter-graphql.ts'
import { Claim } from './graphql.ts'
import { countClaims, readClaim, readClaims } from './lists.ts'

const ClaimOrder = enumOf('ClaimOrder', 'In which order claims are listed.', {
  due: 'The earliest due time first, those without one last',
  newest: 'The newest first',
})

const mostCounted = 100_001

builder.queryFields((t) => ({
  claim: t.field({
    type: Claim,
    nullable: true,
    description: 'A claim by id or number; null where there is none that the viewer may see.',
    args: {
      id: t.arg.id({ description: 'Its id.' }),
      number: t.arg.string({ description: 'Its number: C-2026-000123.' }),
    },
    resolve: (_root, { id, number }, context, info) => {
      const key = id == null ? null : keyOf('Claim', id)
      if (key) return readClaim(context, info, { id: key })
      return number && number.length <= 40 ? readClaim(context, info, { number }) : null
    },
  }),
  claims: t.field({
    type: connectionOf(Claim),
    description: 'Claims that the viewer may see.',
    args: {
      ...pageArgs(),
      filter: t.arg({ type: ClaimFilter, description: 'Which claims.' }),
      order: t.arg({ type: ClaimOrder, description: '`due` unless said.' }),
    },
    resolve: (_root, { filter, order, ...page }, context, info) =>
      readClaims(context, info, claimFilterOf(filter), order ?? 'due', page),
  }),
  claimCount: t.int({
    description: 'How many claims of the filter the viewer may see.',
    args: {
      filter: t.arg({ type: ClaimFilter, description: 'Which claims.' }),
      upTo: t.arg.int({ required: true, description: 'Counting ends at so many, 1 to 100,001.' }),
    },
    resolve: (_root, { filter, upTo }, context) => {
      if (upTo < 1 || upTo > mostCounted) throw badInput('upTo', `must be between 1 and ${mostCounted}`)
      return countClaims(context, claimFilterOf(filter), upTo)
    },
  }),
}))
