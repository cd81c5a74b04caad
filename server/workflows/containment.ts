// Whether the sister pieces of a claim's heats are all taken care of.
import type { ClaimContext } from './claim-context.ts'
import type { SisterFact } from './claim-facts.ts'
import type { ClaimPayloads } from './claim-payloads.ts'

/** Sister pieces that have neither an outcome in the payload nor one recorded before. */
export function sistersLeft(
  payload: Partial<ClaimPayloads['recordContainment']>,
  sisters: readonly SisterFact[],
): SisterFact[] {
  const given = new Set((payload.pieces ?? []).filter(({ outcome }) => outcome).map(({ pieceId }) => pieceId))
  return sisters.filter(({ pieceId, outcome }) => outcome === null && !given.has(pieceId))
}

/** The containment after the record: complete with a reason why there is nothing to look at, or once no sister piece is left. */
export function containmentAfter(
  payload: ClaimPayloads['recordContainment'],
  sisters: readonly SisterFact[],
): ClaimContext['containment'] {
  if (payload.none?.trim()) return 'none'
  return sistersLeft(payload, sisters).length === 0 ? 'listed' : 'open'
}
