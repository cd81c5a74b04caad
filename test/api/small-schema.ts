/** A schema of a few fields, each of which tells that it was reached. */
import { buildSchema, GraphQLError, type GraphQLSchema } from 'graphql'
import type { RequestContext } from '../../server/graphql/context.ts'

export interface Reached {
  /** Names of the fields that were resolved, in order. */
  fields: string[]
  /** Subscriptions begun and not yet ended. */
  streams: number
}

const definitions = `
  enum Colour { RED GREEN }
  type Query { me: Me broken: String refused: String people(first: Int!): [Person!]! paint(colour: Colour!): Colour }
  type Mutation { touch: Int! }
  type Subscription { ticks: Int! brokenTicks: Int! }
  type Me { id: ID! name: String! kind: String! language: String! roles: [String!]! person: Person! }
  type Person { name: String! friend: Person! friends(first: Int!): [Person!]! crew: [Person!]! }
`

export function createSmallSchema(): { schema: GraphQLSchema; reached: Reached } {
  const reached: Reached = { fields: [], streams: 0 }
  const schema = buildSchema(definitions)

  function field(
    type: string,
    name: string,
    resolve: (source: unknown, args: Record<string, unknown>, context: RequestContext) => unknown,
  ): void {
    const owner = schema.getType(type)
    if (!owner || !('getFields' in owner)) throw new Error(type)
    const found = owner.getFields()[name]
    if (!found || !('args' in found)) throw new Error(name)
    found.resolve = (source, args, context) => {
      reached.fields.push(name)
      return resolve(source, args, context)
    }
  }

  const person = { name: 'A', friend: () => person, friends: () => [person], crew: () => [person] }
  field('Query', 'me', (_source, _args, { viewer, language }) => ({
    id: viewer.id,
    name: viewer.name,
    kind: viewer.kind,
    language,
    roles: viewer.kind === 'person' ? viewer.grants.map(({ role }) => role) : [],
    person,
  }))
  field('Query', 'people', () => [person])
  field('Query', 'paint', (_source, { colour }) => colour)
  field('Query', 'broken', () => {
    throw new Error('relation "secret_table" does not exist')
  })
  field('Query', 'refused', () => {
    throw new GraphQLError('Said on purpose', { extensions: { code: 'ON_PURPOSE' } })
  })
  field('Mutation', 'touch', () => 1)
  field('Subscription', 'ticks', () => 1)
  field('Subscription', 'brokenTicks', () => {
    throw new Error('relation "secret_table" does not exist')
  })
  for (const [name, subscription] of Object.entries(schema.getSubscriptionType()?.getFields() ?? {})) {
    subscription.subscribe = () => ticks(reached, name)
  }
  return { schema, reached }
}

/** One tick at once; then it stays open until it is ended. */
function ticks(reached: Reached, name: string): AsyncIterableIterator<unknown> {
  const ended = Promise.withResolvers<IteratorReturnResult<undefined>>()
  let told = false
  reached.streams += 1
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      if (told) return await ended.promise
      told = true
      return { done: false, value: { [name]: 1 } }
    },
    async return() {
      reached.streams -= 1
      ended.resolve({ done: true, value: undefined })
      return { done: true, value: undefined }
    },
  }
}
