// Whether the answers of a respondent call for a talk with him, and why (SAT-09: each detractor; low marks and a plain no).
import type { FollowUpReason } from '../../schema/acting-vocabulary.ts'
import type { AskedItem, GivenAnswer } from './answer-check.ts'

export interface FollowUpRule {
  /** Readiness to recommend up to which one is called, 0 to 10. */
  detractorAtMost: number
  /** Mark on the scale 1 to 5 up to which one is called; on another scale the mark as far from its lowest point. */
  lowMark: number
  /** Whether a plain no calls for a talk. */
  onNo: boolean
}

export interface ReasonToCall {
  reason: Exclude<FollowUpReason, 'silence'>
  itemId: string
  /** Decimal text; null of a no. */
  mark: string | null
}

/**
 * The weightiest reason: would not recommend, then the lowest of the low marks, then a no. Null where nothing calls for a talk. Thresholds
 * are a setting; the defaults (6, 2 of 5) are of the product, promoters' classes are the field standard.
 */
export function reasonToCall(
  rule: FollowUpRule,
  items: readonly AskedItem[],
  answers: readonly GivenAnswer[],
): ReasonToCall | null {
  const byCode = new Map(items.map((item) => [item.code, item]))
  const given = answers.flatMap((answer) => {
    const item = byCode.get(answer.item)
    return item ? [{ item, answer }] : []
  })
  const marks = given.flatMap(({ item, answer }) =>
    answer.number == null ? [] : [{ item, mark: answer.number, height: heightOf(item, answer.number) }],
  )
  const detracts = marks.find(
    ({ item, mark }) => item.kind === 'recommendation' && Number(mark) <= rule.detractorAtMost,
  )
  if (detracts) return { reason: 'detractor', itemId: detracts.item.id, mark: detracts.mark }
  const low = marks
    .filter(({ item, height }) => item.kind === 'rating' && height <= (rule.lowMark - 1) / 4 + ROUNDING)
    .toSorted((a, b) => a.height - b.height)[0]
  if (low) return { reason: 'lowMark', itemId: low.item.id, mark: low.mark }
  const no = given.find(({ item, answer }) => item.kind === 'agreement' && answer.words?.includes('no'))
  return rule.onNo && no ? { reason: 'saidNo', itemId: no.item.id, mark: null } : null
}

const ROUNDING = 1e-9

/** How high a mark lies on its scale, 0 to 1. */
function heightOf({ scaleMin, scaleMax }: AskedItem, mark: string): number {
  const [low, high] = [scaleMin ?? 0, scaleMax ?? 1]
  return (Number(mark) - low) / (high - low)
}
