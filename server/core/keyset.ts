// Pages by keyset: the order of a list, the cursor that names a place in it, and the condition for what comes after.
import { GraphQLError } from 'graphql'
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'

/** Order of a list: one direction, unique by its last column; only the first column may be null, and nulls come last. */
export interface Order {
  columns: readonly string[]
  direction: 'asc' | 'desc'
  nullable?: boolean
}

/** Values of the order columns as the database writes them (moments with their microseconds). */
export type Place = readonly (string | null)[]

/** Rows asked for, one more than the page so that a next page shows; few sizes, so that few statements are planned. */
const SIZES = [2, 6, 11, 21, 51, 101] as const

export function fetchSize(first: number): number {
  return SIZES.find((size) => size > first) ?? first + 1
}

export function encodeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** @throws GraphQLError with code BAD_INPUT when the cursor was not made by us for this order. */
export function decodeCursor(cursor: string, order: Order): Place {
  const place = cursor.length > 2_000 ? null : parsed(cursor)
  const sound = place?.length === order.columns.length && place.every((value, index) => isValue(value, index, order))
  if (!place || !sound || encodeCursor(place) !== cursor) throw badInput('after', 'is not a cursor of this list')
  return place
}

export function badInput(field: string, text: string): GraphQLError {
  return new GraphQLError(`${field} ${text}`, { extensions: { code: 'BAD_INPUT', field } })
}

const MOST_ROWS = 100

/** @throws GraphQLError with code BAD_INPUT unless `first` lies in 1–100. */
export function firstOf({ first }: { readonly first?: unknown }): number {
  if (typeof first === 'number' && first >= 1 && first <= MOST_ROWS) return first
  throw badInput('first', `must be between 1 and ${MOST_ROWS}`)
}

/** Text of the columns that a cursor is made of. */
export function placeColumns(alias: string, order: Order): RawBuilder<string | null>[] {
  return order.columns.map((column) => sql<string | null>`${sql.ref(`${alias}.${column}`)}::text`)
}

export function orderBy(alias: string, order: Order): RawBuilder<unknown> {
  const direction = sql.raw(order.direction)
  const parts = order.columns.map((column, index) =>
    index === 0 && order.nullable && order.direction === 'desc'
      ? sql`${sql.ref(`${alias}.${column}`)} desc nulls last`
      : sql`${sql.ref(`${alias}.${column}`)} ${direction}`,
  )
  return sql`${sql.join(parts)}`
}

/**
 * Conditions that together select what comes after a place, in order. Where nulls follow the place there are two, so that each
 * is a range of the index: the rest of the values, then the nulls.
 */
export function afterPlace(alias: string, order: Order, place: Place): Expression<SqlBool>[] {
  const [first = '', ...rest] = order.columns
  const nulls = sql<SqlBool>`${sql.ref(`${alias}.${first}`)} is null`
  if (place[0] === null) return [sql<SqlBool>`${nulls} and ${beyond(alias, rest, order, place.slice(1))}`]
  const values = beyond(alias, order.columns, order, place)
  return order.nullable ? [values, nulls] : [values]
}

function beyond(alias: string, columns: readonly string[], order: Order, place: Place): Expression<SqlBool> {
  const refs = sql.join(columns.map((column) => sql.ref(`${alias}.${column}`)))
  const sign = sql.raw(order.direction === 'asc' ? '>' : '<')
  return sql<SqlBool>`(${refs}) ${sign} (${sql.join(place)})`
}

function parsed(cursor: string): Place | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/
const INSTANT = /^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+\d\d(:\d\d)?$/
const DAY = /^\d{4}-\d\d-\d\d$/
const INTEGER = /^-?\d{1,9}$/

/** A value that the column's type would refuse must not reach the database: its error would be ours. */
function isValue(value: unknown, index: number, order: Order): boolean {
  const column = order.columns[index] ?? ''
  if (value === null) return index === 0 && order.nullable === true
  if (typeof value !== 'string' || value.includes('\0') || !value.isWellFormed()) return false
  if (column === 'id' || column.endsWith('_id')) return UUID.test(value)
  if (column === 'at' || column.endsWith('_at') || column === 'valid_from')
    return INSTANT.test(value) && isMoment(value)
  if (column === 'day' || column.endsWith('_on')) return DAY.test(value) && isMoment(`${value}T00:00:00Z`)
  if (column === 'position' || column === 'version' || column === 'step') return INTEGER.test(value)
  return true
}

function isMoment(text: string): boolean {
  const short = text.replace(/(\.\d{3})\d*/, '$1')
  return !Number.isNaN(Date.parse(/\+\d\d$/.test(short) ? `${short}:00` : short))
}
