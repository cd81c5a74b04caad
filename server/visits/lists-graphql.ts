// The top-level fields that read visits.
import { type SqlBool, sql } from 'kysely'
import { byDue } from '../cases/queries.ts'
import { readOne, readPage } from '../core/selection.ts'
import type { Page } from '../core/selection-rows.ts'
import { builder } from '../graphql/builder.ts'
import { pageArgs } from '../graphql/connection.ts'
import { filterKey, keyOf } from '../graphql/node.ts'
import { VisitOrigin, VisitPurpose, VisitState } from '../graphql/words.ts'
import { Visit, VisitConnection, type VisitRow } from './graphql.ts'
import { visitShape, visitsSeen } from './queries.ts'
import { visitsWhere } from './visit-filter.ts'

const VisitFilter = builder.inputType('VisitFilter', {
  description: 'Which visits; what is left out does not narrow.',
  fields: (t) => ({
    states: t.field({ type: [VisitState], description: 'In one of these states.' }),
    open: t.boolean({ description: 'On the open lists, or not.' }),
    accountId: t.id({ description: 'Of this customer.' }),
    ownerId: t.id({ description: 'Run by this person.' }),
    engineerId: t.id({ description: 'In which this person takes part as engineer, host or one of the team.' }),
    purpose: t.field({ type: VisitPurpose, description: 'For this purpose.' }),
    origin: t.field({ type: VisitOrigin, description: 'Wanted by this side.' }),
    overdue: t.boolean({ description: 'Whose next clock has passed.' }),
    from: t.field({ type: 'DateTime', description: 'That end after then.' }),
    before: t.field({ type: 'DateTime', description: 'That begin before then.' }),
  }),
})

builder.queryFields((t) => ({
  visit: t.field({
    type: Visit,
    nullable: true,
    description: 'A visit by id or number; null where there is none that the viewer may see.',
    args: {
      id: t.arg.id({ description: 'Its id.' }),
      number: t.arg.string({ description: 'Its number: V-2026-000123.' }),
    },
    resolve: async (_root, { id, number }, context, info) => {
      const key = id == null ? null : keyOf('Visit', id)
      if (!key && !(number && number.length <= 40)) return null
      const which = key ? sql`service_case.id = ${key}` : sql`service_case.number = ${number}`
      const row = await readOne(context, info, visitShape, sql<SqlBool>`${which} and ${visitsSeen(context.viewer)}`)
      return row as VisitRow | null
    },
  }),
  visits: t.field({
    type: VisitConnection,
    description: 'Visits that the viewer may see, the earliest due time first; with `from` and `before`, his calendar.',
    args: {
      ...pageArgs(),
      filter: t.arg({ type: VisitFilter, description: 'Which visits.' }),
    },
    resolve: async (_root, { filter, ...args }, context, info) => {
      const where = visitsWhere(context, {
        ...filter,
        accountId: filterKey('Account', filter?.accountId, 'filter.accountId'),
        ownerId: filterKey('Person', filter?.ownerId, 'filter.ownerId'),
        engineerId: filterKey('Person', filter?.engineerId, 'filter.engineerId'),
      })
      const page = await readPage(context, info, visitShape, { where, order: byDue, args })
      return page as Page<VisitRow>
    },
  }),
}))
