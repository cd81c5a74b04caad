// Figures of satisfaction against annex N and the checks of SAT-02 … SAT-09, SAT-12, SAT-13; worked by hand in the domain inventory.
import { describe, expect, it } from 'vitest'
import { coverageOf, responseRate } from '../../server/satisfaction/coverage.ts'
import { rankFactors } from '../../server/satisfaction/factor-ranking.ts'
import { findingsOf } from '../../server/satisfaction/findings.ts'
import { compareMeans, correlationOf, meanInterval, shareInterval } from '../../server/satisfaction/intervals.ts'
import { meanOf, momentsOf, noAnswers, together, topShareOf } from '../../server/satisfaction/moments.ts'
import { promoterScore } from '../../server/satisfaction/promoter-score.ts'
import { placeFactors } from '../../server/satisfaction/purchase-factors.ts'
import { agreementScore, generalLevel, weightedMean } from '../../server/satisfaction/satisfaction-index.ts'
import { annexRespondents, type Indicator, indicators, type Respondent, segmentVolumes } from './satisfaction-annex.ts'

const five = { min: 1, max: 5 }
type Wanted = (respondent: Respondent) => boolean
const everybody: Wanted = () => true
const endUsers: Wanted = ({ type }) => type === 'endUser'
const wholesalers: Wanted = ({ type }) => type === 'wholesaler'
const from =
  (region: Respondent['region']): Wanted =>
  (respondent) =>
    respondent.region === region

const marksOf = (indicator: Indicator, wanted: Wanted) =>
  annexRespondents.filter(wanted).map(({ marks }) => marks[indicator])
const moments = (indicator: Indicator, wanted: Wanted = everybody) => momentsOf(marksOf(indicator, wanted), five)
const mean = (indicator: Indicator, wanted: Wanted = everybody) => meanOf(moments(indicator, wanted))
const level = (wanted: Wanted = everybody) => generalLevel(indicators.map((indicator) => mean(indicator, wanted)))

describe('annex N', () => {
  it.each<[string, Wanted, number, number[], number]>([
    ['all', everybody, 8, [3.875, 3.375, 3, 4.25, 4.375], 3.775],
    ['end users', endUsers, 4, [3.25, 2.75, 2.25, 4, 4.25], 3.3],
    ['wholesalers', wholesalers, 4, [4.5, 4, 3.75, 4.5, 4.5], 4.25],
    ['East Asia', from('eastAsia'), 3, [3.667, 3.333, 2.667, 4.333, 4], 3.6],
    ['Iran', from('iran'), 2, [4, 3, 3.5, 4.5, 4.5], 3.9],
    ['Middle East', from('middleEast'), 3, [4, 3.667, 3, 4, 4.667], 3.867],
  ])('%s: means of the indicators and of all', (_name, wanted, n, means, of) => {
    expect(moments('productQuality', wanted).n).toBe(n)
    for (const [place, indicator] of indicators.entries())
      expect(mean(indicator, wanted)).toBeCloseTo(means[place] ?? 0, 2)
    expect(level(wanted)).toBeCloseTo(of, 2)
  })

  it('tells how many are content: quality 1 of 4 end users and 4 of 4 wholesalers, development and claims none', () => {
    const share = (indicator: Indicator, wanted: Wanted) => topShareOf(moments(indicator, wanted))
    expect(indicators.map((one) => share(one, endUsers))).toEqual([0.25, 0, 0, 1, 1])
    expect(indicators.map((one) => share(one, wholesalers))).toEqual([1, 1, 0.75, 1, 1])
  })

  it('is the same from parts that were counted apart', () => {
    expect(together(moments('claimsHandling', endUsers), moments('claimsHandling', wholesalers))).toEqual(
      moments('claimsHandling'),
    )
    expect(together(noAnswers, moments('service'))).toEqual(moments('service'))
  })

  it('covers a fifth of the volume (SAT-02)', () => {
    const groups = (['eastAsia', 'iran', 'middleEast'] as const).map((group) => ({
      group,
      respondents: annexRespondents.filter(from(group)).length,
      volume: annexRespondents.filter(from(group)).reduce((sum, { volume }) => sum + volume, 0),
      segmentVolume: group === 'eastAsia' ? segmentVolumes.eastAsia : null,
    }))
    expect(coverageOf(groups).map(({ share, volume, coverage }) => [share, volume, coverage])).toEqual([
      [0.375, 40, 0.2],
      [0.25, 20, null],
      [0.375, 20, null],
    ])
    expect(responseRate(8, 20)).toBe(0.4)
    expect(responseRate(0, 0)).toBeNull()
  })

  it('finds exactly claims and development below 3.5, and the gaps of quality, development and claims (SAT-04)', () => {
    const levels = indicators.map((indicator) => ({
      indicator,
      n: moments(indicator).n,
      mean: mean(indicator),
      endUsers: mean(indicator, endUsers),
      wholesalers: mean(indicator, wholesalers),
    }))
    const tops = [
      { wave: '2015', factor: 'relationship' },
      { wave: '2016', factor: 'relationship' },
    ]
    const findings = findingsOf(levels, tops)
    expect(findings[0]).toEqual({
      kind: 'generalLevel',
      level: 'good',
      mean: expect.closeTo(3.775, 6),
      exceptions: ['productDevelopment', 'claimsHandling'],
    })
    expect(findings.filter(({ kind }) => kind === 'belowThreshold')).toEqual([
      { kind: 'belowThreshold', indicator: 'claimsHandling', mean: 3, n: 8 },
      { kind: 'belowThreshold', indicator: 'productDevelopment', mean: 3.375, n: 8 },
    ])
    expect(findings.filter(({ kind }) => kind === 'content')).toEqual([
      { kind: 'content', indicators: ['productQuality', 'orderManagement', 'service'] },
    ])
    expect(findings.filter(({ kind }) => kind === 'endUsersLower')).toEqual([
      { kind: 'endUsersLower', indicator: 'productQuality', gap: -1.25 },
      { kind: 'endUsersLower', indicator: 'productDevelopment', gap: -1.25 },
      { kind: 'endUsersLower', indicator: 'claimsHandling', gap: -1.5 },
    ])
    expect(findings.filter(({ kind }) => kind === 'inconsistent')).toEqual([{ kind: 'inconsistent', spread: 1.25 }])
    expect(findings.at(-1)).toEqual({ kind: 'constantPriority', factor: 'relationship', waves: 2 })
  })

  it('says nothing without answers, and nothing of a priority known from one wave', () => {
    const silent = { indicator: 'service', n: 0, mean: null, endUsers: null, wholesalers: null }
    expect(findingsOf([silent])).toEqual([])
    const one = findingsOf([{ ...silent, n: 1, mean: 4 }], [{ wave: '2016', factor: 'price' }])
    expect(one.map(({ kind }) => kind)).toEqual(['generalLevel', 'content'])
  })
})

