/** Public holidays of a country or state by civil date, from `date-holidays`. */

import { createRequire } from 'node:module'
import type HolidaysOfPackage from 'date-holidays'

export interface PublicHolidays {
  /** Name of the holiday on a date 'YYYY-MM-DD', in the language asked or else one of the data's; null otherwise. */
  nameOn(date: string, language: string): string | null
}

const known = new Map<string, PublicHolidays>()

/**
 * Holidays of type `public`; bank, school and optional days are working days. Days that the data calls free for some
 * hours only (from noon, say) are left out: who closes early enters a day of his own with its windows.
 */
export function publicHolidays(country: string, state: string | null): PublicHolidays {
  const key = JSON.stringify([country, state])
  const existing = known.get(key)
  if (existing !== undefined) return existing
  const created = createHolidays(country, state)
  known.set(key, created)
  return created
}

export function isCountry(country: string): boolean {
  const Holidays = dataOfCountries()
  return Object.hasOwn(new Holidays().getCountries(), country)
}

export function isStateOf(country: string, state: string): boolean {
  const Holidays = dataOfCountries()
  return Object.hasOwn(new Holidays().getStates(country) ?? {}, state)
}

function createHolidays(country: string, state: string | null): PublicHolidays {
  const Holidays = dataOfCountries()
  const source = state === null ? new Holidays(country) : new Holidays(country, state)
  const years = new Map<string, ReadonlyMap<string, string>>()
  return {
    nameOn(date, language) {
      const key = date.slice(0, 4) + language
      let names = years.get(key)
      if (names === undefined) {
        names = namesOfYear(source, Number(date.slice(0, 4)), language)
        years.set(key, names)
      }
      return names.get(date) ?? null
    },
  }
}

/** Loaded when a country is first asked for: the data of all countries would be a part of every start. */
function dataOfCountries(): typeof HolidaysOfPackage {
  return createRequire(import.meta.url)('date-holidays')
}

const day = 86_400_000

function namesOfYear(source: HolidaysOfPackage, year: number, language: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  // A holiday of several days may begin in December; a substitute day must not hide the name of a holiday of its own.
  const holidays = [...source.getHolidays(year - 1, language), ...source.getHolidays(year, language)]
    .filter(({ type }) => type === 'public')
    .sort((a, b) => Number(a.substitute ?? false) - Number(b.substitute ?? false))
  for (const holiday of holidays) {
    // Religious days start at sunset of the eve, `date` is the civil day all the same. A day may be an hour short.
    const first = Date.parse(`${holiday.date.slice(0, 10)}T00:00:00Z`)
    const length = Math.floor((holiday.end.getTime() - holiday.start.getTime()) / day + 0.05)
    for (let index = 0; index < length; index++) {
      const date = new Date(first + index * day).toISOString().slice(0, 10)
      if (date.startsWith(`${year}-`) && !names.has(date)) names.set(date, nameIn(language, holiday.name))
    }
  }
  return names
}

/** Where a language has no words for it, the data adds the English ones. */
function nameIn(language: string, name: string): string {
  return language === 'en' ? name : name.replace(' (substitute day)', '')
}
