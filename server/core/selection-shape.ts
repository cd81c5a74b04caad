// How a GraphQL type lies in the database: which column, relation or expression each of its fields needs.
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { ColumnKind, Table } from './column-kinds.ts'
import type { Order } from './keyset.ts'
import type { Viewer } from './viewer.ts'

export type Scope = (viewer: Viewer) => Expression<SqlBool>

export interface Columns {
  kind: 'columns'
  /** `column`, or `table.column` of a table beside. */
  columns: readonly string[]
  /** Values computed beside them. */
  values: readonly Value[]
}

/** The time of the statement, as the engine tells it. */
export interface Now {
  kind: 'now'
  name: string
}

export type Value = Computed | Now

export interface Computed {
  kind: 'computed'
  /** Name of the value on the row. */
  name: string
  valueKind: ColumnKind
  /** Value computed from the row that `alias` names; one that asks for the viewer is planned for each. */
  sql: (alias: string, viewer: Viewer) => RawBuilder<unknown>
}

export interface One {
  kind: 'one'
  shape: () => Shape
  /** Column of this row that holds the other's key, or `table.column` beside. */
  by: string
  /** Which rows of the other type the viewer may see, where seeing this one is not enough. */
  scope?: Scope
}

export interface Many {
  kind: 'many'
  shape: () => Shape
  /** Condition that ties a row of the other type to this one. */
  on: (other: string, self: string) => RawBuilder<unknown>
  order: Order
  /** A connection pages by `first` and `after`; a plain list has at most `limit` rows. */
  connection: boolean
  limit: number
  where?: (other: string, args: Readonly<Record<string, unknown>>) => RawBuilder<unknown>
  scope?: Scope
  /** Hung on by a right neighbour: a statement of its own, one for all parents. */
  separate: boolean
}

export type Relation = One | Many
export type Field = Columns | Value | Relation

export interface Shape<T extends Table = Table> {
  readonly type: string
  readonly table: T
  /** Columns that every row of the type carries, besides its key: what policies and type resolution ask for. */
  readonly always: readonly (string | Value)[]
  /** Tables that share the key: table → its column that equals this table's key. */
  readonly beside: Map<string, string>
  readonly key: string
  readonly fields: Map<string, Field>
  /** Object types of an interface that lie on the same table. */
  readonly variants: Map<string, Shape<T>>
}

type Own<T extends Table> = keyof Database[T] & string
type Besides<B extends Table> = { [K in B]: `${K}.${Own<K>}` }[B]
type Spec<C extends string> = C | readonly (C | Value)[] | Computed | Relation

export interface ShapeSpec<T extends Table, B extends Table> {
  key?: Own<T>
  always?: readonly (Own<T> | Besides<B> | Value)[]
  beside?: { [K in B]: Own<K> }
  fields: Readonly<Record<string, Spec<Own<T> | Besides<B>>>>
}

/** Declares where the fields of a GraphQL type come from; `id` is there without saying. A field left out needs nothing. */
export function shape<T extends Table, B extends Table = never>(
  type: string,
  table: T,
  spec: ShapeSpec<T, B>,
): Shape<T> {
  const fields = Object.entries(spec.fields).map(([name, value]): [string, Field] => [name, fieldOf(value)])
  return {
    type,
    table,
    key: spec.key ?? 'id',
    always: spec.always ?? [],
    beside: new Map(Object.entries<string>(spec.beside ?? {})),
    fields: new Map(fields),
    variants: new Map(),
  }
}

export function computed(
  name: string,
  valueKind: ColumnKind,
  expression: (alias: string, viewer: Viewer) => RawBuilder<unknown>,
): Computed {
  return { kind: 'computed', name, valueKind, sql: expression }
}

export function now(name: string): Now {
  return { kind: 'now', name }
}

/** A row of another type by its key in a column of this one. */
export function one(other: () => Shape, by: string, scope?: Scope): One {
  return { kind: 'one', shape: other, by, ...(scope && { scope }) }
}

type ManyOptions = Pick<Many, 'order'> & Partial<Pick<Many, 'limit' | 'where' | 'scope' | 'separate'>>

/** Rows of another type; `by` is their column with this row's key, or the condition that ties them. */
export function list(other: () => Shape, by: string | Many['on'], options: ManyOptions): Many {
  return { kind: 'many', shape: other, on: tie(by), connection: false, limit: 200, separate: false, ...options }
}

/** The same as pages. */
export function connection(other: () => Shape, by: string | Many['on'], options: ManyOptions): Many {
  return { ...list(other, by, options), connection: true }
}

/** Adds a field to the type of a left neighbour, answered by a statement of its own. */
export function hang(onto: Shape, name: string, relation: Many): void {
  onto.fields.set(name, { ...relation, separate: true })
}

/** Makes an object type known to the shape of its interface. */
export function addVariant<T extends Table>(ofInterface: Shape<T>, variant: Shape<T>): void {
  ofInterface.variants.set(variant.type, variant)
  for (const [table, column] of variant.beside) ofInterface.beside.set(table, column)
}

function fieldOf(value: Spec<string>): Field {
  if (typeof value === 'string') return { kind: 'columns', columns: [value], values: [] }
  if (!isList(value)) return value
  const columns = value.filter((one) => typeof one === 'string')
  return { kind: 'columns', columns, values: value.filter((one) => typeof one !== 'string') }
}

function isList(value: readonly (string | Value)[] | Computed | Relation): value is readonly (string | Value)[] {
  return Array.isArray(value)
}

function tie(by: string | Many['on']): Many['on'] {
  if (typeof by !== 'string') return by
  return (other, self) => sql`${sql.ref(`${other}.${by}`)} = ${sql.ref(`${self}.id`)}`
}
