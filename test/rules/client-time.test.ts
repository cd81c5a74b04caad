// Time in the client: by the server's clock, and fields in the viewer's zone; worked by hand from the rules of the zones.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { serverNow, setServerTime } from '../../client/device/server-clock.ts'
import { momentOf } from '../../client/words/time-zone.ts'

describe('a date and time written in a field', () => {
  it.each([
    ['2026-11-12T10:00', 'Asia/Almaty', '2026-11-12T05:00:00.000Z'],
    ['2026-11-12T10:00', 'UTC', '2026-11-12T10:00:00.000Z'],
    ['2026-07-01T23:30', 'America/New_York', '2026-07-02T03:30:00.000Z'],
    ['2026-11-12T10:00', 'Asia/Kolkata', '2026-11-12T04:30:00.000Z'],
    // Berlin: 29 March 2026, the clocks go from 2 to 3; 25 October, from 3 back to 2.
    ['2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
  ])('%s in %s is %s', (local, zone, moment) => {
    expect(momentOf(local, zone).toISOString()).toBe(moment)
  })
})

describe('the clock of a device', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-02T09:00:00Z'), toFake: ['Date'] })
  })
  afterEach(() => {
    setServerTime(new Date().toUTCString())
    vi.useRealTimers()
  })

  it('that is an hour ahead is put right by the first answer', () => {
    setServerTime('Mon, 02 Nov 2026 08:00:00 GMT')
    expect(serverNow().toISOString()).toBe('2026-11-02T08:00:00.500Z')
  })

  it('that is right within a second is left alone, and trusted again once it was mended', () => {
    setServerTime('Mon, 02 Nov 2026 08:59:59 GMT')
    expect(serverNow().toISOString()).toBe('2026-11-02T09:00:00.000Z')
    setServerTime('Mon, 02 Nov 2026 08:00:00 GMT')
    setServerTime('Mon, 02 Nov 2026 09:00:00 GMT')
    expect(serverNow().toISOString()).toBe('2026-11-02T09:00:00.000Z')
  })

  it('is left alone where an answer tells no time', () => {
    setServerTime(null)
    setServerTime('yesterday')
    expect(serverNow().toISOString()).toBe('2026-11-02T09:00:00.000Z')
  })
})
