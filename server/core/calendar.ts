/** A working calendar: which stretches of each local day are worked, as instants, with holidays and clock changes. */

import { type CalendarDefinition, type CalendarFault, calendarFaults, isDate, minuteOf } from './calendar-definition.ts'
import { type PublicHolidays, publicHolidays } from './public-holidays.ts'
import { type TimeZone, timeZone } from './time-zone.ts'

/** `break` lies between two windows of a day, `night` before the first or after the last. */
export type StretchKind = 'working' | 'break' | 'night' | 'weekend' | 'holiday'

/** From inclusive, to exclusive, in milliseconds since 1970 UTC. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly kind: StretchKind
}

/** One local day from midnight to midnight; its stretches cover it without gap. */
export interface CalendarDay {
  readonly date: string
  /** Days since 1970-01-01 */
  readonly number: number
  readonly start: number
  readonly end: number
  readonly stretches: readonly Stretch[]
}

export interface WorkingCalendar {
  readonly definition: CalendarDefinition
  readonly zone: TimeZone
  /** The local day of an instant in milliseconds. Throws RangeError outside 1970 to 2199. */
  dayAt(instant: number): CalendarDay
  dayAfter(day: CalendarDay): CalendarDay
  /** Working windows of a local date 'YYYY-MM-DD', in order, with their real length where clocks change. */
  windowsOf(date: string): { from: Date; to: Date }[]
  isWorkingDay(date: string): boolean
  /** Name of the own or public holiday on a date, on a free weekday too; null where an own working day overrules it. */
  holidayName(date: string, language?: string): string | null
  /** Local date 'YYYY-MM-DD' of an instant. */
  dateAt(instant: Date): string
}

/** A definition that cannot be used, with every fault it has. */
export class InvalidCalendar extends Error {
  override readonly name = 'InvalidCalendar'
  readonly faults: readonly CalendarFault[]

  constructor(faults: readonly CalendarFault[]) {
    super(
      `The calendar cannot be used: ${faults.map(({ path, code, value }) => `${path} ${code} ${value}`).join('; ')}`,
    )
    this.faults = faults
  }
}

/**
 * Makes a calendar; keep it, for it remembers each day that it has worked out. Throws InvalidCalendar with all faults.
 */
export function createCalendar(definition: CalendarDefinition): WorkingCalendar {
  const faults = calendarFaults(definition)
  if (faults.length > 0) throw new InvalidCalendar(faults)
  const zone = timeZone(definition.timeZone)
  const plan = createPlan(definition)
  const days = new Map<number, CalendarDay>()

  function dayOf(number: number): CalendarDay {
    const existing = days.get(number)
    if (existing !== undefined) return existing
    if (!(number >= 0 && number <= lastDay)) throw new RangeError('Working time is known from 1970 to 2199 only')
    const created = createDay(number, zone, plan)
    days.set(number, created)
    return created
  }

  function dayAt(instant: number): CalendarDay {
    let day = dayOf(Math.floor(instant / dayLength))
    while (instant < day.start) day = dayOf(day.number - 1)
    while (instant >= day.end) day = dayOf(day.number + 1)
    return day
  }

  function workingOn(date: string): Stretch[] {
    return dayOf(dayNumber(date)).stretches.filter(({ kind }) => kind === 'working')
  }

  return {
    definition,
    zone,
    dayAt,
    dayAfter: (day) => dayOf(day.number + 1),
    windowsOf: (date) => workingOn(date).map(({ from, to }) => ({ from: new Date(from), to: new Date(to) })),
    isWorkingDay: (date) => workingOn(date).length > 0,
    holidayName: (date, language = 'en') => plan.holidayName(date, language),
    dateAt: (instant) => dayAt(instant.getTime()).date,
  }
}

const dayLength = 86_400_000
const lastDay = Date.UTC(2199, 11, 31) / dayLength

interface Minutes {
  from: number
  to: number
}

/** The definition looked up by date, before time zones. */
interface Plan {
  /** Windows of a date in minutes of the wall clock, in order. */
  windowsOf(date: string, number: number): readonly Minutes[]
  kindOfDayOff(number: number): StretchKind
  holidayName(date: string, language: string): string | null
}

function createPlan({ windows, ownDays, country, state }: CalendarDefinition): Plan {
  const week = [1, 2, 3, 4, 5, 6, 7].map((day) => inMinutes(windows.filter(({ weekday }) => weekday === day)))
  const own = new Map(ownDays.map((day) => [day.date, { ...day, windows: day.windows && inMinutes(day.windows) }]))
  const holidays: PublicHolidays | null = country === null ? null : publicHolidays(country, state ?? null)
  // 1970-01-01 was a Thursday, the fourth day of the ISO week.
  const weekdayWindows = (number: number) => week[(number + 3) % 7] ?? []

  function holidayName(date: string, language: string): string | null {
    const day = own.get(date)
    if (day !== undefined) return day.kind === 'holiday' ? day.name : null
    return holidays?.nameOn(date, language) ?? null
  }

  return {
    windowsOf: (date, number) =>
      holidayName(date, 'en') === null ? (own.get(date)?.windows ?? weekdayWindows(number)) : [],
    kindOfDayOff: (number) => (weekdayWindows(number).length === 0 ? 'weekend' : 'holiday'),
    holidayName,
  }
}

function inMinutes(windows: readonly { from: string; to: string }[]): Minutes[] {
  return windows
    .map(({ from, to }) => ({ from: minuteOf(from) ?? 0, to: minuteOf(to) ?? 0 }))
    .sort((a, b) => a.from - b.from)
}

function createDay(number: number, zone: TimeZone, plan: Plan): CalendarDay {
  const date = new Date(number * dayLength).toISOString().slice(0, 10)
  const start = zone.instantOf(number * dayLength)
  const end = zone.instantOf((number + 1) * dayLength)
  // A day of 24 hours has no clock change, so its minutes are counted off without asking the zone again.
  const instantOf = (minute: number) =>
    end - start === dayLength ? start + minute * 60_000 : zone.instantOf(number * dayLength + minute * 60_000)

  const windows = plan.windowsOf(date, number)
  const stretches: Stretch[] = []
  let at = start
  const coverTo = (to: number, kind: StretchKind) => {
    if (to > at) stretches.push({ from: at, to, kind })
    at = Math.max(at, to)
  }
  windows.forEach(({ from, to }, index) => {
    coverTo(instantOf(from), index === 0 ? 'night' : 'break')
    coverTo(instantOf(to), 'working')
  })
  coverTo(end, windows.length === 0 ? plan.kindOfDayOff(number) : 'night')
  return { date, number, start, end, stretches }
}

function dayNumber(date: string): number {
  if (!isDate(date)) throw new RangeError(`Not a date: "${date}"`)
  return Date.parse(`${date}T00:00:00Z`) / dayLength
}
