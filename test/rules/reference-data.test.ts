// The reference data of a fresh database: whether every word that the code branches on has what it needs there.
import { describe, expect, it } from 'vitest'
import { settlementKinds } from '../../schema/claim-vocabulary.ts'
import { clocks } from '../../schema/clock.ts'
import type { RouteStep } from '../../schema/json.ts'
import { catalogues, positions, words } from '../../schema/vocabulary.ts'
import { approvalRoute } from '../../server/claims/approval-route.ts'
import { demoPeople } from '../../server/tools/demo/people.ts'
import { deadlinePolicies } from '../../server/tools/reference/deadline-policies.ts'
import { approvalBands, exchangeRates } from '../../server/tools/reference/money.ts'
import { departments, regions, routing } from '../../server/tools/reference/organization.ts'
import { catalogueEntries } from '../../server/tools/reference-data.ts'

const bands = approvalBands.map(({ band, up_to, steps }) => ({
  band,
  upTo: up_to,
  steps: JSON.parse(steps) as RouteStep[],
}))
const ordinary = { keyAccount: false, critical: false, proposedAs: 'csLead' as const }

describe('deadline policies', () => {
  it.each(words(clocks))('holds for the clock %s whatever the severity and settlement kind', (clock) => {
    const general = deadlinePolicies.filter((row) => row.clock === clock && !row.severity && !row.variant)
    expect(general).toHaveLength(1)
  })

  it('keeps the defaults of the specification', () => {
    const rows = deadlinePolicies.map(({ clock, severity, variant, amount, unit }) => {
      const which = [clock, severity, variant].filter((part) => part !== null).join(' ')
      return `${which}: ${amount} ${unit}`
    })
    expect(rows).toEqual(
      expect.arrayContaining([
        'acknowledge: 1 workingDays',
        'acknowledge critical: 4 workingHours',
        'screen: 2 workingDays',
        'containment: 2 workingDays',
        'containment critical: 1 workingDays',
        'answer: 10 workingDays',
        'approval: 2 workingDays',
        'customerInformation: 30 calendarDays',
        'sampleArrival: 15 workingDays',
        'offerAnswer: 30 calendarDays',
        'settlement replacement: 45 calendarDays',
        'closing: 5 workingDays',
        'statusUpdate: 10 workingDays',
        'effectiveness: 90 calendarDays',
        'task: 3 workingDays',
        'taskReview: 3 workingDays',
      ]),
    )
  })

  it('reminds the customer after 5 and 10 working days and repeats the status update alone', () => {
    const reminding = deadlinePolicies.filter(({ remind_after_days }) => remind_after_days.length > 0)
    expect(reminding.map(({ clock, remind_after_days }) => [clock, remind_after_days])).toEqual([
      ['customerInformation', [5, 10]],
      ['offerAnswer', [5, 10]],
    ])
    expect(deadlinePolicies.filter(({ repeats }) => repeats).map(({ clock }) => clock)).toEqual(['statusUpdate'])
  })

  it('has a time for every settlement kind that is executed', () => {
    const variants = deadlinePolicies.flatMap(({ variant }) => variant ?? [])
    expect(variants.sort()).toEqual(
      words(settlementKinds)
        .filter((kind) => kind !== 'none')
        .sort(),
    )
  })
})

describe('approval bands', () => {
  it.each([
    ['1000', 0],
    ['1000.01', 1],
    ['10000', 1],
    ['10000.01', 1],
    ['50000', 1],
    ['50000.01', 1],
    ['200000', 1],
    ['200000.01', 2],
  ])('asks for the route of %s USD: %i steps', (totalUsd, steps) => {
    expect(approvalRoute(bands, { ...ordinary, totalUsd })).toHaveLength(steps)
  })

  it('asks only for words that a person can hold', () => {
    const asked = new Set(bands.flatMap(({ steps }) => steps.flatMap(({ of }) => of)))
    expect([...asked].sort()).toEqual(['commercialDirector', 'csLead', 'finance', 'headOfQuality', 'management'])
    expect(words(positions).every((position) => asked.has(position))).toBe(true)
  })

  it('can be approved by the people of the demo world, whichever of them has proposed', () => {
    const people = Object.values(demoPeople).map(({ name, grants, positions: held }) => ({
      name,
      holds: [...grants.map(({ role }) => role as string), ...held],
    }))
    const proposers = people.filter(({ holds }) => holds.includes('csLead') || holds.includes('keyCustomerManager'))
    const short = bands.flatMap(({ band, steps }) =>
      steps.flatMap(({ needed, of }, step) =>
        proposers.flatMap((proposer) => {
          const able = people.filter(
            ({ name, holds }) => name !== proposer.name && of.some((word) => holds.includes(word)),
          )
          return able.length < needed ? [`band ${band} step ${step + 1} proposed by ${proposer.name}`] : []
        }),
      ),
    )
    expect(proposers).toHaveLength(4)
    expect(short).toEqual([])
  })
})

describe('catalogues', () => {
  it.each(words(catalogues))('%s has entries with names in three languages and codes of their own', (catalogue) => {
    const entries = catalogueEntries[catalogue]
    expect(entries.length).toBeGreaterThanOrEqual(6)
    expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length)
    for (const { code, en, ru, kk } of entries) {
      expect(code).toMatch(/^[A-Za-z0-9-]{1,40}$/)
      expect([en, ru, kk].every((name) => name.trim().length > 0)).toBe(true)
      expect([ru, kk].every((name) => /\p{Script=Cyrillic}/u.test(name))).toBe(true)
    }
  })

  it('offers "not ours" first when a task is returned', () => {
    expect(catalogueEntries.returnReason[0]?.code).toBe('notOurs')
  })
})

describe('organization', () => {
  it('routes each subject to a department that exists, once per stage', () => {
    const subjects = catalogueEntries.subject.map(({ code }) => code)
    const codes = departments.map(({ code }) => code)
    expect(new Set(routing.map(({ subject, stage }) => `${subject} ${stage}`)).size).toBe(routing.length)
    expect(
      routing.filter(({ subject, department }) => !subjects.includes(subject) || !codes.includes(department)),
    ).toEqual([])
    expect(routing).toContainEqual({
      subject: 'surfaceQuality',
      stage: 'production',
      department: 'rollingMill',
      days: 3,
    })
    expect(routing).toContainEqual({ subject: 'fastening', stage: 'delivery', department: 'logistics', days: 2 })
  })

  it('has four regions and six departments', () => {
    expect(regions.map(({ code }) => code)).toEqual(['europe', 'eastAsia', 'iran', 'middleEast'])
    expect(departments).toHaveLength(6)
  })

  it('has a rate for every currency on the first of its days', () => {
    const currencies = [...new Set(exchangeRates.map(({ currency }) => currency))]
    expect(currencies.sort()).toEqual(['AED', 'CNY', 'EUR', 'IRR', 'KRW', 'KZT', 'USD'])
    expect(exchangeRates.filter(({ day }) => day === '2020-01-01')).toHaveLength(7)
    expect(
      exchangeRates.filter(({ currency }) => currency === 'USD').every(({ usd_per_unit }) => usd_per_unit === '1'),
    ).toBe(true)
  })
})
