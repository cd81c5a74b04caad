// Needs → SQL: to-one relations by flat join, to-many as JSON lists, each value under a short name that the layout remembers.
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import { type ColumnKind, columnKind, type Table } from './column-kinds.ts'
import { afterPlace, decodeCursor, fetchSize, firstOf, orderBy, placeColumns } from './keyset.ts'
import type { At, Layout, SelectList } from './selection-layout.ts'
import type { Many, One, Shape, Value } from './selection-shape.ts'
import type { Needs, RelationNeeds } from './selection-walk.ts'
import type { Viewer } from './viewer.ts'

/** Who asks, and the time as he is told it. */
export interface Asking {
  viewer: Viewer
  engine: { now(): RawBuilder<Date> }
}

/** Select list and joins for rows of `shape`, whose table stands in the statement under its own name. */
export function selectList(
  shape: Shape,
  needs: Needs,
  asking: Asking,
  place: readonly RawBuilder<unknown>[],
): SelectList {
  const writer = new Writer(asking, new Names(shape.table))
  const layout = writer.row(shape, needs, shape.table)
  layout.place = place.map((value) => writer.value(value))
  const { personal, timed } = writer
  return { columns: writer.columns(), joins: writer.joined(), layout, personal, timed }
}

/** Of a function of PostgreSQL. */
const MOST_ARGUMENTS = 100

/** Collects the values of one select list; a list in it is a select of its own. */
class Writer {
  readonly asking: Asking
  readonly viewer: Viewer
  readonly names: Names
  personal = false
  timed = false
  readonly #values: RawBuilder<unknown>[] = []
  readonly #joins: RawBuilder<unknown>[] = []
  readonly #listed: boolean

  /** `listed`: rows of a list, which are arrays: PostgreSQL writes them and we read them at half the cost of objects. */
  constructor(asking: Asking, names: Names, { listed = false } = {}) {
    this.asking = asking
    this.viewer = asking.viewer
    this.names = names
    this.#listed = listed
  }

