// Statements that the figures of a wave allow (SAT-04): each is a rule with the numbers it rests on, never a fixed sentence.

export interface IndicatorLevel {
  indicator: string
  n: number
  mean: number | null
  endUsers: number | null
  wholesalers: number | null
}

export interface TopFactor {
  wave: string
  factor: string
}

export type Finding =
  | { kind: 'generalLevel'; level: 'good' | 'toImprove'; mean: number; exceptions: string[] }
  | { kind: 'belowThreshold'; indicator: string; mean: number; n: number }
  | { kind: 'content'; indicators: string[] }
  | { kind: 'endUsersLower'; indicator: string; gap: number }
  | { kind: 'wholesalersLower'; indicator: string; gap: number }
  | { kind: 'consistent'; spread: number }
  | { kind: 'inconsistent'; spread: number }
  | { kind: 'constantPriority'; factor: string; waves: number }

export interface FindingRules {
  /** Mean from which a level is good; 3.5 on the scale 1 to 5 by default of the product. */
  threshold: number
  /** A gap is told when it is larger than this; 0.5 by default of the product. */
  gap: number
}

/**
 * The findings of one wave: the general level with its exceptions; each indicator below the threshold; those at or above it; the gaps
 * between end users and wholesalers larger than the set one; whether the groups see the indicators alike (the gaps spread by no more
 * than twice the set gap); and the factor that was first in every wave, where there were at least two. Indicators without answers say nothing.
 */
export function findingsOf(
  indicators: readonly IndicatorLevel[],
  topFactors: readonly TopFactor[] = [],
  { threshold, gap }: FindingRules = { threshold: 3.5, gap: 0.5 },
): Finding[] {
  const answered = indicators.flatMap((one) => (one.mean === null ? [] : [{ ...one, mean: one.mean }]))
  if (answered.length === 0) return []
  const general = answered.reduce((sum, { mean }) => sum + mean, 0) / answered.length
  const below = answered.filter(({ mean }) => mean < threshold)
  const content = answered.filter(({ mean }) => mean >= threshold)
  const gaps = answered.flatMap(({ indicator, endUsers, wholesalers }) =>
    endUsers === null || wholesalers === null ? [] : [{ indicator, gap: endUsers - wholesalers }],
  )
  return [
    {
      kind: 'generalLevel',
      level: general >= threshold ? 'good' : 'toImprove',
      mean: general,
      exceptions: below.map(({ indicator }) => indicator),
    },
    ...below
      .sort((a, b) => a.mean - b.mean)
      .map(({ indicator, mean, n }): Finding => ({ kind: 'belowThreshold', indicator, mean, n })),
    ...(content.length > 0
      ? [{ kind: 'content' as const, indicators: content.map(({ indicator }) => indicator) }]
      : []),
    ...gaps.flatMap((one) => gapFinding(one, gap)),
    ...spreadFinding(gaps, gap),
    ...priorityFinding(topFactors),
  ]
}

interface Gap {
  indicator: string
  /** End users less wholesalers. */
  gap: number
}

/** Two means of few whole marks can differ by a rounding error from the set gap. */
const ROUNDING = 1e-9

function gapFinding({ indicator, gap }: Gap, limit: number): Finding[] {
  if (Math.abs(gap) <= limit + ROUNDING) return []
  return [{ kind: gap < 0 ? 'endUsersLower' : 'wholesalersLower', indicator, gap }]
}

function spreadFinding(gaps: readonly Gap[], limit: number): Finding[] {
  if (gaps.length < 2) return []
  const values = gaps.map(({ gap }) => gap)
  const spread = Math.max(...values) - Math.min(...values)
  return [{ kind: spread <= 2 * limit + ROUNDING ? 'consistent' : 'inconsistent', spread }]
}

function priorityFinding(tops: readonly TopFactor[]): Finding[] {
  const [first] = tops
  if (!first || tops.length < 2 || tops.some(({ factor }) => factor !== first.factor)) return []
  return [{ kind: 'constantPriority', factor: first.factor, waves: tops.length }]
}
