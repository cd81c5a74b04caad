// The state of quality of a region in a year beside the year before (QLT-04): four sections, each with the sum of its rows.
import type { Translations } from '../../schema/json.ts'
import type { QualityTopic } from '../../schema/survey-vocabulary.ts'

/** One row of a section in one year. */
export interface YearRow {
  key: string
  name: string
  value: number
  /** Of survey rows the mean; null elsewhere. */
  mean: number | null
}

export type YearOfQuality = Record<QualityTopic, YearRow[]>

export interface QualityRow {
  key: string
  name: string
  value: number
  before: number
  mean: number | null
  meanBefore: number | null
}

export interface QualitySection {
  topic: QualityTopic
  rows: QualityRow[]
  total: number
  totalBefore: number
}

export interface QualityReport {
  regionId: string
  region: Translations
  year: number
  sections: QualitySection[]
  /** Null in a year without shipments. */
  claimsPer1000: number | null
  claimsPer1000Before: number | null
}

const topics: readonly QualityTopic[] = ['shipments', 'claims', 'comments', 'survey']

/** Rows of both years side by side, joined by their keys, the largest of the year first; what one of them lacks is 0 there. */
export function besideYearBefore(year: YearOfQuality, before: YearOfQuality): QualitySection[] {
  return topics.map((topic) => {
    const rows = [...new Map([...before[topic], ...year[topic]].map((row) => [row.key, row])).values()].map(
      ({ key, name }): QualityRow => {
        const [now, then] = [year, before].map((of) => of[topic].find((row) => row.key === key))
        const means = { mean: now?.mean ?? null, meanBefore: then?.mean ?? null }
        return { key, name, value: now?.value ?? 0, before: then?.value ?? 0, ...means }
      },
    )
    rows.sort((a, b) => b.value - a.value || b.before - a.before || a.name.localeCompare(b.name))
    return { topic, rows, total: totalOf(rows, 'value'), totalBefore: totalOf(rows, 'before') }
  })
}

/** Claims per 1,000 t shipped; null where nothing was. */
export function claimsRate(claims: number, tonnes: number): number | null {
  return tonnes === 0 ? null : (claims * 1000) / tonnes
}

/** Without the error of binary fractions: masses have three places. */
function totalOf(rows: readonly QualityRow[], of: 'value' | 'before'): number {
  return Math.round(rows.reduce((sum, row) => sum + row[of], 0) * 1000) / 1000
}
