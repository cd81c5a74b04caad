// Annex N through the graph: means, gaps, coverage, findings, factors, trend, and what is hidden from whom (SAT-01 … SAT-06, SAT-14).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenPerson, givenReference } from '../given.ts'
import { ask, globalId } from '../graph.ts'
import { annexRespondents, indicators } from '../rules/satisfaction-annex.ts'
import { givenQuestionnaire, givenResponse, givenWave } from '../survey.ts'

let world: TestEngine
let lead: PersonViewer
let head: PersonViewer
let farLead: PersonViewer
let regions: Record<string, string>

beforeAll(async () => {
  world = await testEngine()
  const db = world.database.owner
  const reference = await givenReference(db)
  regions = reference.regions
  lead = await givenPerson(db, { name: 'Lena Lead', role: 'csLead' })
  head = await givenPerson(db, {
    name: 'Hugo Head',
    role: 'departmentHead',
    departmentId: reference.departments.rollingMill ?? '',
  })
  farLead = await givenPerson(db, { name: 'Fay Far', role: 'csLead', regionId: regions.iran ?? '' })
  const works = await givenQuestionnaire(
    db,
    'works',
    'steelWorks',
    indicators.map((code) => ({ code })),
  )
  const wave = await givenWave(db, works, { name: '2026-2' })
  for (const { region, type, volume, marks } of annexRespondents) {
    await givenResponse(db, {
      waveId: wave,
      versionId: works,
      regionId: regions[region] ?? '',
      consumerType: type,
      kilotonnes: `${volume}`,
      answers: indicators.map((item) => ({ item, number: `${marks[item]}` })),
    })
  }
  for (const [region, kilotonnes] of [
    ['eastAsia', '200'],
    ['iran', '100'],
    ['middleEast', '100'],
  ] as const) {
    await db
      .insertInto('market_volume')
      .values({ region_id: regions[region] ?? '', year: 2026, kilotonnes })
      .execute()
  }
})
afterAll(() => world?.close())

interface Mean {
  item: string | null
  regionId: string | null
  consumerType: string | null
  n: number
  hidden: boolean
  mean: number | null
}
const mean = 'item regionId consumerType n hidden mean'
const read = async <T>(fields: string, filter: Record<string, unknown> = {}, viewer = lead): Promise<T> => {
  const source = `query($filter: SatisfactionFilter) { satisfaction(filter: $filter) { ${fields} } }`
  const { satisfaction } = await ask<{ satisfaction: T }>(world.engine, viewer, source, { filter })
  return satisfaction
}
const region = (code: string) => globalId('Region', regions[code] ?? '')
const near = (value: number) => expect.closeTo(value, 3)

