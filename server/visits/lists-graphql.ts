// The top-level fields that read visits.
import { type SqlBool, sql } from 'kysely'
import { mostExportRows } from '../../schema/list-views.ts'
import { byDue, byOpened } from '../cases/queries.ts'
import { badInput } from '../core/keyset.ts'
import { readOne, readPage } from '../core/selection.ts'
import type { Page } from '../core/selection-rows.ts'
import { builder } from '../graphql/builder.ts'
import { pageArgs } from '../graphql/connection.ts'
import { enumOf } from '../graphql/enums.ts'
import { filterKey, keyOf } from '../graphql/node.ts'
import { VisitOrigin, VisitPurpose, VisitState } from '../graphql/words.ts'
import { Visit, VisitConnection, type VisitRow } from './graphql.ts'
import { visitShape, visitsSeen } from './queries.ts'
import { countVisits, type VisitFilter as Filter, visitsWhere } from './visit-filter.ts'

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
    key: t.boolean({ description: 'Of key accounts, or of the others.' }),
    from: t.field({ type: 'DateTime', description: 'That end after then.' }),
    before: t.field({ type: 'DateTime', description: 'That begin before then.' }),
  }),
})

const visitOrders = { due: byDue, newest: byOpened } as const
const VisitOrder = enumOf('VisitOrder', 'In which order visits are listed.', {
  due: 'The earliest due time first, those without one last',
  newest: 'Asked for or planned last first',
})

/** The filter with the keys behind its ids. */
function keysOf(filter: typeof VisitFilter.$inferInput | null | undefined): Filter {
  return {
    ...filter,
    accountId: filterKey('Account', filter?.accountId, 'filter.accountId'),
    ownerId: filterKey('Person', filter?.ownerId, 'filter.ownerId'),
    engineerId: filterKey('Person', filter?.engineerId, 'filter.engineerId'),
  }
}

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
  visitCount: t.int({
    description: 'How many visits of the filter the viewer may see.',
    args: {
      filter: t.arg({ type: VisitFilter, description: 'Which visits.' }),
      upTo: t.arg.int({ required: true, description: 'Counting ends at so many, 1 to 100,001.' }),
    },
    resolve: (_root, { filter, upTo }, context) => {
      if (upTo < 1 || upTo > mostExportRows + 1) throw badInput('upTo', `must be between 1 and ${mostExportRows + 1}`)
      return countVisits(context, keysOf(filter), upTo)
    },
  }),
  visits: t.field({
    type: VisitConnection,
    description:
      'Visits that the viewer may see, the earliest due time first unless said; with `from` and `before`, his calendar.',
    args: {
      ...pageArgs(),
      filter: t.arg({ type: VisitFilter, description: 'Which visits.' }),
      order: t.arg({ type: VisitOrder, description: '`due` unless said.' }),
    },
    resolve: async (_root, { filter, order, ...args }, context, info) => {
      const where = visitsWhere(context, keysOf(filter))
      const page = await readPage(context, info, visitShape, { where, order: visitOrders[order ?? 'due'], args })
      return page as Page<VisitRow>
    },
  }),
}))
