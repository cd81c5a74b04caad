// End users against wholesalers (SAT-03).
import type { Wording } from '../../schema/json.ts'
import type { ConsumerType } from '../../schema/vocabulary.ts'
import { difference } from './difference.ts'
import { type Comparison, compareMeans } from './intervals.ts'
import { type Figure, itemKey, markFigures, momentsOfRows, ratings } from './overview.ts'
import type { Overview } from './overview-rows.ts'

export interface Gap {
  item: string
  wording: Wording
  endUsers: Figure | null
  wholesalers: Figure | null
  /** End users less wholesalers; null where one group has no figure. */
  gap: number | null
  /** Larger than the told one, either way. */
  over: boolean
  comparison: Comparison | null
}

/** A gap is told when it is larger than this on the scale 1 to 5 (default of the product). */
export const toldGap = 0.5
const ROUNDING = 1e-9

/** End users against wholesalers, item by item (SAT-03), in the order of the items. */
export function gapsOf(overview: Overview): Gap[] {
  const figures = markFigures(overview, 'consumerType', ratings(overview))
  return [...Map.groupBy(ratings(overview), itemKey).values()].flatMap((rows) => {
    const [first] = rows
    if (!first) return []
    const of = (type: ConsumerType) =>
      figures.find((one) => one.item === first.item && one.scaleMax === first.scaleMax && one.consumerType === type) ??
      null
    const [endUsers, wholesalers] = [of('endUser'), of('wholesaler')]
    const gap = difference(endUsers?.mean ?? null, wholesalers?.mean ?? null)
    const spread = (type: ConsumerType) => momentsOfRows(rows.filter(({ consumerType }) => consumerType === type))
    return [
      {
        item: first.item,
        wording: first.wording,
        endUsers,
        wholesalers,
        gap,
        over: gap !== null && Math.abs(gap) > toldGap + ROUNDING,
        comparison: gap === null ? null : compareMeans(spread('endUser'), spread('wholesaler')),
      },
    ]
  })
}
