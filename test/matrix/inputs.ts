// Inputs of mutations, generated from the schema: what is obligatory, right in its form and wrong in what it says.
import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql'
import type { Json, JsonObject } from '../../schema/json.ts'
import { schema } from '../../server/api.ts'

/** The obligatory fields of the mutation's input; an id is the one `named` for its field, else one of nothing. */
export function leastInput(mutation: string, named: Readonly<Record<string, string>>): JsonObject {
  return (leastValue(inputType(mutation), 'input', named) ?? {}) as JsonObject
}

export function inputType(mutation: string): GraphQLInputType {
  const input = schema
    .getMutationType()
    ?.getFields()
    [mutation]?.args.find(({ name }) => name === 'input')
  if (!input) throw new Error(`${mutation} takes no input`)
  return input.type
}

function leastValue(type: GraphQLInputType, name: string, named: Readonly<Record<string, string>>): Json {
  if (isNonNullType(type)) return leastValue(type.ofType, name, named)
  if (isListType(type)) return [leastValue(type.ofType, name, named)]
  if (isEnumType(type)) return type.getValues()[0]?.name ?? ''
  if (isInputObjectType(type)) {
    const obligatory = Object.values(type.getFields()).filter((field) => isNonNullType(field.type))
    return Object.fromEntries(obligatory.map((field) => [field.name, leastValue(field.type, field.name, named)]))
  }
  if (type.name === 'ID') return named[name] ?? Buffer.from('Nothing:1').toString('base64url')
  return values[type.name] ?? (name === 'currency' ? 'USD' : 'word')
}

const values: Record<string, Json> = {
  Boolean: true,
  Date: '2026-11-05',
  DateTime: '2026-11-05T10:00:00Z',
  Decimal: '1',
  Int: 1,
}
