/** The short road for plain JSON answers as the long one through Yoga does: same status, same type, same words. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Door, openDoor } from './door.ts'

/** Only a plain wish for JSON takes the short road; a wish with a weight is left to Yoga. */
const SHORT = 'application/json'
const LONG = 'application/json;q=0.9'

let door: Door
let cookie: string
beforeAll(async () => {
  door = await openDoor()
  await door.person('anna@example.test')
  cookie = await door.signIn('anna@example.test')
})
afterAll(() => door.close())

const requests: [string, string, Record<string, unknown>?][] = [
  ['a query', '{ me { name roles } }'],
  ['a mutation', 'mutation { touch }'],
  ['a failure inside', '{ broken }'],
  ['a refusal on purpose', '{ refused }'],
  ['a fault beside an answer', '{ me { name } refused }'],
  ['a syntax error', '{ me { '],
  ['an unknown field', '{ me { nmae } }'],
  ['a schema that is not shown', '{ __schema { types { name } } }'],
  ['too many levels', `{ me { person { ${'friend { '.repeat(8)}name${' }'.repeat(8)} } } }`],
  ['a missing variable', 'query ($n: Int!) { people(first: $n) { name } }'],
  ['a variable of the wrong form', 'query ($n: Int!) { people(first: $n) { name } }', { variables: { n: 'five' } }],
  ['variables that are a list', '{ me { name } }', { variables: [] }],
  ['one of two operations', 'query A { me { name } } query B { refused }', { operationName: 'A' }],
  ['none of two operations', 'query A { me { name } } query B { refused }'],
  ['an operation that is not there', '{ me { name } }', { operationName: 'Z' }],
  ['a stream asked for as JSON', 'subscription { ticks }'],
  ['a parameter nobody knows', '{ me { name } }', { doc_id: '1' }],
]

it.each(requests)('%s', async (_name, query, more) => {
  const [short, long] = [await answer(SHORT, query, more), await answer(LONG, query, more)]
  expect(short).toEqual(long)
})

async function answer(accept: string, query: string, more?: Record<string, unknown>) {
  const response = await door.graphql(query, { cookie, accept }, more)
  const body = (await response.text()).replace(/"requestId":"[^"]+"/g, '"requestId":"…"')
  const { status, headers } = response
  return { status, type: headers.get('content-type'), cache: headers.get('cache-control'), body }
}
