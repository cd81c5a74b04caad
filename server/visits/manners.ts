// The eight steps for more satisfaction, as a figure.
import { type VisitManner, visitManners } from '../../schema/visit-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'

/** Share of the eight steps that were kept to, in percent with one decimal; STD-15 of the documents: 7 of 8 are 87.5 %. */
export function mannerPercent(kept: readonly VisitManner[]): number {
  return Math.round((new Set(kept).size / words(visitManners).length) * 1000) / 10
}
