// Dates in Kazakh where the browser knows no Kazakh: in the order and with the names that CLDR has.
import { describe, expect, it } from 'vitest'
import { kazakhFormat } from '../../client/words/date-format.ts'

const at = new Date('2026-12-18T11:20:00Z')
const timeZone = 'Asia/Almaty'

describe('a date in Kazakh', () => {
  it.each<[string, Intl.DateTimeFormatOptions]>([
    ['2026 ж. 18 желтоқсан, жұма', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }],
    ['2026 ж. желтоқсан', { month: 'long', year: 'numeric' }],
    ['18 жел.', { day: 'numeric', month: 'short' }],
    ['18 жел., жм, 16:20', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }],
    ['Ж', { weekday: 'narrow' }],
    ['16:20', { hour: '2-digit', minute: '2-digit' }],
  ])('%s', (written, options) => {
    expect(kazakhFormat({ ...options, timeZone }).format(at)).toBe(written)
    expect(new Intl.DateTimeFormat('kk', { ...options, timeZone }).format(at)).toBe(written)
  })

  it('tells from when until when', () => {
    const day = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const
    const range = (until: string, options: Intl.DateTimeFormatOptions) =>
      kazakhFormat(options).formatRange(at, new Date(until))
    expect(range('2026-12-20T11:20:00Z', day)).toBe('2026 ж. 18–20 желтоқсан')
    expect(range('2027-01-02T11:20:00Z', day)).toBe('2026 ж. 18 желтоқсан – 2027 ж. 2 қаңтар')
    const hours = { hour: '2-digit', minute: '2-digit' } as const
    expect(range('2026-12-18T12:50:00Z', { ...day, ...hours })).toBe('2026 ж. 18 желтоқсан, 16:20–17:50')
  })
})
