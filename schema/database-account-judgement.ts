// Rows of how customers are told apart and judged: segments, core competences, shortages, loyalty, classes.

import type { Generated } from 'kysely'
import type { LoyaltyPhase, ParetoClass } from './account-vocabulary.ts'

export interface SegmentCharacteristicRow {
  id: Generated<string>
  name: string
  depends_on_supplier: boolean
  measurable: boolean
  correlated_with: Generated<string[]>
}

export interface SegmentRow {
  id: Generated<string>
  name: string
  target: Generated<boolean>
  characteristics: Generated<string[]>
  strategy: string | null
  team: string | null
  review_on: string | null
  service_cost: string | null
  product_cost: string | null
  solution_cost: string | null
  contact_cost: string | null
  currency: Generated<string>
}

export interface CoreCompetenceRow {
  id: Generated<string>
  wording: string
  long_term: Generated<boolean>
  recognised: Generated<boolean>
  repeatable: Generated<boolean>
  specific: Generated<boolean>
  perceived: Generated<boolean>
  active: Generated<boolean>
}

export interface AccountCompetenceRow {
  account_id: string
  competence_id: string
}

export interface ShortageWarningRow {
  id: Generated<string>
  product_id: string
  text: string
  expected_until: string | null
  warned_by: string | null
  warned_at: Date
}

export interface ShortageNoticeRow {
  id: Generated<string>
  warning_id: string
  account_id: string
  told_at: Date | null
  read_at: Date | null
}

export interface LoyaltyMoveRow {
  id: Generated<string>
  account_id: string
  from_phase: LoyaltyPhase | null
  to_phase: LoyaltyPhase
  orders: number
  mean: string | null
  referrals: number
  at: Date
}

export interface AccountClassRow {
  account_id: string
  class: ParetoClass
  reason: string
  set_by: string | null
  set_at: Date
}
