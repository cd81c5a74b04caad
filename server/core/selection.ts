// Reads: one statement answers one top-level field, with exactly what its selection asks for.
import type { GraphQLResolveInfo } from 'graphql'
import { type Expression, type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { Table } from './column-kinds.ts'
import { afterPlace, decodeCursor, fetchSize, firstOf, type Order, orderBy, placeColumns } from './keyset.ts'
import { readRows } from './read-lanes.ts'
import { withRetry } from './retry.ts'
import type { SelectList } from './selection-layout.ts'
import { planned, type Reader } from './selection-plans.ts'
import { type LooseRow, type Page, pageOf, type Raw, rowOf } from './selection-rows.ts'
import type { Shape } from './selection-shape.ts'
import { selectList } from './selection-statement.ts'
import { CONNECTION_PATHS, DIRECT_PATHS, needsOf } from './selection-walk.ts'

/** A row of a table. Typed whole; loaded are the columns that the selection needs. */
export type RowOf<T extends Table> = Selectable<Database[T]>

/** The row of `shape` that meets the condition (which speaks of the table by its name), or null. */
export async function readOne<T extends Table>(
  reader: Reader,
  info: GraphQLResolveInfo,
  shape: Shape<T>,
  where: Expression<SqlBool>,
): Promise<RowOf<T> | null> {
  const rows = await readList(reader, info, shape, { where, limit: 1 })
  return rows[0] ?? null
}

/** At most `limit` rows (default 500), in order where one is given. */
export async function readList<T extends Table>(
  reader: Reader,
  info: GraphQLResolveInfo,
  shape: Shape<T>,
  { where, order, limit = 500 }: { where: Expression<SqlBool>; order?: Order; limit?: number },
): Promise<RowOf<T>[]> {
  const list = planned(reader, info, shape.type, () =>
    selectList(shape, needsOf(info, info.fieldNodes, shape, DIRECT_PATHS), reader, []),
  )
  const ordered = order ? sql`order by ${orderBy(shape.table, order)}` : sql``
  const rows = await run(
    reader,
    list,
    sql`${sql.table(shape.table)} ${list.joins} where ${where} ${ordered} limit ${sql.lit(limit)}`,
    { lane: limit === 1 },
  )
  return rows.map((row) => rowOf(list.layout, row)) as RowOf<T>[]
}

/** One page of a connection; `first` and `after` come from its arguments. */
export async function readPage<T extends Table>(
  reader: Reader,
  info: GraphQLResolveInfo,
  shape: Shape<T>,
  { where, order, args }: { where: Expression<SqlBool>; order: Order; args: PageArgs },
): Promise<Page<RowOf<T>>> {
  const first = firstOf(args)
  const table = shape.table
  const list = planned(reader, info, `${shape.type} ${order.columns}`, () =>
    selectList(shape, needsOf(info, info.fieldNodes, shape, CONNECTION_PATHS), reader, placeColumns(table, order)),
  )
  const tail = sql`order by ${orderBy(table, order)} limit ${sql.lit(fetchSize(first))}`
  const parts = args.after == null ? [] : afterPlace(table, order, decodeCursor(args.after, order))
  const [after, nulls] = parts
  const from =
    after && nulls
      ? sql`(${branch(table, where, after, tail)} union all ${branch(table, where, nulls, tail)}) as ${sql.table(table)} ${list.joins}`
      : sql`${sql.table(table)} ${list.joins} where ${where}${after ? sql` and ${after}` : sql``}`
  const rows = await run(reader, list, sql`${from} ${tail}`)
  return pageOf(list.layout, rows, first) as Page<RowOf<T>>
}

export interface PageArgs {
  first: number
  after?: string | null | undefined
}

/**
 * Runs `select <list> from <rest>`; for statements whose rows come from elsewhere than a plain table. `lane`: by key, for `readRows`.
 */
export async function run(
  reader: Reader,
  list: SelectList,
  rest: RawBuilder<unknown>,
  { lane = false } = {},
): Promise<readonly Raw[]> {
  const { db } = reader.engine
  const statement = sql<LooseRow>`select ${list.columns} from ${rest}`
  if (lane) return await readRows(db, statement)
  const { rows } = await withRetry(() => statement.execute(db))
  return rows
}

function branch(table: string, where: Expression<SqlBool>, after: Expression<SqlBool>, tail: RawBuilder<unknown>) {
  return sql`(select * from ${sql.table(table)} where ${where} and ${after} ${tail})`
}
