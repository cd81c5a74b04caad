// Calendars, policies, the approval matrix, rates, codes and routing, through the graph.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { type Sent, sendCommand } from '../command-answer.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenPerson, givenReference } from '../given.ts'
import { ask, globalId } from '../graph.ts'

let world: TestEngine
let admin: PersonViewer
let analyst: PersonViewer
let departments: Record<string, string>

beforeAll(async () => {
  world = await testEngine(new Date('2026-11-02T05:00:00Z'))
  departments = (await givenReference(world.database.owner)).departments
  admin = await givenPerson(world.database.owner, { name: 'Ada Admin', role: 'administrator' })
  analyst = await givenPerson(world.database.owner, { name: 'Ana Lyst', role: 'analyst' })
})
afterAll(() => world?.close())

const send = (sent: Sent) => sendCommand(world.engine, admin, sent)
const firstFault = async (sent: Sent) => {
  const [fault] = (await send(sent)).fields ?? []
  return fault && [fault.field, fault.code]
}

describe('a calendar', () => {
  const calendarId = async () => {
    const { calendars } = await ask<{ calendars: { id: string; code: string }[] }>(
      world.engine,
      admin,
      '{ calendars { id code } }',
    )
    return calendars.find(({ code }) => code === 'plant')?.id ?? ''
  }
  const setDay = async (input: Record<string, unknown>) => ({
    name: 'setCalendarDay',
    success: 'Calendar',
    more: 'version days { day kind name windows { from to } }',
    input: { calendarId: await calendarId(), name: 'Repair of the line', ...input },
  })

  it('takes days of its own, each a new version, and gives them back', async () => {
    const [before] = (await ask<{ calendars: { version: number }[] }>(world.engine, admin, '{ calendars { version } }'))
      .calendars
    const windows = [{ from: '08:00', to: '12:00' }]
    const set = await send(await setDay({ day: '2026-11-07', kind: 'working', windows }))
    expect(set.days).toContainEqual({ day: '2026-11-07', kind: 'working', name: 'Repair of the line', windows })
    expect(set.version).toBe((before?.version ?? 0) + 1)
    const remove = {
      name: 'removeCalendarDay',
      success: 'Calendar',
      more: 'days { day }',
      input: { calendarId: await calendarId(), day: '2026-11-07' },
    }
    expect((await send(remove)).days).not.toContainEqual({ day: '2026-11-07' })
    expect((await send(remove)).__typename).toBe('NotFound')
  })

  it('refuses days that cannot be', async () => {
    const saturday = { day: '2026-11-07', kind: 'working' }
    expect(await firstFault(await setDay(saturday))).toEqual(['windows', 'required'])
    expect(await firstFault(await setDay({ ...saturday, windows: [{ from: '12:00', to: '08:00' }] }))).toEqual([
      'windows.0.to',
      'reversed',
    ])
    const overlapping = [
      { from: '10:00', to: '14:00' },
      { from: '08:00', to: '11:00' },
    ]
    expect(await firstFault(await setDay({ ...saturday, windows: overlapping }))).toEqual([
      'windows.0.from',
      'notAllowedHere',
    ])
    expect(await firstFault(await setDay({ ...saturday, windows: [{ from: '8', to: '25:00' }] }))).toEqual([
      'windows.0.from',
      'badTime',
    ])
    expect(
      await firstFault(await setDay({ day: '2026-11-09', kind: 'holiday', windows: [{ from: '08:00', to: '09:00' }] })),
    ).toEqual(['windows', 'notAllowedHere'])
  })
})

describe('deadline policies', () => {
  it('get a new version that keeps who hears of them', async () => {
    const text =
      'query ($past: Boolean) { deadlinePolicies(past: $past) { clock clockLabel severity version amount unit warnTo breachTo } }'
    type Policies = {
      deadlinePolicies: { clock: string; severity: string | null; version: number; amount: string; warnTo: string[] }[]
    }
    const answered = async (past: boolean) =>
      (await ask<Policies>(world.engine, analyst, text, { past })).deadlinePolicies.filter(
        ({ clock, severity }) => clock === 'screen' && severity === null,
      )
    const [before] = await answered(false)
    const input = { clock: 'screen', amount: '1.5', unit: 'workingDays', warnAt: ['0.5', '0.80'], remindAfterDays: [] }
    const set = await send({
      name: 'setDeadlinePolicy',
      success: 'DeadlinePolicy',
      more: 'version amount warnAt warnTo',
      input,
    })
    expect(set).toMatchObject({ version: 2, amount: '1.5000', warnAt: ['0.50', '0.80'], warnTo: before?.warnTo })
    expect((await answered(false)).map(({ version }) => version)).toEqual([2])
    expect((await answered(true)).map(({ version }) => version)).toEqual([1, 2])
  })

  it('refuse lengths that make no sense', async () => {
    const input = { clock: 'screen', unit: 'workingDays', warnAt: ['0.5'], remindAfterDays: [] }
    const sent = { name: 'setDeadlinePolicy', success: 'DeadlinePolicy' }
    expect(await firstFault({ ...sent, input: { ...input, amount: '0' } })).toEqual(['amount', 'notPositive'])
    expect(await firstFault({ ...sent, input: { ...input, amount: '1', warnAt: ['1.5'] } })).toEqual([
      'warnAt.0',
      'tooHigh',
    ])
    expect(await firstFault({ ...sent, input: { ...input, amount: '1', settlementKind: 'regrade' } })).toEqual([
      'settlementKind',
      'notAllowedHere',
    ])
  })
})

