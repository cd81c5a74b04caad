// Plain fields: what everybody who has the row may read, taken from it without a call; nothing that a policy guards.
import { execute, type GraphQLSchema, isInterfaceType, isObjectType, parse } from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import { expect, test } from 'vitest'
import { schema } from '../../server/api.ts'
import { withPlainFields } from '../../server/graphql/plain-fields.ts'

test('every plain field answers as its resolver would, and none has a policy', () => {
  const plain = fieldsOf(schema).filter(({ extensions }) => typeof extensions.plain === 'string')
  expect(plain.length).toBeGreaterThan(200)
  for (const field of plain) {
    const value = Symbol(field.name)
    const property = String(field.extensions.plain)
    const own = field.resolve ? field.resolve({ [property]: value }, {}, {}, { fieldName: field.name } as never) : value
    expect(own, field.name).toBe(value)
    expect((field.extensions.pothosOptions as { policy?: unknown }).policy, field.name).toBeUndefined()
  }
})

test('a field for some alone is no plain one', () => {
  const types = schema.getTypeMap()
  const { Claim: claim, Person: person } = types
  if (!isObjectType(claim) || !isObjectType(person)) throw new Error('Claims and people are objects')
  expect(claim.getFields().number?.extensions.plain).toBe('number')
  for (const name of ['dueAt', 'repeat', 'ourFault', 'occurrenceCause'])
    expect(claim.getFields()[name]?.extensions.plain, name).toBeUndefined()
})

test('compiling with plain fields leaves the schema as it was, also after a failure', async () => {
  const before = fieldsOf(schema).map(({ name, resolve }) => ({ name, resolve }))
  const document = parse('{ __typename }')
  const compiled = withPlainFields(schema, () => compileQuery(schema, document))
  expect(() =>
    withPlainFields(schema, () => {
      throw new Error('refused')
    }),
  ).toThrow('refused')
  expect(fieldsOf(schema).map(({ name, resolve }) => ({ name, resolve }))).toEqual(before)
  if (!isCompiledQuery(compiled)) throw new Error('Not compiled')
  expect(compiled.query({}, {}, {})).toEqual({ ...(await execute({ schema, document })) })
})

function fieldsOf(of: GraphQLSchema) {
  return Object.values(of.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((type) => Object.values(type.getFields()))
}
