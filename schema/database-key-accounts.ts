// Rows of what is known of a customer and agreed with it.

import type { Generated } from 'kysely'
import type {
  ContactSide,
  ObligationKind,
  ObligationState,
  OfferState,
  PlanSide,
  UniqueNeedKind,
} from './account-vocabulary.ts'
import type { Channel } from './vocabulary.ts'

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
  /** Whether it was with technical support: then the contact is asked about it. */
  technical_support: Generated<boolean>
  case_id: string | null
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
