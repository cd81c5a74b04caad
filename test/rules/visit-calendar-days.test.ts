// The days of the calendar of visits: weeks, months, who is booked twice, and how much of everybody's time is taken.
import { describe, expect, it } from 'vitest'
import { type Booked, capacity, clashes, loads, shiftMonths, weeksOf } from '../../client/visits/calendar-days.ts'

const [eva, ivo] = ['Eva', 'Ivo'].map((name) => ({ id: name, name })) as [Person, Person]
type Person = { id: string; name: string }

function visit(id: string, engineer: Person, from: number, to: number, team: Person[] = []): Booked {
  const hour = (at: number) => `2026-11-02T${String(at).padStart(2, '0')}:00:00Z`
  return { id, engineer, host: null, team, startsAt: hour(from), endsAt: hour(to) }
}

describe('the calendar of visits', () => {
  it('shows whole weeks from Monday, and months by their last day', () => {
    expect(weeksOf('2026-11-22', 'week')).toEqual([
      ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'],
    ])
    const november = weeksOf('2026-11-22', 'month')
    expect([november.length, november[0]?.[0], november.at(-1)?.at(-1)]).toEqual([6, '2026-10-26', '2026-12-06'])
    expect(shiftMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(shiftMonths('2026-01-15', -1)).toBe('2025-12-15')
  })

  it('marks two visits of one person at the same hour, one after the other not', () => {
    const first = visit('first', eva, 5, 8)
    expect([...clashes([first, visit('after', eva, 8, 9), visit('other', ivo, 6, 7)])]).toEqual([])
    expect([...clashes([first, visit('team', ivo, 7, 9, [eva])])]).toEqual(['first', 'team'])
  })

  it('adds up what everybody is booked for, beside the working hours of the days', () => {
    const booked = loads([visit('a', eva, 5, 8), visit('b', eva, 9, 10, [ivo])])
    expect(booked.map(({ name, visits, minutes }) => [name, visits, minutes])).toEqual([
      ['Eva', 2, 240],
      ['Ivo', 1, 60],
    ])
    const week = weeksOf('2026-11-22', 'week').flat()
    expect(capacity(week, 480)).toBe(2_400)
    // Thursday is a holiday, Saturday is worked for half a day.
    const worked = [
      { day: '2026-11-19', minutes: 0 },
      { day: '2026-11-21', minutes: 240 },
    ]
    expect(capacity(week, 480, worked)).toBe(2_160)
  })
})
