import { describe, expect, it } from 'vitest'
import { createCalendar } from '../../server/core/calendar.ts'
import type { Pause } from '../../server/core/course.ts'
import {
  type Amount,
  addWorking,
  dueTime,
  elapsed,
  remaining,
  warningTimes,
  workingBetween,
} from '../../server/core/working-time.ts'
import { almaty, plant } from './plant-calendar.ts'

const calendar = createCalendar(plant())

/** December 2026: the 2nd is a Wednesday, the 16th (Wednesday) is Independence Day. */
describe('working minutes', () => {
  it.each([
    ['inside a window', '2026-12-02 10:20', 60, '2026-12-02 11:20'],
    ['ends with the window', '2026-12-02 10:20', 160, '2026-12-02 13:00'],
    ['one minute more crosses the break', '2026-12-02 10:20', 161, '2026-12-02 14:01'],
    ['ends with the day, not at the next start', '2026-12-02 10:20', 400, '2026-12-02 18:00'],
    ['one minute more is the next morning', '2026-12-02 10:20', 401, '2026-12-03 09:01'],
    ['start at night counts from the morning', '2026-12-02 23:50', 30, '2026-12-03 09:30'],
    ['start in the break counts from 14:00', '2026-12-02 13:30', 30, '2026-12-02 14:30'],
    ['start at a window’s end counts from the next', '2026-12-02 18:00', 30, '2026-12-03 09:30'],
    ['start on Saturday counts from Monday', '2026-12-05 11:00', 480, '2026-12-07 18:00'],
    ['over a weekend', '2026-12-04 17:00', 120, '2026-12-07 10:00'],
    ['over a holiday', '2026-12-15 17:30', 60, '2026-12-17 09:30'],
    ['start on a holiday', '2026-12-16 12:00', 15, '2026-12-17 09:15'],
    ['nothing, inside a window', '2026-12-02 10:20', 0, '2026-12-02 10:20'],
    ['nothing, at night', '2026-12-02 20:00', 0, '2026-12-03 09:00'],
  ])('%s: %s + %d min = %s', (_, start, minutes, due) => {
    expect(addWorking(calendar, almaty(start), minutes)).toEqual(almaty(due))
  })

  it.each([
    ['2026-12-02 10:20', '2026-12-02 18:00', 400],
    ['2026-12-02 12:30', '2026-12-02 14:30', 60],
    ['2026-12-04 17:00', '2026-12-07 10:00', 120],
    ['2026-12-05 00:00', '2026-12-07 09:00', 0],
    ['2026-12-01 00:00', '2027-01-01 00:00', 22 * 480], // 23 weekdays, one of them a holiday
    ['2026-12-07 10:00', '2026-12-04 17:00', -120],
  ])('between %s and %s lie %d', (from, to, minutes) => {
    expect(workingBetween(calendar, almaty(from), almaty(to))).toBe(minutes)
  })

  it('counts seconds and milliseconds', () => {
    const start = new Date('2026-12-02T07:59:30.250Z') // 29.75 s before the break
    expect(addWorking(calendar, start, 0.5)).toEqual(new Date('2026-12-02T09:00:00.250Z'))
    expect(workingBetween(calendar, start, new Date('2026-12-02T09:00:00.250Z'))).toBe(0.5)
  })

  it('counts the real hours of a night shift where clocks change', () => {
    const nights = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '06:00' }))
    const berlin = createCalendar(plant({ timeZone: 'Europe/Berlin', country: null, windows: nights }))
    const between = (from: string, to: string) => workingBetween(berlin, new Date(from), new Date(to)) / 60
    expect(between('2026-03-28T23:00Z', '2026-03-29T22:00Z')).toBe(5)
    expect(between('2026-10-24T22:00Z', '2026-10-25T23:00Z')).toBe(7)
  })

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 1e9])('refuses %d minutes', (minutes) => {
    expect(() => addWorking(calendar, almaty('2026-12-02 10:00'), minutes)).toThrow(RangeError)
  })
})

