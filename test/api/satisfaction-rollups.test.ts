// The sums kept with the answers give the figures of annex N, and are what a rebuild from the answers makes.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Refused } from '../../server/core/refusal.ts'
import { type Moments, meanOf, noAnswers, together } from '../../server/satisfaction/moments.ts'
import { writeResponse } from '../../server/satisfaction/response-commands.ts'
import { rebuildRollups } from '../../server/satisfaction/rollup-commands.ts'
import { givenReference } from '../given.ts'
import { freshDatabase, type TestDatabase } from '../postgres.ts'
import { annexRespondents, indicators } from '../rules/satisfaction-annex.ts'

let database: TestDatabase
let regions: Record<string, string>
let versionId: string
let waveId: string

beforeAll(async () => {
  database = await freshDatabase()
  regions = (await givenReference(database.owner)).regions
  ;({ versionId, waveId } = await givenWave())
  for (const { region, type, volume, marks } of annexRespondents) {
    await respond({
      regionId: regions[region] ?? '',
      consumerType: type,
      kilotonnes: `${volume}`,
      answers: indicators.map((item) => ({ item, number: `${marks[item]}` })),
    })
  }
})
afterAll(() => database?.drop())

it('gives the means of annex N from the sums alone', async () => {
  const by = (region?: string, type?: string) =>
    indicators.map(async (indicator) => meanOf(await momentsIn(indicator, region, type)))
  expect(await Promise.all(by())).toEqual([3.875, 3.375, 3, 4.25, 4.375])
  expect(await Promise.all(by(undefined, 'endUser'))).toEqual([3.25, 2.75, 2.25, 4, 4.25])
  expect(await Promise.all(by(undefined, 'wholesaler'))).toEqual([4.5, 4, 3.75, 4.5, 4.5])
  expect(await Promise.all(by('iran'))).toEqual([4, 3, 3.5, 4.5, 4.5])
  const volume = await sql<{
    kt: string
    people: number
  }>`select sum(kilotonnes)::text as kt, sum(respondents)::int as people
    from respondent_rollup where region_id = ${regions.eastAsia}`.execute(database.app)
  expect(volume.rows[0]).toEqual({ kt: '40.000', people: 3 })
})

it('weights by volume: claims handling of East Asia is 100 ÷ 40 = 2.5', async () => {
  const { rows } = await sql<{ mean: number }>`select (sum(weighted_sum) / sum(kilotonnes))::float8 as mean
    from satisfaction_rollup join survey_item on survey_item.id = item_id
    where code = 'claimsHandling' and region_id = ${regions.eastAsia}`.execute(database.app)
  // (12 × 2 + 18 × 2 + 10 × 4) ÷ 40
  expect(rows[0]?.mean).toBe(2.5)
})

it('finds no difference when the sums are worked out anew, and mends those that were changed by hand', async () => {
  expect((await rebuildRollups(database.owner)).differences).toBe(0)
  await sql`update satisfaction_rollup set n = n + 1 where region_id = ${regions.iran} and consumer_type = 'endUser'`.execute(
    database.owner,
  )
  // Five indicators: each row is missing as it was and superfluous as it is.
  expect((await rebuildRollups(database.owner)).differences).toBe(10)
  expect((await rebuildRollups(database.owner)).differences).toBe(0)
})

it('writes nothing of a response with one wrong answer', async () => {
  const before = await counts()
  const wrong = indicators.map((item) => ({ item, number: item === 'service' ? '6' : '4' }))
  const refused = await respond({ answers: wrong }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Refused)
  expect((refused as Refused).refusal).toEqual({
    kind: 'invalid',
    fields: [{ field: 'answers.4.number', code: 'offScale', params: { min: 1, max: 5 } }],
  })
  expect(await counts()).toEqual(before)
})

it('adds up the answers of many at once', async () => {
  const service = await momentsIn('service')
  await Promise.all(
    Array.from({ length: 20 }, () => respond({ answers: indicators.map((item) => ({ item, number: '5' })) })),
  )
  const after = await momentsIn('service')
  expect([after.n, after.sum]).toEqual([service.n + 20, service.sum + 100])
  expect((await rebuildRollups(database.owner)).differences).toBe(0)
})

type Given = Partial<Parameters<typeof writeResponse>[1]> & Pick<Parameters<typeof writeResponse>[1], 'answers'>

function respond(given: Given): Promise<string> {
  const rest = { waveId, versionId, regionId: regions.europe ?? '', consumerType: 'endUser' as const, language: 'en' }
  const made = { source: 'telephone' as const, answeredAt: new Date('2026-11-02T08:00:00Z') }
  return database.app.transaction().execute((trx) => writeResponse(trx, { ...rest, ...made, ...given }))
}

async function momentsIn(code: string, region?: string, type?: string): Promise<Moments> {
  const rows = await database.app
    .selectFrom('satisfaction_rollup')
    .innerJoin('survey_item', 'survey_item.id', 'satisfaction_rollup.item_id')
    .where('code', '=', code)
    .$if(region !== undefined, (query) => query.where('region_id', '=', regions[region ?? ''] ?? ''))
    .$if(type !== undefined, (query) => query.where('consumer_type', '=', type as 'endUser'))
    .select(['n', 'sum', 'sum_of_squares', 'top', 'counts'])
    .execute()
  return rows
    .map(({ n, sum, sum_of_squares, top, counts }) => ({
      n,
      sum: Number(sum),
      sumOfSquares: Number(sum_of_squares),
      top,
      counts,
    }))
    .reduce<Moments>(together, noAnswers)
}

async function counts() {
  const { rows } = await sql`select (select count(*) from survey_response) as responses,
    (select count(*) from survey_answer) as answers, (select sum(n) from satisfaction_rollup) as summed`.execute(
    database.app,
  )
  return rows
}

async function givenWave() {
  const { owner } = database
  const name = JSON.stringify({ en: 'Satisfaction with the works' })
  const made = await owner
    .insertInto('questionnaire')
    .values({ code: 'works', instrument: 'steelWorks', name })
    .returning('id')
    .executeTakeFirstOrThrow()
  const version = await owner
    .insertInto('questionnaire_version')
    .values({ questionnaire_id: made.id, version: 1, languages: ['en'], state: 'published', published_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const section = await owner
    .insertInto('survey_section')
    .values({ version_id: version.id, position: 1, title: JSON.stringify({ en: 'The works' }) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await owner
    .insertInto('survey_item')
    .values(
      indicators.map((code, index) => ({
        version_id: version.id,
        section_id: section.id,
        position: index + 1,
        code,
        kind: 'rating' as const,
        scale_min: 1,
        scale_max: 5,
        wording: JSON.stringify({ en: code }),
      })),
    )
    .execute()
  const wave = await owner
    .insertInto('survey_wave')
    .values({
      version_id: version.id,
      name: 'Autumn',
      kind: 'planned',
      state: 'open',
      opens_at: new Date('2026-10-01'),
      closes_at: new Date('2026-12-01'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { versionId: version.id, waveId: wave.id }
}
