/** Hostile documents: refused before a resolver is reached, soon, and without a word about the inside. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, openDoor } from './door.ts'

let door: Door
let cookie: string
beforeAll(async () => {
  door = await openDoor({ configuration: { introspection: true } })
  await door.person('anna@example.test')
  cookie = await door.signIn('anna@example.test')
})
afterAll(() => door.close())

const nested = (levels: number, inner: string) => `${'friend { '.repeat(levels)}${inner}${' }'.repeat(levels)}`
const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ')

const attacks = {
  'eleven levels': `{ me { person { ${nested(8, 'name')} } } }`,
  'a thousand levels': `{ me { person { ${nested(600, 'name')} } } }`,
  'ten thousand open braces': '{ me '.repeat(10_000),
  'ten thousand open brackets': `{ people(first: ${'['.repeat(10_000)}`,
  'nineteen hundred open brackets': `{ people(first: ${'['.repeat(1_900)}`,
  'thirty-one aliases': `{ ${times(31, (i) => `a${i}: me { id }`)} }`,
  'a thousand aliases of __typename': `{ ${times(600, (i) => `a${i}: __typename`)} }`,
  'aliases in fragments': `{ me { ...F } } fragment F on Me { ${times(31, (i) => `a${i}: id`)} }`,
  'a fragment of itself': '{ me { ...F } } fragment F on Me { id ...F }',
  'fragments in a circle':
    '{ me { ...A } } fragment A on Me { ...B } fragment B on Me { ...C } fragment C on Me { ...A }',
  'a fragment bomb': `{ me { person { ...F0 } } } ${times(
    60,
    (i) => `fragment F${i} on Person { friends(first: 2) { ...F${i + 1} ...F${i + 1} } }`,
  )} fragment F60 on Person { name }`,
  'an unlimited list of lists': `{ people(first: 100) { friends(first: 100) { friends(first: 100) { name } } } }`,
  'pages by variables': 'query ($n: Int!) { people(first: $n) { friends(first: $n) { friends(first: $n) { name } } } }',
  'lists without pages': `{ people(first: 100) { crew { crew { crew { name } } } } }`,
  'a flood of directives': `{ me { id ${'@include(if: true) '.repeat(31)} } }`,
  'directives nobody knows': `{ me { id ${times(200, (i) => `@d${i}`)} } }`,
  'fields that clash': `{ ${times(300, (i) => `me { id(a: ${i}) }`)} }`,
  'many operations': times(300, (i) => `query Q${i} { me { id } }`),
  'two thousand tokens': `{ me { ${'id '.repeat(2_000)} } }`,
  'a hundred thousand commas': `{ me { id } }${','.repeat(100_000)} }`,
  'a deep introspection': `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
  'a deep value': `{ paint(colour: ${'{a: '.repeat(500)}1${'}'.repeat(500)}) }`,
  nothing: '',
  'control characters': '{ me { \u0000\u0007 } }',
}

describe('a hostile document is refused: ', () => {
  it.each(Object.entries(attacks))('%s', async (_name, query) => {
    door.reached.fields.length = 0
    const response = await door.graphql(
      query,
      { cookie, accept: 'application/graphql-response+json' },
      { variables: { n: 5 } },
    )
    const text = await response.text()
    expect([response.status, door.reached.fields]).toEqual([400, []])
    expect(JSON.parse(text)).not.toHaveProperty('data')
    expect(text).not.toMatch(/node_modules|\.ts:|\bat \w+ \(|select |RangeError|stack/i)
    expect(text.length).toBeLessThan(20_000)
  })

  it.each(['toString', '__proto__', 'constructor'])('names of JavaScript: %s', async (name) => {
    const response = await door.graphql(`query ${name} { ${name} }`, { cookie }, { operationName: name })
    expect(await response.json()).not.toHaveProperty('data')
    expect(response.status).toBeLessThan(500)
  })

  it.each([
    JSON.parse('{"__proto__":{"polluted":1}}'),
    { n: { deep: [[[[[]]]]] } },
    { n: 2 ** 40 },
    { n: '5' },
    { n: null },
  ])('variables of the wrong form %#', async (variables) => {
    door.reached.fields.length = 0
    const query = 'query ($n: Int!) { people(first: $n) { name } }'
    const response = await door.graphql(query, { cookie }, { variables })
    expect(response.status).toBeLessThan(500)
    expect(door.reached.fields).toEqual([])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

describe('an honest document passes: ', () => {
  const honest = {
    'ten levels': `{ me { person { ${nested(7, 'name')} } } }`,
    'thirty aliases': `{ ${times(30, (i) => `a${i}: me { id }`)} }`,
    'thirty directives': `{ me { ${times(30, () => 'id @include(if: true)')} } }`,
    'a page of a hundred with its relations':
      '{ people(first: 100) { name friends(first: 10) { name } crew { name } } }',
    'the fragments of our own client':
      '{ me { ...F } } fragment F on Me { person { ...P } } fragment P on Person { name }',
  }
  it.each(Object.entries(honest))('%s', async (_name, query) => {
    const response = await door.graphql(query, { cookie })
    expect(await response.json()).toMatchObject({ data: {} })
    expect(response.status).toBe(200)
  })

  it('the introspection of GraphiQL, in development', async () => {
    const { getIntrospectionQuery } = await import('graphql')
    const response = await door.graphql(getIntrospectionQuery(), { cookie })
    expect(await response.json()).toMatchObject({ data: { __schema: {} } })
  })
})
