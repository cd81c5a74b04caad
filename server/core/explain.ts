/** Why a due time is what it is: every stretch from start to due, counted or skipped, with its reason. */

import type { StretchKind, WorkingCalendar } from './calendar.ts'
import { courseOf, type Pause } from './course.ts'
import { type Amount, amountLength, dueTime, paceOf } from './working-time.ts'

/** `counted` until now, `stillToRun` after; `paused` is time that would have counted but for a pause. */
export const intervalKinds = ['counted', 'stillToRun', 'paused', 'break', 'night', 'weekend', 'holiday'] as const

export type IntervalKind = (typeof intervalKinds)[number]

export interface Interval {
  from: Date
  to: Date
  kind: IntervalKind
  /** Name of the holiday, or reason of the pause */
  name?: string
  minutes: number
}

export interface DueExplanation {
  /** Null while a pause is open */
  due: Date | null
  /** Where the intervals end: the due time, or while a pause is open the due time if it ended now. */
  until: Date
  amountMinutes: number
  /** From start to `until` without gap or overlap; neighbours of one kind and name are one interval. */
  intervals: Interval[]
  /** Minutes by kind; `counted` and `stillToRun` make up the amount. */
  sums: Record<IntervalKind, number>
}

/**
 * Explains the due time of a clock as seen at `now` (for a clock that was met: the instant at which it was). Minutes of
 * an interval are its real length. Holidays are named in the language asked, where their data has it.
 */
export function explainDue(
  calendar: WorkingCalendar,
  start: Date,
  amount: Amount,
  pauses: readonly Pause[],
  now: Date,
  language = 'en',
): DueExplanation {
  const due = dueTime(calendar, start, amount, pauses)
  const ended = due === null ? pauses.map((pause) => endedBy(pause, now)) : pauses
  const until = due ?? dueTime(calendar, start, amount, ended)
  if (until === null) throw new Error('A clock whose pauses have ended has a due time')

  const nameOf = (kind: IntervalKind, from: number, reason: string | undefined) =>
    kind === 'holiday' ? (calendar.holidayName(calendar.dateAt(new Date(from)), language) ?? undefined) : reason
  const intervals: Interval[] = []
  for (const { from, to, kind, reason } of courseOf(calendar, paceOf(amount), start, ended)) {
    if (from >= until.getTime()) break
    for (const part of splitAtNow(from, Math.min(to, until.getTime()), kind, now.getTime())) {
      append(intervals, { ...part, name: nameOf(part.kind, part.from, reason) })
    }
  }
  return {
    due,
    until,
    amountMinutes: amountLength(calendar, start, amount) / minute,
    intervals,
    sums: sumsOf(intervals),
  }
}

const minute = 60_000

function endedBy({ from, to, reason }: Pause, now: Date): Pause {
  return { from, to: to ?? (now > from ? now : from), reason }
}

interface Part {
  from: number
  to: number
  kind: IntervalKind
}

function splitAtNow(from: number, to: number, kind: StretchKind | 'paused', now: number): Part[] {
  if (kind !== 'working') return [{ from, to, kind }]
  const middle = Math.min(Math.max(now, from), to)
  const parts: Part[] = [
    { from, to: middle, kind: 'counted' },
    { from: middle, to, kind: 'stillToRun' },
  ]
  return parts.filter((part) => part.to > part.from)
}

function append(intervals: Interval[], { from, to, kind, name }: Part & { name: string | undefined }): void {
  const last = intervals.at(-1)
  if (last?.kind === kind && last.name === name) {
    last.to = new Date(to)
    last.minutes = (to - last.from.getTime()) / minute
    return
  }
  const interval: Interval = { from: new Date(from), to: new Date(to), kind, minutes: (to - from) / minute }
  intervals.push(name === undefined ? interval : { ...interval, name })
}

function sumsOf(intervals: readonly Interval[]): Record<IntervalKind, number> {
  const sums = { counted: 0, stillToRun: 0, paused: 0, break: 0, night: 0, weekend: 0, holiday: 0 }
  // Added up in whole milliseconds, so that the sums come out exactly.
  for (const { kind, from, to } of intervals) sums[kind] += to.getTime() - from.getTime()
  for (const kind of intervalKinds) sums[kind] /= minute
  return sums
}
