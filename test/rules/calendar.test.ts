import { describe, expect, it } from 'vitest'
import { createCalendar, InvalidCalendar } from '../../server/core/calendar.ts'
import type { CalendarDefinition } from '../../server/core/calendar-definition.ts'
import { almaty, plant, plantWindows } from './plant-calendar.ts'

function windows(definition: CalendarDefinition, date: string): string[] {
  return createCalendar(definition)
    .windowsOf(date)
    .map(({ from, to }) => `${from.toISOString().slice(0, 16)} ${to.toISOString().slice(0, 16)}`)
}

function faults(definition: CalendarDefinition): string[] {
  try {
    createCalendar(definition)
  } catch (error) {
    if (error instanceof InvalidCalendar) return error.faults.map(({ path, code }) => `${path} ${code}`)
    throw error
  }
  return []
}

describe('the days of the plant calendar', () => {
  const calendar = createCalendar(plant())

  it('has two windows on a working day, in UTC', () => {
    expect(windows(plant(), '2026-12-02')).toEqual([
      '2026-12-02T04:00 2026-12-02T08:00',
      '2026-12-02T09:00 2026-12-02T13:00',
    ])
  })

  it.each([
    ['2026-12-15', true, null], // Tuesday
    ['2026-12-16', false, 'Independence Day'], // Wednesday
    ['2026-12-19', false, null], // Saturday
    ['2026-03-23', false, 'Nauryz'], // Monday; a substitute day falls on it besides and does not hide its name
    ['2026-03-09', false, "International Women's Day (substitute day)"], // Monday, for Sunday the 8th
    ['2026-05-27', false, 'Eid al-Adha'], // begins at sunset of 26 May, the free day is the 27th
    ['2026-05-26', true, null],
  ])('%s is worked: %s, holiday: %s', (date, worked, name) => {
    expect(calendar.isWorkingDay(date)).toBe(worked)
    expect(calendar.holidayName(date)).toBe(name)
  })

  it('names a holiday in the language asked', () => {
    expect(calendar.holidayName('2026-12-16', 'ru')).toBe('День независимости')
    expect(calendar.holidayName('2026-12-16', 'kk')).toBe('Тәуелсіздік күні')
    expect(calendar.holidayName('2026-03-09', 'ru')).toBe('Международный женский день') // no English words added
  })

  it('gives the local date of an instant', () => {
    expect(calendar.dateAt(new Date('2026-12-01T18:59:59.999Z'))).toBe('2026-12-01')
    expect(calendar.dateAt(new Date('2026-12-01T19:00:00Z'))).toBe('2026-12-02')
  })

  it('works a public holiday, a Saturday and a short day where own days say so, and frees an ordinary day', () => {
    const own = plant({
      ownDays: [
        { date: '2026-12-16', kind: 'working', name: 'Order backlog' },
        { date: '2026-12-19', kind: 'working', name: 'Moved day', windows: [{ from: '09:00', to: '12:00' }] },
        { date: '2026-12-31', kind: 'working', name: 'Short day', windows: [{ from: '09:00', to: '13:00' }] },
        { date: '2026-12-21', kind: 'holiday', name: 'Plant anniversary' },
      ],
    })
    expect(windows(own, '2026-12-16')).toHaveLength(2)
    expect(createCalendar(own).holidayName('2026-12-16')).toBeNull()
    expect(windows(own, '2026-12-19')).toEqual(['2026-12-19T04:00 2026-12-19T07:00'])
    expect(windows(own, '2026-12-31')).toEqual(['2026-12-31T04:00 2026-12-31T08:00'])
    expect(windows(own, '2026-12-21')).toEqual([])
    expect(createCalendar(own).holidayName('2026-12-21')).toBe('Plant anniversary')
  })

  it('frees every day of a holiday of several days, over the new year too', () => {
    const swaziland = createCalendar(plant({ country: 'SZ', timeZone: 'Africa/Mbabane' }))
    // Incwala from 28 December 2025, six days: its last is Friday 2 January.
    expect(['2025-12-31', '2026-01-02', '2026-01-05'].map(swaziland.isWorkingDay)).toEqual([false, false, true])
    const turkey = createCalendar(plant({ country: 'TR', timeZone: 'Europe/Istanbul' }))
    // Ramadan feast 2026: 20 to 22 March; Monday the 23rd is worked again.
    expect(['2026-03-19', '2026-03-20', '2026-03-23'].map(turkey.isWorkingDay)).toEqual([true, false, true])
  })

  it('works days that are observed but not free', () => {
    const berlin = createCalendar(plant({ country: 'DE', timeZone: 'Europe/Berlin' }))
    expect(berlin.isWorkingDay('2026-02-16')).toBe(true) // Shrove Monday
    expect(berlin.holidayName('2026-02-16')).toBeNull()
  })

  it('refuses what is no date', () => {
    expect(() => calendar.windowsOf('2026-02-30')).toThrow(RangeError)
    expect(() => calendar.dateAt(new Date('2300-01-01'))).toThrow(RangeError)
    expect(() => calendar.dateAt(new Date('1969-12-01'))).toThrow(RangeError)
    expect(() => calendar.dateAt(new Date('nonsense'))).toThrow(RangeError)
  })
})

