// Figures of satisfaction from the sums of groups: pooled as asked, with their intervals, hidden where too few answered.
import type { Wording } from '../../schema/json.ts'
import type { AnswerGrouping } from '../../schema/survey-vocabulary.ts'
import type { ConsumerType } from '../../schema/vocabulary.ts'
import { hideFew } from './few-answers.ts'
import { type Interval, levelInterval, meanInterval, type Spread, shareInterval } from './intervals.ts'
import { type Moments, noAnswers, together, topShareOf } from './moments.ts'
import type { GroupKey, LevelRow, MarkRow, MeanRow, Overview } from './overview-rows.ts'
import { generalLevel, weightedMean } from './satisfaction-index.ts'
import type { Tells } from './subtraction-guard.ts'

/** A mean with what belongs to it. `hidden`: too few answered for who asks; then all but `n` is null. No data is null, never 0. */
export interface Figure {
  item: string | null
  wording: Wording | null
  regionId: string | null
  consumerType: ConsumerType | null
  scaleMin: number
  scaleMax: number
  n: number
  hidden: boolean
  mean: number | null
  interval: Interval | null
  top: number | null
  topInterval: Interval | null
  /** Weighted by what the respondents buy a year. */
  byVolume: number | null
  /** Mean of the importance given beside the marks; of a level, its mean weighted by importance. */
  importance: number | null
}

/** The marks of each item, pooled; in the order of the items, then of the groups. Items of one code on different scales stay apart. */
export function markFigures(
  overview: Overview,
  by: AnswerGrouping,
  rows = overview.marks,
  tells = overview.tells,
): Figure[] {
  return groupsOf(rows, by).flatMap((group) =>
    [...Map.groupBy(group.rows, itemKey).values()].flatMap((ofItem) => markFigure(group, ofItem, tells)),
  )
}

/**
 * The general level of each group: the plain mean of its indicators' means (SAT-14), one for each scale. `n` counts respondents;
 * `byVolume` and `importance` are the same weighted by what they buy, and by how important each indicator is to them.
 */
export function levelFigures(overview: Overview, by: AnswerGrouping): Figure[] {
  const marks = overview.means.filter(({ kind }) => kind === 'rating')
  return groupsOf(overview.levels, by).flatMap((group) =>
    [...Map.groupBy(group.rows, scaleKey).values()].map((levels) => {
      const [first] = levels
      const ofGroup = marks.filter((row) => first && sameScale(row, first) && belongs(row, group))
      const items = [...Map.groupBy(ofGroup, itemKey).values()].map(weightedMeans)
      return levelFigure(group, levels, items, overview.tells)
    }),
  )
}

interface Group<T> {
  regionId: string | null
  consumerType: ConsumerType | null
  rows: T[]
}

export function groupsOf<T extends GroupKey>(rows: readonly T[], by: AnswerGrouping): Group<T>[] {
  const regionOf = by === 'region' || by === 'both'
  const typeOf = by === 'consumerType' || by === 'both'
  const groups = Map.groupBy(rows, (row) => `${regionOf ? row.regionId : ''} ${typeOf ? row.consumerType : ''}`)
  return [...groups.values()].flatMap((ofGroup) => {
    const [first] = ofGroup
    if (!first) return []
    return [
      { regionId: regionOf ? first.regionId : null, consumerType: typeOf ? first.consumerType : null, rows: ofGroup },
    ]
  })
}

function belongs(row: GroupKey, { regionId, consumerType }: Group<unknown>): boolean {
  return (
    (regionId === null || row.regionId === regionId) && (consumerType === null || row.consumerType === consumerType)
  )
}

export function itemKey({
  item,
  kind,
  scaleMin,
  scaleMax,
}: Pick<MarkRow, 'item' | 'kind' | 'scaleMin' | 'scaleMax'>): string {
  return `${item} ${kind} ${scaleMin} ${scaleMax}`
}

type ScaleFacts = Pick<MarkRow, 'scaleMin' | 'scaleMax'>

function scaleKey({ scaleMin, scaleMax }: ScaleFacts): string {
  return `${scaleMin} ${scaleMax}`
}

function sameScale(one: ScaleFacts, other: ScaleFacts): boolean {
  return one.scaleMin === other.scaleMin && one.scaleMax === other.scaleMax
}

export function momentsOfRows(rows: readonly MarkRow[]): Moments {
  return rows.reduce<Moments>(together, noAnswers)
}

function markFigure(group: Group<unknown>, rows: readonly MarkRow[], tells: Tells): Figure[] {
  const [first] = rows
  if (!first) return []
  const moments = momentsOfRows(rows)
  const figure: Figure = {
    ...placeOf(group),
    item: first.item,
    wording: first.wording,
    scaleMin: first.scaleMin,
    scaleMax: first.scaleMax,
    n: moments.n,
    hidden: false,
    interval: meanInterval(moments, first.scaleMin),
    top: topShareOf(moments),
    topInterval: shareInterval(moments.top, moments.n),
    ...weightedMeans(rows),
  }
  return [hideFew(figure, tells({ ...placeOf(group), key: itemKey(first), n: moments.n }))]
}

type Means = Pick<Figure, 'mean' | 'byVolume' | 'importance'>

/** Of one item: its mean, weighted by what the respondents buy, and how important it is to them. */
function weightedMeans(rows: readonly MeanRow[]): Means {
  const sum = (of: (row: MeanRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    mean: ratio(
      sum((row) => row.sum),
      sum(({ n }) => n),
    ),
    byVolume: ratio(
      sum(({ weightedSum }) => weightedSum),
      sum(({ kilotonnes }) => kilotonnes),
    ),
    importance: ratio(
      sum(({ importanceSum }) => importanceSum),
      sum(({ importanceN }) => importanceN),
    ),
  }
}

function levelFigure(
  group: Group<unknown>,
  levels: readonly LevelRow[],
  items: readonly Means[],
  tells: Tells,
): Figure {
  const { scaleMin = 0, scaleMax = 0 } = levels[0] ?? {}
  const spread = levels.reduce<Spread>(
    (all, { n, sum, sumOfSquares }) => ({
      n: all.n + n,
      sum: all.sum + sum,
      sumOfSquares: all.sumOfSquares + sumOfSquares,
    }),
    { n: 0, sum: 0, sumOfSquares: 0 },
  )
  const mean = generalLevel(items.map((item) => item.mean))
  const figure: Figure = {
    ...placeOf(group),
    item: null,
    wording: null,
    scaleMin,
    scaleMax,
    n: spread.n,
    hidden: false,
    mean,
    interval: mean === null ? null : levelInterval(spread, mean, { min: scaleMin, max: scaleMax }),
    top: null,
    topInterval: null,
    byVolume: generalLevel(items.map((item) => item.byVolume)),
    importance: weightedMean(
      items.flatMap((item) =>
        item.mean === null || item.importance === null ? [] : [{ mean: item.mean, weight: item.importance }],
      ),
    ),
  }
  return hideFew(figure, tells({ ...placeOf(group), key: '', n: spread.n }))
}

function placeOf({ regionId, consumerType }: Group<unknown>): Pick<Figure, 'regionId' | 'consumerType'> {
  return { regionId, consumerType }
}

function ratio(sum: number, of: number): number | null {
  return of === 0 ? null : sum / of
}

export const isRating = ({ kind }: MarkRow): boolean => kind === 'rating'

export function ratings({ marks }: Overview): MarkRow[] {
  return marks.filter(isRating)
}
