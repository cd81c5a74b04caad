// Rows of what is known of a customer and agreed with it.

import type { Generated } from 'kysely'
import type {
  ContactSide,
  LoyaltyPhase,
  ObligationKind,
  ObligationState,
  OfferState,
  ParetoClass,
  PlanSide,
  UniqueNeedKind,
} from './account-vocabulary.ts'
import type { Channel } from './vocabulary.ts'

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

export interface KeyPlanRow {
  account_id: string
  definition: string | null
  success_factors: string | null
  attraction: string | null
  problems: string | null
  satisfaction: string | null
  control: string | null
  review_on: string | null
  review_result: string | null
}

export interface AccountProfileRow {
  account_id: string
  expectations: string | null
  buying_habits: string | null
  motives: string | null
  stereotypes: string | null
  hidden_losses: string | null
  total_need: string | null
  price_structure_on: string | null
  much_larger: Generated<boolean>
}

export interface AccountTermsRow {
  account_id: string
  currency: string
  yearly_sales: string | null
  yearly_growth: string | null
  years: number | null
  margin_percent: string | null
  credit_limit: string | null
  outstanding: string | null
}

export interface ContactEntryRow {
  id: Generated<string>
  account_id: string
  contact_id: string | null
  at: Date
  channel: Channel
  begun_by: ContactSide
  subject: string
  summary: string | null
  next_contact_on: string | null
  person_id: string | null
}

export interface AccountPromiseRow {
  id: Generated<string>
  account_id: string
  text: string
  due_on: string
  kept_on: string | null
}

export interface UniqueNeedRow {
  id: Generated<string>
  account_id: string
  kind: UniqueNeedKind
  text: string
  how_met: string | null
  department_id: string | null
  evidence: string | null
  wanted_stock: string | null
  actual_stock: string | null
  met: Generated<boolean>
}

export interface ProductNeedRow {
  id: Generated<string>
  account_id: string
  product: string
  size: string | null
  grade: string | null
  yearly_mass: string | null
  requirements: string | null
  supplied: Generated<boolean>
  budget: string | null
  currency: string | null
  special: Generated<boolean>
}

export interface AccountOfferRow {
  id: Generated<string>
  account_id: string
  need_id: string | null
  product: string
  reason: string | null
  state: Generated<OfferState>
  /** The furthest state but `declined` that it reached: what a funnel counts. */
  furthest: Generated<OfferState>
  offered_on: string
}

export interface AccountPlanRow {
  id: Generated<string>
  account_id: string
  side: PlanSide
  text: string
  planned_for: string | null
  shared_on: string | null
}

export interface ObligationRow {
  id: Generated<string>
  account_id: string
  kind: ObligationKind
  state: ObligationState
  note: string | null
}

export interface HiddenLossRow {
  id: Generated<string>
  account_id: string
  text: string
  amount: string
  currency: string
}

export interface ReferralRow {
  id: Generated<string>
  account_id: string
  text: string
  recommended_on: string
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
