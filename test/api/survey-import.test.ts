// Answers from tables through the graph: the reference survey with points and with decimal commas, and tables that must be refused.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTable } from '../../server/satisfaction/import-table.ts'
import { correlationOf } from '../../server/satisfaction/intervals.ts'
import { rebuildRollups } from '../../server/satisfaction/rollup-commands.ts'
import { type CommandAnswer, sendCommand } from '../command-answer.ts'
import { globalId } from '../graph.ts'
import { autumn, givenAsked, type SurveyWorld, surveyWorld } from './survey-world.ts'

const folder = join(import.meta.dirname, '../../../shared/data')
const absent = !existsSync(folder)
const perceptions = Array.from({ length: 13 }, (_, index) => `x${index + 6}`)
const items = [...perceptions, 'x19', 'x20', 'x21']

let world: SurveyWorld
let waves: { points: string; commas: string; small: string; large: string }

beforeAll(async () => {
  world = await surveyWorld()
  await givenAsked(world.database.owner, world.regions, { name: 'Anna', region: 'europe' })
  const marks = items.map((code) => ({
    code,
    kind: code === 'x20' ? 'recommendation' : 'rating',
    scaleMin: 0,
    scaleMax: 10,
    decimals: true,
    obligatory: code === 'x6',
    wording: [{ language: 'en', text: code }],
  }))
  const versionId = await given('reference', marks)
  const open = async () => (await world.opened(versionId, { quietDays: 0 })).id
  waves = { points: await open(), commas: await open(), small: await open(), large: await open() }
})
afterAll(() => world?.close())

async function given(code: string, marks: object[]): Promise<string> {
  const send = (name: string, input: object, success: string, more: string) =>
    sendCommand(world.engine, world.lead, { name, input: input as Record<string, unknown>, success, more })
  const made = await send(
    'createQuestionnaire',
    { code, instrument: 'own', name: { en: code } },
    'Questionnaire',
    'versions { id revision }',
  )
  const [{ id: versionId, revision } = { id: '', revision: 0 }] = made.versions as { id: string; revision: number }[]
  const sections = [{ title: [{ language: 'en', text: 'All' }], items: marks }]
  const written = { versionId, revision, languages: ['en'], sections }
  const answer = await send('writeQuestionnaireVersion', written, 'QuestionnaireVersion', 'revision')
  if (answer.fields) throw new Error(JSON.stringify(answer.fields))
  await send('publishQuestionnaireVersion', { versionId, revision: answer.revision }, 'QuestionnaireVersion', 'id')
  return versionId
}

function take(waveId: string, text: string, more: object = {}): Promise<CommandAnswer> {
  return sendCommand(world.engine, world.lead, {
    name: 'importResponses',
    success: 'SurveyImport',
    more: 'rows taken importId faultCount faults { line column code text }',
    input: { waveId, text, items: [], regionId: region('europe'), consumerType: 'endUser', dryRun: false, ...more },
  })
}

const region = (code: string) => globalId('Region', world.regions[code] ?? '')
const columns = (named: readonly string[], from = (code: string) => code) =>
  named.map((item) => ({ column: from(item), item }))

interface Sums {
  code: string
  region: string
  n: number
  mean: number
  score: number
  top: number
}

/** Figures of a wave from its sums alone. */
async function figures(wave: string, ofRegion?: string): Promise<Record<string, Sums>> {
  const key = Buffer.from(wave, 'base64url').toString().split(':')[1] ?? ''
  const rows = await world.database.app
    .selectFrom('satisfaction_rollup')
    .innerJoin('survey_item', 'survey_item.id', 'item_id')
    .where('wave_id', '=', key)
    .$if(ofRegion !== undefined, (query) => query.where('region_id', '=', world.regions[ofRegion ?? ''] ?? ''))
    .groupBy('code')
    .select(({ fn }) => [
      'code',
      fn.sum<number>('n').as('n'),
      fn.sum<string>('sum').as('sum'),
      fn.sum<number>('promoters').as('promoters'),
      fn.sum<number>('detractors').as('detractors'),
      fn.sum<number>('top').as('top'),
    ])
    .execute()
  return Object.fromEntries(
    rows.map(({ code, n, sum, promoters, detractors, top }) => [
      code,
      {
        code,
        region: ofRegion ?? '',
        n: Number(n),
        mean: Number(sum) / Number(n),
        score: (100 * (Number(promoters) - Number(detractors))) / Number(n),
        top: Number(top),
      },
    ]),
  )
}

