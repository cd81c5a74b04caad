/** What holds for every calendar, clock and pause, in zones that change their clocks and zones that do not. */

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCalendar, type WorkingCalendar } from '../../server/core/calendar.ts'
import type { CalendarDefinition } from '../../server/core/calendar-definition.ts'
import type { Pause } from '../../server/core/course.ts'
import { explainDue } from '../../server/core/explain.ts'
import {
  type Amount,
  addWorking,
  dueTime,
  elapsed,
  warningTimes,
  workingBetween,
} from '../../server/core/working-time.ts'
import { plantWindows } from './plant-calendar.ts'

const minute = 60_000

const places = [
  { timeZone: 'Europe/Berlin', country: 'DE' },
  { timeZone: 'Asia/Tehran', country: 'IR' },
  { timeZone: 'Asia/Almaty', country: 'KZ' },
  { timeZone: 'Asia/Seoul', country: 'KR' },
  { timeZone: 'America/New_York', country: 'US' },
]

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const weeks: CalendarDefinition['windows'][] = [
  plantWindows,
  // Three shifts with the night split at midnight: the clock changes fall into windows, window starts and window ends.
  everyDay.flatMap((weekday) => [
    { weekday, from: '22:00', to: '24:00' },
    { weekday, from: '00:00', to: '02:30' },
    { weekday, from: '02:30', to: '05:45' },
  ]),
  [6, 7, 1].map((weekday) => ({ weekday, from: '00:00', to: '24:00' })),
  everyDay.flatMap((weekday) => [
    { weekday, from: '00:00', to: '06:00' },
    { weekday, from: '22:00', to: '24:00' },
  ]),
]

const calendars = places.flatMap((place) =>
  weeks.map((windows) =>
    createCalendar({
      ...place,
      windows,
      ownDays: [{ date: '2021-03-24', kind: 'holiday', name: 'Stocktaking' }],
      minutesPerDay: 480,
    }),
  ),
)

const calendar = fc.constantFrom(...calendars)
/** 2021 to early 2024: Iran's last clock changes at midnight (until 2022) and Almaty's change of zone (1 March 2024) are in. */
const instant = fc.integer({ min: Date.UTC(2021, 0, 1), max: Date.UTC(2024, 2, 10) }).map((time) => new Date(time))
const aroundChanges = fc
  .tuple(
    fc.constantFrom(
      '2021-03-21T21:00Z',
      '2021-09-21T19:30Z',
      '2022-03-27T01:00Z',
      '2022-10-30T01:00Z',
      '2023-03-12T07:00Z',
    ),
    fc.integer({ min: -3 * 86_400_000, max: 3 * 86_400_000 }),
  )
  .map(([change, distance]) => new Date(Date.parse(change) + distance))
const start = fc.oneof(instant, aroundChanges)
const minutes = fc.oneof(
  fc.integer({ min: 1, max: 30 * 480 }),
  fc.integer({ min: 1, max: 30 * 480 * minute }).map((milliseconds) => milliseconds / minute),
)
const amount: fc.Arbitrary<Amount> = fc.oneof(
  fc.record({ unit: fc.constant('workingDays' as const), value: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ unit: fc.constant('workingHours' as const), value: fc.integer({ min: 1, max: 900 }).map((n) => n / 10) }),
  fc.record({ unit: fc.constant('calendarDays' as const), value: fc.integer({ min: 1, max: 90 }) }),
  fc.record({ unit: fc.constant('minutes' as const), value: fc.integer({ min: 1, max: 50_000 }) }),
)
const span = fc.record({
  offset: fc.integer({ min: -5 * 86_400_000, max: 40 * 86_400_000 }),
  length: fc.integer({ min: 0, max: 10 * 86_400_000 }),
  open: fc.boolean(),
  reason: fc.constantFrom('customer', 'sample', 'held'),
})
const spans = fc.array(span, { maxLength: 4 })

function pausesFrom(begin: Date, list: { offset: number; length: number; open: boolean; reason: string }[]): Pause[] {
  return list.map(({ offset, length, open, reason }) => {
    const from = new Date(begin.getTime() + offset)
    return { from, to: open ? null : new Date(from.getTime() + length), reason }
  })
}

const closed = (pauses: Pause[]) => pauses.filter(({ to }) => to !== null)

function insideOrAtEndOfWindow(within: WorkingCalendar, at: Date): boolean {
  const dates = [within.dateAt(at), within.dateAt(new Date(at.getTime() - 1))]
  return dates.flatMap(within.windowsOf).some(({ from, to }) => from <= at && at <= to)
}

const runs = { numRuns: 400 }