describe('windows where clocks change', () => {
  const sunday = (timeZone: string, spans: [string, string][]) =>
    plant({ timeZone, country: null, windows: spans.map(([from, to]) => ({ weekday: 7, from, to })) })

  it('loses the hour that is skipped, gains the hour that comes twice (Berlin 2026)', () => {
    const night = sunday('Europe/Berlin', [['00:00', '06:00']])
    expect(windows(night, '2026-03-29')).toEqual(['2026-03-28T23:00 2026-03-29T04:00']) // 5 h
    expect(windows(night, '2026-10-25')).toEqual(['2026-10-24T22:00 2026-10-25T05:00']) // 7 h
  })

  it('starts at the jump a window whose start is skipped, and drops one that is skipped whole', () => {
    const early = sunday('Europe/Berlin', [
      ['02:00', '02:30'],
      ['02:30', '04:00'],
    ])
    expect(windows(early, '2026-03-29')).toEqual(['2026-03-29T01:00 2026-03-29T02:00']) // 03:00 to 04:00
  })

  it('lets touching windows share the doubled hour without overlap', () => {
    const early = sunday('Europe/Berlin', [
      ['02:00', '02:30'],
      ['02:30', '04:00'],
    ])
    expect(windows(early, '2026-10-25')).toEqual([
      '2026-10-25T00:00 2026-10-25T00:30', // 02:00 to 02:30 summer time
      '2026-10-25T00:30 2026-10-25T03:00', // 02:30 summer time to 04:00 winter time
    ])
  })

  it('knows days whose midnight is skipped or comes late', () => {
    // Iran put its clocks forward at midnight of 22 March 2021: the day began at 01:00, UTC+4:30.
    const tehran = createCalendar(plant({ timeZone: 'Asia/Tehran', country: null }))
    expect(tehran.dateAt(new Date('2021-03-21T20:29:59Z'))).toBe('2021-03-21')
    expect(tehran.dateAt(new Date('2021-03-21T20:30:00Z'))).toBe('2021-03-22')
    // Almaty moved from UTC+6 to UTC+5 at midnight of 1 March 2024: 29 February had 25 hours.
    const wholeDays = plant({ country: null, windows: [{ weekday: 4, from: '00:00', to: '24:00' }] })
    expect(windows(wholeDays, '2024-02-29')).toEqual(['2024-02-28T18:00 2024-02-29T19:00'])
  })

  it('skips a date that a zone left out (Samoa, 30 December 2011)', () => {
    const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }))
    const apia = createCalendar(plant({ timeZone: 'Pacific/Apia', country: null, windows: everyDay }))
    expect(apia.windowsOf('2011-12-30')).toEqual([])
    expect(apia.dateAt(new Date('2011-12-30T09:59:59Z'))).toBe('2011-12-29')
    expect(apia.dateAt(new Date('2011-12-30T10:00:00Z'))).toBe('2011-12-31')
  })
})

describe('definitions that are refused', () => {
  const monday = (from: string, to: string) => ({ weekday: 1, from, to })
  const odd = (date: string, rest: object = {}) =>
    ({ date, kind: 'holiday', name: 'Odd', ...rest }) as CalendarDefinition['ownDays'][number]

  it.each<[string, Partial<CalendarDefinition>, string[]]>([
    ['unknown time zone', { timeZone: 'Asia/Atlantis' }, ['timeZone unknownTimeZone']],
    ['unknown country', { country: 'XX' }, ['country unknownCountry']],
    ['unknown state', { country: 'DE', state: 'ZZ' }, ['state unknownState']],
    ['state without country', { country: null, state: 'BY' }, ['state unknownState']],
    ['no window', { windows: [] }, ['windows noWindow']],
    ['weekday 0', { windows: [{ weekday: 0, from: '09:00', to: '10:00' }] }, ['windows[0].weekday badWeekday']],
    ['hour 25', { windows: [monday('09:00', '25:00')] }, ['windows[0].to badTime']],
    ['start at 24:00', { windows: [monday('24:00', '24:00')] }, ['windows[0] reversedWindow']],
    ['reversed', { windows: [monday('18:00', '09:00')] }, ['windows[0] reversedWindow']],
    ['overlap', { windows: [monday('09:00', '13:00'), monday('12:59', '14:00')] }, ['windows[1] overlappingWindow']],
    ['no length of a day', { minutesPerDay: 0 }, ['minutesPerDay badMinutesPerDay']],
    ['30 February', { ownDays: [odd('2026-02-30')] }, ['ownDays[0].date badDate']],
    ['a date twice', { ownDays: [odd('2026-02-03'), odd('2026-02-03')] }, ['ownDays[1].date repeatedDate']],
    [
      'a Sunday worked without hours',
      { ownDays: [odd('2026-12-20', { kind: 'working' })] },
      ['ownDays[0].windows workingDayWithoutWindow'],
    ],
    [
      'a holiday with hours',
      { ownDays: [odd('2026-12-21', { windows: [{ from: '09:00', to: '10:00' }] })] },
      ['ownDays[0].windows holidayWithWindow'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(faults(plant(changes))).toEqual(expected)
  })

  it('lists all faults at once', () => {
    const bad = plant({ timeZone: '', country: 'XX', windows: [monday('9:00', '18:00')], minutesPerDay: 2000 })
    expect(faults(bad)).toEqual([
      'timeZone unknownTimeZone',
      'country unknownCountry',
      'minutesPerDay badMinutesPerDay',
      'windows[0].from badTime',
    ])
  })

  it('takes windows that touch, stand in any order, or are a state of a country', () => {
    const unordered = plant({ windows: [monday('13:00', '24:00'), monday('00:00', '13:00')] })
    expect(windows(unordered, '2026-12-07')).toEqual([
      '2026-12-06T19:00 2026-12-07T08:00',
      '2026-12-07T08:00 2026-12-07T19:00',
    ])
    const bavaria = createCalendar(plant({ timeZone: 'Europe/Berlin', country: 'DE', state: 'BY' }))
    expect(bavaria.holidayName('2026-01-06')).toBe('Epiphany')
    expect(bavaria.definition.windows).toBe(plantWindows)
    expect(bavaria.dateAt(almaty('2026-01-06 03:59'))).toBe('2026-01-05')
  })
})
