import { describe, expect, it } from 'vitest'
import { createCalendar } from '../../server/core/calendar.ts'
import { explainDue, type Interval } from '../../server/core/explain.ts'
import { type Amount, remaining, warningTimes } from '../../server/core/working-time.ts'
import { almaty, plant } from './plant-calendar.ts'

const calendar = createCalendar(plant())

/** '4 14:00–18:00 paused 240 reason', in the plant's local time. */
function lines(intervals: readonly Interval[]): string[] {
  const local = (at: Date) => {
    const text = new Date(at.getTime() + 5 * 3_600_000).toISOString()
    return `${Number(text.slice(8, 10))} ${text.slice(11, 16)}`
  }
  return intervals.map(({ from, to, kind, minutes, name }) =>
    [`${local(from)} – ${local(to)}`, kind, minutes, ...(name === undefined ? [] : [name])].join(' '),
  )
}

/**
 * The example of the design: 80 working hours (10 days) from Wednesday 2 December 2026 10:20; the customer was waited for
 * from Friday 4, 14:00 to Tuesday 8, 10:00; the 16th is Independence Day; seen on Monday 14 at 10:40.
 *
 * By hand, hours used at the end of each day: 2nd 6:40 · 3rd 14:40 · 4th 18:40 (morning only) · 8th 25:40 (from 10:00) ·
 * 9th 33:40 · 10th 41:40 · 11th 49:40 · 14th 57:40 · 15th 65:40 · 17th 73:40; the last 6:20 end on the 18th at 16:20.
 */
describe('answer to the customer, why Friday 18 December 16:20', () => {
  const start = almaty('2026-12-02 10:20')
  const amount: Amount = { unit: 'workingDays', value: 10 }
  const pauses = [{ from: almaty('2026-12-04 14:00'), to: almaty('2026-12-08 10:00'), reason: 'coil-label photos' }]
  const now = almaty('2026-12-14 10:40')
  const explanation = explainDue(calendar, start, amount, pauses, now)

  it('is due then, with 28 h 40 min left', () => {
    expect(explanation.due).toEqual(almaty('2026-12-18 16:20'))
    expect(explanation.until).toEqual(almaty('2026-12-18 16:20'))
    expect(remaining(calendar, start, amount, pauses, now)).toBe(28 * 60 + 40)
  })

  it('warned at half (40 h) on the 10th at 16:20, and at 80 % (64 h) warns on the 15th at 16:20', () => {
    expect(warningTimes(calendar, start, amount, pauses, [0.5, 0.8])).toEqual([
      almaty('2026-12-10 16:20'),
      almaty('2026-12-15 16:20'),
    ])
  })

  it('shows every stretch of the paused weekend and of the holiday', () => {
    const shown = lines(explanation.intervals)
    expect(shown.slice(0, 3)).toEqual([
      '2 10:20 – 2 13:00 counted 160',
      '2 13:00 – 2 14:00 break 60',
      '2 14:00 – 2 18:00 counted 240',
    ])
    const friday = shown.indexOf('4 09:00 – 4 13:00 counted 240')
    expect(shown.slice(friday, friday + 13)).toEqual([
      '4 09:00 – 4 13:00 counted 240',
      '4 13:00 – 4 14:00 break 60',
      '4 14:00 – 4 18:00 paused 240 coil-label photos',
      '4 18:00 – 5 00:00 night 360',
      '5 00:00 – 7 00:00 weekend 2880',
      '7 00:00 – 7 09:00 night 540',
      '7 09:00 – 7 13:00 paused 240 coil-label photos',
      '7 13:00 – 7 14:00 break 60',
      '7 14:00 – 7 18:00 paused 240 coil-label photos',
      '7 18:00 – 8 09:00 night 900',
      '8 09:00 – 8 10:00 paused 60 coil-label photos',
      '8 10:00 – 8 13:00 counted 180',
      '8 13:00 – 8 14:00 break 60',
    ])
    expect(shown).toContain('14 09:00 – 14 10:40 counted 100')
    expect(shown).toContain('14 10:40 – 14 13:00 stillToRun 140')
    expect(shown).toContain('16 00:00 – 17 00:00 holiday 1440 Independence Day')
    expect(shown.at(-1)).toBe('18 14:00 – 18 16:20 stillToRun 140')
  })

  it('sums them: 51 h 20 counted, 28 h 40 to run, 13 h paused, 4 days of weekend and a holiday', () => {
    expect(explanation.amountMinutes).toBe(80 * 60)
    expect(explanation.sums).toEqual({
      counted: 51 * 60 + 20,
      stillToRun: 28 * 60 + 40,
      paused: 13 * 60,
      break: 12 * 60, // 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 17, 18
      night: 11 * 900, // 18:00 to 09:00: eight whole ones, and three split by the weekends and the holiday
      weekend: 4 * 1440,
      holiday: 1440,
    })
  })

  it('names the holiday in the language asked', () => {
    const names = explainDue(calendar, start, amount, pauses, now, 'kk').intervals.map(({ name }) => name)
    expect(names).toContain('Тәуелсіздік күні')
  })
})

