// Selections generated from the schema: every field of a type, each with the least that may be asked of it.
import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql'
import { schema } from '../../server/api.ts'

function objectType(name: string): GraphQLObjectType {
  const type = schema.getType(name)
  if (!isObjectType(type)) throw new Error(`${name} is no object type`)
  return type
}

export function fieldNames(type: string): string[] {
  return Object.keys(objectType(type).getFields())
}

/** All fields of a type. What lies below is asked for its existence alone, or, where it can be asked again, for its id. */
export function everyField(type: string): string {
  return Object.values(objectType(type).getFields()).map(leastOf).join(' ')
}

function leastOf(field: GraphQLField<unknown, unknown>): string {
  const obligatory = field.args.filter(isRequiredArgument).map(({ name }) => `${name}: ${values[name] ?? '1'}`)
  const args = (field.args.length > 0 && argumentsOfRoots[field.name]) || obligatory.join(', ')
  const given = args === '' ? '' : `(${args})`
  const type = getNamedType(field.type)
  return `${field.name}${given} ${isCompositeType(type) ? `{ ${identityOf(type)} }` : ''}`
}

/** The id of an object that has one; else the ids of those that hang on it. */
function identityOf(type: GraphQLCompositeType): string {
  if (isUnionType(type)) return '__typename'
  const fields = Object.values(type.getFields())
  if (fields.some(({ name }) => name === 'id')) return '__typename id'
  const further = fields.filter((field) => isCompositeType(getNamedType(field.type)) && field.name !== 'edges')
  return ['__typename', ...further.map(leastOf)].join(' ')
}

/** Where one of two arguments is enough, and where the value depends on the field. */
const argumentsOfRoots: Record<string, string> = {
  claim: 'id: $id',
  task: 'id: $task',
  trialBatch: 'id: $trial',
  visit: 'id: $visit',
  findMaterial: 'first: 50, text: "Own"',
  priceHunt: 'priceGain: "1", hours: "1", hourlyCost: "1", travel: "1", splitDeliveries: "1", creditCost: "1"',
  workingDays: 'from: "2026-12-16", until: "2026-12-17"',
  invitationLetter: 'language: en, name: "Anna", until: "2026-12-01T00:00:00Z"',
  mentionable: 'first: 50, text: ""',
  qualityReport: 'code: "europe", year: 2026',
}
const values: Record<string, string> = {
  key: '"log"',
  first: '50',
  catalogue: 'defect',
  by: 'product',
  day: '"2026-11-03"',
  page: 'claims',
  text: '"wavy"',
  id: '$id',
  number: '$number',
  order: '"1"',
}

/** Whether something was answered: a row, a value, an entry. */
export function isThere(value: unknown): boolean {
  if (value == null) return false
  if (Array.isArray(value)) return value.length > 0
  const { nodes } = value as { nodes?: unknown[] }
  return nodes === undefined || nodes.length > 0
}
