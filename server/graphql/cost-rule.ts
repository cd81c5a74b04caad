/** Refuses a document whose answer could grow too large, counted from its text and the schema before anything runs. */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'
import { limits } from './limits.ts'

/** Lists without pages (tasks of a claim, clocks of a case) are short; so many rows are assumed. */
const PLAIN_LIST = 10
/** The lists within a page: their rows were counted with the page's size. */
const PAGE_FIELDS = new Set(['edges', 'nodes'])

/**
 * Each field costs 1; what stands under a list costs as often as the list has rows: `first` or `last` where the field has it, otherwise
 * 10. Introspection costs nothing here: graphql bounds its depth. Default of the product.
 */
export function costRule(limit: number): ValidationRule {
  return (context) => ({
    OperationDefinition(operation) {
      const root = context.getSchema().getRootType(operation.operation)
      const cost = root ? createCounter(context).costOf(operation.selectionSet, root, false) : 0
      if (cost > limit) {
        const message = `The document may ask for ${cost} fields; at most ${limit} are answered. Ask for smaller pages.`
        context.reportError(new GraphQLError(message, { nodes: operation, extensions: { code: 'LIMIT_EXCEEDED' } }))
      }
      return false
    },
  })
}

function createCounter(context: ValidationContext) {
  /** A fragment is counted once per kind of place; while it is being counted it costs nothing, so a cycle ends. */
  const fragments = new Map<string, number>()

  function costOf({ selections }: SelectionSetNode, parent: GraphQLCompositeType, paged: boolean): number {
    let sum = 0
    for (const selection of selections) {
      switch (selection.kind) {
        case Kind.FIELD:
          sum += fieldCost(selection, parent, paged)
          break
        case Kind.INLINE_FRAGMENT:
          sum += costOf(selection.selectionSet, typeNamed(selection.typeCondition?.name.value) ?? parent, paged)
          break
        case Kind.FRAGMENT_SPREAD:
          sum += fragmentCost(context.getFragment(selection.name.value), paged)
          break
        default:
          return selection satisfies never
      }
    }
    return sum
  }

  function fragmentCost(fragment: FragmentDefinitionNode | null | undefined, paged: boolean): number {
    const type = typeNamed(fragment?.typeCondition.name.value)
    if (!fragment || !type) return 0
    const key = `${fragment.name.value} ${paged}`
    const known = fragments.get(key)
    if (known !== undefined) return known
    fragments.set(key, 0)
    const cost = costOf(fragment.selectionSet, type, paged)
    fragments.set(key, cost)
    return cost
  }

  function fieldCost(field: FieldNode, parent: GraphQLCompositeType, paged: boolean): number {
    const hasFields = isObjectType(parent) || isInterfaceType(parent)
    const type = hasFields ? parent.getFields()[field.name.value]?.type : undefined
    const named = type && getNamedType(type)
    if (!type || !field.selectionSet || !isCompositeType(named)) return field.name.value.startsWith('__') ? 0 : 1
    const page = pageSize(field)
    const ofPage = paged && PAGE_FIELDS.has(field.name.value)
    const rows = page ?? (isList(type) && !ofPage ? PLAIN_LIST : 1)
    return 1 + rows * costOf(field.selectionSet, named, page !== null)
  }

  function typeNamed(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : context.getSchema().getType(name)
    return isCompositeType(type) ? type : undefined
  }

  return { costOf }
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type))
}

/** A page whose size is a variable counts as the largest page there is. */
function pageSize({ arguments: given = [] }: FieldNode): number | null {
  const argument = given.find(({ name }) => name.value === 'first' || name.value === 'last')
  if (!argument) return null
  return argument.value.kind === Kind.INT
    ? Math.min(Math.abs(Number(argument.value.value)), limits.first)
    : limits.first
}
