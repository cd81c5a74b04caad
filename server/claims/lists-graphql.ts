// The top-level fields that read claims.
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { enumOf } from '../graphql/enums.ts'
import { filterKey, keyOf } from '../graphql/node.ts'
import { ClaimState, Severity } from '../graphql/words.ts'
import { Claim } from './graphql.ts'
import { readClaim, readClaims } from './lists.ts'

const ClaimOrder = enumOf('ClaimOrder', 'In which order claims are listed.', {
  due: 'The earliest due time first, those without one last',
  newest: 'The newest first',
})

const ClaimFilter = builder.inputType('ClaimFilter', {
  description: 'Which claims; what is left out does not narrow.',
  fields: (t) => ({
    states: t.field({ type: [ClaimState], description: 'In one of these states.' }),
    open: t.boolean({ description: 'On the open lists, or not.' }),
    severity: t.field({ type: Severity, description: 'Of this severity.' }),
    accountId: t.id({ description: 'Of this customer.' }),
    regionId: t.id({ description: 'Of customers in this region.' }),
    ownerId: t.id({ description: 'Run by this person.' }),
    analystId: t.id({ description: 'Investigated by this person.' }),
    departmentId: t.id({ description: 'With a task for this department.' }),
  }),
})

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
      readClaims(
        context,
        info,
        {
          states: filter?.states ?? null,
          open: filter?.open ?? null,
          severity: filter?.severity ?? null,
          accountId: filterKey('Account', filter?.accountId, 'filter.accountId'),
          regionId: filterKey('Region', filter?.regionId, 'filter.regionId'),
          ownerId: filterKey('Person', filter?.ownerId, 'filter.ownerId'),
          analystId: filterKey('Person', filter?.analystId, 'filter.analystId'),
          departmentId: filterKey('Department', filter?.departmentId, 'filter.departmentId'),
        },
        order ?? 'due',
        page,
      ),
  }),
}))
