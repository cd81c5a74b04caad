// Rules of key accounts, each against the figures of the domain's own check.
import { describe, expect, it } from 'vitest'
import { completeness } from '../../server/accounts/completeness.ts'
import { competenceScore } from '../../server/accounts/core-competence.ts'
import { creditCheck } from '../../server/accounts/credit-check.ts'
import { netOfHunt } from '../../server/accounts/hidden-losses.ts'
import { loyaltyPhase } from '../../server/accounts/loyalty.ts'
import { coverage, funnel, growth, needShare, stockGap } from '../../server/accounts/need-coverage.ts'
import { pareto } from '../../server/accounts/pareto.ts'
import { criteriaMet, depends } from '../../server/accounts/partnership.ts'
import { type Characteristic, criterionFaults, spread } from '../../server/accounts/segmentation.ts'
import { isOverdue, isSilent } from '../../server/accounts/silence.ts'
import { valueAtRisk } from '../../server/accounts/value-at-risk.ts'

const risk = (yearlySales: string, yearlyGrowth: string, years: number, marginPercent = '0') =>
  valueAtRisk({ yearlySales, yearlyGrowth, years, marginPercent })

describe('VAL-01: what losing a customer costs', () => {
  it('is the sum of the years, and of it the margin', () => {
    expect(risk('10', '2', 5, '20')).toEqual({ sales: '70.00', profit: '14.00' })
    expect(risk('1200000', '50000', 5, '8')).toEqual({ sales: '6500000.00', profit: '520000.00' })
    expect(risk('100', '0', 3).sales).toBe('300.00')
    expect(risk('10', '2', 1).sales).toBe('10.00')
  })

  it('counts a year below zero as none', () => {
    expect(risk('10', '-3', 5).sales).toBe('22.00')
  })
})

describe('ACC-15 and ACC-10: how complete it is', () => {
  it('is five of six, and four of five', () => {
    expect(completeness(['a', 'b', 'c', 'd', 'e', ' ']).percent).toBe(83.3)
    expect(completeness(['a', 'b', 'c', 'd', null]).percent).toBe(80)
  })
})

describe('ACC-04: formal criteria of segmentation', () => {
  const trait = (id: string, given: Partial<Characteristic> = {}): Characteristic => ({
    id,
    name: id,
    dependsOnSupplier: false,
    measurable: true,
    correlatedWith: [],
    ...given,
  })
  const criteria = (...chosen: Characteristic[]) => criterionFaults(chosen).map(({ criterion }) => criterion)

  it('refuse what depends on us, what is ambiguous, what says the same', () => {
    expect(criteria(trait('length of relationship', { dependsOnSupplier: true }))).toEqual([1])
    expect(criteria(trait('good customer', { measurable: false }))).toEqual([2])
    expect(criteria(trait('business scale'), trait('total need', { correlatedWith: ['business scale'] }))).toEqual([3])
    expect(criteria(trait('total need', { correlatedWith: ['business scale'] }))).toEqual([])
    expect(criteria(trait('industry'), trait('processing technology'))).toEqual([])
  })

  it('show the likeness inside as a spread', () => {
    expect(spread([10, 10, 10])).toBe(0)
    // mean 20, standard deviation 10
    expect(spread([10, 20, 30])).toBe(0.5)
    expect(spread([10])).toBe(null)
  })
})

describe('ACC-05: needs beyond the standard', () => {
  const need = (met: boolean, wanted_stock: string | null = null, actual_stock: string | null = null) => ({
    met,
    wanted_stock,
    actual_stock,
  })
  it('are covered by 66.7 % where four of six are met', () => {
    expect(coverage([true, true, true, true, false, false].map((met) => need(met))).percent).toBe(66.7)
    expect(coverage([]).percent).toBe(null)
  })
  it('are not met with a gap of 15 t in the stock', () => {
    expect(stockGap({ wanted_stock: '40.000', actual_stock: '25.000' })).toBe('15.000')
    expect(coverage([need(true, '40.000', '25.000')]).met).toBe(0)
    expect(coverage([need(true, '40.000', '40.000')]).met).toBe(1)
  })
})