describe.skipIf(absent)('the reference survey (skipped where ../shared is absent)', () => {
  const read = (name: string) => (absent ? '' : readFileSync(join(folder, 'survey', name), 'utf8'))
  const truth = absent ? {} : JSON.parse(read('hbat.truth.json'))

  it('gives its published figures from the sums', async () => {
    const mapped = {
      items: columns(items),
      regionId: null,
      regionColumn: 'x4',
      regionValues: [
        { value: '0', regionId: region('europe') },
        { value: '1', regionId: region('eastAsia') },
      ],
      consumerType: null,
      typeColumn: 'x5',
      typeValues: [
        { value: '0', consumerType: 'wholesaler' },
        { value: '1', consumerType: 'endUser' },
      ],
      keyColumn: 'id',
    }
    expect(await take(waves.points, read('hbat.csv'), { ...mapped, dryRun: true })).toMatchObject({
      rows: 100,
      taken: 0,
    })
    expect(await figures(waves.points)).toEqual({})
    const taken = await take(waves.points, read('hbat.csv'), mapped)
    expect(taken).toMatchObject({ rows: 100, taken: 100, faultCount: 0, faults: [] })
    const all = await figures(waves.points)
    for (const item of items) expect(all[item]?.mean).toBeCloseTo(truth.mean[item], 3)
    expect(all.x20?.score).toBeCloseTo(truth.nps_x20_all.nps, 3)
    expect(all.x19?.top).toBe(truth.top2box_x19_ge8.n)
    for (const [value, code] of [
      ['0', 'europe'],
      ['1', 'eastAsia'],
    ] as const) {
      const { n, mean_x19, mean_x9, nps_x20 } = truth.by_region_x4[value]
      const there = await figures(waves.points, code)
      expect(there.x19?.n).toBe(n)
      expect(there.x19?.mean).toBeCloseTo(mean_x19, 3)
      expect(there.x9?.mean).toBeCloseTo(mean_x9, 3)
      expect(there.x20?.score).toBeCloseTo(nps_x20, 3)
    }
    const answers = await world.database.app
      .selectFrom('survey_answer')
      .innerJoin('survey_item', 'survey_item.id', 'item_id')
      .innerJoin('survey_response', 'survey_response.id', 'response_id')
      .orderBy('import_key')
      .select(['code', 'number'])
      .execute()
    const column = (code: string) => answers.filter((one) => one.code === code).map(({ number }) => Number(number))
    for (const item of ['x20', 'x21', 'x9', 'x18', 'x13', 'x17']) {
      const told = correlationOf(column(item).map((mark, index) => [mark, column('x19')[index] ?? Number.NaN] as const))
      expect(told?.r).toBeCloseTo(truth.correlation_with_satisfaction_x19[item], 3)
    }
    expect(await take(waves.points, read('hbat.csv'), mapped)).toMatchObject({ taken: 0, faultCount: 100 })
    expect((await rebuildRollups(world.database.owner)).differences).toBe(0)
  })

  it('is refused with decimal commas unless they are said, and then gives the same', async () => {
    const mapped = { items: columns(perceptions, (code) => code.toUpperCase()), keyColumn: 'ID' }
    const refused = await take(waves.commas, read('hbat-decimal-comma.csv'), mapped)
    expect(refused).toMatchObject({ rows: 100, taken: 0 })
    expect((refused.faults as { code: string }[]).every(({ code }) => code === 'decimalComma')).toBe(true)
    expect(await figures(waves.commas)).toEqual({})
    const taken = await take(waves.commas, read('hbat-decimal-comma.csv'), { ...mapped, decimalComma: true })
    expect(taken).toMatchObject({ taken: 100, faultCount: 0 })
    const all = await figures(waves.commas)
    for (const item of perceptions) expect(all[item]?.mean).toBeCloseTo(truth.mean[item], 3)
  })

  it.each(absent ? [] : readdirSync(join(folder, 'csv-spectrum/csvs')))('reads %s as it was meant', (name) => {
    const table = readTable(readFileSync(join(folder, 'csv-spectrum/csvs', name), 'utf8'))
    const meant = JSON.parse(readFileSync(join(folder, 'csv-spectrum/json', name.replace('.csv', '.json')), 'utf8'))
    expect('rows' in table ? table.rows.map(({ cells }) => cells) : []).toEqual(meant)
  })
})