describe('the approval matrix', () => {
  const matrix = (bands: unknown) => ({
    name: 'setApprovalBands',
    success: 'ApprovalMatrix',
    more: 'version bands { band upTo steps { needed of labels } }',
    input: { bands },
  })
  const step = { needed: 1, of: ['csLead'] }

  it('is set as a whole, for who administers it to see', async () => {
    const set = await send(
      matrix([
        { upTo: '500', steps: [] },
        { upTo: '9000.50', steps: [step] },
        { steps: [{ needed: 2, of: ['finance', 'management'] }] },
      ]),
    )
    expect(set.bands).toMatchObject([
      { band: 1, upTo: '500.00', steps: [] },
      { band: 2, upTo: '9000.50', steps: [{ needed: 1, of: ['csLead'] }] },
      { band: 3, upTo: null, steps: [{ needed: 2, of: ['finance', 'management'] }] },
    ])
    const text = '{ approvalBands { band } }'
    expect((await ask<{ approvalBands: unknown[] }>(world.engine, analyst, text)).approvalBands).toEqual([])
    expect((await ask<{ approvalBands: unknown[] }>(world.engine, admin, text)).approvalBands).toHaveLength(3)
  })

  it('rises and ends without a limit', async () => {
    expect(await firstFault(matrix([]))).toEqual(['bands', 'required'])
    expect(await firstFault(matrix([{ upTo: '500', steps: [step] }]))).toEqual(['bands.0.upTo', 'notAllowedHere'])
    expect(await firstFault(matrix([{ steps: [] }, { steps: [step] }]))).toEqual(['bands.0.upTo', 'required'])
    expect(await firstFault(matrix([{ upTo: '500', steps: [] }, { upTo: '400', steps: [] }, { steps: [] }]))).toEqual([
      'bands.1.upTo',
      'reversed',
    ])
    expect(await firstFault(matrix([{ steps: [{ needed: 1, of: [] }] }]))).toEqual(['bands.0.steps.0.of', 'required'])
  })
})

describe('rates, codes and routing', () => {
  it('show the newest rate of the day asked for, and take none of the future', async () => {
    const set = (day: string, usdPerUnit: string) =>
      send({
        name: 'setExchangeRate',
        success: 'ExchangeRate',
        more: 'day usdPerUnit',
        input: { currency: 'CHF', day, usdPerUnit },
      })
    expect(await set('2026-10-30', '1.1')).toMatchObject({ day: '2026-10-30', usdPerUnit: '1.10000000' })
    await set('2026-11-02', '1.2')
    expect((await set('2026-11-04', '1.3')).fields).toMatchObject([{ field: 'day', code: 'inFuture' }])
    const text = 'query ($day: Date) { exchangeRates(day: $day) { currency usdPerUnit } }'
    type Rates = { exchangeRates: { currency: string; usdPerUnit: string }[] }
    const rate = async (day?: string) =>
      (await ask<Rates>(world.engine, analyst, text, { day })).exchangeRates.find(({ currency }) => currency === 'CHF')
        ?.usdPerUnit
    expect([await rate(), await rate('2026-11-01'), await rate('2026-10-01')]).toEqual([
      '1.20000000',
      '1.10000000',
      undefined,
    ])
  })

  it('keep a code with its names, and route a known subject only', async () => {
    const entry = { catalogue: 'subject', code: 'shape', name: { en: 'Shape', ru: 'Форма' }, position: 5, active: true }
    const set = await send({
      name: 'setCatalogueEntry',
      success: 'CatalogueEntry',
      more: 'id name names { en ru kk }',
      input: entry,
    })
    expect(set).toMatchObject({ name: 'Shape', names: { en: 'Shape', ru: 'Форма', kk: null } })
    const changed = await send({
      name: 'setCatalogueEntry',
      success: 'CatalogueEntry',
      more: 'id active',
      input: { ...entry, active: false },
    })
    expect(changed).toMatchObject({ id: set.id, active: false })
    const spaced = { name: 'setCatalogueEntry', success: 'CatalogueEntry', input: { ...entry, code: 'wavy edge!' } }
    expect(await firstFault(spaced)).toEqual(['code', 'badCode'])
    const route = { name: 'setRoutingRule', success: 'RoutingRule', more: 'department { id }' }
    const input = {
      subject: 'shape',
      stage: 'production',
      departmentId: globalId('Department', Object.values(departments)[0] ?? ''),
      dueWorkingDays: 2,
    }
    expect(await firstFault({ ...route, input })).toEqual(['subject', 'unknownCode'])
    await send({ name: 'setCatalogueEntry', success: 'CatalogueEntry', input: entry })
    expect((await send({ ...route, input })).department).toEqual({ id: input.departmentId })
    expect(await firstFault({ ...route, input: { ...input, dueWorkingDays: 61 } })).toEqual([
      'dueWorkingDays',
      'tooHigh',
    ])
  })
})