describe('annex N', () => {
  it.each([
    ['all', {}, [3.875, 3.375, 3, 4.25, 4.375], 3.775],
    ['end users', { consumerTypes: ['endUser'] }, [3.25, 2.75, 2.25, 4, 4.25], 3.3],
    ['wholesalers', { consumerTypes: ['wholesaler'] }, [4.5, 4, 3.75, 4.5, 4.5], 4.25],
  ])('means of %s (SAT-03, SAT-14)', async (_name, filter, means, level) => {
    const { figures, levels } = await read<{ figures: Mean[]; levels: Mean[] }>(
      `figures { ${mean} } levels { ${mean} }`,
      filter,
    )
    expect(figures.map((one) => one.mean)).toEqual(means)
    expect(levels).toEqual([expect.objectContaining({ item: null, mean: near(level) })])
  })

  it('levels of the regions: 3.60, 3.90, 3.867 with their intervals within the scale (SAT-14)', async () => {
    const { levels } = await read<{ levels: (Mean & { interval: { low: number; high: number } })[] }>(
      `levels(by: region) { ${mean} interval { low high } }`,
    )
    expect(new Map(levels.map((one) => [one.regionId, [one.n, one.mean]]))).toEqual(
      new Map([
        [region('eastAsia'), [3, near(3.6)]],
        [region('iran'), [2, near(3.9)]],
        [region('middleEast'), [3, near(3.8667)]],
      ]),
    )
    const iran = levels.find(({ regionId }) => regionId === region('iran'))
    // Two respondents, 4.6 and 3.2: their interval covers the whole scale.
    expect(iran?.interval).toEqual({ low: 1, high: 5 })
  })

  it('end users against wholesalers (SAT-03): only gaps of more than 0.5 are told', async () => {
    const { gaps } = await read<{ gaps: { item: string; gap: number; over: boolean; p: number }[] }>(
      'gaps { item gap over p }',
    )
    expect(gaps.map(({ item, gap, over }) => [item, gap, over])).toEqual([
      ['productQuality', -1.25, true],
      ['productDevelopment', -1.25, true],
      ['claimsHandling', -1.5, true],
      ['orderManagement', -0.5, false],
      ['service', -0.25, false],
    ])
    expect(gaps[2]?.p).toBeLessThan(0.05)
    expect(gaps[4]?.p).toBeGreaterThan(0.05)
  })

  it('satisfied respondents (4 and above): claims handling 0 of 4 end users, 3 of 4 wholesalers', async () => {
    const { figures } = await read<{ figures: (Mean & { top: number })[] }>(`figures(by: consumerType) { ${mean} top }`)
    const shares = (type: string) => figures.filter(({ consumerType }) => consumerType === type).map(({ top }) => top)
    expect(shares('endUser')).toEqual([0.25, 0, 0, 1, 1])
    expect(shares('wholesaler')).toEqual([1, 1, 0.75, 1, 1])
  })

  it('respondents 37.5, 25 and 37.5 %; 40 of 200 kt and 80 of 400 kt are 20 % (SAT-02)', async () => {
    const fields = '{ regionId respondents share kilotonnes market coverage }'
    const { all, regional } = await read<{ all: object[]; regional: { regionId: string }[] }>(
      `all: respondents ${fields} regional: respondents(by: region) ${fields}`,
    )
    expect(all).toEqual([{ regionId: null, respondents: 8, share: 1, kilotonnes: 80, market: 400, coverage: 0.2 }])
    expect(regional.find(({ regionId }) => regionId === region('eastAsia'))).toMatchObject({
      respondents: 3,
      share: 0.375,
      kilotonnes: 40,
      coverage: 0.2,
    })
    expect(regional.find(({ regionId }) => regionId === region('iran'))).toMatchObject({ respondents: 2, share: 0.25 })
  })

  it('weights claims handling of East Asia by volume: (12 × 2 + 18 × 2 + 10 × 4) ÷ 40 = 2.5', async () => {
    const { figures } = await read<{ figures: (Mean & { byVolume: number })[] }>(`figures { ${mean} byVolume }`, {
      regionIds: [region('eastAsia')],
    })
    expect(figures.find(({ item }) => item === 'claimsHandling')?.byVolume).toBe(2.5)
  })

  it('finds the level good, claims handling and product development below 3.5 and nothing else, and three gaps (SAT-04)', async () => {
    const { findings } = await read<{ findings: { kind: string; items: string[]; value: number; n: number }[] }>(
      'findings { kind good items value n threshold }',
    )
    expect(findings.map(({ kind, items, value }) => [kind, items, Math.round(value * 1000) / 1000])).toEqual([
      ['generalLevel', ['productDevelopment', 'claimsHandling'], 3.775],
      ['belowThreshold', ['claimsHandling'], 3],
      ['belowThreshold', ['productDevelopment'], 3.375],
      ['content', ['productQuality', 'orderManagement', 'service'], expect.anything()],
      ['endUsersLower', ['productQuality'], -1.25],
      ['endUsersLower', ['productDevelopment'], -1.25],
      ['endUsersLower', ['claimsHandling'], -1.5],
      ['inconsistent', [], 1.25],
    ])
  })
})

describe('what is seen by whom', () => {
  it('hides from a department the figures of fewer than five answers, but not how many answered', async () => {
    const { figures, levels } = await read<{ figures: Mean[]; levels: Mean[] }>(
      `figures(by: region) { ${mean} interval { low } } levels { ${mean} }`,
      {},
      head,
    )
    expect(figures.every(({ hidden, n }) => hidden && n > 0 && n < 5)).toBe(true)
    expect(figures.every((one) => one.mean === null)).toBe(true)
    expect(levels).toEqual([expect.objectContaining({ hidden: false, n: 8, mean: near(3.775) })])
  })

  it('shows who may see one region that region alone', async () => {
    const { levels, respondents } = await read<{ levels: Mean[]; respondents: { respondents: number }[] }>(
      `levels { ${mean} } respondents { respondents }`,
      {},
      farLead,
    )
    expect(levels).toEqual([expect.objectContaining({ n: 2, mean: near(3.9) })])
    expect(respondents).toEqual([{ respondents: 2 }])
  })

  it('answers empty lists where nobody answered: no data is not 0', async () => {
    const nothing = await read(
      'waves { name } levels { mean } figures { mean } promoters { score } findings { kind }',
      {
        instrument: 'promoters',
      },
    )
    expect(nothing).toEqual({ waves: [], levels: [], figures: [], promoters: [], findings: [] })
  })
})
