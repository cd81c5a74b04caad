// Many small reads in one statement: each says which rows it wants, and what they come to.
import { type Expression, type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { readRows } from './read-lanes.ts'

/** Rows that are wanted and the value made of them. Rows arrive as JSON: exact numbers and moments are selected as text. */
export interface Reading<V> {
  readonly queries: readonly Expression<unknown>[]
  readonly value: (rows: readonly unknown[][]) => V | Promise<V>
}

type RowsOf<Q extends readonly Expression<unknown>[]> = {
  [K in keyof Q]: Q[K] extends Expression<infer O> ? O[] : never
}

export function reading<const Q extends readonly Expression<unknown>[], V>(
  queries: Q,
  value: (...rows: RowsOf<Q>) => V | Promise<V>,
): Reading<V> {
  return { queries, value: (rows) => value(...(rows as RowsOf<Q>)) }
}

/** A value that no rows are wanted for. */
export function known<V>(value: V): Reading<V> {
  return { queries: [], value: () => value }
}

type Values<R extends Readonly<Record<string, Reading<unknown>>>> = {
  [K in keyof R]: R[K] extends Reading<infer V> ? V : never
}

/** The values of all readings, by one statement; by none where no rows are wanted. */
export async function readAll<R extends Readonly<Record<string, Reading<unknown>>>>(
  db: Kysely<Database>,
  readings: R,
): Promise<Values<R>> {
  const lists = await rowsOf(
    db,
    Object.values(readings).flatMap(({ queries }) => queries),
  )
  const values: Record<string, unknown> = {}
  let at = 0
  for (const [name, { queries, value }] of Object.entries(readings)) {
    values[name] = await value(lists.slice(at, at + queries.length))
    at += queries.length
  }
  return values as Values<R>
}

async function rowsOf(db: Kysely<Database>, queries: readonly Expression<unknown>[]): Promise<unknown[][]> {
  if (queries.length === 0) return []
  const columns = queries.map((query, at): RawBuilder<unknown> => {
    return sql`(select coalesce(json_agg(x), '[]') from (${query}) as x) as ${sql.ref(`r${at}`)}`
  })
  const rows = await readRows(db, sql<Record<string, unknown[]>>`select ${sql.join(columns)}`)
  return queries.map((_, at) => rows[0]?.[`r${at}`] ?? [])
}
