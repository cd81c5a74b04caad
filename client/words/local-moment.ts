// A moment as a field for date and time holds it: `2026-12-18T16:20`, on the clocks of the viewer's zone.
import { timeZone } from './time-zone.ts'

export function localMoment(at: string): string {
  return new Date(at)
    .toLocaleString('sv-SE', { timeZone: timeZone(), dateStyle: 'short', timeStyle: 'short' })
    .replace(' ', 'T')
}
