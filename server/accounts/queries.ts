// Reads of regions, accounts and contacts.
import type { GraphQLResolveInfo } from 'graphql'
import { type Expression, expressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { policies } from '../core/permission-table.ts'
import { accountScope, can } from '../core/permissions.ts'
import { type RowOf, readList, readOne } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import { computed, list, one, type Shape, shape } from '../core/selection-shape.ts'
import type { Viewer } from '../core/viewer.ts'
import { personShape, roleGrantShape } from '../organization/queries.ts'

export const regionShape: Shape<'region'> = shape('Region', 'region', {
  fields: { code: 'code', name: 'name', names: 'name' },
})

export const accountShape: Shape<'account'> = shape('Account', 'account', {
  always: ['region_id'],
  fields: {
    number: 'number',
    name: 'name',
    region: one(() => regionShape, 'region_id'),
    consumerType: 'consumer_type',
    consumerTypeLabel: 'consumer_type',
    status: 'status',
    statusLabel: 'status',
    key: 'key',
    critical: 'critical',
    manager: one(() => personShape, 'manager_id'),
    country: 'country',
    language: 'language',
    timeZone: 'time_zone',
    currency: 'currency',
    replacementDays: 'replacement_days',
    silenceAccepts: 'silence_accepts',
    specialPolicy: 'special_policy',
    contractNumber: 'contract_number',
    convertedOn: 'converted_on',
    preferredChannel: 'preferred_channel',
    createdAt: 'created_at',
    contacts: list(() => contactShape, 'account_id', {
      order: { columns: ['name', 'id'], direction: 'asc' },
      scope: contactScope,
    }),
  },
})

export const contactShape: Shape<'contact'> = shape('Contact', 'contact', {
  always: ['account_id', computed('region_id', 'plain', regionOfAccount)],
  fields: {
    account: one(() => accountShape, 'account_id'),
    name: 'name',
    jobTitle: 'job_title',
    email: 'email',
    phone: 'phone',
    language: 'language',
    preferredChannel: 'preferred_channel',
    active: 'active',
  },
})

roleGrantShape.fields.set(
  'region',
  one(() => regionShape, 'region_id'),
)
roleGrantShape.fields.set(
  'account',
  one(() => accountShape, 'account_id', visibleAccounts),
)

/** Region of the account that a row belongs to: what grants limited to a region are held against. */
export function regionOfAccount(alias: string): RawBuilder<unknown> {
  return sql`(select account.region_id from account where account.id = ${sql.ref(`${alias}.account_id`)})`
}

/** A row with the region of its account. */
export type WithRegion<T> = T & { region_id: string }

/** Condition on `account`. */
export function visibleAccounts(viewer: Viewer): Expression<SqlBool> {
  return accountScope(expressionBuilder<Database, 'account'>(), viewer)
}

/** Condition on a table with `account_id`: rows of accounts whose terms the viewer reads. */
export function ofKnownAccounts({ table }: { readonly table: string }): (viewer: Viewer) => Expression<SqlBool> {
  return (viewer) => {
    const known = accountScope(expressionBuilder<Database, 'account'>(), viewer, policies.contract)
    return sql<SqlBool>`${sql.ref(`${table}.account_id`)} in (select account.id from account where ${known})`
  }
}

/** Condition on `contact`: those of visible accounts; a contact of a customer sees himself alone. */
export function contactScope(viewer: Viewer): Expression<SqlBool> {
  if (viewer.kind === 'contact') return sql<SqlBool>`contact.id = ${viewer.id}`
  return sql<SqlBool>`contact.account_id in (select account.id from account where ${visibleAccounts(viewer)})`
}

/** Regions are the same for everybody of the works; others see that of their account. */
export function regionScope(viewer: Viewer): Expression<SqlBool> {
  if (can(viewer, 'organization.read')) return sql<SqlBool>`true`
  return sql<SqlBool>`region.id in (select account.region_id from account where ${visibleAccounts(viewer)})`
}

export function readAccount(reader: Reader, info: GraphQLResolveInfo, id: string): Promise<RowOf<'account'> | null> {
  return readOne(reader, info, accountShape, sql<SqlBool>`account.id = ${id} and ${visibleAccounts(reader.viewer)}`)
}

/** An account just entered: whom it made a manager does not yet have it among his accounts in this request. */
export function readCreatedAccount(
  reader: Reader,
  info: GraphQLResolveInfo,
  id: string,
): Promise<RowOf<'account'> | null> {
  const { viewer } = reader
  const own = viewer.kind === 'person' ? sql<SqlBool>`account.manager_id = ${viewer.id}` : sql<SqlBool>`false`
  const where = sql<SqlBool>`account.id = ${id} and (${visibleAccounts(viewer)} or ${own})`
  return readOne(reader, info, accountShape, where)
}

export async function readContact(
  reader: Reader,
  info: GraphQLResolveInfo,
  id: string,
): Promise<WithRegion<RowOf<'contact'>> | null> {
  const row = await readOne(
    reader,
    info,
    contactShape,
    sql<SqlBool>`contact.id = ${id} and ${contactScope(reader.viewer)}`,
  )
  return row as WithRegion<RowOf<'contact'>> | null
}

export function readRegions(reader: Reader, info: GraphQLResolveInfo): Promise<RowOf<'region'>[]> {
  return readList(reader, info, regionShape, {
    where: sql<SqlBool>`true`,
    order: { columns: ['position', 'code'], direction: 'asc' },
  })
}

export function readRegion(reader: Reader, info: GraphQLResolveInfo, id: string): Promise<RowOf<'region'> | null> {
  return readOne(reader, info, regionShape, sql<SqlBool>`region.id = ${id}`)
}
