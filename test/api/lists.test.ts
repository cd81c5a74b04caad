// Lists as people use them: views kept and shared, counts, many claims at once, exports that hold exactly the view.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diskBlobs } from '../../server/core/disk-blobs.ts'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { exportKey, writeExport } from '../../server/export-list.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenAccount, givenPerson, givenReference } from '../given.ts'
import { ask, globalId, send } from '../graph.ts'

let test: TestEngine
let engineer: PersonViewer
let lead: PersonViewer
let european: PersonViewer
let administrator: PersonViewer
let analyst: PersonViewer
let accounts: string[]
let folder: string
const claims: string[] = []

beforeAll(async () => {
  test = await testEngine(new Date('2026-11-02T05:00:00Z'))
  const db = test.database.owner
  const { regions } = await givenReference(db)
  engineer = await givenPerson(db, { name: 'Eva Engineer', role: 'csEngineer' })
  lead = await givenPerson(db, { name: 'Lena Lead', role: 'csLead' })
  analyst = await givenPerson(db, { name: 'Anna Analyst', role: 'analyst' })
  administrator = await givenPerson(db, { name: 'Adam Admin', role: 'administrator' })
  european = await givenPerson(db, { name: 'Egon Europe', role: 'csEngineer', regionId: regions.europe ?? '' })
  const one = await givenAccount(db, { name: '=Formula & Sons', regionId: regions.europe ?? '', key: true })
  const two = await givenAccount(db, { name: 'Far, Far "East"', regionId: regions.eastAsia ?? '' })
  accounts = [one.id, two.id]
  const subjects = [
    '=HYPERLINK("http://evil.example")',
    '-12 °C in the hold',
    'Edge crack',
    '+1 coil too many',
    '@home',
  ]
  for (const [at, whatHappened] of subjects.entries()) {
    const answer = await send(test.engine, engineer, 'registerClaim', {
      accountId: globalId('Account', accounts[at % 2] ?? ''),
      whatHappened,
      receivedAt: '2026-11-02T04:00:00Z',
    })
    claims.push(answer.claim?.id ?? '')
  }
  folder = await mkdtemp(join(tmpdir(), 'exports-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await test.close()
})

interface View {
  __typename: string
  id: string
  name: string
  view: string
  shared: boolean
  mine: boolean
  first: boolean
  revision: number
  fields?: { field: string; code: string }[]
}
const viewFields = 'id name view shared mine first revision'

async function view(viewer: PersonViewer, mutation: string, input: object): Promise<View> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const { answer } = await ask<{ answer: View }>(
    test.engine,
    viewer,
    `mutation($input: ${type}!) { answer: ${mutation}(input: $input) { __typename ... on SavedView { ${viewFields} } ... on Invalid { fields { field code } } } }`,
    { input },
  )
  return answer
}

async function views(viewer: PersonViewer): Promise<View[]> {
  const { savedViews } = await ask<{ savedViews: View[] }>(
    test.engine,
    viewer,
    `{ savedViews(page: claims) { ${viewFields} } }`,
  )
  return savedViews
}

it('keeps views for who made them, and shares those of leads', async () => {
  const words = { show: 'closed', severity: 'major' }
  const made = await view(engineer, 'saveView', { page: 'claims', name: 'Closed, major', view: JSON.stringify(words) })
  expect(made).toMatchObject({ name: 'Closed, major', shared: false, mine: true, revision: 1 })
  expect(JSON.parse(made.view)).toEqual(words)
  expect(await views(lead)).toEqual([])
  const changed = { viewId: made.id, revision: 1, name: 'Mine' }
  expect(await view(lead, 'changeView', changed)).toEqual({ __typename: 'NotFound' })
  expect(await view(engineer, 'changeView', changed)).toMatchObject({ name: 'Mine', revision: 2 })
  expect(await view(engineer, 'changeView', changed)).toEqual({ __typename: 'Stale' })
  expect(await view(engineer, 'shareView', { viewId: made.id, revision: 2, shared: true })).toEqual({
    __typename: 'NotAllowed',
  })
  const ours = await view(lead, 'saveView', { page: 'claims', name: 'Over', view: '{"due":"over"}' })
  await view(lead, 'shareView', { viewId: ours.id, revision: 1, shared: true })
  expect((await views(engineer)).map(({ name, mine }) => [name, mine])).toEqual([
    ['Mine', true],
    ['Over', false],
  ])
  expect(await view(engineer, 'deleteView', { viewId: ours.id })).toEqual({ __typename: 'NotFound' })
  await ask(
    test.engine,
    engineer,
    'mutation($id: ID) { setFirstView(input: { page: claims, viewId: $id }) { __typename } }',
    { id: ours.id },
  )
  expect((await views(engineer)).map(({ first }) => first)).toEqual([false, true])
  expect((await views(lead)).map(({ first }) => first)).toEqual([false])
  await view(engineer, 'deleteView', { viewId: made.id })
  expect((await views(engineer)).map(({ name }) => name)).toEqual(['Over'])
  await view(engineer, 'restoreView', { viewId: made.id })
  expect((await views(engineer)).map(({ name }) => name)).toEqual(['Mine', 'Over'])
})

it.each(['{"show":"some"}', '{"owner":"me"}', '[]', 'null', '{', '{"due":["over"]}', '{"region":"\'; drop table"}'])(
  'refuses the view %s, which the page does not know',
  async (text) => {
    const answer = await view(engineer, 'saveView', { page: 'claims', name: 'Wrong', view: text })
    expect(answer.fields).toEqual([{ field: 'view', code: 'invalid' }])
  },
)

it('counts what the viewer may see, and stops where it is told to', async () => {
  const count = async (viewer: PersonViewer, upTo = 500, filter = {}) =>
    (
      await ask<{ claimCount: number }>(
        test.engine,
        viewer,
        'query($filter: ClaimFilter, $upTo: Int!) { claimCount(filter: $filter, upTo: $upTo) }',
        { filter, upTo },
      )
    ).claimCount
  // Five claims: the first, third and fifth in Europe.
  expect(await count(engineer)).toBe(5)
  expect(await count(european)).toBe(3)
  expect(await count(engineer, 4)).toBe(4)
  expect(await count(engineer, 500, { ids: claims.slice(0, 2) })).toBe(2)
  expect(await count(european, 500, { ids: claims.slice(0, 2) })).toBe(1)
})

interface Outcomes {
  __typename: string
  rows: {
    id: string
    done: boolean
    revision: number | null
    refusal: { __typename: string; text: string; fields?: { text: string }[] } | null
  }[]
}

async function many(viewer: PersonViewer, mutation: string, input: object, key?: string): Promise<Outcomes> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const { answer } = await ask<{ answer: Outcomes }>(
    test.engine,
    viewer,
    `mutation($input: ${type}!, $key: String) { answer: ${mutation}(input: $input, idempotencyKey: $key) { __typename
      ... on BulkDone { rows { id done revision refusal { __typename text ... on Invalid { fields { text } } } } } } }`,
    { input, key },
  )
  return answer
}