describe('moments', () => {
  it('count decimals by value for the top two points and rounded for the distribution', () => {
    const ten = { min: 0, max: 10 }
    expect(momentsOf([7.9, 8, 8.9, 9.5], { ...ten, decimals: true })).toMatchObject({
      top: 3,
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 1],
    })
    expect(momentsOf([8, 9, 10], ten).top).toBe(2)
  })

  it('refuse an answer of another scale', () => {
    expect(() => momentsOf([4, 6], five)).toThrow('6 is not on the scale from 1 to 5')
    expect(() => momentsOf([Number.NaN], five)).toThrow(RangeError)
  })

  it('know no mean of nothing', () => {
    expect([meanOf(noAnswers), topShareOf(noAnswers), generalLevel([null, null])]).toEqual([null, null, null])
  })
})

describe('intervals', () => {
  it('of a share: 4 of 5 by Wilson is 0.376 to 0.964', () => {
    const { low, high } = shareInterval(4, 5) ?? { low: 0, high: 0 }
    expect([low.toFixed(3), high.toFixed(3)]).toEqual(['0.376', '0.964'])
    expect(shareInterval(0, 0)).toBeNull()
    expect(shareInterval(0, 10)?.low).toBe(0)
  })

  it('of a mean: around it, the same each time, narrower with more answers, none below two', () => {
    const few = momentsOf([3, 4, 5, 2], five)
    const many = momentsOf(Array.from({ length: 25 }, () => [3, 4, 5, 2]).flat(), five)
    const [a, b] = [meanInterval(few, 1), meanInterval(many, 1)]
    expect(meanInterval(few, 1)).toEqual(a)
    for (const interval of [a, b]) {
      expect(interval?.low).toBeLessThan(3.5)
      expect(interval?.high).toBeGreaterThan(3.5)
    }
    expect((b?.high ?? 9) - (b?.low ?? 0)).toBeLessThan((a?.high ?? 0) - (a?.low ?? 0))
    // 1.12 is the deviation; ± 1.96 × 1.12 ÷ 10
    expect(b?.low).toBeCloseTo(3.28, 1)
    expect(meanInterval(momentsOf([4], five), 1)).toBeNull()
  })

  it('of a comparison: Welch by hand, t = −2 with 8 degrees of freedom is p = 0.0805', () => {
    const a = momentsOf([1, 2, 3, 4, 5], { min: 0, max: 10 })
    const b = momentsOf([3, 4, 5, 6, 7], { min: 0, max: 10 })
    const compared = compareMeans(a, b)
    expect(compared?.difference).toBe(-2)
    expect(compared?.p).toBeCloseTo(0.0805, 4)
    expect(compared?.significant).toBe(false)
    expect(compareMeans(momentsOf([3, 3], five), momentsOf([3, 3], five))).toBeNull()
  })

  it('of a correlation: five products with rising conformity and satisfaction (SAT-13)', () => {
    const found = correlationOf([
      [90, 3.1],
      [92, 3.4],
      [95, 3.3],
      [97, 4.0],
      [99, 4.4],
    ])
    expect(found?.r).toBeGreaterThan(0.9)
    expect(found?.r).toBeLessThan(1)
    expect(found?.interval?.low).toBeGreaterThan(0)
    expect(
      correlationOf([
        [1, 1],
        [2, 1],
        [3, 1],
      ]),
    ).toBeNull()
  })
})

