// Days of the calendar of visits as texts (`2026-12-18`): weeks and months, what lies on a day, who is booked how long, and what clashes.

export type Span = 'month' | 'week'

export function shiftDays(day: string, days: number): string {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** The same day of another month, or its last one. */
export function shiftMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  last.setUTCDate(Math.min(date, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}

/** Weeks from Monday: the one of the day, or all that the day's month touches. */
export function weeksOf(day: string, span: Span): string[][] {
  const first = mondayOf(span === 'week' ? day : `${day.slice(0, 7)}-01`)
  const lastDay = span === 'week' ? day : shiftDays(shiftMonths(`${day.slice(0, 7)}-01`, 1), -1)
  const weeks: string[][] = []
  for (let monday = first; monday <= lastDay; monday = shiftDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => shiftDays(monday, index)))
  }
  return weeks
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return shiftDays(day, -((weekday + 6) % 7))
}

interface Person {
  id: string
  name: string
}

export interface Booked {
  id: string
  startsAt: string | null
  endsAt: string | null
  engineer: Person | null
  host: Person | null
  team: readonly Person[]
}

/** Everybody of ours whom a visit keeps busy, each once. */
export function peopleOf({ engineer, host, team }: Booked): Person[] {
  const all = [engineer, host, ...team].flatMap((person) => person ?? [])
  return all.filter((person, index) => all.findIndex(({ id }) => id === person.id) === index)
}

/** Ids of visits that keep one person busy at the same time; one that ends when the other begins does not clash. */
export function clashes(visits: readonly Booked[]): Set<string> {
  const timed = visits.filter(({ startsAt, endsAt }) => startsAt && endsAt)
  const found = new Set<string>()
  for (const [index, one] of timed.entries()) {
    for (const other of timed.slice(index + 1)) {
      const together = peopleOf(one).some(({ id }) => peopleOf(other).some((person) => person.id === id))
      if (!together || !overlap(one, other)) continue
      found.add(one.id)
      found.add(other.id)
    }
  }
  return found
}

function overlap(one: Booked, other: Booked): boolean {
  return time(one.startsAt) < time(other.endsAt) && time(other.startsAt) < time(one.endsAt)
}

const time = (at: string | null) => Date.parse(at ?? '')

export interface Load extends Person {
  visits: number
  minutes: number
}

/** How long each person is booked, the busiest first. */
export function loads(visits: readonly Booked[]): Load[] {
  const byPerson = new Map<string, Load>()
  for (const visit of visits) {
    for (const { id, name } of peopleOf(visit)) {
      const load = byPerson.get(id) ?? { id, name, visits: 0, minutes: 0 }
      const minutes = visit.startsAt && visit.endsAt ? (time(visit.endsAt) - time(visit.startsAt)) / 60_000 : 0
      byPerson.set(id, { ...load, visits: load.visits + 1, minutes: load.minutes + minutes })
    }
  }
  return [...byPerson.values()].toSorted((a, b) => b.minutes - a.minutes || a.name.localeCompare(b.name))
}

/** Minutes that one person works on the days: as the plant's calendar says, a weekday until that is known. */
export function capacity(
  days: readonly string[],
  dayMinutes: number,
  worked: readonly { day: string; minutes: number }[] = [],
): number {
  const known = new Map(worked.map(({ day, minutes }) => [day, minutes]))
  const weekday = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
  return days.reduce((sum, day) => sum + (known.get(day) ?? (weekday(day) ? dayMinutes : 0)), 0)
}
