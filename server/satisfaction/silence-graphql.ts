// Customers who buy and say nothing (CLM-04), in the graph: absence of complaints is a warning, not praise.
import type { GraphQLResolveInfo } from 'graphql'
import { expressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { Account } from '../accounts/graphql.ts'
import { AccountPage } from '../accounts/lists-graphql.ts'
import { accountShape, visibleAccounts } from '../accounts/queries.ts'
import { badInput } from '../core/keyset.ts'
import { policies } from '../core/permission-table.ts'
import { accountScope } from '../core/permissions.ts'
import { type PageArgs, readPage } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import { computed } from '../core/selection-shape.ts'
import { builder } from '../graphql/builder.ts'
import { pageArgs } from '../graphql/connection.ts'

/** Months without feedback after which a customer counts as silent: default of the product (CLM-04). */
const silentMonths = 6

const shipped = (account: string): RawBuilder<unknown> => sql`(select max(dispatched_on) from shipment
  where shipment.account_id = ${sql.ref(`${account}.id`)})`

/** The last feedback of any kind: a claim, an answer, a talk. */
const heard = (account: string): RawBuilder<unknown> => sql`greatest(
  (select max(opened_at) from service_case where service_case.account_id = ${sql.ref(`${account}.id`)} and service_case.kind = 'claim'),
  (select max(answered_at) from survey_response where survey_response.account_id = ${sql.ref(`${account}.id`)}),
  (select max(at) from contact_entry where contact_entry.account_id = ${sql.ref(`${account}.id`)}))`

accountShape.fields.set(
  'lastShippedOn',
  computed('last_shipped_on', 'plain', (alias) => sql`${shipped(alias)}::text`),
)
accountShape.fields.set('lastHeardAt', computed('last_heard_at', 'instant', heard))

builder.objectField(Account, 'lastShippedOn', (t) =>
  t.field({
    type: 'Date',
    nullable: true,
    policy: 'contract',
    description: 'When material last went to it.',
    resolve: (row) => (row as { last_shipped_on?: string | null }).last_shipped_on ?? null,
  }),
)

builder.objectField(Account, 'lastHeardAt', (t) =>
  t.field({
    type: 'DateTime',
    nullable: true,
    policy: 'contract',
    description: 'When it last let us hear of it: a claim, an answer, a talk.',
    resolve: (row) => (row as { last_heard_at?: Date | null }).last_heard_at ?? null,
  }),
)

builder.queryField('silentCustomers', (t) =>
  t.field({
    type: AccountPage,
    nullable: true,
    policy: 'answers',
    description: 'Customers that were shipped to within the months before now and were not heard of in them, by name.',
    args: { ...pageArgs(), months: t.arg.int({ description: `1 to 60; ${silentMonths} unless said.` }) },
    resolve: (_root, { months, ...page }, context, info) => readSilent(context, info, months ?? silentMonths, page),
  }),
)

function readSilent(reader: Reader, info: GraphQLResolveInfo, months: number, args: PageArgs) {
  if (months < 1 || months > 60) throw badInput('months', 'must be between 1 and 60')
  const { engine, viewer } = reader
  const since = sql`${engine.now()} - make_interval(months => ${months})`
  const read = accountScope(expressionBuilder<Database, 'account'>(), viewer, policies.answers)
  const where = sql<SqlBool>`${read} and ${visibleAccounts(viewer)} and ${shipped('account')} >= (${since})::date
    and coalesce(${heard('account')}, '-infinity') < ${since}`
  return readPage(reader, info, accountShape, { where, order: { columns: ['name', 'id'], direction: 'asc' }, args })
}
