// A day in the words of a language, Gregorian, on the clocks of the device.
import { dateFormat } from './date-format.ts'

/** 18 December 2026 */
export function dayIn(language: string, iso: string | Date): string {
  return dateFormat(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(iso))
}

/** 18 December 2026, 16:20, on the clocks of the device. */
export function momentIn(language: string, iso: string): string {
  const hour = dateFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${dayIn(language, iso)}${language === 'fa' ? '، ' : ', '}${hour.format(new Date(iso))}`
}
