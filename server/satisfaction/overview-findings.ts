// Statements that the figures allow (SAT-04), each with the numbers it rests on.
import { type Finding, findingsOf } from './findings.ts'
import { markFigures, ratings } from './overview.ts'
import { gapsOf, toldGap } from './overview-gaps.ts'
import type { Overview } from './overview-rows.ts'

/** Statements about the marks on the scale that most indicators have (SAT-04); the threshold lies at 3.5 of 1 to 5. */
export function overviewFindings(overview: Overview): (Finding & { n: number; threshold: number })[] {
  const scales = Map.groupBy(ratings(overview), ({ scaleMin, scaleMax }) => `${scaleMin} ${scaleMax}`)
  const [rows = []] = [...scales.values()].toSorted((a, b) => b.length - a.length)
  const { scaleMin = 1, scaleMax = 5 } = rows[0] ?? {}
  const threshold = scaleMin + (scaleMax - scaleMin) * 0.625
  const figures = markFigures(overview, 'all', rows)
  const gaps = gapsOf({ ...overview, marks: rows })
  const levels = figures.map(({ item, n, mean }) => {
    const gap = gaps.find((one) => one.item === item)
    return {
      indicator: item ?? '',
      n,
      mean,
      endUsers: gap?.endUsers?.mean ?? null,
      wholesalers: gap?.wholesalers?.mean ?? null,
    }
  })
  const rules = { threshold, gap: (toldGap * (scaleMax - scaleMin)) / 4 }
  const least = Math.min(...figures.map(({ n }) => n))
  return findingsOf(levels, overview.firsts, rules).map((finding) => ({
    ...finding,
    n: 'n' in finding ? finding.n : least,
    threshold,
  }))
}
