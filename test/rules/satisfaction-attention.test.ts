// Who needs attention: employees who differ, assessments that are overdue, customers who are silent; worked by hand in the domain inventory.
import { describe, expect, it } from 'vitest'
import { missingMembers, overdueAssessments } from '../../server/satisfaction/assessment-calendar.ts'
import { employeeDeviations } from '../../server/satisfaction/employee-deviation.ts'
import { silentAccounts } from '../../server/satisfaction/silence.ts'

describe('employees (SAT-10)', () => {
  const marks = (n: number) =>
    Object.entries({ A: 8.6, B: 8.8, C: 8.4, D: 5.2 }).map(([employee, mean]) => ({ employee, n, mean }))

  it('are compared with the mean of the others; D is flagged, A is not', () => {
    const found = employeeDeviations(marks(5))
    expect(found.map(({ employee, deviation, flagged }) => [employee, deviation?.toFixed(2), flagged])).toEqual([
      ['A', '1.13', false],
      ['B', '1.40', false],
      ['C', '0.87', false],
      ['D', '-3.40', true],
    ])
  })

  it('are not flagged for four answers, and one alone has nobody to be compared with', () => {
    expect(employeeDeviations(marks(4)).some(({ flagged }) => flagged)).toBe(false)
    expect(employeeDeviations([{ employee: 'A', n: 9, mean: 2 }])).toMatchObject([{ deviation: null, flagged: false }])
  })
})

describe('the calendar of assessments (SAT-07)', () => {
  it('misses the survey of April on 1 May', () => {
    const done = [
      { method: 'survey' as const, on: '2026-03-12' },
      { method: 'focusGroup' as const, on: '2026-02-01' },
    ]
    expect(overdueAssessments(done, '2026-03-01', '2026-05-01')).toEqual([{ method: 'survey', missing: '2026-04' }])
    expect(overdueAssessments(done, '2026-03-01', '2026-04-30')).toEqual([])
  })

  it('misses a focus group a year after the last one, and where there never was one', () => {
    const last = { method: 'focusGroup' as const, on: '2025-01-20' }
    expect(overdueAssessments([last], '2026-02-01', '2026-02-01')).toEqual([
      { method: 'focusGroup', missing: '2026-01-20' },
    ])
    expect(overdueAssessments([last], '2026-01-20', '2026-01-20')).toEqual([])
    expect(overdueAssessments([], '2026-02-01', '2026-02-01')).toEqual([{ method: 'focusGroup', missing: null }])
  })

  it('wants customers, managers and staff in a focus group', () => {
    expect(missingMembers({ customers: 6, managers: 2, staff: 0 })).toEqual(['staff'])
    expect(missingMembers({ customers: 6, managers: 2, staff: 1 })).toEqual([])
  })
})

describe('silence (CLM-04)', () => {
  it('alarms for who was shipped to and not heard of in six months', () => {
    const now = new Date('2026-11-02T08:00:00Z')
    const day = (text: string) => new Date(`${text}T00:00:00Z`)
    const accounts = [
      { accountId: 'A', shippedAt: day('2026-10-20'), heardAt: day('2026-04-01') },
      { accountId: 'B', shippedAt: null, heardAt: null },
      { accountId: 'C', shippedAt: day('2026-10-20'), heardAt: day('2026-09-01') },
      { accountId: 'D', shippedAt: day('2026-10-20'), heardAt: null },
    ]
    expect(silentAccounts(accounts, now).map(({ accountId }) => accountId)).toEqual(['A', 'D'])
  })
})
