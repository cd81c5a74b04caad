/** Converts between instants and the wall-clock time of one time zone, by Intl alone. */

/** Instants are milliseconds since 1970 UTC; a wall time is that count read off a wall clock as if it showed UTC. */
export interface TimeZone {
  readonly name: string
  /** Milliseconds that the zone's clocks are ahead of UTC at an instant. */
  offsetAt(instant: number): number
  wallTimeAt(instant: number): number
  /**
   * The instant at which the clocks show a wall time. Shown twice (clocks put back): the earlier instant. Never shown
   * (clocks put forward): the instant of the jump. So later wall times never map to earlier instants, and adjoining
   * windows neither overlap nor lose time.
   */
  instantOf(wallTime: number): number
}

const known = new Map<string, TimeZone>()

/** One shared zone per IANA name. Throws RangeError for a name that the runtime does not know. */
export function timeZone(name: string): TimeZone {
  const existing = known.get(name)
  if (existing !== undefined) return existing
  const created = createZone(name)
  known.set(name, created)
  return created
}

export function isTimeZone(name: string): boolean {
  try {
    timeZone(name)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Further from UTC than any zone has been, in milliseconds. */
const reach = 15 * 3_600_000

function createZone(name: string): TimeZone {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' })

  function offsetAt(instant: number): number {
    const part = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')
    return parseOffset(part?.value ?? '')
  }

  function instantOf(wallTime: number): number {
    const before = offsetAt(wallTime - reach)
    const after = offsetAt(wallTime + reach)
    const early = wallTime - before
    if (before === after || offsetAt(early) === before) return early
    const late = wallTime - after
    return offsetAt(late) === after ? late : jumpBetween(wallTime - reach, wallTime + reach, before)
  }

  function jumpBetween(from: number, to: number, before: number): number {
    let last = from
    let first = to
    while (first - last > 1) {
      const middle = Math.floor((last + first) / 2)
      if (offsetAt(middle) === before) last = middle
      else first = middle
    }
    return first
  }

  return { name, offsetAt, wallTimeAt: (instant) => instant + offsetAt(instant), instantOf }
}

/** 'GMT+05:30', 'GMT-03:25:44' or plain 'GMT' to milliseconds. */
function parseOffset(text: string): number {
  const match = /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text)
  if (match === null) throw new Error(`The runtime gave an offset that cannot be read: "${text}"`)
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = match
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
  return sign === '-' ? -size : size
}
