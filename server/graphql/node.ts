// Relay's Node: one id for every object of the graph, and the way back from the id to the object.
import type { GraphQLResolveInfo } from 'graphql'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Table } from '../core/column-kinds.ts'
import { badInput } from '../core/keyset.ts'
import type { Policy } from '../core/permission-table.ts'
import { mayRead } from '../core/permissions.ts'
import { readOne } from '../core/selection.ts'
import type { Shape } from '../core/selection-shape.ts'
import type { Viewer } from '../core/viewer.ts'
import { builder } from './builder.ts'
import type { RequestContext } from './context.ts'

interface NodeEntry {
  shape: Shape
  policy: Policy
  scope: (viewer: Viewer) => Expression<SqlBool>
}

const entries = new Map<string, NodeEntry>()

export const Node = builder.interfaceRef<{ id: string }>('Node').implement({
  description: 'Anything that can be asked for again by its id.',
  policy: 'open',
  resolveType: (row) => typenames.get(row),
  fields: (t) => ({
    id: t.id({
      description: 'The same for ever, and different for each object of the graph.',
      resolve: ({ id }, _args, _context, info) => globalId(info.parentType.name, id),
    }),
  }),
})

/** Makes a type askable by id: rows of its shape within the viewer's scope. */
export function answerNode<T extends Table>(
  shape: Shape<T>,
  policy: Policy,
  scope: (viewer: Viewer) => Expression<SqlBool>,
): void {
  entries.set(shape.type, { shape, policy, scope })
}

builder.queryField('node', (t) =>
  t.field({
    type: Node,
    nullable: true,
    description: 'Any object by its id; null where there is none or the viewer may not see it.',
    args: { id: t.arg.id({ required: true, description: 'Id of the object.' }) },
    resolve: (_root, { id }, context, info) => readNode(context, info, id),
  }),
)

export function globalId(type: string, key: string): string {
  return Buffer.from(`${type}:${key}`).toString('base64url')
}

/** The key behind an id of one of these types, or null. */
export function keyOf(types: string | readonly string[], id: string): string | null {
  const [type, key] = parts(id)
  return type !== undefined && [types].flat().includes(type) ? (key ?? null) : null
}

/** The key behind an id that narrows a list, where one is given. @throws GraphQLError with code BAD_INPUT for one of another type. */
export function filterKey(
  types: string | readonly string[],
  id: string | null | undefined,
  field: string,
): string | null {
  const key = id == null ? null : keyOf(types, id)
  if (id != null && key === null) throw badInput(field, 'is not an id of this type')
  return key
}

const typenames = new WeakMap<object, string>()
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

async function readNode(context: RequestContext, info: GraphQLResolveInfo, id: string): Promise<{ id: string } | null> {
  const [type = '', key = ''] = parts(id)
  const entry = entries.get(type)
  if (!entry || !mayRead(context.viewer, entry.policy)) return null
  const { shape, scope } = entry
  const where = sql<SqlBool>`${sql.ref(`${shape.table}.${shape.key}`)} = ${key} and ${scope(context.viewer)}`
  const row = await readOne(context, info, shape, where)
  if (!row) return null
  typenames.set(row, type)
  return row as { id: string }
}

function parts(id: string): [string, string] | [] {
  if (id.length > 200) return []
  const [type = '', key = '', ...rest] = Buffer.from(id, 'base64url').toString().split(':')
  return rest.length === 0 && UUID.test(key) && globalId(type, key) === id ? [type, key] : []
}
