// The plant's working minutes laid end to end, so that a story can count in them back and forth.
import type { WorkingCalendar } from '../../core/calendar.ts'

export interface WorkLine {
  /** Working minutes from the beginning of the line to the instant; free time counts as the last minute before it. */
  minuteOf(at: Date): number
  /** The instant of a working minute; throws outside the line. */
  momentOf(minute: number): Date
  /** The next working day at noon local time, so many working days after the minute. */
  dayAfter(minute: number, days: number): Date
}

interface Window {
  from: number
  to: number
  /** Minutes of the line before this window */
  before: number
}

const minute = 60_000
/** Minutes of a working day of the plant */
export const day = 480

export function createWorkLine(calendar: WorkingCalendar, from: Date, to: Date): WorkLine {
  const windows = windowsOf(calendar, from, to)
  const momentOf = (wanted: number) => {
    const window = lastOf(windows, ({ before }) => before <= wanted)
    if (!window) throw new RangeError(`Minute ${wanted} lies before the line`)
    return new Date(Math.min(window.from + Math.round((wanted - window.before) * minute), window.to))
  }
  return {
    momentOf,
    minuteOf(at) {
      const window = lastOf(windows, ({ from }) => from <= at.getTime())
      return window ? window.before + (Math.min(at.getTime(), window.to) - window.from) / minute : 0
    },
    dayAfter(wanted, days) {
      const start = Math.floor(wanted / day) * day
      return momentOf(start + days * day + day / 2 - 1)
    },
  }
}

function windowsOf(calendar: WorkingCalendar, from: Date, to: Date): Window[] {
  const windows: Window[] = []
  let before = 0
  for (let date = calendar.dayAt(from.getTime()); ; date = calendar.dayAfter(date)) {
    for (const stretch of date.stretches) {
      if (stretch.from > to.getTime()) return windows
      if (stretch.kind !== 'working') continue
      windows.push({ from: stretch.from, to: stretch.to, before })
      before += (stretch.to - stretch.from) / minute
    }
  }
}

/** The last window that fits; windows are in order. */
function lastOf(windows: readonly Window[], fits: (window: Window) => boolean): Window | undefined {
  let low = 0
  let high = windows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const window = windows[middle]
    if (window && fits(window)) low = middle + 1
    else high = middle
  }
  return windows[low - 1]
}