describe('other clocks', () => {
  it('has no due time while paused, and shows the one it would have if the pause ended now', () => {
    const start = almaty('2026-12-02 10:00')
    const pauses = [{ from: almaty('2026-12-02 11:00'), to: null, reason: 'sample on its way' }]
    const day: Amount = { unit: 'workingHours', value: 4 }
    const explanation = explainDue(calendar, start, day, pauses, almaty('2026-12-02 12:00'))
    expect(explanation.due).toBeNull()
    expect(explanation.until).toEqual(almaty('2026-12-02 16:00'))
    expect(lines(explanation.intervals)).toEqual([
      '2 10:00 – 2 11:00 counted 60',
      '2 11:00 – 2 12:00 paused 60 sample on its way',
      '2 12:00 – 2 13:00 stillToRun 60',
      '2 13:00 – 2 14:00 break 60',
      '2 14:00 – 2 16:00 stillToRun 120',
    ])
  })

  it('counts all of an overdue clock up to its due time', () => {
    const start = almaty('2026-12-02 10:00')
    const explanation = explainDue(calendar, start, { unit: 'minutes', value: 90 }, [], almaty('2026-12-09 10:00'))
    expect(lines(explanation.intervals)).toEqual(['2 10:00 – 2 11:30 counted 90'])
  })

  it('counts nights and holidays of a calendar-day clock', () => {
    const start = almaty('2026-12-15 10:00')
    const pauses = [{ from: almaty('2026-12-16 10:00'), to: almaty('2026-12-17 10:00'), reason: 'held' }]
    const days: Amount = { unit: 'calendarDays', value: 3 }
    const explanation = explainDue(calendar, start, days, pauses, almaty('2026-12-17 22:00'))
    expect(lines(explanation.intervals)).toEqual([
      '15 10:00 – 16 10:00 counted 1440',
      '16 10:00 – 17 10:00 paused 1440 held',
      '17 10:00 – 17 22:00 counted 720',
      '17 22:00 – 19 10:00 stillToRun 2160',
    ])
  })

  it('keeps two holidays apart that follow each other, and one of two days together', () => {
    const ownDays = ['Stocktaking', 'Stocktaking', 'Anniversary'].map((name, index) => ({
      date: `2026-12-0${7 + index}`,
      kind: 'holiday' as const,
      name,
    }))
    const start = almaty('2026-12-07 10:00')
    const hour: Amount = { unit: 'workingHours', value: 1 }
    expect(lines(explainDue(createCalendar(plant({ ownDays })), start, hour, [], start).intervals)).toEqual([
      '7 10:00 – 9 00:00 holiday 2280 Stocktaking',
      '9 00:00 – 10 00:00 holiday 1440 Anniversary',
      '10 00:00 – 10 09:00 night 540',
      '10 09:00 – 10 10:00 stillToRun 60',
    ])
  })

  it('names each of two overlapping pauses for its time', () => {
    const start = almaty('2026-12-02 09:00')
    const pauses = [
      { from: almaty('2026-12-02 11:00'), to: almaty('2026-12-02 12:30'), reason: 'held' },
      { from: almaty('2026-12-02 10:00'), to: almaty('2026-12-02 12:00'), reason: 'sample' },
      { from: almaty('2026-12-02 10:30'), to: almaty('2026-12-02 11:30'), reason: 'customer' },
    ]
    expect(lines(explainDue(calendar, start, { unit: 'workingHours', value: 1.5 }, pauses, start).intervals)).toEqual([
      '2 09:00 – 2 10:00 stillToRun 60',
      '2 10:00 – 2 12:00 paused 120 sample',
      '2 12:00 – 2 12:30 paused 30 held',
      '2 12:30 – 2 13:00 stillToRun 30',
    ])
  })

  it('begins with the night when the start lies in one', () => {
    const explanation = explainDue(
      calendar,
      almaty('2026-12-02 20:00'),
      { unit: 'workingHours', value: 1 },
      [],
      almaty('2026-12-02 20:00'),
    )
    expect(lines(explanation.intervals)).toEqual(['2 20:00 – 3 09:00 night 780', '3 09:00 – 3 10:00 stillToRun 60'])
  })
})