describe('scores', () => {
  it('net promoters: +30 with 5 promoters, 3 passives, 2 detractors (SAT-09)', () => {
    expect(promoterScore([10, 9, 9, 8, 7, 7, 6, 5, 10, 9])).toEqual({
      n: 10,
      promoters: 5,
      passives: 3,
      detractors: 2,
      score: 30,
    })
    expect(promoterScore([])).toBeNull()
    expect(() => promoterScore([11])).toThrow(RangeError)
  })

  it('yes, yes, partly, no, yes is 70 % (SAT-08)', () => {
    expect(agreementScore(['yes', 'yes', 'partly', 'no', 'yes'])).toBe(0.7)
  })

  it('weights by what a group buys: 3 × 30 kt and 4 × 10 kt is 3.25', () => {
    expect(
      weightedMean([
        { mean: 3, weight: 30 },
        { mean: 4, weight: 10 },
        { mean: 5, weight: 0 },
      ]),
    ).toBe(3.25)
    expect(weightedMean([{ mean: 3, weight: 0 }])).toBeNull()
  })

  it('the seven pillars: customers 25/7, staff 30/7, a gap of 5/7 (SAT-12, STD-08)', () => {
    const pillars = (marks: number[]) => generalLevel(marks.map((mark) => meanOf(momentsOf([mark], five)))) ?? 0
    expect(pillars([4, 3, 4, 2, 4, 5, 3])).toBeCloseTo(3.57, 2)
    expect(pillars([4, 4, 4, 4, 5, 5, 4]) - pillars([4, 3, 4, 2, 4, 5, 3])).toBeCloseTo(5 / 7, 10)
  })
})

describe('factors', () => {
  it('are put in order by mean rank (SAT-06)', () => {
    const ranks: Record<string, number[]> = {
      quality: [1, 1, 2],
      price: [2, 3, 1],
      technicalSupport: [3, 2, 4],
      paymentTerms: [4, 4, 3],
      delivery: [5, 6, 5],
      service: [6, 5, 6],
    }
    const rankings = [0, 1, 2].map((who) =>
      Object.fromEntries(Object.entries(ranks).map(([factor, given]) => [factor, given[who] ?? 0])),
    )
    const ranked = rankFactors(rankings)
    expect(ranked.map(({ factor, meanRank, place }) => [place, factor, meanRank.toFixed(2)])).toEqual([
      [1, 'quality', '1.33'],
      [2, 'price', '2.00'],
      [3, 'technicalSupport', '3.00'],
      [4, 'paymentTerms', '3.67'],
      [5, 'delivery', '5.33'],
      [6, 'service', '5.67'],
    ])
  })

  it('with equal mean ranks are told apart by first places, and share a place when these are equal too', () => {
    const ranked = rankFactors([
      { a: 1, b: 2, c: 2 },
      { a: 3, b: 2, c: 2 },
    ])
    expect(ranked.map(({ factor, place }) => [factor, place])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 2],
    ])
  })

  it('important and not content is to be improved first: quality, 4 of 4 end users, 3.25 (SAT-05)', () => {
    const placed = placeFactors([
      { factor: 'price', chosen: 1, respondents: 4, satisfaction: 3 },
      { factor: 'productQuality', chosen: 4, respondents: 4, satisfaction: 3.25 },
      { factor: 'delivery', chosen: 4, respondents: 4, satisfaction: 4 },
      { factor: 'paymentTerms', chosen: 0, respondents: 4, satisfaction: null },
    ])
    expect(placed.map(({ factor, importance, quadrant }) => [factor, importance, quadrant])).toEqual([
      ['delivery', 1, 'keepUp'],
      ['productQuality', 1, 'improveFirst'],
      ['price', 0.25, 'watch'],
      ['paymentTerms', 0, null],
    ])
  })
})
