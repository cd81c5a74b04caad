// Rows of follow-ups, improvement themes, assessments and gratitude calls.

import type { Generated } from 'kysely'
import type {
  AssessmentArea,
  AssessmentMethod,
  CallResult,
  FollowUpOutcome,
  FollowUpReason,
  FollowUpState,
  ThemeState,
} from './acting-vocabulary.ts'
import type { FindingKind } from './survey-vocabulary.ts'
import type { ConsumerType } from './vocabulary.ts'

export interface FollowUpRuleRow {
  the_only: Generated<boolean>
  detractor_at_most: Generated<number>
  /** On the scale 1 to 5; on another one the mark as far from its lowest point. */
  low_mark: Generated<string>
  on_no: Generated<boolean>
  working_days: Generated<number>
  /** Answers given longer ago open nothing when they are taken in. */
  days_back: Generated<number>
  revision: Generated<number>
  set_by: string | null
  set_at: Date | null
}

export interface SurveyFollowUpRow {
  id: Generated<string>
  response_id: string | null
  account_id: string
  reason: FollowUpReason
  item_id: string | null
  mark: string | null
  owner_id: string | null
  state: Generated<FollowUpState>
  opened_at: Date
  due_at: Date
  called_at: Date | null
  called_by: string | null
  said: string | null
  outcome: FollowUpOutcome | null
  done: string | null
  closed_at: Date | null
  closed_by: string | null
  revision: Generated<number>
  /** When its owner was told that it will be due, and that it is overdue. */
  warned_at: Date | null
  passed_at: Date | null
}

export interface ImprovementThemeRow {
  id: Generated<string>
  title: string
  description: string | null
  /** The wave that the effect is measured against. */
  wave_id: string
  /** Code of the indicator whose mean is compared; null: the general level. */
  item: string | null
  region_id: string | null
  consumer_type: ConsumerType | null
  owner_id: string
  due_on: string
  state: Generated<ThemeState>
  done: string | null
  opened_by: string | null
  opened_at: Date
  closed_at: Date | null
  revision: Generated<number>
}

export interface ThemeSourceRow {
  id: Generated<string>
  theme_id: string
  response_id: string | null
  finding: FindingKind | null
  item: string | null
  added_by: string | null
  added_at: Date
}

export interface AssessmentRow {
  id: Generated<string>
  method: AssessmentMethod
  area: AssessmentArea
  held_on: string
  customers: Generated<number>
  managers: Generated<number>
  staff: Generated<number>
  led_by: string | null
  results: string
  recorded_by: string | null
  recorded_at: Date
}

export interface GratitudeCampaignRow {
  id: Generated<string>
  name: string
  begins_on: string
  cost: string
  currency: string
  extra_margin: string | null
  margin_known_on: string | null
  planned_by: string | null
  planned_at: Date
}

export interface GratitudeCallRow {
  id: Generated<string>
  campaign_id: string
  account_id: string
  result: CallResult | null
  said: string | null
  called_by: string | null
  called_at: Date | null
  entry_id: string | null
  claim_id: string | null
}
