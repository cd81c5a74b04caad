// Relay connections over keyset pages.
import type { InterfaceRef, ObjectRef } from '@pothos/core'
import { encodeCursor } from '../core/keyset.ts'
import type { Policy } from '../core/permission-table.ts'
import { type Page, placeOf } from '../core/selection-rows.ts'
import { builder } from './builder.ts'

export type BuilderTypes = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer T> ? T : never
type NodeRef<R> = ObjectRef<BuilderTypes, R, R> | InterfaceRef<BuilderTypes, R, R>
type ConnectionRef<R> = ObjectRef<BuilderTypes, Page<R>, Page<R>>

const PageInfo = builder.objectRef<Page<object>>('PageInfo').implement({
  description: 'Where a page lies in its list.',
  policy: 'open',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether more rows follow.' }),
    hasPreviousPage: t.boolean({
      description: 'Always false: lists are read forwards.',
      resolve: () => false,
    }),
    startCursor: t.string({
      nullable: true,
      description: 'Cursor of the first row of the page.',
      resolve: ({ rows }) => cursorOf(rows[0]),
    }),
    endCursor: t.string({
      nullable: true,
      description: 'Cursor of the last row of the page: give it as `after` for the next one.',
      resolve: ({ rows }) => cursorOf(rows.at(-1)),
    }),
  }),
})

/** The connection type over a type of rows, named after it. */
export function connectionOf<R extends object>(
  node: NodeRef<R>,
  policy: Policy = 'open',
  name = node.name,
): ConnectionRef<R> {
  return connectionOfRows(node as NodeRef<object>, policy, name) as ConnectionRef<R>
}

function connectionOfRows(node: NodeRef<object>, policy: Policy, name: string): ConnectionRef<object> {
  const Edge = builder.objectRef<object>(`${name}Edge`).implement({
    description: `One row of ${name}Connection with its cursor.`,
    policy,
    fields: (t) => ({
      cursor: t.string({
        description: 'Names the place of this row in the list.',
        resolve: (row) => encodeCursor(placeOf(row)),
      }),
      node: t.field({ type: node, nullable: true, description: 'The row.', resolve: (row) => row }),
    }),
  })
  return builder.objectRef<Page<object>>(`${name}Connection`).implement({
    description: `One page of a list of ${name}.`,
    policy,
    fields: (t) => ({
      edges: t.field({ type: [Edge], description: 'The rows with their cursors.', resolve: ({ rows }) => rows }),
      nodes: t.field({ type: [node], description: 'The rows.', resolve: ({ rows }) => rows }),
      pageInfo: t.field({ type: PageInfo, description: 'Where this page lies.', resolve: (page) => page }),
    }),
  })
}

/** Arguments of every connection. */
export function pageArgs() {
  return builder.args((t) => ({
    first: t.int({ required: true, description: 'Rows of the page, 1 to 100.' }),
    after: t.string({ description: '`endCursor` of the page before.' }),
  }))
}

function cursorOf(row: object | undefined): string | null {
  return row ? encodeCursor(placeOf(row)) : null
}
