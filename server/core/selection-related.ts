// Relations of a row that is already there: preloaded with it, or read by one statement for all rows that ask in the same breath.
import type { FieldNode, GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import type { Table } from './column-kinds.ts'
import { type RowOf, run } from './selection.ts'
import { planned, type Reader } from './selection-plans.ts'
import { type LooseRow, type Page, rowOf } from './selection-rows.ts'
import type { Shape } from './selection-shape.ts'
import { selectList } from './selection-statement.ts'
import { addField, noNeeds, relationKey } from './selection-walk.ts'

type Args = Readonly<Record<string, unknown>>
type Resolve<R> = (row: object, args: Args, reader: Reader, info: GraphQLResolveInfo) => R | Promise<R>

/** Resolver of a to-one relation that every row has. `More`: computed values that rows of the type always carry. */
export function relatedOne<T extends Table, More = unknown>(of: Shape, name: string): Resolve<RowOf<T> & More> {
  return resolver(of, name)
}

export function relatedOneOrNull<T extends Table, More = unknown>(
  of: Shape,
  name: string,
): Resolve<(RowOf<T> & More) | null> {
  return resolver(of, name)
}

/** Resolver of a plain list. */
export function relatedList<T extends Table, More = unknown>(of: Shape, name: string): Resolve<(RowOf<T> & More)[]> {
  return resolver(of, name)
}

/** Resolver of a connection. */
export function relatedPage<T extends Table, More = unknown>(of: Shape, name: string): Resolve<Page<RowOf<T> & More>> {
  return resolver(of, name)
}

function resolver<R>(of: Shape, name: string): Resolve<R> {
  return (row, args, reader, info) => {
    const key = relationKey(name, args)
    const loose = row as LooseRow
    const value = key in loose ? loose[key] : join(reader, info, of, key, args, String(loose[of.key]))
    return value as R | Promise<R>
  }
}

interface Batch {
  keys: Set<string>
  values: Promise<ReadonlyMap<string, unknown>>
}

const waiting = new WeakMap<Reader, Map<FieldNode, Map<string, Batch>>>()

async function join(
  reader: Reader,
  info: GraphQLResolveInfo,
  of: Shape,
  relation: string,
  args: Args,
  key: string,
): Promise<unknown> {
  const batch = waitingBatch(reader, info, of, relation, args)
  batch.keys.add(key)
  return (await batch.values).get(key) ?? null
}

function waitingBatch(reader: Reader, info: GraphQLResolveInfo, of: Shape, relation: string, args: Args): Batch {
  const [node] = info.fieldNodes
  if (!node) throw new Error('A field is asked for by a node')
  const ofReader = kept(waiting, reader, () => new Map<FieldNode, Map<string, Batch>>())
  const ofNode = kept(ofReader, node, () => new Map<string, Batch>())
  return kept(ofNode, `${of.type} ${relation}`, (name) => {
    const keys = new Set<string>()
    const values = afterThisBreath().then(() => {
      ofNode.delete(name)
      return load(reader, info, of, relation, args, [...keys])
    })
    return { keys, values }
  })
}

/** Late enough that siblings resolved from the same answer have asked, too. */
function afterThisBreath(): Promise<void> {
  return new Promise((resolve) => {
    Promise.resolve().then(() => process.nextTick(resolve))
  })
}

async function load(
  reader: Reader,
  info: GraphQLResolveInfo,
  of: Shape,
  relation: string,
  args: Args,
  keys: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const make = () => {
    const needs = noNeeds()
    for (const node of info.fieldNodes) addField(info, node, of, needs, args)
    return selectList({ ...of, always: [] }, needs, reader, [])
  }
  const list = args.after == null ? planned(reader, info, `${of.type} ${relation}`, make) : make()
  const where = sql`${sql.ref(`${of.table}.${of.key}`)} = any(${keys})`
  const raw = await run(reader, list, sql`${sql.table(of.table)} ${list.joins} where ${where}`, { lane: true })
  return new Map(
    raw.map((one) => {
      const row = rowOf(list.layout, one)
      return [String(row[of.key]), row[relation]]
    }),
  )
}

interface Store<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): unknown
}

function kept<K, V>(store: Store<K, V>, key: K, make: (key: K) => V): V {
  const known = store.get(key)
  if (known !== undefined) return known
  const made = make(key)
  store.set(key, made)
  return made
}
