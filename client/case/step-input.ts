// What a step's form holds, and how it becomes the input of its mutation.
import { stepInputs } from '../generated/step-inputs.ts'
import { momentOf } from '../words/time-zone.ts'
import type { StepName } from './step-names.ts'

export interface InputField {
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly list: boolean
  readonly values?: readonly string[]
  readonly fields?: readonly InputField[]
}

/** Text as it stands in the field; a list of lines or a group holds its own. */
export type FieldValue = string | FieldValue[] | { [name: string]: FieldValue }
export type FieldValues = { [name: string]: FieldValue }

/** In the order in which people think of them; then what is needed, then what may stay empty; of each, groups and lists last. */
const order = [
  'whatHappened',
  'occurrenceCause',
  'escapeCause',
  'systemCause',
  'chainStage',
  'qualityLayer',
  'ourFault',
  'itemId',
  'kind',
  'pieceId',
  'defect',
]

export function fieldsOf(step: StepName): readonly InputField[] {
  return inOrder(stepInputs[step].fields)
}

export function inOrder(fields: readonly InputField[]): readonly InputField[] {
  const place = ({ name, required, fields: inner }: InputField) => {
    const known = order.indexOf(name)
    return known >= 0 ? known : order.length + (required ? 0 : 2) + (inner ? 1 : 0)
  }
  return fields.toSorted((a, b) => place(a) - place(b))
}

/** Input of the mutation; what was left empty is left out, which the server takes as not given. */
export function inputOf(fields: readonly InputField[], values: FieldValues): Record<string, unknown> {
  const entries = fields.flatMap((field) => {
    const value = givenOf(field, values[field.name])
    return value === undefined ? [] : [[field.name, value] as const]
  })
  return Object.fromEntries(entries)
}

function givenOf(field: InputField, value: FieldValue | undefined): unknown {
  if (field.list) return listOf(field, value)
  if (field.fields) {
    const inner = isGroup(value) ? inputOf(field.fields, value) : {}
    return Object.keys(inner).length > 0 || field.required ? inner : undefined
  }
  return typeof value === 'string' && value.trim() !== '' ? leafOf(field, value) : undefined
}

function listOf({ fields, required }: InputField, value: FieldValue | undefined): unknown {
  if (!fields) {
    const lines = typeof value === 'string' ? value.split('\n').filter((line) => line.trim() !== '') : []
    return lines.length > 0 || required ? lines : undefined
  }
  const rows = Array.isArray(value) ? value.filter(isGroup).map((row) => inputOf(fields, row)) : []
  const filled = rows.filter((row) => Object.keys(row).length > 0)
  return filled.length > 0 || required ? filled : undefined
}

function leafOf({ type }: InputField, value: string): unknown {
  switch (type) {
    case 'Boolean':
      return value === 'true'
    case 'Int':
      return Number(value)
    case 'DateTime':
      return momentOf(value).toISOString()
    case 'Decimal':
      return value.trim().replace(',', '.')
    default:
      return value
  }
}

export function isGroup(value: FieldValue | undefined): value is FieldValues {
  return typeof value === 'object' && !Array.isArray(value)
}
