// Reads through the selection: one statement per field, and the same answer however it is asked for.
import { execute, parse } from 'graphql'
import type { Kysely, KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../schema/database.ts'
import { type Grant, type PersonViewer, systemViewer, type Viewer } from '../../server/core/viewer.ts'
import { freshDatabase, type TestDatabase } from '../postgres.ts'
import { selectionSchema, selectionWorld } from './selection-world.ts'

const schema = selectionSchema()
let database: TestDatabase
let db: Kysely<Database>
let statements = 0

const counting: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => {
    statements += 1
    return result
  },
}

beforeAll(async () => {
  database = await freshDatabase()
  await selectionWorld(database.owner)
  db = database.app.withPlugin(counting)
})
afterAll(() => database?.drop())
beforeEach(() => {
  statements = 0
})

async function ask(text: string, variables: Record<string, unknown> = {}, viewer: Viewer = systemViewer) {
  const contextValue = { engine: { db }, viewer }
  const { data, errors } = await execute({ schema, document: parse(text), contextValue, variableValues: variables })
  return errors ? { errors: errors.map(({ message }) => message) } : JSON.parse(JSON.stringify(data))
}

const detail = `{ case(number: "C-1") {
  id number openedAt dueAt lineCount account { name region { code } } owner { name }
  history(first: 3) { nodes { event at by { name } } more }
  ... on Claim { whatHappened receivedAt analyst { name } items { mass } } } }`

describe('a claim with its account, region, people, history and items', () => {
  it('is one statement, with moments and exact numbers as they are', async () => {
    const { case: claim } = await ask(detail)
    expect(statements).toBe(1)
    expect(claim).toMatchObject({
      number: 'C-1',
      openedAt: '2026-02-01T10:00:00.500Z',
      dueAt: '2026-03-02T08:00:00.123Z',
      lineCount: 12,
      account: { name: 'Nordwind Tubes', region: { code: 'europe' } },
      owner: { name: 'Ada Sample' },
      whatHappened: 'Edge crack on C-1',
      receivedAt: '2026-02-01T09:59:00.000Z',
      analyst: { name: 'Ada Sample' },
      items: [{ mass: '1.500' }, { mass: '3.000' }],
    })
    expect(claim.history).toEqual({
      more: true,
      nodes: [
        { event: 'step12', at: '2026-02-01T22:00:00.000Z', by: { name: 'Ada Sample' } },
        { event: 'step11', at: '2026-02-01T21:00:00.000Z', by: { name: 'Ada Sample' } },
        { event: 'step10', at: '2026-02-01T20:00:00.000Z', by: { name: 'Ada Sample' } },
      ],
    })
  })

  it('is the same through fragments, edges, a variable and a second field of the same name', async () => {
    const { case: plain } = await ask(detail)
    const { case: other } = await ask(
      `query ($n: Int!) { case(number: "C-1") { ...head ...rest history(first: $n) { edges { node { ...line } } } } case(number: "C-1") { account { ...who } } }
       fragment head on Case { id number openedAt dueAt lineCount account { name } owner { name } }
       fragment who on Account { region { code } }
       fragment line on Line { event at by { name } }
       fragment rest on Claim { whatHappened receivedAt analyst { name } items { mass } history(first: $n) { more } }`,
      { n: 3 },
    )
    expect(statements).toBe(2)
    const { history, ...others } = other
    const { history: lines, ...plains } = plain
    expect(others).toEqual(plains)
    expect(history.edges.map(({ node }: { node: unknown }) => node)).toEqual(lines.nodes)
    expect(history.more).toBe(lines.more)
  })

  it('reads one relation twice under two names', async () => {
    const { case: claim } = await ask(
      '{ case(number: "C-1") { a: history(first: 1) { nodes { event } } b: history(first: 2) { nodes { event } } } }',
    )
    expect(statements).toBe(1)
    expect(claim.a.nodes).toEqual([{ event: 'step12' }])
    expect(claim.b.nodes).toEqual([{ event: 'step12' }, { event: 'step11' }])
  })

  it('follows @skip and @include with each value of their variables', async () => {
    const text = 'query ($x: Boolean!) { case(number: "C-1") { number @skip(if: $x) owner @include(if: $x) { name } } }'
    expect(await ask(text, { x: true })).toEqual({ case: { owner: { name: 'Ada Sample' } } })
    expect(await ask(text, { x: false })).toEqual({ case: { number: 'C-1' } })
    const document = parse(text)
    for (const x of [true, false, true]) {
      const { data } = await execute({
        schema,
        document,
        contextValue: { engine: { db }, viewer: systemViewer },
        variableValues: { x },
      })
      expect(Object.keys((data?.case as object) ?? {})).toEqual(x ? ['owner'] : ['number'])
    }
  })
})

