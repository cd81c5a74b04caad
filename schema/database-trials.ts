// Rows of trial batches, competitors' products and recommendations.

import type { Generated } from 'kysely'
import type {
  IndicatorDirection,
  IndicatorGroup,
  ProcessingMeasure,
  RecommendationState,
  TrialReason,
} from './trial-vocabulary.ts'
import type { ChainStage } from './vocabulary.ts'

export interface CompetitorProductRow {
  id: Generated<string>
  competitor: string
  name: string
  grade: string | null
  note: string | null
  active: Generated<boolean>
}

export interface TrialBatchRow {
  case_id: string
  product_id: string
  aim: string
  reason: TrialReason
  reason_text: string | null
  competitor_product_id: string | null
  iteration: Generated<number>
  inspection: Generated<number>
  cost: string | null
  cost_currency: string | null
  cost_usd: string | null
  slot_at: Date | null
  tonnage: string | null
  planned_heats: number | null
  held_until: Date | null
  certificate_id: string | null
  concession_groups: Generated<string[]>
  concession_signed_by: string | null
  concession_signed_on: string | null
  concession_document: string | null
  received_at: Date | null
  processing_started_at: Date | null
  processing_place: string | null
  attended: boolean | null
  not_attended_reason: string | null
  not_processed_reason: string | null
  verdict: string | null
  verdict_signatory: string | null
  verdict_signed_on: string | null
  follow_up_order_id: string | null
  shipped_material: string | null
}

export interface TrialRequirementRow {
  id: Generated<string>
  case_id: string
  iteration: number
  position: number
  indicator_group: IndicatorGroup
  indicator: string
  unit: string
  min_value: string | null
  max_value: string | null
  property: string | null
}

export interface TrialHeatRow {
  id: Generated<string>
  case_id: string
  iteration: number
  heat_id: string
  variant: string | null
}

export interface TrialPieceRow {
  id: Generated<string>
  case_id: string
  iteration: number
  piece_id: string
}

export interface TrialCardChangeRow {
  id: Generated<string>
  case_id: string
  iteration: number
  position: number
  parameter: string
  before: string
  after: string
  reason: string | null
}

export interface TrialMeasurementRow {
  id: Generated<string>
  case_id: string
  requirement_id: string
  inspection: number
  heat_id: string | null
  piece_id: string | null
  value: string
  unit: string
  conforms: boolean
  of_certificate: Generated<boolean>
}

export interface TrialStageRow {
  id: Generated<string>
  case_id: string
  iteration: number
  stage: ChainStage
  at: Date
  note: string | null
}

export interface TrialProcessingRow {
  id: Generated<string>
  case_id: string
  iteration: number
  position: number
  heat_id: string | null
  input_mass: string
  good_mass: string
  reason_above: string | null
  stops: number
  pieces: number
  rating: number
  note: string | null
}

export interface TrialCostLimitRow {
  version: number
  amount_usd: string
  set_by: string | null
  set_at: Generated<Date>
}

export interface CompetitorValueRow {
  id: Generated<string>
  competitor_product_id: string
  account_id: string
  case_id: string | null
  iteration: number | null
  measure: ProcessingMeasure | null
  indicator: string
  unit: string
  direction: IndicatorDirection
  theirs: string
  ours: string | null
  recorded_by: string | null
  recorded_at: Date
}

export interface RecommendationRow {
  id: Generated<string>
  account_id: string
  case_id: string | null
  requirement_id: string | null
  competitor_value_id: string | null
  indicator: string
  problem: string
  target: string
  measure: string | null
  state: Generated<RecommendationState>
  department_id: string | null
  due_on: string | null
  task_id: string | null
  decision_reason: string | null
  decided_by: string | null
  decided_at: Date | null
  effect_value: string | null
  effect_unit: string | null
  effect_note: string | null
  effect_on: string | null
  created_at: Date
}
