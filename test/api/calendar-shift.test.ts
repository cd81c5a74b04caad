// A holiday that is added moves the clocks that run, and says beforehand what it will do.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { sendCommand } from '../command-answer.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenAccount, givenPerson, givenReference } from '../given.ts'
import { ask } from '../graph.ts'

let world: TestEngine
let admin: PersonViewer
let caseId: string

/** Monday; the plant works eight hours on weekdays. */
const now = new Date('2026-11-02T06:00:00Z')
const started = new Date('2026-11-02T05:00:00Z')
/** Three working days after an hour of work on Monday: Thursday at the same hour. */
const thursday = new Date('2026-11-05T05:00:00Z')
const friday = new Date('2026-11-06T05:00:00Z')

beforeAll(async () => {
  world = await testEngine(now)
  const db = world.database.owner
  const { regions } = await givenReference(db)
  admin = await givenPerson(db, { name: 'Ada Admin', role: 'administrator' })
  const account = await givenAccount(db, { name: 'Nordwind', regionId: regions.europe ?? '' })
  const { id } = await db
    .insertInto('service_case')
    .values({
      number: 'C-2026-000001',
      kind: 'claim',
      account_id: account.id,
      title: 'A claim',
      severity: 'minor',
      state: 'screening',
      waiting: 'nothing',
      improvement: 'notRequired',
      chart_version: 1,
      snapshot: JSON.stringify({ value: {}, context: {} }),
      due_at: null,
      opened_at: started,
      changed_at: started,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  caseId = id
  await givenClock(1, {})
  await givenClock(2, { breached_at: now })
  await givenClock(3, { due_at: null })
  await givenClock(4, { stopped_at: now })
}, 120_000)
afterAll(() => world?.close())

it('tells how many clocks would move, and writes nothing', async () => {
  const { dayPreview } = await ask<{ dayPreview: { clocks: number; policies: { before: string; after: string }[] } }>(
    world.engine,
    admin,
    '{ dayPreview(day: "2026-11-03", kind: holiday) { clocks policies { clock before after } } }',
  )
  expect(dayPreview.clocks).toBe(1)
  expect(dayPreview.policies.every(({ before, after }) => before < after)).toBe(true)
  expect(await dues()).toEqual([thursday, thursday, null, thursday])
})

it('moves the running clock by a day, tells the case its earliest anew, and leaves the passed, paused and stopped ones', async () => {
  const { calendars } = await ask<{ calendars: { id: string; code: string }[] }>(
    world.engine,
    admin,
    '{ calendars { id code } }',
  )
  const calendarId = calendars.find(({ code }) => code === 'plant')?.id ?? ''
  const day = '2026-11-03'
  const input = { calendarId, day, kind: 'holiday', name: 'Day of the plant' }
  await sendCommand(world.engine, admin, { name: 'setCalendarDay', success: 'Calendar', more: 'version', input })
  expect(await dues()).toEqual([friday, thursday, null, thursday])
  // The earliest of those that still run is the one that has passed.
  expect(await caseDue()).toEqual(thursday)

  const removed = { name: 'removeCalendarDay', success: 'Calendar', more: 'version', input: { calendarId, day } }
  await sendCommand(world.engine, admin, removed)
  expect(await dues()).toEqual([thursday, thursday, null, thursday])
})

it('asks before it changes a day that has passed, and counts from it when that is meant', async () => {
  const { calendars } = await ask<{ calendars: { id: string; code: string }[] }>(
    world.engine,
    admin,
    '{ calendars { id code } }',
  )
  const calendarId = calendars.find(({ code }) => code === 'plant')?.id ?? ''
  // It is Monday: Sunday has passed, today has not.
  const sunday = { calendarId, day: '2026-11-01', kind: 'holiday', name: 'Told too late' }
  const refused = { name: 'setCalendarDay', success: 'Calendar', more: 'version', input: sunday }
  expect(await sendCommand(world.engine, admin, refused)).toMatchObject({
    fields: [{ field: 'day', code: 'dayPassed' }],
  })
  const meant = { ...refused, input: { ...sunday, evenPassed: true } }
  expect(await sendCommand(world.engine, admin, meant)).toMatchObject({ __typename: 'Calendar' })
  const monday = { ...refused, input: { ...sunday, day: '2026-11-02' } }
  expect(await sendCommand(world.engine, admin, monday)).toMatchObject({ __typename: 'Calendar' })
})

async function givenClock(generation: number, change: Record<string, Date | null>): Promise<void> {
  const db = world.database.owner
  const policy = await db
    .selectFrom('deadline_policy')
    .select('id')
    .where('clock', '=', 'screen')
    .executeTakeFirstOrThrow()
  const calendar = await db.selectFrom('calendar').select('id').where('code', '=', 'plant').executeTakeFirstOrThrow()
  await db
    .insertInto('deadline')
    .values({
      case_id: caseId,
      clock: 'screen',
      generation,
      policy_id: policy.id,
      calendar_id: calendar.id,
      amount: '3',
      unit: 'workingDays',
      started_at: started,
      due_at: thursday,
      pauses:
        change.due_at === null ? JSON.stringify([{ from: now.toISOString(), to: null, reason: 'customer' }]) : '[]',
      ...change,
    })
    .execute()
}

async function dues(): Promise<(Date | null)[]> {
  const rows = await world.database.owner.selectFrom('deadline').select('due_at').orderBy('generation').execute()
  return rows.map((row) => row.due_at)
}

async function caseDue(): Promise<Date | null> {
  const row = await world.database.owner.selectFrom('service_case').select('due_at').executeTakeFirstOrThrow()
  return row.due_at
}