describe('pages', () => {
  const page = (after: string | null) =>
    ask('query ($after: String) { cases(first: 2, after: $after) { nodes { number } more } }', { after })
  const cursor = async (number: string) => {
    const row = await database.app
      .selectFrom('service_case')
      .select(['id', 'due_at'])
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    const day = Number(number.slice(2)) + 1
    const due = row.due_at ? `2026-03-0${day} 08:00:00.123456+00` : null
    return Buffer.from(JSON.stringify([due, row.id])).toString('base64url')
  }

  it('go on after a cursor through values and nulls, nothing twice and nothing missed', async () => {
    const numbers = ({ cases }: { cases: { nodes: { number: string }[] } }) => cases.nodes.map(({ number }) => number)
    const first = await page(null)
    const second = await page(await cursor('C-2'))
    const third = await page(await cursor('C-4'))
    expect([first, second, third].map(numbers)).toEqual([['C-1', 'C-2'], ['C-3', 'C-4'], ['C-5']])
    expect([first, second, third].map(({ cases }) => cases.more)).toEqual([true, true, false])
    expect(statements).toBe(3)
  })

  it('refuse a cursor that is not theirs, and sizes out of bounds', async () => {
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const id = '01900000-0000-7000-8000-000000000000'
    const bad = [
      'x',
      made(['a']),
      made([1, id]),
      made(['2026-13-45 08:00:00+00', id]),
      made([null, 'x']),
      made([null, id, id]),
      `${made([null, id])}=`,
    ]
    for (const after of bad) expect((await page(after)).errors).toEqual(['after is not a cursor of this list'])
    for (const first of [0, -1, 101]) {
      expect((await ask(`{ cases(first: ${first}) { more } }`)).errors).toEqual(['first must be between 1 and 100'])
    }
    expect(statements).toBe(0)
  })
})

describe('relations that did not come with their row', () => {
  it('are read by one statement for all rows: what a right neighbour hangs on, and later pages', async () => {
    const { account } = await ask(
      '{ account(name: "Nordwind Tubes") { name cases(first: 10) { nodes { number owner { name } } } } }',
    )
    expect(account.cases.nodes.map(({ number }: { number: string }) => number)).toEqual([
      'C-1',
      'C-2',
      'C-3',
      'C-4',
      'C-5',
    ])
    expect(statements).toBe(2)
    statements = 0
    const { cases } = await ask(
      '{ cases(first: 5) { nodes { account { name cases(first: 1) { nodes { number } } } } } }',
    )
    expect(statements).toBe(2)
    expect(cases.nodes[4].account).toEqual({ name: 'Nordwind Tubes', cases: { nodes: [{ number: 'C-1' }] } })
  })
})

describe('a viewer of a department', () => {
  it('sees the cases with a task of it, and another viewer is not given his statement', async () => {
    const text = '{ cases(first: 5) { nodes { number } } }'
    const grant: Grant = {
      role: 'departmentResponder',
      departmentId: '01900000-0000-7000-8000-000000000000',
      office: null,
      regionId: null,
      accountId: null,
    }
    const nobody: PersonViewer = {
      kind: 'person',
      id: grant.departmentId ?? '',
      name: 'N',
      language: 'en',
      timeZone: 'UTC',
      grants: [grant],
      positions: [],
      managedAccountIds: [],
      backDates: false,
    }
    expect((await ask(text, {}, nobody)).cases.nodes).toEqual([])
    expect((await ask(text)).cases.nodes).toHaveLength(5)
  })
})
