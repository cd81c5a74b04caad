/** The course of a clock from its start on: the stretches in which it runs, stands still, or is paused. */

import type { Stretch, StretchKind, WorkingCalendar } from './calendar.ts'

/** Time in which a clock is stopped; `to` null while it still is. */
export interface Pause {
  from: Date
  to: Date | null
  reason: string
}

/** A working-time clock runs in the calendar's windows; an elapsed-time clock runs around the clock, holidays too. */
export type Pace = 'working' | 'elapsed'

/** `working` is time that counts, at either pace; `paused` would have counted but for the pause with that `reason`. */
export interface CourseStretch {
  readonly from: number
  readonly to: number
  readonly kind: StretchKind | 'paused'
  readonly reason?: string
}

/**
 * Stretches from `start` on in order, without gap or overlap, endless, but ending where a pause that is still open
 * begins. Inside a pause only time that would have counted is `paused`: nights and weekends stay what they are.
 */
export function* courseOf(
  calendar: WorkingCalendar,
  pace: Pace,
  start: Date,
  pauses: readonly Pause[],
): Generator<CourseStretch, void, undefined> {
  const stops = inOrder(pauses, start.getTime())
  let next = 0
  for (const stretch of pace === 'working' ? daysFrom(calendar, start.getTime()) : [endless(start.getTime())]) {
    let at = stretch.from
    while (at < stretch.to) {
      const stop = stops[next]
      if (stop === undefined || stop.from >= stretch.to) {
        yield { from: at, to: stretch.to, kind: stretch.kind }
        break
      }
      if (stop.from > at) yield { from: at, to: stop.from, kind: stretch.kind }
      if (stop.to === Number.POSITIVE_INFINITY) return
      at = Math.max(at, stop.from)
      const to = Math.min(stop.to, stretch.to)
      if (to > at) yield pausedOr(stretch.kind, at, to, stop.reason)
      if (stop.to <= stretch.to) next++
      at = to
    }
  }
}

interface Stop {
  from: number
  to: number
  reason: string
}

/** Pauses without those before `start` or inside earlier ones; where two overlap, the earlier one gives the reason. */
function inOrder(pauses: readonly Pause[], start: number): Stop[] {
  let covered = start
  return pauses
    .map(asStop)
    .sort((a, b) => a.from - b.from)
    .filter(({ to }) => {
      const reaches = to > covered
      covered = Math.max(covered, to)
      return reaches
    })
}

function asStop({ from, to, reason }: Pause): Stop {
  const stop = { from: from.getTime(), to: to?.getTime() ?? Number.POSITIVE_INFINITY, reason }
  if (!(stop.from <= stop.to)) throw new RangeError(`A pause cannot end before it begins: ${reason}`)
  return stop
}

function* daysFrom(calendar: WorkingCalendar, start: number): Generator<Stretch, void, undefined> {
  for (let day = calendar.dayAt(start); ; day = calendar.dayAfter(day)) {
    for (const stretch of day.stretches) {
      if (stretch.from >= start) yield stretch
      else if (stretch.to > start) yield { ...stretch, from: start }
    }
  }
}

function endless(start: number): Stretch {
  return { from: start, to: Number.POSITIVE_INFINITY, kind: 'working' }
}

function pausedOr(kind: StretchKind, from: number, to: number, reason: string): CourseStretch {
  return kind === 'working' ? { from, to, kind: 'paused', reason } : { from, to, kind }
}
