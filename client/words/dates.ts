// Dates and times in the viewer's words: Gregorian, in the chosen language and the person's zone.
import { dateFormat, figureLocale } from './date-format.ts'
import { chosenLanguage } from './language.ts'
import { timeZone as viewerZone } from './time-zone.ts'

const formats = new Map<string, ReturnType<typeof dateFormat>>()

function format(name: string, options: Intl.DateTimeFormatOptions): ReturnType<typeof dateFormat> {
  const timeZone = options.timeZone ?? viewerZone()
  const key = `${name} ${timeZone}`
  const known = formats.get(key)
  if (known) return known
  const made = dateFormat(chosenLanguage(), { ...options, timeZone })
  formats.set(key, made)
  return made
}

function locale(): string {
  return figureLocale(chosenLanguage())
}

/** Fri 18 Dec, 16:20 */
export function dayAndTime(date: string | Date): string {
  return format('dayAndTime', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(date))
}

/** Friday 18 December, 16:20 */
export function longDayAndTime(date: string | Date): string {
  return format('long', { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }).format(
    new Date(date),
  )
}

/** Friday 18 December */
export function longDay(date: string | Date): string {
  return format('longDay', { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(date))
}

/** December 2026, of a month like 2026-12. */
export function monthName(month: string): string {
  return format('month', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))
}

/** 18 Dec 2026, of a civil day. */
export function shortCivilDay(day: string): string {
  return format('shortCivil', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

/** Friday 18 December 2026, of a civil day. */
export function civilDay(day: string): string {
  return format('civil', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

/** 18 Dec */
export function shortDay(date: string | Date): string {
  return format('shortDay', { day: 'numeric', month: 'short' }).format(new Date(date))
}

/** 16:20, in a zone of its own where one is given. */
export function timeOfDay(date: string | Date, timeZone?: string): string {
  return format('time', { hour: '2-digit', minute: '2-digit', ...(timeZone && { timeZone }) }).format(new Date(date))
}

/** The time where the date is today, else the day. */
export function shortWhen(date: string | Date, now: Date): string {
  return dayKey(date) === dayKey(now) ? timeOfDay(date) : shortDay(date)
}

/** 2026-12-18, in the person's zone or the given one: what two times of the same day share. */
export function dayKey(date: string | Date, timeZone = viewerZone()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(date))
}

/** First letter of the weekday, and the day of the month, for the ribbon of a clock. */
export function ribbonDay(date: Date): { weekday: string; day: string; off: string } {
  return {
    weekday: format('narrow', { weekday: 'narrow' }).format(date),
    day: format('dayOnly', { day: 'numeric' }).format(date),
    off: format('weekdayLong', { weekday: 'long', day: 'numeric', month: 'long' }).format(date),
  }
}

export function languageName(code: string): string {
  return new Intl.DisplayNames([locale()], { type: 'language' }).of(code) ?? code
}

export function countryName(code: string): string {
  return new Intl.DisplayNames([locale()], { type: 'region' }).of(code) ?? code
}

/** Decimal text of the API in the language's figures, never through a float. */
export function decimal(text: string, digits: number): string {
  const figures = text as Intl.StringNumericLiteral
  return new Intl.NumberFormat(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    figures,
  )
}
