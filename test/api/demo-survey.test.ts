// The demo world is asked and answers, so that the page of satisfaction is alive on the first start.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { transact } from '../../server/core/transaction.ts'
import { systemViewer } from '../../server/core/viewer.ts'
import { rebuildRollups } from '../../server/satisfaction/rollup-commands.ts'
import { insertSurvey } from '../../server/tools/demo/survey.ts'
import { installReference } from '../../server/tools/reference-data.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenAccount, givenPerson, givenReference } from '../given.ts'
import { ask } from '../graph.ts'

let world: TestEngine
beforeAll(async () => {
  world = await testEngine(new Date('2026-11-18T09:00:00Z'))
})
afterAll(() => world?.close())

it('has two waves with a trend, and sums that a rebuild finds right', async () => {
  const db = world.database.owner
  await installReference(db)
  const { regions } = await givenReference(db)
  for (let index = 0; index < 12; index++)
    await givenAccount(db, { name: `Customer ${index}`, regionId: regions[index % 2 ? 'iran' : 'eastAsia'] ?? '' })
  const lead = await givenPerson(db, { name: 'Lena Lead', role: 'csLead' })
  await transact(world.engine, { viewer: systemViewer, name: 'survey', key: 'demo-survey', body: {} }, async (work) => {
    await insertSurvey(work, new Date('2026-11-18T09:00:00Z'))
    return {}
  })
  const { satisfaction } = await ask<{
    satisfaction: { waves: { name: string }[]; trend: { wave: string; change: number | null }[]; factors: object[] }
  }>(world.engine, lead, '{ satisfaction { waves { name } trend { wave change } factors { place } } }')
  expect(satisfaction.waves).toEqual([{ name: '2026-10' }])
  expect(new Set(satisfaction.trend.map(({ wave }) => wave))).toEqual(new Set(['2026-10', '2026-05']))
  expect(satisfaction.trend.some(({ change }) => change !== null)).toBe(true)
  expect(satisfaction.factors).toHaveLength(8)
  expect((await rebuildRollups(db)).differences).toBe(0)
  const acting = await ask<Record<string, { nodes: { state: string }[] } | { name: string; flagged: boolean }[]>>(
    world.engine,
    lead,
    `{ followUps(first: 100) { nodes { state } } improvementThemes(first: 10) { nodes { state effect { after { n } } } }
      employeeMarks { name flagged } }`,
  )
  const states = (acting.followUps as { nodes: { state: string }[] }).nodes.map(({ state }) => state)
  expect(new Set(states)).toContain('open')
  expect(acting.improvementThemes).toMatchObject({
    nodes: [
      { state: 'underway', effect: { after: { n: expect.any(Number) } } },
      { state: 'open', effect: { after: null } },
    ],
  })
})