describe('adding and measuring working time', () => {
  it('measures what was added', () => {
    fc.assert(
      fc.property(calendar, start, minutes, (within, begin, length) => {
        expect(workingBetween(within, begin, addWorking(within, begin, length))).toBe(length)
      }),
      runs,
    )
  })

  it('adds what was measured: back to the instant, or to the end of the last window before it', () => {
    fc.assert(
      fc.property(calendar, start, start, (within, one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one]
        const length = workingBetween(within, from, to)
        fc.pre(length > 0 && length < 30 * 480 * 10)
        const back = addWorking(within, from, length)
        expect(back <= to).toBe(true)
        expect(workingBetween(within, back, to)).toBe(0)
      }),
      runs,
    )
  })

  it('adds up over any instant between, and turns its sign with its direction', () => {
    fc.assert(
      fc.property(calendar, start, start, start, (within, a, b, c) => {
        const ms = (from: Date, to: Date) => Math.round(workingBetween(within, from, to) * minute)
        expect(ms(a, b) + ms(b, c)).toBe(ms(a, c))
      }),
      { numRuns: 100 },
    )
  })

  it('grows with the minutes and with the start', () => {
    fc.assert(
      fc.property(calendar, start, minutes, fc.nat(5 * 86_400_000), (within, begin, length, later) => {
        const due = addWorking(within, begin, length).getTime()
        expect(addWorking(within, begin, length + 1).getTime()).toBeGreaterThanOrEqual(due + minute)
        expect(addWorking(within, new Date(begin.getTime() + later), length).getTime()).toBeGreaterThanOrEqual(due)
      }),
      runs,
    )
  })

  it('agrees with a count of single minutes on the wall clock', () => {
    const from = fc.constantFrom(
      '2021-03-20T12:00Z',
      '2021-09-20T12:00Z',
      '2022-03-26T12:00Z',
      '2022-10-29T12:00Z',
      '2024-02-28T12:00Z',
    )
    // Where windows meet within an hour that comes twice, single minutes cannot tell them apart: left to the table tests.
    const plain = fc.constantFrom(...calendars.filter(({ definition }) => definition.windows !== weeks[1]))
    fc.assert(
      fc.property(plain, from, fc.integer({ min: 1, max: 4000 }), (within, first, length) => {
        const begin = new Date(first)
        const end = new Date(begin.getTime() + length * minute)
        expect(workingBetween(within, begin, end)).toBe(minutesByTheClock(within, begin, length))
      }),
      { numRuns: 60 },
    )
  })
})

function minutesByTheClock({ definition, holidayName }: WorkingCalendar, begin: Date, length: number): number {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: definition.timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  let counted = 0
  for (let index = 0; index < length; index++) {
    const [date = '', time = ''] = clock.format(begin.getTime() + index * minute).split(' ')
    const weekday = new Date(date).getUTCDay() || 7
    const open = definition.windows.some((w) => w.weekday === weekday && w.from <= time && time < w.to)
    if (open && holidayName(date) === null) counted++
  }
  return counted
}

describe('due times', () => {
  it('lie inside or at the end of a window when counted in working time', () => {
    fc.assert(
      fc.property(calendar, start, amount, spans, (within, begin, length, list) => {
        fc.pre(length.unit === 'workingDays' || length.unit === 'workingHours')
        const due = dueTime(within, begin, length, pausesFrom(begin, list))
        if (due !== null) expect(insideOrAtEndOfWindow(within, due)).toBe(true)
      }),
      runs,
    )
  })

  it('only move later by a pause', () => {
    fc.assert(
      fc.property(calendar, start, amount, spans, span, (within, begin, length, list, extra) => {
        const pauses = closed(pausesFrom(begin, list))
        const more = closed(pausesFrom(begin, [{ ...extra, open: false }]))
        const before = dueTime(within, begin, length, pauses)?.getTime() ?? Number.NaN
        const after = dueTime(within, begin, length, [...pauses, ...more])?.getTime() ?? Number.NaN
        expect(after).toBeGreaterThanOrEqual(before)
      }),
      runs,
    )
  })

  it('are when the whole amount has been used, warnings when their share has', () => {
    fc.assert(
      fc.property(calendar, start, amount, spans, (within, begin, length, list) => {
        const pauses = closed(pausesFrom(begin, list))
        const [half, most, whole] = warningTimes(within, begin, length, pauses, [0.5, 0.8, 1])
        const due = dueTime(within, begin, length, pauses)
        if (half == null || most == null || due === null) throw new Error('no pause is open')
        expect(whole).toEqual(due)
        expect(half <= most && most <= due).toBe(true)
        const used = (at: Date) => elapsed(within, begin, length, pauses, at)
        expect(used(half)).toBeCloseTo(used(due) * 0.5, 4)
        expect(used(most)).toBeCloseTo(used(due) * 0.8, 4)
      }),
      runs,
    )
  })
})

describe('explanations', () => {
  it('cover start to due without gap or overlap, and their sums make up the amount and the whole', () => {
    fc.assert(
      fc.property(calendar, start, amount, spans, start, (within, begin, length, list, now) => {
        const { intervals, until, sums, due, amountMinutes } = explainDue(
          within,
          begin,
          length,
          pausesFrom(begin, list),
          now,
        )
        let at = begin
        for (const { from, to, minutes: size } of intervals) {
          expect(from).toEqual(at)
          expect(to > from).toBe(true)
          expect(size).toBe((to.getTime() - from.getTime()) / minute)
          at = to
        }
        expect(at).toEqual(until)
        if (due !== null) expect(until).toEqual(due)
        expect(sums.counted + sums.stillToRun).toBeCloseTo(amountMinutes, 6)
        const all = Object.values(sums).reduce((sum, size) => sum + size, 0)
        expect(all).toBeCloseTo((until.getTime() - begin.getTime()) / minute, 6)
      }),
      runs,
    )
  })
})
