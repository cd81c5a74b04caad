// Which indicators go with the willingness to recommend.
import type { Wording } from '../../schema/json.ts'
import { fewest } from './few-answers.ts'
import { correlationFrom, type Interval } from './intervals.ts'

import type { Overview } from './overview-rows.ts'

export interface Driver {
  item: string
  wording: Wording
  n: number
  r: number
  interval: Interval | null
}

/** What goes most with the willingness to recommend first; fewer than five pairs say nothing to anybody. */
export function driversOf({ drivers, tells }: Overview): Driver[] {
  return drivers
    .flatMap(({ item, wording, n, r }) =>
      r === null || n < fewest || !tells({ key: '', regionId: null, consumerType: null, n })
        ? []
        : [{ item, wording, ...correlationFrom(n, r) }],
    )
    .sort((a, b) => b.r - a.r)
}
