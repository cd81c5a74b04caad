// The overview by hand: from the sums, or for the comparison from the answers themselves.
import type pg from 'pg'
import { globalId } from '../../server/graphql/node.ts'
import { levelInterval } from '../../server/satisfaction/intervals.ts'
import { overviewStatement } from '../operations/overview.ts'

interface MarkRow {
  region_id: string
  code: string
  kind: string
  n: number
  sum: number
  importance_n: number
  importance_sum: number
  kilotonnes: number
  weighted_sum: number
  promoters: number
  passives: number
  detractors: number
}

interface LevelRow {
  region_id: string
  scale_min: number
  scale_max: number
  n: number
  sum: number
  sum_of_squares: number
}

interface OverviewRow {
  name: string
  invited: number
  answered: number
  marks: MarkRow[]
  levels: LevelRow[]
  respondents: { region_id: string; respondents: number; kilotonnes: number }[]
  markets: { region_id: string; kilotonnes: number }[]
}

export function overviewByHand(text: string) {
  // What aggregates a million rows is planned for the values there are.
  const named = text === overviewStatement ? { name: 'overview', text } : text
  return async (pool: pg.Pool) => {
    const { rows } = await pool.query<OverviewRow>(named)
    const [row] = rows
    if (!row) throw new Error('A statement without a from answers one row')
    return { satisfaction: satisfactionOf(row) }
  }
}

function satisfactionOf({ marks, levels, respondents, markets, name, invited, answered }: OverviewRow) {
  const all = respondents.reduce((sum, one) => sum + one.respondents, 0)
  const marketOf = new Map(markets.map(({ region_id, kilotonnes }) => [region_id, kilotonnes]))
  const ofRegion = Map.groupBy(marks, ({ region_id }) => region_id)
  return {
    waves: [{ name, invited, answered }],
    levels: levels.map((level) =>
      levelOf(
        level,
        (ofRegion.get(level.region_id) ?? []).filter(({ kind }) => kind === 'rating'),
      ),
    ),
    promoters: levels.flatMap(({ region_id }) =>
      (ofRegion.get(region_id) ?? []).filter(({ kind }) => kind === 'recommendation').map(scoreOf),
    ),
    respondents: respondents.map(({ region_id, respondents: n, kilotonnes }) => {
      const market = marketOf.get(region_id) ?? null
      const coverage = market === null ? null : kilotonnes / market
      return { regionId: globalId('Region', region_id), respondents: n, share: n / all, kilotonnes, market, coverage }
    }),
  }
}

function levelOf(level: LevelRow, items: readonly MarkRow[]) {
  const [sums, importances] = [
    mean(items),
    mean(items, ({ importance_sum, importance_n }) => importance_sum / importance_n),
  ]
  const { scale_min: min, scale_max: max } = level
  return {
    regionId: globalId('Region', level.region_id),
    scaleMin: min,
    scaleMax: max,
    n: level.n,
    mean: sums,
    interval: levelInterval({ n: level.n, sum: level.sum, sumOfSquares: level.sum_of_squares }, sums, { min, max }),
    byVolume: items.reduce((sum, item) => sum + item.weighted_sum / item.kilotonnes, 0) / items.length,
    importance: importances,
  }
}

/** Mean of the items' means, weighted where a weight is given. */
function mean(items: readonly MarkRow[], weight: (item: MarkRow) => number = () => 1): number {
  let [total, weights] = [0, 0]
  for (const item of items) {
    const one = weight(item)
    total += (item.sum / item.n) * one
    weights += one
  }
  return total / weights
}

function scoreOf({ region_id, promoters, passives, detractors }: MarkRow) {
  const n = promoters + passives + detractors
  return {
    regionId: globalId('Region', region_id),
    n,
    score: (100 * (promoters - detractors)) / n,
    promoters,
    passives,
    detractors,
  }
}
