/** Due times, warnings and time used, counted in the working time of a calendar or around the clock. */

import type { WorkingCalendar } from './calendar.ts'
import { type CourseStretch, courseOf, type Pace, type Pause } from './course.ts'

/**
 * How long a clock runs. `workingDays` (of the calendar's `minutesPerDay`) and `workingHours` count working time only
 * and may be fractions. `calendarDays` end at the same local time so many dates later, on a free day too, and `minutes`
 * pass around the clock.
 */
export interface Amount {
  unit: 'workingDays' | 'workingHours' | 'calendarDays' | 'minutes'
  value: number
}

/**
 * The instant at which so many working minutes from `start` are used up. A start outside a window counts from the next
 * window's start; the last minute of a window ends with that window, not at the next one's start. Minutes may be
 * fractions, exact to the millisecond. Throws RangeError for a negative or absurd number.
 */
export function addWorking(calendar: WorkingCalendar, start: Date, minutes: number): Date {
  const due = instantAfter(courseOf(calendar, 'working', start, []), milliseconds(minutes))
  if (due === null) throw new Error('A course without pauses does not end')
  return due
}

/** Working minutes from one instant to another; negative when `to` is the earlier one. */
export function workingBetween(calendar: WorkingCalendar, from: Date, to: Date): number {
  // Subtracted, not negated: no time at all is 0, never -0.
  if (to < from) return 0 - workingBetween(calendar, to, from)
  return runUntil(courseOf(calendar, 'working', from, []), to) / minute
}

/**
 * When the amount is used up, or null while a pause is open that began before that. Pauses stop the clock: they move
 * the due time by the time that would have counted in them (working time, or the pause's length around the clock).
 * An amount used up at the very start of a pause is due then.
 */
export function dueTime(
  calendar: WorkingCalendar,
  start: Date,
  amount: Amount,
  pauses: readonly Pause[] = [],
): Date | null {
  return instantAfter(courseOf(calendar, paceOf(amount), start, pauses), amountLength(calendar, start, amount))
}

/** The instants when these shares (0 to 1) of the amount are used up, each null while an open pause began before it. */
export function warningTimes(
  calendar: WorkingCalendar,
  start: Date,
  amount: Amount,
  pauses: readonly Pause[],
  shares: readonly number[],
): (Date | null)[] {
  const length = amountLength(calendar, start, amount)
  return shares.map((share) =>
    instantAfter(courseOf(calendar, paceOf(amount), start, pauses), Math.round(length * share)),
  )
}

/** Minutes of the amount's kind of time used until `now`, pauses left out; goes on after the due time. */
export function elapsed(
  calendar: WorkingCalendar,
  start: Date,
  amount: Amount,
  pauses: readonly Pause[],
  now: Date,
): number {
  return runUntil(courseOf(calendar, paceOf(amount), start, pauses), now) / minute
}

/** Minutes of the amount's kind of time left at `now`, pauses left out; negative when overdue by so much. */
export function remaining(
  calendar: WorkingCalendar,
  start: Date,
  amount: Amount,
  pauses: readonly Pause[],
  now: Date,
): number {
  const used = runUntil(courseOf(calendar, paceOf(amount), start, pauses), now)
  return (amountLength(calendar, start, amount) - used) / minute
}

/** Length of an amount that starts at an instant, in milliseconds of its kind of time. */
export function amountLength(calendar: WorkingCalendar, start: Date, { unit, value }: Amount): number {
  switch (unit) {
    case 'workingDays':
      return milliseconds(value * calendar.definition.minutesPerDay)
    case 'workingHours':
      return milliseconds(value * 60)
    case 'minutes':
      return milliseconds(value)
    case 'calendarDays': {
      if (!Number.isInteger(value)) throw new RangeError(`Calendar days must be whole: ${value}`)
      const wallTime = calendar.zone.wallTimeAt(start.getTime()) + milliseconds(value * 1440)
      return value === 0 ? 0 : calendar.zone.instantOf(wallTime) - start.getTime()
    }
    default:
      throw new RangeError(`Unknown unit: ${unit satisfies never}`)
  }
}

export function paceOf({ unit }: Amount): Pace {
  return unit === 'workingDays' || unit === 'workingHours' ? 'working' : 'elapsed'
}

const minute = 60_000

/** Twenty years: longer than any clock, short enough to end soon on a calendar with few windows. */
const longest = 20 * 366 * 1440

function milliseconds(minutes: number): number {
  if (!(minutes >= 0 && minutes <= longest)) throw new RangeError(`Not an amount of time: ${minutes} minutes`)
  return Math.round(minutes * minute)
}

function instantAfter(course: Iterable<CourseStretch>, length: number): Date | null {
  let left = length
  for (const { from, to, kind } of course) {
    if (kind !== 'working') continue
    if (left <= to - from) return new Date(from + left)
    left -= to - from
  }
  return null
}

function runUntil(course: Iterable<CourseStretch>, end: Date): number {
  const limit = end.getTime()
  if (Number.isNaN(limit)) throw new RangeError('Not an instant')
  let sum = 0
  for (const { from, to, kind } of course) {
    if (from >= limit) break
    if (kind === 'working') sum += Math.min(to, limit) - from
  }
  return sum
}
