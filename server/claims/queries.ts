// How claims with their items, proposals, lines and 8D lie in the database.
import { type Expression, type SqlBool, sql } from 'kysely'
import { contactScope, contactShape } from '../accounts/queries.ts'
import { attachmentShape, attachmentsSeen } from '../cases/attachment-queries.ts'
import { caseAlways, caseFields, caseShape, casesSeen, partsSeen } from '../cases/queries.ts'
import { lineScope, policyScope } from '../core/permissions.ts'
import { addVariant, list, one, type Shape, shape } from '../core/selection-shape.ts'
import type { Viewer } from '../core/viewer.ts'
import { heatScope, heatShape, pieceScope, pieceShape } from '../materials/queries.ts'
import { departmentShape, personShape } from '../organization/queries.ts'

const inOrder = { columns: ['position', 'id'], direction: 'asc' } as const

export const claimItemShape = shape('ClaimItem', 'claim_item', {
  fields: {
    position: 'position',
    piece: one(() => pieceShape, 'piece_id', pieceScope),
    heat: one(() => heatShape, 'heat_id', heatScope),
    unidentifiedReason: 'unidentified_reason',
    defect: 'defect',
    claimedMass: 'claimed_mass',
    inspectedMass: 'inspected_mass',
    acceptedMass: 'accepted_mass',
    note: 'note',
    attachments: list(() => attachmentShape, 'item_id', {
      order: { columns: ['at', 'id'], direction: 'desc' },
      limit: 50,
      scope: attachmentsSeen,
    }),
  },
})

export const containmentShape = shape('Containment', 'containment', {
  key: 'piece_id',
  fields: { piece: one(() => pieceShape, 'piece_id', pieceScope), outcome: 'outcome', at: 'at' },
})

export const shareShape = shape('ResponsibleShare', 'responsible_share', {
  key: 'department_id',
  fields: { department: one(() => departmentShape, 'department_id'), percent: 'percent' },
})

export const approvalShape = shape('Approval', 'approval', {
  fields: {
    step: 'step',
    person: one(() => personShape, 'person_id'),
    onBehalfOf: one(() => personShape, 'on_behalf_of'),
    decision: 'decision',
    reason: 'reason',
    at: 'at',
  },
})

export const proposalShape = shape('Proposal', 'proposal', {
  fields: {
    number: 'number',
    hash: 'hash',
    state: 'state',
    refusal: 'refusal',
    ground: 'ground',
    amountUsd: 'amount_usd',
    totalUsd: 'total_usd',
    route: 'route',
    proposedBy: one(() => personShape, 'proposed_by'),
    proposedAt: 'proposed_at',
    approvals: list(() => approvalShape, 'proposal_id', { order: { columns: ['at', 'id'], direction: 'asc' } }),
  },
})

export const lineShape: Shape<'settlement_line'> = shape('SettlementLine', 'settlement_line', {
  always: ['proposal_id'],
  fields: {
    position: 'position',
    proposal: 'proposal_id',
    item: one(() => claimItemShape, 'item_id'),
    kind: 'kind',
    mass: 'mass',
    amount: 'amount',
    currency: 'currency',
    department: one(() => departmentShape, 'department_id'),
    ground: 'ground',
    documentNumber: 'document_number',
    executedAt: 'executed_at',
  },
})

export const improvementActionShape = shape('ImprovementAction', 'improvement_action', {
  fields: {
    position: 'position',
    description: 'description',
    owner: one(() => personShape, 'owner_id'),
    dueOn: 'due_on',
    implementedOn: 'implemented_on',
    evidence: 'evidence',
  },
})

export const improvementShape = shape('Improvement', 'improvement', {
  key: 'case_id',
  fields: {
    owner: one(() => personShape, 'owner_id'),
    dueAt: 'due_at',
    team: 'team',
    description: 'description',
    containment: 'containment',
    occurrenceEvidence: 'occurrence_evidence',
    escapeEvidence: 'escape_evidence',
    beforeCount: 'before_count',
    afterCount: 'after_count',
    prevention: 'prevention',
    thanks: 'thanks',
    notEffectiveCount: 'not_effective_count',
    actions: list(
      () => improvementActionShape,
      (action, own) => sql`${sql.ref(`${action}.case_id`)} = ${sql.ref(`${own}.case_id`)}`,
      { order: inOrder },
    ),
  },
})

export const claimShape: Shape<'service_case'> = shape('Claim', 'service_case', {
  always: [...caseAlways, 'waiting', 'improvement'],
  beside: { claim: 'case_id' },
  fields: {
    ...caseFields,
    waiting: 'waiting',
    improvementState: 'improvement',
    receivedAt: 'claim.received_at',
    channel: 'claim.channel',
    whatHappened: 'claim.what_happened',
    stage: 'claim.stage',
    remedySought: 'claim.remedy_sought',
    contact: one(() => contactShape, 'claim.contact_id', contactScope),
    analyst: one(() => personShape, 'claim.analyst_id'),
    promisedAnswerAt: 'claim.promised_answer_at',
    repeat: 'claim.repeat',
    occurrenceCause: 'claim.occurrence_cause',
    escapeCause: 'claim.escape_cause',
    systemCause: 'claim.system_cause',
    qualityLayer: 'claim.quality_layer',
    chainStage: 'claim.chain_stage',
    ourFault: 'claim.our_fault',
    apologySent: 'claim.apology_sent',
    mergedInto: one(() => caseShape, 'claim.merged_into_id', casesSeen),
    items: list(() => claimItemShape, 'case_id', { order: inOrder }),
    containment: list(() => containmentShape, 'case_id', {
      order: { columns: ['at', 'piece_id'], direction: 'asc' },
      limit: 1000,
    }),
    shares: list(() => shareShape, 'case_id', { order: { columns: ['percent', 'department_id'], direction: 'desc' } }),
    proposals: list(() => proposalShape, 'case_id', { order: { columns: ['number', 'id'], direction: 'desc' } }),
    settlementLines: list(() => lineShape, 'case_id', {
      order: { columns: ['position', 'id'], direction: 'asc' },
      scope: lineScope,
    }),
    improvement: one(() => improvementShape, 'id'),
  },
})
addVariant(caseShape, claimShape)

/** Lines that the viewer may read, of claims that he sees. */
export function linesSeen(viewer: Viewer): Expression<SqlBool> {
  return sql<SqlBool>`${lineScope(viewer)} and ${partsSeen('settlement_line.case_id')(viewer)}`
}

/** Proposals of the claims whose money the viewer sees. */
export function proposalsSeen(viewer: Viewer): Expression<SqlBool> {
  return sql<SqlBool>`proposal.case_id in (select service_case.id from service_case where ${policyScope(viewer, 'money')})`
}

export function approvalsSeen(viewer: Viewer): Expression<SqlBool> {
  return sql<SqlBool>`approval.proposal_id in (select proposal.id from proposal where ${proposalsSeen(viewer)})`
}
