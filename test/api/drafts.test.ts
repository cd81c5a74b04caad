// Drafts on the server: gone on with on another device, read by nobody else, refused when another device wrote meanwhile.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { forgetDrafts } from '../../server/organization/draft-commands.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenPerson } from '../given.ts'
import { ask } from '../graph.ts'

const at = new Date('2026-11-02T05:00:00Z')
let world: TestEngine
let writer: PersonViewer
let others: PersonViewer[]
beforeAll(async () => {
  world = await testEngine(at)
  const { app } = world.database
  writer = await givenPerson(app, { name: 'Wera Writer', role: 'csEngineer' })
  others = [
    await givenPerson(app, { name: 'Mona Manager', role: 'management' }),
    await givenPerson(app, { name: 'Ada Admin', role: 'administrator' }),
  ]
})
afterAll(() => world.close())

interface Answer {
  __typename: string
  revision?: number
  current?: number
  fields?: { field: string; code: string }[]
}

async function save(viewer: PersonViewer, key: string, body: string, revision = 0): Promise<Answer> {
  const { saveDraft } = await ask<{ saveDraft: Answer }>(
    world.engine,
    viewer,
    `mutation($input: SaveDraftInput!) { saveDraft(input: $input) { __typename
      ... on DraftKept { revision } ... on Stale { revision current } ... on Invalid { fields { field code } } } }`,
    { input: { key, body, revision, basedOn: 7 } },
  )
  return saveDraft
}

async function drafts(viewer: PersonViewer) {
  const { me } = await ask<{ me: { draft: object | null; drafts: { key: string; body: string }[] } }>(
    world.engine,
    viewer,
    `{ me { draft(key: "log") { body revision basedOn changedAt } drafts { key body } } }`,
  )
  return me
}

describe('a draft', () => {
  it('is found again by its writer and by nobody else, whatever the rank', async () => {
    expect(await save(writer, 'log', '{"a":1}')).toEqual({ __typename: 'DraftKept', revision: 1 })
    expect(await save(writer, 'log', '{"a":2}', 1)).toEqual({ __typename: 'DraftKept', revision: 2 })
    expect(await drafts(writer)).toEqual({
      draft: { body: '{"a":2}', revision: 2, basedOn: 7, changedAt: at.toISOString() },
      drafts: [{ key: 'log', body: '{"a":2}' }],
    })
    for (const other of others) expect(await drafts(other)).toEqual({ draft: null, drafts: [] })
  })

  it('of the same key belongs to each person apart', async () => {
    const [other] = others
    if (!other) throw new Error('nobody else')
    await save(other, 'log', '"mine"')
    expect((await drafts(writer)).drafts).toEqual([{ key: 'log', body: '{"a":2}' }])
    expect((await drafts(other)).drafts).toEqual([{ key: 'log', body: '"mine"' }])
  })

  it('that another device wrote meanwhile is not written over unseen', async () => {
    expect(await save(writer, 'log', '{"a":3}', 1)).toEqual({ __typename: 'Stale', revision: 1, current: 2 })
    expect(await save(writer, 'log', '{"a":3}', 0)).toEqual({ __typename: 'Stale', revision: 0, current: 2 })
  })

  it('is gone when discarded, and discarding again does no harm', async () => {
    await save(writer, 'comment:X', '"soon gone"')
    for (const _twice of [1, 2]) {
      const { discardDraft } = await ask<{ discardDraft: Answer }>(
        world.engine,
        writer,
        'mutation { discardDraft(input: { key: "comment:X" }) { __typename ... on DraftKept { revision } } }',
      )
      expect(discardDraft).toEqual({ __typename: 'DraftKept', revision: 0 })
    }
    expect((await drafts(writer)).drafts.map(({ key }) => key)).toEqual(['log'])
  })

  it.each([
    ['1log', '{}', 'key: badCode'],
    ['log x', '{}', 'key: badCode'],
    ['fine', '{', 'body: invalid'],
    ['fine', JSON.stringify('x'.repeat(60_000)), 'body: tooLong'],
  ])('under the key %j is refused where key or body are not usable', async (key, body, fault) => {
    const { fields } = await save(writer, key, body)
    expect(fields?.map(({ field, code }) => `${field}: ${code}`)).toEqual([fault])
  })

  it('carries every character that a person can type', async () => {
    const body = JSON.stringify({ text: 'نورد‏ \u0000 😀 𝒳' })
    expect((await save(writer, 'strange', body)).__typename).toBe('DraftKept')
    expect((await drafts(writer)).drafts.find(({ key }) => key === 'strange')?.body).toBe(body)
  })

  it('is forgotten 30 days after its last change', async () => {
    world.setTime(new Date('2026-12-02T04:59:00Z'))
    await forgetDrafts(world.engine)
    expect((await drafts(writer)).drafts).toHaveLength(2)
    world.setTime(new Date('2026-12-02T05:01:00Z'))
    await forgetDrafts(world.engine)
    expect((await drafts(writer)).drafts).toEqual([])
  })
})
