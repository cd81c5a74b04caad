// What customers say against what the works thinks they say (SAT-12).
import type { Wording } from '../../schema/json.ts'
import { difference } from './difference.ts'
import { isRating, markFigures, ratings } from './overview.ts'
import type { Overview } from './overview-rows.ts'
import { generalLevel } from './satisfaction-index.ts'
import { tellsAll, tellsMany } from './subtraction-guard.ts'

export interface Perception {
  /** Null: all items together. */
  item: string | null
  wording: Wording | null
  customers: number | null
  staff: number | null
  n: number
  staffN: number
  /** Staff less customers: above 0, the works thinks better of itself than its customers do. */
  gap: number | null
}

/** What customers say against what staff think they say (SAT-12); last all items together. Empty where staff were not asked. */
export function perceptionOf(overview: Overview): Perception[] {
  // Nothing is subtracted from what staff said: they are asked once, for one group.
  const staff = markFigures(
    overview,
    'all',
    overview.staffMarks.filter(isRating),
    overview.tells === tellsAll ? tellsAll : tellsMany,
  )
  if (staff.length === 0) return []
  const rows = markFigures(overview, 'all', ratings(overview)).flatMap((own): Perception[] => {
    const theirs = staff.find(
      ({ item, scaleMin, scaleMax }) => item === own.item && scaleMin === own.scaleMin && scaleMax === own.scaleMax,
    )
    if (!theirs) return []
    const { item, wording, mean: customers, n } = own
    return [
      { item, wording, customers, n, staff: theirs.mean, staffN: theirs.n, gap: difference(theirs.mean, customers) },
    ]
  })
  const customers = generalLevel(rows.map((row) => row.customers))
  const estimated = generalLevel(rows.map((row) => row.staff))
  const [n, staffN] = [Math.max(0, ...rows.map((row) => row.n)), Math.max(0, ...rows.map((row) => row.staffN))]
  return [
    ...rows,
    { item: null, wording: null, customers, staff: estimated, n, staffN, gap: difference(estimated, customers) },
  ]
}
