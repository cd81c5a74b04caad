// Rows of questionnaires, waves, invitations and answers.

import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { DefaultedJson, JsonObject, Ranks, SurveyOption, Translations, Wording } from './json.ts'
import type {
  ContactType,
  Instrument,
  InvitationChannel,
  InvitationState,
  ItemKind,
  QuestionnaireState,
  RespondentGroup,
  ResponseSource,
  WaveKind,
  WaveState,
} from './survey-vocabulary.ts'
import type { ConsumerType } from './vocabulary.ts'

export interface QuestionnaireRow {
  id: Generated<string>
  code: string
  instrument: Instrument
  name: JSONColumnType<Translations>
  created_by: string | null
  created_at: Generated<Date>
}

export interface QuestionnaireVersionRow {
  id: Generated<string>
  questionnaire_id: string
  version: number
  state: Generated<QuestionnaireState>
  languages: string[]
  introduction: DefaultedJson<Wording>
  thanks: DefaultedJson<Wording>
  revision: Generated<number>
  created_by: string | null
  created_at: Generated<Date>
  published_by: string | null
  published_at: Date | null
}

export interface SurveySectionRow {
  id: Generated<string>
  version_id: string
  position: number
  title: JSONColumnType<Wording>
}

export interface SurveyItemRow {
  id: Generated<string>
  version_id: string
  section_id: string
  position: number
  /** Joins the item to the same one of other versions. */
  code: string
  kind: ItemKind
  scale_min: number | null
  scale_max: number | null
  decimals: Generated<boolean>
  obligatory: Generated<boolean>
  asks_importance: Generated<boolean>
  ties_allowed: Generated<boolean>
  wording: JSONColumnType<Wording>
  options: DefaultedJson<SurveyOption[]>
}

export interface SurveyWaveRow {
  id: Generated<string>
  version_id: string
  name: string
  kind: WaveKind
  respondents: Generated<RespondentGroup>
  state: Generated<WaveState>
  population: DefaultedJson<JsonObject>
  sample_size: number | null
  /** The same seed draws the same sample of the same population. */
  sample_seed: Generated<number>
  reminder_days: Generated<number[]>
  quiet_days: Generated<number>
  link_days: Generated<number>
  /** How those without an e-mail address are reached; null: by telephone. */
  mobile_channel: 'sms' | 'message' | null
  opens_at: Date
  closes_at: Date | null
  revision: Generated<number>
  created_by: string | null
  created_at: Generated<Date>
  opened_at: Date | null
  closed_at: Date | null
  /** How many were invited. */
  invited: Generated<number>
}

export interface SurveyInvitationRow {
  id: Generated<string>
  wave_id: string
  account_id: string
  contact_id: string
  channel: InvitationChannel
  language: string
  state: Generated<InvitationState>
  token_hash: string | null
  case_id: string | null
  contact_type: ContactType | null
  employee_id: string | null
  /** Answers given so far and not handed in. */
  saved: ColumnType<JsonObject | null, string | null, string | null>
  reminders: Generated<number>
  queued_at: Generated<Date>
  sent_at: Date | null
  next_reminder_at: Date | null
  opened_at: Date | null
  answered_at: Date | null
  expires_at: Date
  /** The talk after which the contact is asked. */
  talk_id: string | null
}

export interface SurveyOptOutRow {
  contact_id: string
  at: Generated<Date>
  source: ResponseSource
}

export interface SurveyResponseRow {
  id: Generated<string>
  wave_id: string
  version_id: string
  invitation_id: string | null
  account_id: string | null
  contact_id: string | null
  /** Of staff who estimated what customers think. */
  person_id: string | null
  /** As it was when the answers were given, as the type. */
  region_id: string
  consumer_type: ConsumerType
  /** Bought a year, as known when the answers were given. */
  kilotonnes: string | null
  case_id: string | null
  contact_type: ContactType | null
  employee_id: string | null
  source: ResponseSource
  language: string
  entered_by: string | null
  import_key: string | null
  answered_at: Date
  import_id: string | null
}

export interface SurveyImportRow {
  id: Generated<string>
  wave_id: string
  file_name: string
  created_by: string | null
  created_at: Date
  withdrawn_by: string | null
  withdrawn_at: Date | null
}

export interface SurveyAnswerRow {
  response_id: string
  item_id: string
  number: string | null
  importance: string | null
  words: string[] | null
  ranks: ColumnType<Ranks | null, string | null, string | null>
  text: string | null
  language: string | null
}