it('comments on many claims, each on its own, once under one key', async () => {
  const input = { ids: claims.slice(0, 3), body: 'We are looking into it', language: 'en' }
  const first = await many(european, 'commentOnCases', input, 'a-bulk-of-three')
  // The second is of a customer in East Asia, whom he does not see.
  expect(first.rows.map(({ done, refusal }) => [done, refusal?.__typename])).toEqual([
    [true, undefined],
    [false, 'NotFound'],
    [true, undefined],
  ])
  await many(european, 'commentOnCases', input, 'a-bulk-of-three')
  const { comments } = await test.database.owner
    .selectFrom('comment')
    .select(({ fn }) => fn.countAll<string>().as('comments'))
    .executeTakeFirstOrThrow()
  expect(Number(comments)).toBe(2)
  const other = await many(european, 'commentOnCases', { ...input, body: 'Other words' }, 'a-bulk-of-three')
  expect(other.rows.map(({ refusal }) => refusal?.__typename)).toEqual(['KeyReused', 'NotFound', 'KeyReused'])
})

it('gives many claims to somebody else, says of each why not, and back again', async () => {
  const seat = { seat: 'owner', personId: globalId('Person', lead.id) }
  const rows = claims.slice(0, 3).map((id) => ({ id, revision: 1 }))
  const stale = [...rows.slice(0, 2), { id: claims[2] ?? '', revision: 7 }]
  expect((await many(engineer, 'reassignClaims', { rows, ...seat })).__typename).toBe('NotAllowed')
  const given = await many(lead, 'reassignClaims', { rows: stale, ...seat })
  expect(given.rows.map(({ done, revision, refusal }) => [done, revision, refusal?.__typename])).toEqual([
    [true, 2, undefined],
    [true, 2, undefined],
    [false, null, 'Stale'],
  ])
  expect(given.rows[2]?.refusal?.text).not.toBe('')
  const back = { seat: 'owner', personId: globalId('Person', engineer.id) }
  const undone = await many(lead, 'reassignClaims', {
    rows: rows.slice(0, 2).map((row) => ({ ...row, revision: 2 })),
    ...back,
  })
  expect(undone.rows.map(({ revision }) => revision)).toEqual([3, 3])
})

