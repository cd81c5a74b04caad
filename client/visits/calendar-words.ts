// What the calendar of visits says of its days.
import { dateFormat, figureLocale } from '../words/date-format.ts'
import { chosenLanguage } from '../words/language.ts'
import type { Span } from './calendar-days.ts'

const said = (day: string, options: Intl.DateTimeFormatOptions) =>
  dateFormat(chosenLanguage(), { timeZone: 'UTC', ...options }).format(new Date(`${day}T00:00:00Z`))

/** December 2026, or 14–20 December 2026. */
export function spanTitle(weeks: readonly (readonly string[])[], span: Span, day: string): string {
  if (span === 'month') return said(day, { month: 'long', year: 'numeric' })
  const [first = day] = weeks[0] ?? []
  const last = weeks[0]?.at(-1) ?? day
  const format = dateFormat(chosenLanguage(), { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
  return format.formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`))
}

export const weekdayName = (day: string) => said(day, { weekday: 'short' })
export const dayNumber = (day: string) => said(day, { day: 'numeric' })
export const wholeDay = (day: string) => said(day, { weekday: 'long', day: 'numeric', month: 'long' })

/** 7.5, in the figures of the language. */
export function hours(minutes: number): string {
  return new Intl.NumberFormat(figureLocale(chosenLanguage()), { maximumFractionDigits: 1 }).format(minutes / 60)
}
