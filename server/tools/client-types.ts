// TypeScript types of what a GraphQL selection answers and of what a variable takes.
import {
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parseType,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql'

export interface Place {
  schema: GraphQLSchema
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
}

/** An object type, or a union of them by `__typename` where the selection differs between the possible types. */
export function outputTypeText(
  place: Place,
  type: GraphQLNamedType | undefined | null,
  selection: SelectionSetNode,
): string {
  if (!isCompositeType(type)) throw new Error(`${String(type)} has no fields`)
  const shapes = possibleTypes(place.schema, type).map((object) => objectText(place, object, [selection]))
  return [...new Set(shapes)].join(' | ')
}

/** `text` is a type as written in a document: `[ClaimState!]`. */
export function inputTypeText(schema: GraphQLSchema, text: string): string {
  const type = typeFromAST(schema, parseType(text)) as GraphQLInputType | undefined
  if (!type) throw new Error(`There is no type ${text}`)
  return inputText(type)
}

function inputText(type: GraphQLInputType): string {
  if (isNonNullType(type)) return presentInput(type.ofType)
  return `${presentInput(type)} | null`
}

function presentInput(type: GraphQLInputType): string {
  if (isListType(type)) return `readonly (${inputText(type.ofType)})[]`
  if (!isInputObjectType(type)) return leafText(type as GraphQLNamedType)
  const fields = Object.values(type.getFields()).map((field) => {
    return `${field.name}${isNonNullType(field.type) ? '' : '?'}: ${inputText(field.type)}`
  })
  return `{ ${fields.join('; ')} }`
}

function objectText(place: Place, object: GraphQLObjectType, selections: readonly SelectionSetNode[]): string {
  const keys = new Map<string, { name: string; inner: SelectionSetNode[] }>()
  for (const selection of selections) collect(place, object, selection, keys)
  const fields = [...keys].map(([key, { name, inner }]) => {
    if (name === '__typename') return `${key}: '${object.name}'`
    const field = object.getFields()[name]
    if (!field) throw new Error(`${object.name} has no field ${name}`)
    return `${key}: ${valueText(place, field.type, inner)}`
  })
  return `{ ${fields.join('; ')} }`
}

function collect(
  place: Place,
  object: GraphQLObjectType,
  { selections }: SelectionSetNode,
  into: Map<string, { name: string; inner: SelectionSetNode[] }>,
): void {
  for (const node of selections) {
    if (node.kind === Kind.FIELD) {
      const key = node.alias?.value ?? node.name.value
      const known = into.get(key) ?? { name: node.name.value, inner: [] }
      if (node.selectionSet) known.inner.push(node.selectionSet)
      into.set(key, known)
      continue
    }
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? place.fragments.get(node.name.value) : node
    if (!fragment) continue
    const wanted = fragment.typeCondition && place.schema.getType(fragment.typeCondition.name.value)
    if (applies(place.schema, object, wanted)) collect(place, object, fragment.selectionSet, into)
  }
}

function applies(schema: GraphQLSchema, object: GraphQLObjectType, wanted: GraphQLNamedType | undefined): boolean {
  if (!wanted || wanted === object) return true
  return isAbstractType(wanted) && schema.isSubType(wanted, object)
}

function valueText(place: Place, type: GraphQLOutputType, inner: readonly SelectionSetNode[]): string {
  if (isNonNullType(type)) return presentText(place, type.ofType, inner)
  return `${presentText(place, type, inner)} | null`
}

function presentText(place: Place, type: GraphQLOutputType, inner: readonly SelectionSetNode[]): string {
  if (isListType(type)) return `(${valueText(place, type.ofType, inner)})[]`
  if (!isCompositeType(type)) return leafText(type as GraphQLNamedType)
  const shapes = possibleTypes(place.schema, type).map((object) => objectText(place, object, inner))
  return [...new Set(shapes)].join(' | ')
}

function possibleTypes(schema: GraphQLSchema, type: GraphQLCompositeType): readonly GraphQLObjectType[] {
  return isObjectType(type) ? [type] : schema.getPossibleTypes(type)
}

function leafText(type: GraphQLNamedType): string {
  if (isEnumType(type))
    return type
      .getValues()
      .map(({ name }) => `'${name}'`)
      .join(' | ')
  if (type.name === 'Boolean') return 'boolean'
  return type.name === 'Int' || type.name === 'Float' ? 'number' : 'string'
}
