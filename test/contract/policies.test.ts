// Nothing is readable by accident: every type and every narrower field names a policy of the permission table.
import SchemaBuilder from '@pothos/core'
import { type GraphQLNamedType, isInterfaceType, isObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from '../../server/api.ts'
import { policies } from '../../server/core/permission-table.ts'
import '../../server/graphql/policy.ts'
import { sourceFiles } from './source-files.ts'

const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].map((type) => type?.name)
const guarded = Object.values(schema.getTypeMap()).filter((type) => {
  return (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__') && !roots.includes(type.name)
})

describe('the schema', () => {
  it('names a policy of the table for every type with fields', () => {
    expect(guarded.length).toBeGreaterThan(30)
    expect(guarded.filter((type) => !isPolicy(policyOf(type))).map(({ name }) => name)).toEqual([])
  })

  it('names known policies on fields, and uses each policy of the table there or as a scope of rows', () => {
    const scopes = sourceFiles('server/core').flatMap(({ text }) => {
      return Array.from(text.matchAll(/(?<![-\w])policies\.(\w+)/g), ([, policy]) => policy)
    })
    const used = guarded.flatMap((type) => {
      const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []
      return [policyOf(type), ...fields.map(policyOf)].filter((policy) => policy !== undefined)
    })
    expect([...new Set([...used, ...scopes])].sort()).toEqual(Object.keys(policies).sort())
  })
})

describe('building a schema', () => {
  const build = (options: { description?: string; policy?: 'open' }) => {
    const builder = new SchemaBuilder<{ DefaultFieldNullability: false }>({
      plugins: ['policy'],
      defaultFieldNullability: false,
    })
    builder.queryType({ description: 'Root.' })
    const Thing = builder.objectRef<{ name: string }>('Thing').implement({
      description: options.description,
      policy: options.policy as 'open',
      fields: (t) => ({ name: t.exposeString('name', { description: 'Its name.' }) }),
    })
    builder.queryField('thing', (t) =>
      t.field({ type: Thing, nullable: true, description: 'One.', resolve: () => null }),
    )
    return builder.toSchema()
  }

  it('fails on a type without a policy, and on one without a description', () => {
    expect(() => build({ description: 'A thing.' })).toThrow('Thing states no policy')
    expect(() => build({ policy: 'open' })).toThrow('Thing has no description')
    expect(build({ description: 'A thing.', policy: 'open' }).getType('Thing')).toBeDefined()
  })
})

/** Pothos keeps the options of what it builds. */
function policyOf({ extensions }: Pick<GraphQLNamedType, 'extensions'>): unknown {
  const options = extensions.pothosOptions
  return typeof options === 'object' && options !== null && 'policy' in options ? options.policy : undefined
}

function isPolicy(value: unknown): boolean {
  return typeof value === 'string' && Object.hasOwn(policies, value)
}
