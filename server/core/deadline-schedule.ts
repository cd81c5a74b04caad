// When a deadline warns, reminds, passes and escalates: pure arithmetic over the calendar.
import type { StoredPause } from '../../schema/json.ts'
import type { TimeUnit } from '../../schema/vocabulary.ts'
import type { WorkingCalendar } from './calendar.ts'
import type { Pause } from './course.ts'
import { dueTime, warningTimes } from './working-time.ts'

export interface RunningClock {
  startedAt: Date
  amount: { value: number; unit: TimeUnit }
  /** A promised date caps the due time when it is earlier; pauses do not move it. */
  notAfter: Date | null
  pauses: readonly StoredPause[]
}

export interface Alarms {
  /** Shares of the amount at which to warn, e.g. 0.5 and 0.8 */
  warnAt: readonly number[]
  /** Working days after the start at which to remind */
  remindAfterDays: readonly number[]
  /** Who is told of the breach; each further one a working day later */
  breachTo: readonly string[]
}

export interface Moment {
  at: Date
  kind: 'warning' | 'reminder' | 'due' | 'escalation'
  /** The share of the amount (warning), the days (reminder), or the place in `breachTo` (due, escalation). */
  detail: number
}

export interface Schedule {
  /** Null while paused */
  dueAt: Date | null
  /** In order of time; empty while paused */
  moments: Moment[]
}

/** The due time and every moment at which something is to be sent. Defaults of the product. */
export function scheduleOf(calendar: WorkingCalendar, clock: RunningClock, alarms: Alarms): Schedule {
  const pauses = clock.pauses.map(asPause)
  const counted = dueTime(calendar, clock.startedAt, clock.amount, pauses)
  if (counted === null) return { dueAt: null, moments: [] }
  const dueAt = clock.notAfter && clock.notAfter < counted ? clock.notAfter : counted
  const moments = [
    ...warnings(calendar, clock, pauses, alarms.warnAt),
    ...reminders(calendar, clock, pauses, alarms.remindAfterDays),
  ].filter(({ at }) => at < dueAt)
  moments.sort((a, b) => a.at.getTime() - b.at.getTime())
  return {
    dueAt,
    moments: [...moments, { at: dueAt, kind: 'due', detail: 0 }, ...escalations(calendar, dueAt, alarms.breachTo)],
  }
}

/**
 * How many moments of a schedule that was counted anew are over: those that have passed, but never a due time that has
 * not fired. While paused there are none, and what was sent stays.
 */
export function sentUnder({ moments }: Schedule, before: { sent: number; breached_at: Date | null }, at: Date): number {
  if (moments.length === 0) return before.sent
  const passed = moments.filter((moment) => moment.at <= at).length
  const due = moments.findIndex(({ kind }) => kind === 'due')
  return before.breached_at ? passed : Math.min(passed, due)
}

export function asPause({ from, to, reason }: StoredPause): Pause {
  return { from: new Date(from), to: to === null ? null : new Date(to), reason }
}

function warnings(
  calendar: WorkingCalendar,
  clock: RunningClock,
  pauses: Pause[],
  shares: readonly number[],
): Moment[] {
  const times = warningTimes(calendar, clock.startedAt, clock.amount, pauses, shares)
  return times.flatMap((at, index) =>
    at === null ? [] : [{ at, kind: 'warning' as const, detail: shares[index] ?? 0 }],
  )
}

function reminders(calendar: WorkingCalendar, clock: RunningClock, pauses: Pause[], days: readonly number[]): Moment[] {
  return days.flatMap((detail) => {
    const at = dueTime(calendar, clock.startedAt, { unit: 'workingDays', value: detail }, pauses)
    return at === null ? [] : [{ at, kind: 'reminder' as const, detail }]
  })
}

function escalations(calendar: WorkingCalendar, dueAt: Date, breachTo: readonly string[]): Moment[] {
  return breachTo.slice(1).flatMap((_, index) => {
    const at = dueTime(calendar, dueAt, { unit: 'workingDays', value: index + 1 })
    return at === null ? [] : [{ at, kind: 'escalation' as const, detail: index + 1 }]
  })
}
