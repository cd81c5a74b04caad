// What goes most with the willingness to recommend, from sums that are kept with the answers: Pearson's coefficient as worked by hand.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rebuildRollups } from '../../server/satisfaction/rollup-commands.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenPerson, givenReference } from '../given.ts'
import { ask } from '../graph.ts'
import { givenQuestionnaire, givenResponse, givenWave } from '../survey.ts'

let world: TestEngine
beforeAll(async () => {
  world = await testEngine()
})
afterAll(() => world?.close())

it('pools respondents of all regions and knows marks that never vary', async () => {
  const { owner } = world.database
  const { regions } = await givenReference(owner)
  const lead = await givenPerson(owner, { name: 'Lena Lead', role: 'csLead' })
  const rated = ['rises', 'falls', 'wavers', 'still'].map((code) => ({ code }))
  const versionId = await givenQuestionnaire(owner, 'works', 'steelWorks', [
    ...rated,
    { code: 'recommend', kind: 'recommendation' },
  ])
  const waveId = await givenWave(owner, versionId)
  const answered = [
    { rises: 1, falls: 5, wavers: 1, still: 4, recommend: 2 },
    { rises: 2, falls: 4, wavers: 3, still: 4, recommend: 4 },
    { rises: 3, falls: 3, wavers: 2, still: 4, recommend: 6 },
    { rises: 4, falls: 2, wavers: 5, still: 4, recommend: 8 },
    { rises: 5, falls: 1, wavers: 4, still: 4, recommend: 10 },
    { rises: 5, falls: 1, wavers: 3, still: 4, recommend: 10 },
  ]
  for (const [at, marks] of answered.entries()) {
    await givenResponse(owner, {
      waveId,
      versionId,
      regionId: (at % 2 ? regions.iran : regions.europe) ?? '',
      consumerType: at % 3 ? 'endUser' : 'wholesaler',
      answers: Object.entries(marks).map(([item, number]) => ({ item, number: String(number) })),
    })
  }
  const { satisfaction } = await ask<{ satisfaction: unknown }>(
    world.engine,
    lead,
    '{ satisfaction { drivers { item n r } } }',
  )
  // Of wavers: products of deviations 16, squares 10 and 53 1/3; 16 / √533.33 = 0.6928.
  expect(satisfaction).toEqual({
    drivers: [
      { item: 'rises', n: 6, r: expect.closeTo(1, 6) },
      { item: 'wavers', n: 6, r: expect.closeTo(0.6928, 4) },
      { item: 'falls', n: 6, r: expect.closeTo(-1, 6) },
    ],
  })
  expect(await rebuildRollups(owner)).toMatchObject({ differences: 0 })
})
