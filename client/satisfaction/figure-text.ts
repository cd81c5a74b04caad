// Figures of satisfaction as they are written: two places, a real minus, a triangle where few answered.
import { smallSample } from '../management/Card.tsx'
import { decimal } from '../words/dates.ts'

/** 3.775 as "3.78"; no data is a dash, never 0. */
export function markText(value: number | null | undefined): string {
  return value == null ? '–' : decimal(exact(value), 2).replace('-', '−')
}

/** 0.25 as "+0.25". */
export function changeText(value: number | null | undefined): string {
  return value == null ? '–' : `${value > 0 ? '+' : ''}${markText(value)}`
}

export function countText(n: number): string {
  return n < smallSample ? `n = ${n} △` : `n = ${n}`
}

export function boundsText(interval: { low: number; high: number } | null): string {
  return interval ? `${markText(interval.low)} – ${markText(interval.high)}` : '–'
}

/** Without the error of binary fractions, so that 3.775 is rounded as it is written. */
function exact(value: number): string {
  return String(Number(value.toFixed(9)))
}
