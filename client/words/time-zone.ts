// The viewer's zone, in which times are shown and written, whatever the device is set to.
let zone: string | undefined

export function setTimeZone(name: string): void {
  zone = name
}

export function timeZone(): string | undefined {
  return zone
}

/**
 * The moment that a field such as `2026-03-29T02:30` means on the clocks of the zone. A time that the clocks skip is the one
 * as long after the jump; of a time that comes twice it is the first.
 */
export function momentOf(local: string, inZone = zone): Date {
  const wall = Date.parse(`${local.length === 16 ? `${local}:00` : local}Z`)
  const [before = 0, after = 0] = [wall - 86_400_000, wall + 86_400_000].map((at) => offsetAt(at, inZone))
  const early = wall - before
  if (offsetAt(early, inZone) === before) return new Date(early)
  const late = wall - after
  return new Date(offsetAt(late, inZone) === after ? late : early)
}

/** What must be added to UTC at a moment to read the clocks of the zone, in milliseconds. */
function offsetAt(at: number, inZone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: inZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '00'
  const wall = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`
  return Date.parse(wall) - Math.floor(at / 1000) * 1000
}
