// Shares and lengths of time in figures.
import type { TFunction } from 'i18next'
import { durationText } from '../parts/duration-text.ts'

/** 0.805 as "81 %". */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** Hours of the calendar. */
export function hoursText(hours: number, t: TFunction): string {
  return durationText(hours * 60, 1440, t)
}