  row(shape: Shape, needs: Needs, alias: string): Layout {
    const layout: Layout = { columns: [], ones: [], manys: [], place: [] }
    const beside = new Map<string, string>()
    const always = shape.always.filter((value) => typeof value === 'string')
    for (const column of new Set([shape.key, ...always, ...needs.columns])) {
      layout.columns.push(this.#column(shape, alias, column, beside))
    }
    const values = shape.always.filter((value) => typeof value !== 'string')
    for (const value of new Set([...values, ...needs.values.values()])) layout.columns.push(this.#value(value, alias))
    for (const [key, wanted] of needs.relations) {
      const { relation } = wanted
      if (relation.kind === 'one') {
        layout.ones.push({ key, ...this.#one(relation, wanted.needs, this.#ref(shape, alias, relation.by, beside)) })
      } else layout.manys.push({ key, ...this.#many(relation, wanted, alias) })
    }
    return layout
  }

  value(expression: RawBuilder<unknown>): At {
    const at = this.#listed ? this.#values.length : `c${this.#values.length}`
    this.#values.push(typeof at === 'number' ? expression : sql`${expression} as ${sql.ref(at)}`)
    return at
  }

  columns(): RawBuilder<unknown> {
    return sql.join(this.#values)
  }

  /** The values of a row as one JSON array, or as an array of arrays where a function cannot take so many. */
  array(): { row: RawBuilder<unknown>; parted: boolean } {
    const parts: RawBuilder<unknown>[] = []
    for (let at = 0; at < this.#values.length; at += MOST_ARGUMENTS) {
      parts.push(sql`json_build_array(${sql.join(this.#values.slice(at, at + MOST_ARGUMENTS))})`)
    }
    const [row] = parts
    if (row && parts.length === 1) return { row, parted: false }
    return { row: sql`json_build_array(${sql.join(parts)})`, parted: true }
  }

  joined(): RawBuilder<unknown> {
    return sql.join(this.#joins, sql` `)
  }

  #column(shape: Shape, alias: string, column: string, beside: Map<string, string>): Layout['columns'][number] {
    const [table, name] = column.includes('.') ? (column.split('.') as [Table, string]) : [shape.table, column]
    const kind = columnKind(table, name)
    return { name, at: this.value(inJson(this.#ref(shape, alias, column, beside), kind)), instant: kind === 'instant' }
  }

  #value(value: Value, alias: string): Layout['columns'][number] {
    if (value.kind === 'now') {
      this.timed = true
      return { name: value.name, at: this.value(this.asking.engine.now()), instant: true }
    }
    const { name, valueKind, sql: expression } = value
    this.personal ||= expression.length > 1
    return {
      name,
      at: this.value(inJson(expression(alias, this.viewer), valueKind)),
      instant: valueKind === 'instant',
    }
  }

  /** A column of the row's own table, or of one beside it, which is joined when first asked for. */
  #ref(shape: Shape, alias: string, column: string, beside: Map<string, string>): RawBuilder<unknown> {
    const [table, name] = column.split('.')
    if (table === undefined || name === undefined) return sql.ref(`${alias}.${column}`)
    let joined = beside.get(table)
    if (joined === undefined) {
      joined = this.names.take(table)
      beside.set(table, joined)
      const key = sql.ref(`${joined}.${shape.beside.get(table) ?? shape.key}`)
      this.#joins.push(
        sql`left join ${sql.table(table)} as ${sql.ref(joined)} on ${key} = ${sql.ref(`${alias}.${shape.key}`)}`,
      )
    }
    return sql.ref(`${joined}.${name}`)
  }

  #one({ shape: other, scope }: One, needs: Needs, by: RawBuilder<unknown>): { at: At; layout: Layout } {
    const shape = other()
    const alias = this.names.take(shape.table)
    const visible = scope ? sql` and ${this.#within(shape, alias, scope(this.viewer))}` : sql``
    this.#joins.push(
      sql`left join ${sql.table(shape.table)} as ${sql.ref(alias)} on ${sql.ref(`${alias}.${shape.key}`)} = ${by}${visible}`,
    )
    const layout = this.row(shape, needs, alias)
    return { at: layout.columns[0]?.at ?? '', layout }
  }

  #many(many: Many, { args, needs }: RelationNeeds, parent: string): Omit<Layout['manys'][number], 'key'> {
    const shape = many.shape()
    const alias = this.names.take(shape.table)
    const inner = new Writer(this.asking, this.names, { listed: true })
    const layout = inner.row(shape, needs, alias)
    const first = many.connection ? firstOf(args) : null
    if (first !== null) layout.place = placeColumns(alias, many.order).map((text) => inner.value(text))
    const conditions: Expression<unknown>[] = [many.on(alias, parent)]
    if (many.where) conditions.push(many.where(alias, args))
    if (many.scope) conditions.push(this.#within(shape, alias, many.scope(this.viewer)))
    if (typeof args.after === 'string') conditions.push(anyAfter(alias, many, args.after))
    this.personal ||= inner.personal
    this.timed ||= inner.timed
    const limit = sql.lit(first === null ? many.limit : fetchSize(first))
    const { row, parted } = inner.array()
    const rows = sql`select ${row} as x from ${sql.table(shape.table)} as ${sql.ref(alias)} ${inner.joined()}
      where ${sql.join(conditions, sql` and `)} order by ${orderBy(alias, many.order)} limit ${limit}`
    return { at: this.value(sql`(select coalesce(json_agg(x), '[]') from (${rows}) as rows)`), layout, first, parted }
  }

  /** A scope speaks of the table by its own name. */
  #within(shape: Shape, alias: string, condition: Expression<SqlBool>): Expression<SqlBool> {
    this.personal = true
    if (alias === shape.table) return condition
    const key = sql.ref(`${shape.table}.${shape.key}`)
    return sql<SqlBool>`${sql.ref(`${alias}.${shape.key}`)} in (select ${key} from ${sql.table(shape.table)} where ${condition})`
  }
}

/** Each table stands once in a statement under its own name, so that scopes can speak of it; then under numbers. */
class Names {
  readonly #taken: Set<string>

  constructor(root: string) {
    this.#taken = new Set([root])
  }

  take(table: string): string {
    const name = this.#taken.has(table) ? `t${this.#taken.size}` : table
    this.#taken.add(name)
    return name
  }
}

/** Exact numbers as text, so that they are the same inside a JSON list as outside. */
function inJson(value: RawBuilder<unknown>, kind: ColumnKind): RawBuilder<unknown> {
  if (kind === 'decimal') return sql`${value}::text`
  return kind === 'decimals' ? sql`${value}::text[]` : value
}

function anyAfter(alias: string, many: Many, after: string): RawBuilder<SqlBool> {
  const conditions = afterPlace(alias, many.order, decodeCursor(after, many.order))
  return sql<SqlBool>`(${sql.join(conditions, sql` or `)})`
}
