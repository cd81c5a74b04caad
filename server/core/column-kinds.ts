// The columns whose values change on their way through JSON: moments become text there, exact numbers would become floats.
import type { Database } from '../../schema/database.ts'

export type Table = keyof Database & string
type Columns = { readonly [T in Table]?: readonly (keyof Database[T] & string)[] }

const instants: Columns = {
  absence: ['from_at', 'to_at'],
  account: ['created_at'],
  account_class: ['set_at'],
  approval: ['at'],
  attachment: ['at', 'removed_at'],
  case_link: ['at'],
  certificate: ['imported_at'],
  claim: ['received_at', 'promised_answer_at'],
  comment: ['at', 'edited_at', 'deleted_at'],
  competitor_value: ['recorded_at'],
  contact_entry: ['at'],
  containment: ['at'],
  customer_link: ['created_at', 'expires_at', 'revoked_at', 'last_opened_at'],
  deadline: ['not_after', 'started_at', 'due_at', 'next_at', 'breached_at', 'stopped_at'],
  deadline_policy: ['valid_from'],
  draft: ['changed_at'],
  history: ['at', 'recorded_at'],
  assessment: ['recorded_at'],
  follow_up_rule: ['set_at'],
  gratitude_call: ['called_at'],
  gratitude_campaign: ['planned_at'],
  improvement_theme: ['opened_at', 'closed_at'],
  survey_follow_up: ['opened_at', 'due_at', 'called_at', 'closed_at', 'warned_at', 'passed_at'],
  theme_source: ['added_at'],
  improvement: ['due_at'],
  letter: ['queued_at', 'sent_at'],
  list_export: ['asked_at', 'ended_at', 'expires_at'],
  mail_message: ['queued_at', 'next_try_at', 'sent_at'],
  loyalty_move: ['at'],
  notification: ['at', 'read_at'],
  person: ['created_at', 'updated_at'],
  product_cost: ['set_at'],
  promise: ['due_at', 'made_at', 'kept_at'],
  proposal: ['proposed_at'],
  questionnaire: ['created_at'],
  questionnaire_version: ['created_at', 'published_at'],
  recommendation: ['decided_at', 'created_at'],
  role_grant: ['granted_at'],
  sign_in_change: ['at'],
  saved_view: ['changed_at', 'deleted_at'],
  service_case: ['due_at', 'opened_at', 'closed_at', 'changed_at'],
  session: ['expires_at', 'created_at', 'updated_at'],
  settlement_line: ['executed_at'],
  shortage_notice: ['told_at', 'read_at'],
  shortage_warning: ['warned_at'],
  survey_import: ['created_at', 'withdrawn_at'],
  survey_invitation: ['queued_at', 'sent_at', 'next_reminder_at', 'opened_at', 'answered_at', 'expires_at'],
  survey_opt_out: ['at'],
  survey_response: ['answered_at'],
  survey_wave: ['opens_at', 'closes_at', 'created_at', 'opened_at', 'closed_at'],
  task: ['due_at', 'sent_at', 'answered_at', 'closed_at'],
  upload: ['begun_at', 'touched_at', 'held_until', 'finished_at'],
  trial_batch: ['slot_at', 'held_until', 'received_at', 'processing_started_at'],
  trial_cost_limit: ['set_at'],
  trial_stage: ['at'],
  calendar_feed: ['created_at'],
  visit: ['requested_at', 'starts_at', 'ends_at', 'confirmed_at', 'begun_at', 'finished_at', 'reported_at'],
  visit_block: ['written_at'],
  visit_cadence: ['set_at'],
  visit_check: ['checked_at'],
  visit_dossier: ['dossier_at'],
  visit_finding: ['closed_at'],
  visit_outcome: ['made_at'],
}

const decimals: Columns = {
  account_profile: ['total_need'],
  account_terms: ['yearly_sales', 'yearly_growth', 'margin_percent', 'credit_limit', 'outstanding'],
  approval_band: ['up_to'],
  certificate: ['theoretical_mass', 'actual_mass'],
  certificate_value: ['number', 'min_value', 'max_value'],
  claim_item: ['claimed_mass', 'inspected_mass', 'accepted_mass'],
  competitor_value: ['theirs', 'ours'],
  customer_order: ['ordered_mass', 'price_per_tonne'],
  deadline: ['amount'],
  deadline_policy: ['amount'],
  exchange_rate: ['usd_per_unit'],
  follow_up_rule: ['low_mark'],
  gratitude_campaign: ['cost', 'extra_margin'],
  hidden_loss: ['amount'],
  survey_follow_up: ['mark'],
  loyalty_move: ['mean'],
  piece: ['mass'],
  product_cost: ['cost_index', 'target'],
  product_need: ['yearly_mass', 'budget'],
  proposal: ['amount_usd', 'total_usd'],
  driver_rollup: ['sum', 'sum_of_squares', 'aim_sum', 'aim_squares', 'products'],
  level_rollup: ['sum', 'sum_of_squares'],
  market_volume: ['kilotonnes'],
  respondent_rollup: ['kilotonnes'],
  recommendation: ['effect_value'],
  responsible_share: ['percent'],
  satisfaction_rollup: ['sum', 'sum_of_squares', 'importance_sum', 'kilotonnes', 'weighted_sum'],
  segment: ['service_cost', 'product_cost', 'solution_cost', 'contact_cost'],
  settlement_line: ['mass', 'amount'],
  survey_answer: ['number', 'importance'],
  survey_response: ['kilotonnes'],
  trial_batch: ['cost', 'cost_usd', 'tonnage'],
  trial_cost_limit: ['amount_usd'],
  trial_measurement: ['value'],
  trial_processing: ['input_mass', 'good_mass'],
  trial_requirement: ['min_value', 'max_value'],
  unique_need: ['wanted_stock', 'actual_stock'],
}

const decimalLists: Columns = { deadline_policy: ['warn_at'] }

/** `instant`: timestamptz; `decimal`: numeric; `decimals`: numeric[]; `plain`: the same in JSON as outside. */
export type ColumnKind = 'plain' | 'instant' | 'decimal' | 'decimals'

export function columnKind(table: Table, column: string): ColumnKind {
  if (has(instants[table], column)) return 'instant'
  if (has(decimals[table], column)) return 'decimal'
  return has(decimalLists[table], column) ? 'decimals' : 'plain'
}

function has(columns: readonly string[] | undefined, column: string): boolean {
  return columns?.includes(column) ?? false
}
