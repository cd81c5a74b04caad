/** Fields that answer with a property of their row as it is: code compiled for a document reads them without a call. */
import { type GraphQLField, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql'

interface PlainExtensions {
  /** Property of the row. */
  plain?: string
}

const IDENTIFIER = /^[a-z_$][\w$]*$/i

/** What the extensions of a field say besides, when it is such a field. */
export function plainly(property: unknown): PlainExtensions {
  return typeof property === 'string' && IDENTIFIER.test(property) ? { plain: property } : {}
}

/**
 * Does work that reads the schema at once, such as compiling, while plain fields have no resolver and bear the name of their
 * property: the compiled code takes it from the row, whose other fields are resolved as ever.
 */
export function withPlainFields<T>(schema: GraphQLSchema, work: () => T): T {
  const plain = plainFieldsOf(schema)
  for (const { field, property } of plain) Object.assign(field, { name: property, resolve: undefined })
  try {
    return work()
  } finally {
    for (const { field, name, resolve } of plain) Object.assign(field, { name, resolve })
  }
}

interface PlainField {
  field: GraphQLField<unknown, unknown>
  property: string
  name: string
  resolve: GraphQLField<unknown, unknown>['resolve']
}

const known = new WeakMap<GraphQLSchema, readonly PlainField[]>()

function plainFieldsOf(schema: GraphQLSchema): readonly PlainField[] {
  const kept = known.get(schema)
  if (kept) return kept
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type))
  const found = types.flatMap((type) =>
    Object.values(type.getFields()).flatMap((field): PlainField[] => {
      const { plain } = field.extensions as PlainExtensions
      return plain === undefined ? [] : [{ field, property: plain, name: field.name, resolve: field.resolve }]
    }),
  )
  known.set(schema, found)
  return found
}
