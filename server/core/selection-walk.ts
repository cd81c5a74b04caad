// What a GraphQL selection needs of the database: columns, expressions and relations, per type, fragments and directives applied.
import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import type { Relation, Shape, Value } from './selection-shape.ts'

export interface Needs {
  columns: Set<string>
  values: Map<string, Value>
  relations: Map<string, RelationNeeds>
}

export interface RelationNeeds {
  relation: Relation
  args: Readonly<Record<string, unknown>>
  needs: Needs
}

export type Info = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>

export function noNeeds(): Needs {
  return { columns: new Set(), values: new Map(), relations: new Map() }
}

/** Where a preloaded relation lies on its row; other arguments are another place. */
export function relationKey(name: string, args: Readonly<Record<string, unknown>>): string {
  for (const _ in args) return `$${name}${JSON.stringify(args)}`
  return `$${name}`
}

/**
 * Needs of rows of `shape` for the selections of some nodes of one field. `path` leads from the field down to where the rows are
 * (`[['nodes'], ['edges', 'node']]` in a connection).
 */
export function needsOf(
  info: Info,
  nodes: readonly FieldNode[],
  shape: Shape,
  paths: readonly (readonly string[])[],
): Needs {
  const needs = noNeeds()
  for (const node of nodes) {
    for (const path of paths) {
      for (const set of setsAt(info, node.selectionSet, path)) collect(info, set, shape, needs)
    }
  }
  return needs
}

export const CONNECTION_PATHS = [['nodes'], ['edges', 'node']] as const
export const DIRECT_PATHS = [[]] as const

/** Adds one field of the shape to the needs, with what its nodes select below it. */
export function addField(
  info: Info,
  node: FieldNode,
  shape: Shape,
  needs: Needs,
  given?: Readonly<Record<string, unknown>>,
): void {
  const name = node.name.value
  const field = shape.fields.get(name)
  switch (field?.kind) {
    case undefined:
      return
    case 'columns':
      for (const column of field.columns) needs.columns.add(column)
      for (const value of field.values) needs.values.set(value.name, value)
      return
    case 'computed':
    case 'now':
      needs.values.set(field.name, field)
      return
    case 'one':
    case 'many': {
      if (!given && field.kind === 'many' && field.separate) return
      const args = given ?? argumentsOf(info, node, shape)
      if (!given && args.after != null) return
      const below = needsOf(info, [node], field.shape(), pathsOf(field))
      const key = relationKey(name, args)
      const known = needs.relations.get(key)
      needs.relations.set(
        key,
        known ? { ...known, needs: union(known.needs, below) } : { relation: field, args, needs: below },
      )
      return
    }
    default:
      field satisfies never
  }
}

function pathsOf(relation: Relation): readonly (readonly string[])[] {
  return relation.kind === 'many' && relation.connection ? CONNECTION_PATHS : DIRECT_PATHS
}

function union(left: Needs, right: Needs): Needs {
  for (const column of right.columns) left.columns.add(column)
  for (const [name, value] of right.values) left.values.set(name, value)
  for (const [key, value] of right.relations) {
    const known = left.relations.get(key)
    left.relations.set(key, known ? { ...known, needs: union(known.needs, value.needs) } : value)
  }
  return left
}

function collect(info: Info, set: SelectionSetNode, shape: Shape, needs: Needs): void {
  for (const selection of set.selections) {
    if (!included(info, selection)) continue
    if (selection.kind === Kind.FIELD) {
      addField(info, selection, shape, needs)
      continue
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value]
    const narrowed = fragment && narrow(info.schema, shape, fragment.typeCondition?.name.value)
    if (fragment && narrowed) collect(info, fragment.selectionSet, narrowed, needs)
  }
}

/** The shape that a type condition leaves of this one: itself, a variant, or nothing. */
function narrow(schema: GraphQLSchema, shape: Shape, condition: string | undefined): Shape | undefined {
  if (condition === undefined || condition === shape.type) return shape
  const variant = shape.variants.get(condition)
  if (variant) return variant
  const type = schema.getType(condition)
  return isAbstractType(type) ? shape : undefined
}

function setsAt(info: Info, set: SelectionSetNode | undefined, path: readonly string[]): SelectionSetNode[] {
  const [name, ...rest] = path
  if (!set) return []
  if (name === undefined) return [set]
  return set.selections.flatMap((selection) => {
    if (!included(info, selection)) return []
    if (selection.kind === Kind.FIELD) {
      return selection.name.value === name ? setsAt(info, selection.selectionSet, rest) : []
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value]
    return setsAt(info, fragment?.selectionSet, path)
  })
}

function included(info: Info, selection: SelectionNode): boolean {
  if (!selection.directives?.length) return true
  if (getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues)?.if === true) return false
  return getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues)?.if !== false
}

function argumentsOf(info: Info, node: FieldNode, shape: Shape): Record<string, unknown> {
  const type = info.schema.getType(shape.type)
  const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined
  return definition ? getArgumentValues(definition, node, info.variableValues) : {}
}
