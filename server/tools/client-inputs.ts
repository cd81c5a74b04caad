// What the client needs to know of the schema at run time: the fields of each step's input, and the types without an id.
import {
  type GraphQLInputField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'

interface FieldShape {
  name: string
  /** Name of the scalar, enum or input object. */
  type: string
  required: boolean
  list: boolean
  values?: string[]
  fields?: FieldShape[]
}

/** Module name → text. */
export function inputModules(schema: GraphQLSchema): Record<string, string> {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((field) => {
    const answer = getNamedType(field.type).name
    const input = getNamedType(field.args.find(({ name }) => name === 'input')?.type)
    if (!isInputObjectType(input)) return []
    const fields = Object.values(input.getFields()).filter(({ name }) => name !== 'id' && name !== 'revision')
    return [[field.name, { answer, input: input.name, fields: fields.map(shapeOf) }] as const]
  })
  const steps = mutations.filter(([, { answer }]) => /^(Claim|Task|Trial|Visit)Answer$/.test(answer))
  const entries = mutations.filter(([name]) => entryMutations.has(name))
  const embedded = Object.values(schema.getTypeMap()).filter((type) => {
    return isObjectType(type) && !type.name.startsWith('__') && !type.getFields().id && !roots.has(type.name)
  })
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType)
  const names = (type: (typeof abstract)[number]) => schema.getPossibleTypes(type).map(({ name }) => name)
  const possible = Object.fromEntries(abstract.map((type) => [type.name, names(type)]))
  return {
    'step-inputs.ts': `${head}\nexport const stepInputs = ${objectOf(steps)} as const\n`,
    'entry-inputs.ts': `${head}\nexport const entryInputs = ${objectOf(entries)} as const\n`,
    'cache-shape.ts': [
      head,
      `export const embeddedTypes = ${JSON.stringify(embedded.map(({ name }) => name))}`,
      `export const possibleTypes = ${JSON.stringify(possible)}\n`,
    ].join('\n'),
  }
}

/** What is written of a customer in the forms of its page. */
const entryMutations = new Set([
  ...['writeKeyPlan', 'writeAccountProfile', 'writeAccountTerms', 'judgeObligation', 'setAccountClass'],
  ...['saveContactEntry', 'saveAccountPromise', 'saveUniqueNeed', 'saveProductNeed', 'saveAccountOffer'],
  ...['saveAccountPlan', 'saveHiddenLoss', 'saveReferral', 'createContact', 'updateContact', 'updateAccount'],
  ...['saveSegment', 'saveCharacteristic', 'saveCompetence', 'warnOfShortage'],
])

function objectOf(mutations: readonly (readonly [string, object])[]): string {
  return `{\n${mutations.map(([name, step]) => `  ${name}: ${JSON.stringify(step)},`).join('\n')}\n}`
}

const head = '// Made of the schema by `npm run generate`; not written by hand.'
const roots = new Set(['Query', 'Mutation', 'Subscription'])

function shapeOf(field: GraphQLInputField): FieldShape {
  const named = getNamedType(field.type)
  return {
    name: field.name,
    type: named.name,
    required: isNonNullType(field.type),
    list: isListType(getNullableType(field.type)),
    ...(isEnumType(named) && { values: named.getValues().map(({ name }) => name) }),
    ...(isInputObjectType(named) && { fields: Object.values(named.getFields()).map(shapeOf) }),
  }
}
