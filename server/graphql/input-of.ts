// GraphQL input types from the schemas that check them: one description of an input, in one place.
import type { InputFieldRef, InputRef } from '@pothos/core'
import { z } from 'zod'
import { builder } from './builder.ts'
import { keyOf } from './node.ts'

/** An id of the graph, of one of these types; carried as the key behind it. */
export const nodeId = (types: string | readonly string[]) =>
  z
    .string()
    .transform((value, context) => {
      const key = keyOf(types, value)
      if (key !== null) return key
      context.addIssue({ code: 'custom', params: { code: 'unknown' }, message: 'unknown' })
      return z.NEVER
    })
    .meta({ scalar: 'ID' })

/** Input type `name` with the fields of the schema; each field's description is its `describe()`. */
export function inputOf(name: string, description: string, schema: z.ZodObject): InputRef<object> {
  const known = made.get(schema)
  if (known) return known
  const input = builder.inputType(name, {
    description,
    fields: (t) => {
      const fields = Object.entries(schema.shape).map(([field, type]): [string, InputFieldRef<never, unknown>] => {
        const { inner, required, description } = unwrapped(type as z.ZodType)
        const { ref, list } = typeOf(`${name.replace(/Input$/, '')}${upperFirst(field)}`, inner, description)
        const options = { type: list ? [ref] : ref, required, description }
        return [field, t.field(options as never) as never]
      })
      return Object.fromEntries(fields) as never
    },
  }) as unknown as InputRef<object>
  made.set(schema, input)
  return input
}

const made = new WeakMap<z.ZodObject, InputRef<object>>()
const enums = new Map<string, unknown>()

/** Makes an enum usable in inputs by the name given to `word()`. */
export function registerEnum(name: string, ref: unknown): void {
  enums.set(name, ref)
}

function typeOf(name: string, schema: z.ZodType, description: string): { ref: unknown; list: boolean } {
  const { scalar, enum: enumName } = (schema.meta() ?? {}) as { scalar?: string; enum?: string }
  if (enumName) {
    const ref = enums.get(enumName)
    if (!ref) throw new Error(`No enum ${enumName} for input ${name}`)
    return { ref, list: false }
  }
  if (scalar) return { ref: scalar, list: false }
  if (schema instanceof z.ZodArray)
    return { ref: typeOf(singular(name), unwrapped(schema.element as z.ZodType).inner, description).ref, list: true }
  if (schema instanceof z.ZodObject) return { ref: inputOf(`${name}Input`, description, schema), list: false }
  if (schema instanceof z.ZodString) return { ref: 'String', list: false }
  if (schema instanceof z.ZodBoolean) return { ref: 'Boolean', list: false }
  if (schema instanceof z.ZodNumber) return { ref: 'Int', list: false }
  throw new Error(`Input ${name} has no GraphQL type`)
}

function unwrapped(schema: z.ZodType): { inner: z.ZodType; required: boolean; description: string } {
  const description = schema.description
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    const below = unwrapped(schema.unwrap() as z.ZodType)
    return { ...below, required: false, description: description ?? below.description }
  }
  return { inner: schema, required: true, description: description ?? '' }
}

function singular(name: string): string {
  return name.replace(/s$/, '')
}

function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
