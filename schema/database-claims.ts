// Rows of claims: items, containment, proposals, settlement lines and 8D.

import type { Generated, JSONColumnType } from 'kysely'
import type { ContainmentOutcome, ProposalState, Remedy, SettlementKind } from './claim-vocabulary.ts'
import type { RouteStep } from './json.ts'
import type { ChainStage, Channel, QualityLayer, Stage } from './vocabulary.ts'

export interface ClaimRow {
  case_id: string
  received_at: Date
  channel: Channel | null
  what_happened: string
  stage: Stage | null
  remedy_sought: Remedy | null
  contact_id: string | null
  analyst_id: string | null
  promised_answer_at: Date | null
  repeat: Generated<boolean>
  containment_note: string | null
  containment_complete: Generated<boolean>
  occurrence_cause: string | null
  escape_cause: string | null
  system_cause: string | null
  quality_layer: QualityLayer | null
  chain_stage: ChainStage | null
  our_fault: boolean | null
  apology_sent: Generated<boolean>
  merged_into_id: string | null
  dispute_round: Generated<number>
  reopened_count: Generated<number>
}

export interface ClaimItemRow {
  id: Generated<string>
  case_id: string
  origin_case_id: string
  position: number
  piece_id: string | null
  heat_id: string | null
  unidentified_reason: string | null
  defect: string | null
  claimed_mass: string | null
  inspected_mass: string | null
  accepted_mass: string | null
  note: string | null
}

export interface ContainmentRow {
  case_id: string
  piece_id: string
  outcome: ContainmentOutcome
  at: Date
}

export interface ResponsibleShareRow {
  case_id: string
  department_id: string
  percent: string
}

export interface ProposalRow {
  id: Generated<string>
  case_id: string
  /** The claim's account, kept here by the database: amounts are summed by account and time. */
  account_id: Generated<string>
  number: number
  hash: string
  state: ProposalState
  refusal: Generated<boolean>
  ground: string | null
  amount_usd: string
  total_usd: string
  route: JSONColumnType<RouteStep[]>
  proposed_by: string
  proposed_at: Date
}

export interface SettlementLineRow {
  id: Generated<string>
  case_id: string
  proposal_id: string
  item_id: string | null
  position: number
  kind: SettlementKind
  mass: string | null
  amount: Generated<string>
  currency: string
  department_id: string | null
  ground: string | null
  document_number: string | null
  executed_at: Date | null
  executed_by: string | null
}

export interface ApprovalRow {
  id: Generated<string>
  proposal_id: string
  step: number
  person_id: string
  on_behalf_of: string | null
  decision: 'approved' | 'sentBack'
  reason: string | null
  at: Date
}

export interface ImprovementRow {
  case_id: string
  owner_id: string | null
  due_at: Date | null
  team: string | null
  description: string | null
  containment: string | null
  occurrence_evidence: string | null
  escape_evidence: string | null
  before_count: number | null
  after_count: number | null
  prevention: string | null
  thanks: string | null
  not_effective_count: Generated<number>
}

export interface ImprovementActionRow {
  id: Generated<string>
  case_id: string
  position: number
  description: string
  owner_id: string
  due_on: string
  implemented_on: string | null
  evidence: string | null
}
