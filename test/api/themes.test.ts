// Improvement themes: opened from answers and findings, taken to their end, and measured in the next wave by a stated test.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { sendCommand } from '../command-answer.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenPerson, givenReference } from '../given.ts'
import { ask, globalId } from '../graph.ts'
import { givenQuestionnaire, givenResponse, givenWave } from '../survey.ts'

let world: TestEngine
let lead: PersonViewer
let head: PersonViewer
let farLead: PersonViewer
let regions: Record<string, string>
let version: string
let spring: string
const responses: string[] = []

beforeAll(async () => {
  world = await testEngine(new Date('2026-05-10T05:00:00Z'))
  const db = world.database.owner
  const reference = await givenReference(db)
  regions = reference.regions
  lead = await givenPerson(db, { name: 'Lena Lead', role: 'csLead' })
  farLead = await givenPerson(db, { name: 'Fay Far', role: 'csLead', regionId: regions.iran ?? '' })
  head = await givenPerson(db, {
    name: 'Hugo Head',
    role: 'departmentHead',
    departmentId: reference.departments.rollingMill ?? '',
  })
  version = await givenQuestionnaire(db, 'works', 'steelWorks', [{ code: 'claimsHandling' }, { code: 'service' }])
  spring = await givenWave(db, version, { name: '2026-1', opensAt: '2026-05-01' })
  await answers(spring, [1, 2, 2, 3])
})
afterAll(() => world?.close())

async function answers(waveId: string, marks: readonly number[]): Promise<void> {
  for (const mark of marks) {
    const given = { item: 'claimsHandling', number: `${mark}` }
    const place = { waveId, versionId: version, regionId: regions.eastAsia ?? '', consumerType: 'endUser' as const }
    responses.push(await givenResponse(world.database.owner, { ...place, answers: [given] }))
  }
}

const send = (name: string, input: Record<string, unknown>, viewer = lead) =>
  sendCommand(world.engine, viewer, { name, input, success: 'ImprovementTheme', more: 'id revision state done' })
const opened = (more: Record<string, unknown> = {}) => ({
  title: 'Answer claims in five days',
  waveId: globalId('SurveyWave', spring),
  item: 'claimsHandling',
  regionId: globalId('Region', regions.eastAsia ?? ''),
  ownerId: globalId('Person', head.id),
  dueOn: '2026-09-01',
  responseIds: [globalId('SurveyResponse', responses[0] ?? '')],
  findings: [{ kind: 'belowThreshold', item: 'claimsHandling' }],
  ...more,
})

interface Theme {
  id: string
  revision: number
  title: string
  overdue: boolean
  owner: { name: string }
  sources: { response: object | null; finding: string | null; item: string | null }[]
  effect: {
    before: {
      wave: string
      n: number
      hidden: boolean
      mean: number | null
      interval: { low: number; high: number } | null
    }
    after: { wave: string; n: number; mean: number | null } | null
    change: number | null
    p: number | null
    significant: boolean | null
  }
}
const themes = async (viewer = lead): Promise<Theme[]> => {
  const side = '{ wave n hidden mean interval { low high } }'
  const source = `{ improvementThemes(first: 10) { nodes { id revision title overdue owner { name } sources { response { id } finding item }
    effect { before ${side} after ${side} change p significant } } } }`
  return (await ask<{ improvementThemes: { nodes: Theme[] } }>(world.engine, viewer, source)).improvementThemes.nodes
}

describe('a theme', () => {
  it('is refused for what was not asked, for answers that are not seen, and for who may not', async () => {
    const unseen = opened({ responseIds: [globalId('SurveyResponse', spring)] })
    expect(await send('openTheme', opened({ item: 'price' }))).toMatchObject({
      fields: [{ field: 'item', code: 'notOfWave' }],
    })
    expect(await send('openTheme', unseen)).toMatchObject({ fields: [{ field: 'responseIds', code: 'unknown' }] })
    expect(await send('openTheme', opened(), head)).toMatchObject({ __typename: 'NotAllowed' })
    expect(await send('openTheme', opened(), farLead)).toMatchObject({ __typename: 'NotAllowed' })
    expect(await themes()).toEqual([])
  })

  it('rests on answers and findings; who may not read answers sees the findings alone, another region nothing', async () => {
    expect(await send('openTheme', opened())).toMatchObject({ state: 'open', revision: 1 })
    const [theme] = await themes()
    expect(theme).toMatchObject({ owner: { name: 'Hugo Head' }, overdue: false })
    expect(theme?.sources.map(({ response, finding }) => [response !== null, finding])).toEqual([
      [true, null],
      [false, 'belowThreshold'],
    ])
    expect((await themes(head))[0]?.sources.map(({ response }) => response)).toEqual([null, null])
    expect(await themes(farLead)).toEqual([])
  })

  it('waits for the next wave, then tells the change with intervals and the test that was made', async () => {
    expect((await themes())[0]?.effect).toMatchObject({
      before: { wave: '2026-1', n: 4, mean: 2 },
      after: null,
      change: null,
      significant: null,
    })
    await answers(
      await givenWave(world.database.owner, version, { name: '2026-2', opensAt: '2026-10-01' }),
      [4, 4, 5, 4, 3],
    )
    const [theme] = await themes()
    // 1, 2, 2, 3: variance 2/3, so the interval is 2 ± 3.182 × √(2/3 ÷ 4), cut to the scale below.
    expect(theme?.effect.before.interval?.low).toBe(1)
    expect(theme?.effect.before.interval?.high).toBeCloseTo(3.299, 3)
    expect(theme?.effect).toMatchObject({ after: { wave: '2026-2', n: 5, mean: 4 }, change: 2, significant: true })
    // Welch: t = 2 ÷ √(2/3 ÷ 4 + 1/2 ÷ 5) = 3.873 with 6.1 degrees of freedom.
    expect(theme?.effect.p).toBeCloseTo(0.008, 2)
  })

  it('hides what rests on fewer than five answers from those outside the group', async () => {
    const [theme] = await themes(head)
    expect(theme?.effect).toMatchObject({
      before: { n: 4, hidden: true, mean: null },
      after: { n: 5, mean: 4 },
      change: null,
    })
  })

  it('is overdue after its day, ends with what was done, and does not change afterwards', async () => {
    world.setTime(new Date('2026-11-02T05:00:00Z'))
    const [theme] = await themes()
    expect(theme?.overdue).toBe(true)
    const move = (input: Record<string, unknown>) => send('moveTheme', { id: theme?.id, ...input })
    expect(await move({ revision: 1, state: 'underway' })).toMatchObject({ state: 'underway', revision: 2 })
    expect(await move({ revision: 1, state: 'done', done: 'x' })).toMatchObject({ __typename: 'Stale' })
    expect(await move({ revision: 2, state: 'done' })).toMatchObject({ fields: [{ field: 'done', code: 'required' }] })
    expect(await move({ revision: 2, state: 'done', done: 'Two more people' })).toMatchObject({ state: 'done' })
    expect(await move({ revision: 3, state: 'open' })).toMatchObject({ fields: [{ field: 'id', code: 'themeEnded' }] })
    expect((await themes())[0]?.overdue).toBe(false)
  })
})