describe('TSK-4: volume and range', () => {
  it('find four opportunities where two of six products are supplied, and follow them 4-2-1-1', () => {
    const needs = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) => ({ id, supplied: index < 2 }))
    const offers = [
      { need_id: 'c', furthest: 'ordered' },
      { need_id: 'd', furthest: 'proposed' },
    ]
    expect(funnel(needs, offers)).toEqual({ opportunities: 4, offers: 2, trials: 1, orders: 1 })
  })
  it('measure our share of the need and what is left', () => {
    expect(needShare('10000.000', '40000.000')).toEqual({ percent: 25, potential: '30000.000' })
    expect(needShare('10000.000', null)).toBe(null)
    expect(growth('10000.000', '12000.000')).toBe(20)
    expect(growth('0', '12000.000')).toBe(null)
  })
})

describe('TSK-1: silence and promises', () => {
  it('count a customer as silent after 31 days, not after 30', () => {
    expect(isSilent('2026-06-01', '2026-07-02')).toBe(true)
    expect(isSilent('2026-06-02', '2026-07-02')).toBe(false)
    expect(isSilent(null, '2026-07-02')).toBe(true)
  })
  it('call a promise overdue on the day after', () => {
    expect(isOverdue('2026-06-10', null, '2026-06-11')).toBe(true)
    expect(isOverdue('2026-06-10', null, '2026-06-10')).toBe(false)
    expect(isOverdue('2026-06-10', '2026-06-10', '2026-06-11')).toBe(false)
  })
})

describe('ACC-13: the credit line', () => {
  it('warns of 102,000 above 100,000', () => {
    expect(creditCheck({ limit: '100000', outstanding: '92000' }, '10000')).toEqual({
      owed: '102000.00',
      over: '2000.00',
    })
    expect(creditCheck({ limit: '100000', outstanding: '92000' }, '8000').over).toBe(null)
  })
})

describe('ACC-11: prosaic wants', () => {
  it('lose 250 in the example', () => {
    const hunt = {
      priceGain: '2000',
      hours: '30',
      hourlyCost: '25',
      travel: '900',
      splitDeliveries: '600',
      creditCost: '0',
    }
    expect(netOfHunt(hunt)).toEqual({ loss: '2250.00', net: '-250.00' })
  })
})

describe('ACC-14: phases of loyalty', () => {
  it('go up with orders and satisfaction, further with a recommendation, and back', () => {
    expect(loyaltyPhase({ orders: 1, mean: 5, referrals: 0 })).toBe('ordinary')
    expect(loyaltyPhase({ orders: 4, mean: 4.2, referrals: 0 })).toBe('loyal')
    expect(loyaltyPhase({ orders: 4, mean: 4.2, referrals: 1 })).toBe('follower')
    expect(loyaltyPhase({ orders: 4, mean: 3.1, referrals: 1 })).toBe('ordinary')
    expect(loyaltyPhase({ orders: 4, mean: null, referrals: 0 })).toBe('ordinary')
  })
})

describe('ACC-09: the Pareto principle', () => {
  it('finds two of ten that bring 80 %', () => {
    const found = pareto([25, 400, 40, 35, 30, 400, 25, 20, 15, 10], (revenue) => revenue)
    expect(found.lines.filter((line) => line.class === 'vitalFew')).toHaveLength(2)
    expect(found).toMatchObject({ share: 80, confirmed: true })
  })
  it('says that equal customers do not confirm it', () => {
    expect(
      pareto(
        Array.from({ length: 10 }, () => 7),
        (revenue) => revenue,
      ),
    ).toMatchObject({ share: 20, confirmed: false })
    expect(pareto([], () => 0)).toMatchObject({ share: null, confirmed: false })
  })
})

describe('ORG-09, ORG-12 and ORG-07', () => {
  it('count a declarative competence as four of five', () => {
    const five = { long_term: true, recognised: true, repeatable: true, specific: true, perceived: true }
    expect(competenceScore({ ...five, specific: false })).toBe(4)
    expect(competenceScore(five)).toBe(5)
  })
  it('flag who takes 45 % of our volume, and who is far larger', () => {
    expect(depends(45, false)).toBe(true)
    expect(depends(30, false)).toBe(false)
    expect(depends(null, true)).toBe(true)
  })
  it('give three badges, two where we depend on one buyer', () => {
    expect(criteriaMet({ competences: 1, inTargetSegment: true, dependent: false })).toBe(3)
    expect(criteriaMet({ competences: 1, inTargetSegment: true, dependent: true })).toBe(2)
  })
})