async function exported(viewer: PersonViewer, page: string, words: object, format = 'csv', language = 'en') {
  const { answer } = await ask<{ answer: { __typename: string; id: string; path: string | null } }>(
    test.engine,
    viewer,
    `mutation($input: ExportListInput!) { answer: exportList(input: $input) { __typename ... on ListExport { id path } } }`,
    { input: { page, view: JSON.stringify(words), format, language } },
  )
  const [, id = ''] = Buffer.from(answer.id, 'base64url').toString().split(':')
  await writeExport(test.engine, diskBlobs(folder), id)
  const data = await ask<{
    node: { state: string; fault: string | null; path: string | null; rowsDone: number; rowsTotal: number }
  }>(
    test.engine,
    viewer,
    'query($id: ID!) { node(id: $id) { ... on ListExport { state fault path rowsDone rowsTotal } } }',
    { id: answer.id },
  )
  return { globalId: answer.id, file: join(folder, exportKey(id)), ...data.node }
}

it('exports exactly the view: its rows, order, permissions and language, inert', async () => {
  const mine = await exported(european, 'claims', { order: 'newest', show: 'all' })
  expect(mine).toMatchObject({ state: 'ready', fault: null, rowsDone: 3, rowsTotal: 3 })
  const rows = parse(await readFile(mine.file, 'utf8')) as string[][]
  expect(rows[0]?.slice(0, 5)).toEqual(['Number', 'Subject', 'Customer', 'Customer number', 'Key customer'])
  const { claims: listed } = await ask<{ claims: { nodes: { number: string; title: string }[] } }>(
    test.engine,
    european,
    '{ claims(first: 100, order: newest) { nodes { number title } } }',
  )
  expect(rows.slice(1).map(([number]) => number)).toEqual(listed.nodes.map(({ number }) => number))
  expect(rows.slice(1).map(([, title, account, , key]) => [title, account, key])).toEqual([
    ["'@home", "'=Formula & Sons", 'Yes'],
    ['Edge crack', "'=Formula & Sons", 'Yes'],
    [`'=HYPERLINK("http://evil.example")`, "'=Formula & Sons", 'Yes'],
  ])
  const russian = await exported(engineer, 'claims', {}, 'xlsx', 'ru')
  const [sheet] = (await readXlsxFile(russian.file)) as unknown as { data: unknown[][] }[]
  expect(sheet?.data[0]?.[0]).toBe('Номер')
  expect(sheet?.data).toHaveLength(6)
  expect(sheet?.data.map((row) => row[1])).toContain('=HYPERLINK("http://evil.example")')
  expect(sheet?.data[1]?.at(-1)).toBeInstanceOf(Date)
  const work = await exported(engineer, 'work', { kind: 'claims' })
  expect(work.rowsDone).toBe(5)
  const customers = await exported(european, 'accounts', { key: true })
  expect((parse(await readFile(customers.file, 'utf8')) as string[][]).slice(1).map(([, name]) => name)).toEqual([
    "'=Formula & Sons",
  ])
})

it('shows an export to nobody else', async () => {
  const mine = await exported(engineer, 'accounts', {})
  const other = await ask<{ node: unknown }>(test.engine, administrator, 'query($id: ID!) { node(id: $id) { id } }', {
    id: mine.globalId,
  })
  expect(other.node).toBeNull()
})

it('writes as the person is when it is written, not when it was asked for', async () => {
  const { answer } = await ask<{ answer: { id: string } }>(
    test.engine,
    analyst,
    `mutation { answer: exportList(input: { page: claims, view: "{}", format: csv }) { ... on ListExport { id } } }`,
  )
  await test.database.owner.deleteFrom('role_grant').where('person_id', '=', analyst.id).execute()
  const [, id = ''] = Buffer.from(answer.id, 'base64url').toString().split(':')
  await writeExport(test.engine, diskBlobs(folder), id)
  const row = await test.database.owner
    .selectFrom('list_export')
    .where('id', '=', id)
    .select(['state', 'fault'])
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ state: 'failed', fault: 'notAllowed' })
})
