// Where a claim stands, in words: one that is closed stays on the open lists while its 8D runs on, and says so.
import type { TFunction } from 'i18next'
import type { ClaimState } from '../../schema/claim-vocabulary.ts'
import { phaseOf } from '../case/claim-phases.ts'

export function stateText(claim: { state: ClaimState; stateLabel: string; open: boolean }, t: TFunction): string {
  const improves = claim.open && phaseOf(claim.state) === 'closed'
  return improves ? t('common.improves', { state: claim.stateLabel }) : claim.stateLabel
}
