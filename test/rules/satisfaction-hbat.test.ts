// Figures of a hundred customers of the reference data, against those that were computed independently.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { correlationOf } from '../../server/satisfaction/intervals.ts'
import { deviationOf, meanOf, momentsOf, topShareOf } from '../../server/satisfaction/moments.ts'
import { promoterScore } from '../../server/satisfaction/promoter-score.ts'

const folder = join(import.meta.dirname, '../../../shared/data/survey')
const absent = !existsSync(folder)
const ten = { min: 0, max: 10 }

describe.skipIf(absent)('the reference survey (skipped where ../shared is absent)', () => {
  const rows = absent
    ? []
    : (parse(readFileSync(join(folder, 'hbat.csv')), { columns: true }) as Record<string, string>[]).map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])),
      )
  const truth = absent ? {} : JSON.parse(readFileSync(join(folder, 'hbat.truth.json'), 'utf8'))
  const column = (name: string, wanted: (row: Record<string, number>) => boolean = () => true) =>
    rows.filter(wanted).map((row) => row[name] ?? Number.NaN)
  const items = [
    'x6',
    'x7',
    'x8',
    'x9',
    'x10',
    'x11',
    'x12',
    'x13',
    'x14',
    'x15',
    'x16',
    'x17',
    'x18',
    'x19',
    'x20',
    'x21',
  ]

  it.each(items)('%s: mean and deviation', (item) => {
    const moments = momentsOf(column(item), ten)
    expect(meanOf(moments)).toBeCloseTo(truth.mean[item], 3)
    expect(deviationOf(moments)).toBeCloseTo(truth.sd_sample[item], 3)
  })

  it('net promoters and means by region and customer type', () => {
    for (const [region, expected] of Object.entries<Record<string, number>>(truth.by_region_x4)) {
      const inRegion = (row: Record<string, number>) => row.x4 === Number(region)
      expect(promoterScore(column('x20', inRegion))?.score).toBeCloseTo(expected.nps_x20 ?? Number.NaN, 3)
      expect(meanOf(momentsOf(column('x19', inRegion), ten))).toBeCloseTo(expected.mean_x19 ?? Number.NaN, 3)
    }
    for (const [type, expected] of Object.entries<Record<string, number>>(truth.by_segment_customer_type_x1)) {
      const ofType = (row: Record<string, number>) => row.x1 === Number(type)
      expect(promoterScore(column('x20', ofType))?.score).toBeCloseTo(expected.nps_x20 ?? Number.NaN, 3)
    }
  })

  it('correlations with satisfaction, and the share within the two highest points', () => {
    for (const [item, r] of Object.entries<number>(truth.correlation_with_satisfaction_x19)) {
      const pairs = rows.map((row) => [row[item] ?? 0, row.x19 ?? 0] as const)
      expect(correlationOf(pairs)?.r, item).toBeCloseTo(r, 3)
    }
    const moments = momentsOf(column('x19'), { ...ten, decimals: true })
    expect([moments.top, topShareOf(moments)]).toEqual([truth.top2box_x19_ge8.n, truth.top2box_x19_ge8.pct / 100])
    expect(promoterScore(column('x20'))).toMatchObject({ promoters: 3, passives: 75, detractors: 22, score: -19 })
  })
})
