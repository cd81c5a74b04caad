/** What a working calendar is made of, and the faults that a definition can have. */

import { isCountry, isStateOf } from './public-holidays.ts'
import { isTimeZone } from './time-zone.ts'

/** Local times 'HH:MM'; `to` may be '24:00'. A shift over midnight is two windows. */
export interface DayWindow {
  from: string
  to: string
}

export interface OwnDay {
  /** 'YYYY-MM-DD' */
  date: string
  /** `working` also overrules a public holiday. */
  kind: 'holiday' | 'working'
  name: string
  /** Windows of this working day (a short day, a Saturday worked); left out: those of its weekday. */
  windows?: DayWindow[]
}

export interface CalendarDefinition {
  /** IANA name */
  timeZone: string
  /** ISO 3166 code of the country whose public holidays are free, or null for none */
  country: string | null
  state?: string | null
  /** Weekday as in ISO 8601: 1 Monday to 7 Sunday */
  windows: (DayWindow & { weekday: number })[]
  ownDays: OwnDay[]
  /** Working minutes in an amount of one working day, e.g. 480 */
  minutesPerDay: number
}

export type CalendarFaultCode =
  | 'unknownTimeZone'
  | 'unknownCountry'
  | 'unknownState'
  | 'noWindow'
  | 'badWeekday'
  | 'badTime'
  | 'reversedWindow'
  | 'overlappingWindow'
  | 'badDate'
  | 'repeatedDate'
  | 'workingDayWithoutWindow'
  | 'holidayWithWindow'
  | 'badMinutesPerDay'

export interface CalendarFault {
  code: CalendarFaultCode
  /** Where in the definition, e.g. `ownDays[2].windows[0]` */
  path: string
  value: string
}

/** All faults of a definition, in the order of its fields; empty when it can be used. */
export function calendarFaults(definition: CalendarDefinition): CalendarFault[] {
  return [...placeFaults(definition), ...weekFaults(definition), ...ownDayFaults(definition)]
}

/** Minutes since midnight, or null when the text is no time of day. */
export function minuteOf(time: string): number | null {
  if (time === '24:00') return 1440
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) : null
}

export function isDate(date: string): boolean {
  const parsed = /^\d{4}-\d\d-\d\d$/.test(date) ? new Date(`${date}T00:00:00Z`) : null
  return parsed !== null && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date)
}

function placeFaults({ timeZone, country, state, minutesPerDay }: CalendarDefinition): CalendarFault[] {
  const faults: CalendarFault[] = []
  if (!isTimeZone(timeZone)) faults.push({ code: 'unknownTimeZone', path: 'timeZone', value: timeZone })
  const countryKnown = country !== null && isCountry(country)
  if (country !== null && !countryKnown) faults.push({ code: 'unknownCountry', path: 'country', value: country })
  const stateUsable = state == null || (country === null ? false : !countryKnown || isStateOf(country, state))
  if (!stateUsable) faults.push({ code: 'unknownState', path: 'state', value: String(state) })
  if (!Number.isInteger(minutesPerDay) || minutesPerDay < 1 || minutesPerDay > 1440) {
    faults.push({ code: 'badMinutesPerDay', path: 'minutesPerDay', value: String(minutesPerDay) })
  }
  return faults
}

function weekFaults({ windows }: CalendarDefinition): CalendarFault[] {
  if (windows.length === 0) return [{ code: 'noWindow', path: 'windows', value: '' }]
  const faults: CalendarFault[] = windows.flatMap(({ weekday }, index) =>
    Number.isInteger(weekday) && weekday >= 1 && weekday <= 7
      ? []
      : [{ code: 'badWeekday', path: `windows[${index}].weekday`, value: String(weekday) }],
  )
  return [...faults, ...windowFaults(windows, 'windows')]
}

function ownDayFaults({ ownDays, windows }: CalendarDefinition): CalendarFault[] {
  const seen = new Set<string>()
  return ownDays.flatMap((day, index) => {
    const path = `ownDays[${index}]`
    const faults: CalendarFault[] = []
    if (!isDate(day.date)) faults.push({ code: 'badDate', path: `${path}.date`, value: day.date })
    if (seen.has(day.date)) faults.push({ code: 'repeatedDate', path: `${path}.date`, value: day.date })
    seen.add(day.date)
    if (day.kind === 'holiday' && day.windows !== undefined) {
      faults.push({ code: 'holidayWithWindow', path: `${path}.windows`, value: day.name })
    }
    const weekday = new Date(`${day.date}T00:00:00Z`).getUTCDay() || 7
    const empty = day.windows === undefined ? !windows.some((w) => w.weekday === weekday) : day.windows.length === 0
    if (day.kind === 'working' && empty) {
      faults.push({ code: 'workingDayWithoutWindow', path: `${path}.windows`, value: day.name })
    }
    return [...faults, ...windowFaults(day.windows ?? [], `${path}.windows`)]
  })
}

/** Faults of windows that share a day; windows may touch and stand in any order. */
function windowFaults(windows: (DayWindow & { weekday?: number })[], path: string): CalendarFault[] {
  const faults: CalendarFault[] = []
  const sound: { weekday: number | undefined; from: number; to: number }[] = []
  windows.forEach(({ weekday, from: fromText, to: toText }, index) => {
    const from = minuteOf(fromText)
    const to = minuteOf(toText)
    const here = `${path}[${index}]`
    if (from === null) faults.push({ code: 'badTime', path: `${here}.from`, value: fromText })
    if (to === null) faults.push({ code: 'badTime', path: `${here}.to`, value: toText })
    if (from === null || to === null) return
    const value = `${fromText}–${toText}`
    if (from >= to) {
      faults.push({ code: 'reversedWindow', path: here, value })
      return
    }
    const overlaps = sound.some((other) => other.weekday === weekday && other.from < to && from < other.to)
    if (overlaps) faults.push({ code: 'overlappingWindow', path: here, value })
    sound.push({ weekday, from, to })
  })
  return faults
}
