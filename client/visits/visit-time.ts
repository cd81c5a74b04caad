// From when to when a visit lasts, in words.
import { dayAndTime, dayKey, timeOfDay } from '../words/dates.ts'

/** Fri 18 Dec, 10:00–12:00; the second day is named where it is another. */
export function spanOf(startsAt: string, endsAt: string | null): string {
  if (!endsAt) return dayAndTime(startsAt)
  return `${dayAndTime(startsAt)} – ${dayKey(startsAt) === dayKey(endsAt) ? timeOfDay(endsAt) : dayAndTime(endsAt)}`
}
