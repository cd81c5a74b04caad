// What a step's form begins with: what the case already says, so that nobody types it again.
import type { ClaimItemFacts } from '../generated/case.ts'
import type { ClaimView } from './case-view.ts'
import type { FieldValues } from './step-input.ts'

export function startOf(event: string, claim: ClaimView | null): FieldValues {
  if (!claim) return {}
  switch (event) {
    case 'amend':
      return {
        whatHappened: claim.whatHappened,
        remedySought: claim.remedySought ?? '',
        stage: claim.stage ?? '',
        contactId: claim.contact?.id ?? '',
        items: claim.items.length > 0 ? claim.items.map(itemStart) : [{}],
      }
    case 'acceptForInvestigation':
      return { severity: claim.severity ?? '' }
    case 'conclude':
      return {
        occurrenceCause: claim.occurrenceCause ?? '',
        escapeCause: claim.escapeCause ?? '',
        systemCause: claim.systemCause ?? '',
        qualityLayer: claim.qualityLayer ?? '',
        chainStage: claim.chainStage ?? '',
        ourFault: claim.ourFault === null ? '' : String(claim.ourFault),
        shares:
          claim.shares.length > 0
            ? claim.shares.map(({ department, percent }) => ({ departmentId: department.id, percent }))
            : [{ percent: '100' }],
      }
    case 'propose':
      return {
        lines: claim.items.map(({ id, claimedMass }) => ({ itemId: id, mass: claimedMass ?? '', currency: 'USD' })),
      }
    case 'approve':
    case 'sendBack':
      return pendingProposal(claim)
    default:
      return {}
  }
}

function itemStart(item: ClaimItemFacts): FieldValues {
  return {
    id: item.id,
    pieceId: item.piece?.id ?? '',
    heatId: item.piece ? '' : (item.heat?.id ?? ''),
    unidentifiedReason: item.unidentifiedReason ?? '',
    defect: item.defect ?? '',
    claimedMass: item.claimedMass ?? '',
    inspectedMass: item.inspectedMass ?? '',
    note: item.note ?? '',
  }
}

/** What is approved is the proposal that is shown. */
function pendingProposal({ proposals }: ClaimView): FieldValues {
  const pending = proposals.find(({ state }) => state === 'pending')
  return pending ? { number: String(pending.number), hash: pending.hash } : {}
}
