// Arithmetic on moments written as UTC ISO text; nothing here knows the present.

const dayLength = 24 * 60 * 60 * 1000

/** Days of 24 hours from `from` to `to`, with fraction. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayLength
}

export function isAfter(moment: string, other: string): boolean {
  return Date.parse(moment) > Date.parse(other)
}

/** Days of a period written as `2026-03-31`, first and last day included. */
export function daysOf(period: { from: string; to: string }): number {
  return Math.round(daysBetween(period.from, period.to)) + 1
}
