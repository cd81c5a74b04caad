// The printed schema is the API manual: it equals the code, and describes everything it names.
import { readFileSync } from 'node:fs'
import { type GraphQLNamedType, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql'
import { expect, it } from 'vitest'
import { schema } from '../../server/api.ts'
import { printedSchema } from '../../server/tools/generated-files.ts'
import { ROOT } from './source-files.ts'

it('is printed as it is', () => {
  expect(readFileSync(`${ROOT}/schema/schema.graphql`, 'utf8')).toBe(printedSchema(schema))
})

it('describes every type, field, argument, input and value', () => {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))
  expect(types.length).toBeGreaterThan(50)
  expect(types.flatMap(undescribed)).toEqual([])
})

type Part = { path: string; description: string | null | undefined }

function undescribed(type: GraphQLNamedType): string[] {
  return [{ path: type.name, description: type.description }, ...partsOf(type)]
    .filter(({ description }) => !description?.trim())
    .map(({ path }) => path)
}

function partsOf(type: GraphQLNamedType): Part[] {
  const under = ({ name, description }: { name: string; description?: string | null }, path = type.name): Part => {
    return { path: `${path}.${name}`, description }
  }
  if (isEnumType(type)) return type.getValues().map((value) => under(value))
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => under(field))
  if (!isObjectType(type) && !isInterfaceType(type)) return []
  return Object.values(type.getFields()).flatMap((field) => [
    under(field),
    ...field.args.map((arg) => under(arg, `${type.name}.${field.name}`)),
  ])
}