describe('due times of the policies', () => {
  it.each<[string, Amount, string]>([
    ['2026-12-02 10:20', { unit: 'workingDays', value: 1 }, '2026-12-03 10:20'],
    ['2026-12-02 10:20', { unit: 'workingHours', value: 4 }, '2026-12-02 15:20'],
    ['2026-12-04 16:00', { unit: 'workingDays', value: 2 }, '2026-12-08 16:00'],
    ['2026-12-04 16:00', { unit: 'workingDays', value: 0.5 }, '2026-12-07 11:00'],
    ['2026-12-02 10:20', { unit: 'workingDays', value: 10 }, '2026-12-17 10:20'], // the 16th is free
    ['2026-12-04 17:50', { unit: 'minutes', value: 30 }, '2026-12-04 18:20'], // around the clock
    ['2026-04-01 10:00', { unit: 'calendarDays', value: 20 }, '2026-04-21 10:00'], // account X
    ['2026-04-01 10:00', { unit: 'calendarDays', value: 45 }, '2026-05-16 10:00'], // the default, a Saturday
    ['2026-04-01 10:00', { unit: 'calendarDays', value: 0 }, '2026-04-01 10:00'],
  ])('%s + %o = %s', (start, amount, due) => {
    expect(dueTime(calendar, almaty(start), amount)).toEqual(almaty(due))
  })

  it('keeps the local time of calendar days where clocks change, and takes the jump where that time is skipped', () => {
    const berlin = createCalendar(plant({ timeZone: 'Europe/Berlin', country: 'DE' }))
    const due = (start: string, value: number) => dueTime(berlin, new Date(start), { unit: 'calendarDays', value })
    expect(due('2026-03-20T09:00:00Z', 30)).toEqual(new Date('2026-04-19T08:00:00Z')) // 10:00 both
    expect(due('2026-03-28T01:30:00Z', 1)).toEqual(new Date('2026-03-29T01:00:00Z')) // no 02:30 on the 29th
  })

  it('is overdue the minute after a promise of 17:00 in Tokyo, 5 June', () => {
    const tokyo = createCalendar(plant({ timeZone: 'Asia/Tokyo', country: 'JP' }))
    const start = new Date('2026-05-29T08:00:00Z') // Friday 29 May 17:00 in Tokyo, a week before
    const amount: Amount = { unit: 'calendarDays', value: 7 }
    expect(dueTime(tokyo, start, amount)).toEqual(new Date('2026-06-05T08:00:00Z'))
    expect(remaining(tokyo, start, amount, [], new Date('2026-06-05T08:00:00Z'))).toBe(0)
    expect(remaining(tokyo, start, amount, [], new Date('2026-06-05T08:01:00Z'))).toBe(-1)
  })

  it('refuses parts of a calendar day', () => {
    const amount: Amount = { unit: 'calendarDays', value: 1.5 }
    expect(() => dueTime(calendar, almaty('2026-04-01 10:00'), amount)).toThrow(RangeError)
  })
})

describe('pauses', () => {
  const start = almaty('2026-12-02 10:20')
  const amount: Amount = { unit: 'workingDays', value: 1 } // unpaused: Thursday 3 December 10:20
  const pause = (from: string, to: string | null): Pause => ({
    from: almaty(from),
    to: to === null ? null : almaty(to),
    reason: 'waiting for the customer',
  })

  it.each<[string, Pause[], string]>([
    ['two working hours', [pause('2026-12-02 15:00', '2026-12-02 17:00')], '2026-12-03 12:20'],
    ['over the break', [pause('2026-12-02 12:00', '2026-12-02 15:00')], '2026-12-03 12:20'],
    ['at night only', [pause('2026-12-02 19:00', '2026-12-03 08:00')], '2026-12-03 10:20'],
    ['before the start, half of it', [pause('2026-12-02 09:20', '2026-12-02 11:20')], '2026-12-03 11:20'],
    ['after the due time', [pause('2026-12-03 10:21', '2026-12-03 12:00')], '2026-12-03 10:20'],
    ['at the due time', [pause('2026-12-03 10:20', null)], '2026-12-03 10:20'],
    [
      'two, overlapping, in any order',
      [pause('2026-12-02 16:00', '2026-12-02 18:00'), pause('2026-12-02 15:00', '2026-12-02 17:00')],
      '2026-12-03 14:20', // three hours: 10:20 to 13:00 is 2 h 40, 20 min after the break
    ],
  ])('%s', (_, pauses, due) => {
    expect(dueTime(calendar, start, amount, pauses)).toEqual(almaty(due))
  })

  it('has no due time while a pause is open; what remains stands still', () => {
    const pauses = [pause('2026-12-02 15:20', null)]
    expect(dueTime(calendar, start, amount, pauses)).toBeNull()
    // 10:20–13:00 and 14:00–15:20 are 240 minutes of 480
    for (const now of ['2026-12-02 15:20', '2026-12-02 17:00', '2026-12-09 12:00']) {
      expect(elapsed(calendar, start, amount, pauses, almaty(now))).toBe(240)
      expect(remaining(calendar, start, amount, pauses, almaty(now))).toBe(240)
    }
    expect(warningTimes(calendar, start, amount, pauses, [0.5, 0.8])).toEqual([almaty('2026-12-02 15:20'), null])
  })

  it('moves a calendar-day clock by the length of the pause', () => {
    const days: Amount = { unit: 'calendarDays', value: 30 }
    const pauses = [pause('2026-12-05 12:00', '2026-12-08 18:00')] // 3 days 6 hours
    expect(dueTime(calendar, start, days)).toEqual(almaty('2027-01-01 10:20'))
    expect(dueTime(calendar, start, days, pauses)).toEqual(almaty('2027-01-04 16:20'))
    expect(dueTime(calendar, start, days, [pause('2026-12-05 12:00', null)])).toBeNull()
  })

  it('counts overdue time on, in working time', () => {
    expect(remaining(calendar, start, amount, [], almaty('2026-12-03 12:30'))).toBe(-130) // 2 h 10 min over
    expect(elapsed(calendar, start, amount, [], almaty('2026-12-02 09:00'))).toBe(0)
  })

  it('refuses a pause that ends before it begins', () => {
    const reversed = [pause('2026-12-02 17:00', '2026-12-02 15:00')]
    expect(() => dueTime(calendar, start, amount, reversed)).toThrow(RangeError)
  })
})
