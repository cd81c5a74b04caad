// A length of time in the two largest units that say something: "3 d 4 h", "1 h 20 min", "31 d".
import type { TFunction } from 'i18next'

const longFrom = 10

/** `dayMinutes` is the length of one day: 480 of a plant that works eight hours, 1,440 of the calendar. */
export function durationText(minutes: number, dayMinutes: number, t: TFunction): string {
  const whole = Math.max(Math.round(minutes), 0)
  const days = Math.floor(whole / dayMinutes)
  const hours = Math.floor((whole % dayMinutes) / 60)
  const rest = whole % 60
  const parts = [
    days > 0 && t('clock.day', { count: days }),
    hours > 0 && days < longFrom && t('clock.hour', { count: hours }),
    rest > 0 && days === 0 && t('clock.minute', { count: rest }),
  ].filter((part) => part !== false)
  return parts.length > 0 ? parts.join(' ') : t('clock.minute', { count: 0 })
}
