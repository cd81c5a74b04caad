/** The plant calendar of the worked examples: Almaty, Monday to Friday, 09:00–13:00 and 14:00–18:00. */

import type { CalendarDefinition } from '../../server/core/calendar-definition.ts'

export const plantWindows = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, from: '09:00', to: '13:00' },
  { weekday, from: '14:00', to: '18:00' },
])

export function plant(changes: Partial<CalendarDefinition> = {}): CalendarDefinition {
  return {
    timeZone: 'Asia/Almaty',
    country: 'KZ',
    windows: plantWindows,
    ownDays: [],
    minutesPerDay: 480,
    ...changes,
  }
}

/** An instant given as the plant's wall-clock time (UTC+5 since March 2024). */
export function almaty(local: string): Date {
  return new Date(`${local.replace(' ', 'T')}:00+05:00`)
}