describe('a table', () => {
  it('with one bad row is not taken at all, and each fault is told with its line and column', async () => {
    const text = 'who,x6,x7\na,5.5,3\nb,10.5,3\nc,,4\na,5,5\nd,5,"5,5"\ne,5,many'
    const told = await take(waves.small, text, { items: columns(['x6', 'x7']), keyColumn: 'who' })
    expect(told).toMatchObject({ rows: 6, taken: 0, faultCount: 5 })
    const faults = told.faults as { line: number; column: string | null; code: string; text: string }[]
    expect(faults.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'x6', 'offScale'],
      [4, null, 'notAnswered'],
      [5, 'who', 'taken'],
      [6, 'x7', 'decimalComma'],
      [7, 'x7', 'notADecimal'],
    ])
    expect(faults[0]?.text).toBe('Must lie between 0 and 10')
    expect(await figures(waves.small)).toEqual({})
  })

  it('leaves its faulty rows out where that is wished, in parts of one import, and is taken back as a whole', async () => {
    const mapped = { items: columns(['x6']), keyColumn: 'who', skipFaulty: true, fileName: 'answers.csv' }
    const before = await figures(waves.small)
    const first = await take(waves.small, 'who,x6\na,5\nb,11\nc,7', mapped)
    expect(first).toMatchObject({ rows: 3, taken: 2, faultCount: 1, faults: [{ line: 3, code: 'offScale' }] })
    const more = { ...mapped, importId: first.importId, firstLine: 5 }
    const second = await take(waves.small, 'who,x6\na,4\nd,9', more)
    expect(second).toMatchObject({
      taken: 1,
      importId: first.importId,
      faults: [{ line: 5, column: 'who', code: 'taken' }],
    })
    expect((await figures(waves.small)).x6).toMatchObject({ n: 3, mean: 7 })
    const back = async () =>
      sendCommand(world.engine, world.lead, {
        name: 'withdrawImport',
        input: { id: first.importId },
        success: 'SurveyWave',
        more: 'responses imports { fileName responses withdrawnBy { name } }',
      })
    expect(await back()).toMatchObject({
      responses: 0,
      imports: [{ fileName: 'answers.csv', responses: 0, withdrawnBy: { name: 'Lena Lead' } }],
    })
    expect(await figures(waves.small)).toEqual(before)
    expect((await rebuildRollups(world.database.owner)).differences).toBe(0)
    expect((await back()).fields?.map(({ code }) => code)).toEqual(['withdrawn'])
    const late = await take(waves.small, 'who,x6\ne,4', more)
    expect(late.fields?.map(({ field, code }) => [field, code])).toEqual([['importId', 'unknown']])
    expect(await take(waves.small, 'who,x6\na,5', mapped)).toMatchObject({ taken: 1 })
  })

  it('of 5,000 lines goes in by parts', async () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => `p${index},${index % 11}`)
    let importId: unknown = null
    let taken = 0
    for (let at = 0; at < lines.length; at += 1_000) {
      const text = ['who,x6', ...lines.slice(at, at + 1_000)].join('\n')
      const mapped = { items: columns(['x6']), keyColumn: 'who', firstLine: at + 2, importId }
      const told = await take(waves.large, text, mapped)
      importId = told.importId
      taken += Number(told.taken)
    }
    expect(taken).toBe(5_000)
    expect((await figures(waves.large)).x6?.n).toBe(5_000)
    expect((await rebuildRollups(world.database.owner)).differences).toBe(0)
  }, 60_000)

  it('that is broken, empty or has other columns is refused', async () => {
    const codes = async (text: string, more = {}) => {
      const told = await take(waves.small, text, { items: columns(['x6']), ...more })
      return told.fields?.map(({ field, code }) => [field, code]) ?? (told.faults as { code: string }[])[0]?.code
    }
    expect(await codes('x6,x7\n1')).toBe('badTable')
    expect(await codes('x6\n"1')).toBe('badTable')
    expect(await codes('x6\n')).toBe('noRows')
    expect(await codes('x6,x6\n1,2')).toBe('taken')
    expect(await codes('x7\n1')).toEqual([['items.0.column', 'unknownColumn']])
    expect(await codes('x6\n1', { items: [{ column: 'x6', item: 'x99' }] })).toEqual([['items.0.item', 'unknownItem']])
    const planned = await world.run('planWave', { ...autumn, versionId: await world.published('promoters') })
    const input = { waveId: planned.id, text: 'x6\n1', items: [], regionId: region('europe'), consumerType: 'endUser' }
    const early = await sendCommand(world.engine, world.lead, {
      name: 'importResponses',
      success: 'SurveyImport',
      more: 'rows',
      input: { ...input, dryRun: false },
    })
    expect(early.fields?.map(({ field, code }) => [field, code])).toEqual([['waveId', 'notRunning']])
  })
})
