// Figures of visits: who wants them, and how long who asked has to wait.
import type { VisitPurpose } from '../../schema/visit-vocabulary.ts'

export interface VisitCounts {
  requested: number
  planned: number
  /** Civil days from each request to the beginning of its visit. */
  waitingDays: readonly number[]
  /** How many of each purpose, of those that have one. */
  byPurpose: readonly PurposeCount[]
}

export interface PurposeCount {
  purpose: VisitPurpose
  visits: number
}

export interface VisitFigures {
  requested: number
  planned: number
  /** Share of visits that we wanted ourselves, in percent with one decimal; null without visits. */
  initiative: number | null
  /** Median of the waiting days; null where no request was met yet. */
  medianDays: number | null
  byPurpose: readonly PurposeCount[]
}

/** VIS-01 of the documents: 7 requested and 5 planned are 41.7 % initiative; days 2, 3, 4, 4, 6, 7, 9 have the median 4. */
export function visitFigures({ requested, planned, waitingDays, byPurpose }: VisitCounts): VisitFigures {
  const all = requested + planned
  return {
    requested,
    planned,
    initiative: all === 0 ? null : Math.round((planned / all) * 1000) / 10,
    medianDays: medianOf(waitingDays),
    byPurpose,
  }
}

function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}
