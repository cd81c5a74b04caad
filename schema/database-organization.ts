// Rows of people, sessions, departments, calendars, policies and catalogues.

import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Clock } from './clock.ts'
import type { JsonObject, RouteStep, Translations } from './json.ts'
import type { SignInChangeKind } from './sign-in-vocabulary.ts'
import type { Catalogue, Office, Position, Severity, Stage, TimeUnit } from './vocabulary.ts'

export interface DepartmentRow {
  id: Generated<string>
  code: string
  name: JSONColumnType<Translations>
  office: Office
  active: Generated<boolean>
}

export interface PersonRow {
  id: Generated<string>
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  language: Generated<string>
  time_zone: Generated<string>
  active: Generated<boolean>
  /** Whether sign-in asks for a code too. */
  second_factor: Generated<boolean>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface SessionRow {
  id: Generated<string>
  token: string
  person_id: string
  expires_at: Date
  ip_address: string | null
  user_agent: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface CredentialRow {
  id: Generated<string>
  account_id: string
  provider_id: string
  person_id: string
  password: string | null
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: Date | null
  refresh_token_expires_at: Date | null
  scope: string | null
  /** Whether the person chose the password; otherwise the next sign-in asks for it. */
  chosen: Generated<boolean>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface SecondFactorRow {
  id: Generated<string>
  person_id: string
  /** Encrypted, as are the backup codes. */
  secret: string
  backup_codes: string
  /** Whether the authenticator gave a right code once. */
  verified: Generated<boolean>
  failed_count: Generated<number>
  locked_until: Date | null
}

export interface SecondFactorCodeRow {
  person_id: string
  code: string
  used_at: Date
}

export interface SignInChangeRow {
  id: Generated<string>
  person_id: string
  kind: SignInChangeKind
  /** Null: of the installation. */
  by_person_id: string | null
  at: Generated<Date>
}

export interface VerificationRow {
  id: Generated<string>
  identifier: string
  value: string
  expires_at: Date
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface SignInAttemptRow {
  id: Generated<string>
  email: string
  at: Generated<Date>
  succeeded: boolean
}

export interface PersonPositionRow {
  person_id: string
  position: Position
}

export interface AbsenceRow {
  id: Generated<string>
  person_id: string
  deputy_id: string | null
  from_at: Date
  to_at: Date
}

export interface CalendarRow {
  id: Generated<string>
  code: string
  name: string
  time_zone: string
  country: string | null
  minutes_per_day: number
  version: Generated<number>
}

export interface CalendarWindowRow {
  calendar_id: string
  weekday: number
  from_time: string
  to_time: string
}

export interface CalendarDayRow {
  calendar_id: string
  day: string
  kind: 'holiday' | 'working'
  name: string
  windows: ColumnType<{ from: string; to: string }[] | null, string | null, string | null>
}

export interface DeadlinePolicyRow {
  id: Generated<string>
  clock: Clock
  version: number
  severity: Severity | null
  variant: string | null
  amount: string
  unit: TimeUnit
  warn_at: Generated<string[]>
  remind_after_days: Generated<number[]>
  warn_to: string[]
  breach_to: string[]
  repeats: Generated<boolean>
  valid_from: Generated<Date>
}

export interface ApprovalBandRow {
  id: Generated<string>
  version: number
  band: number
  up_to: string | null
  steps: JSONColumnType<RouteStep[]>
}

export interface ExchangeRateRow {
  currency: string
  day: string
  usd_per_unit: string
}

export interface CatalogueEntryRow {
  id: Generated<string>
  catalogue: Catalogue
  code: string
  name: JSONColumnType<Translations>
  position: Generated<number>
  active: Generated<boolean>
}

export interface RoutingRuleRow {
  id: Generated<string>
  subject: string
  stage: Stage
  department_id: string
  due_working_days: Generated<number>
}

export interface IdempotencyKeyRow {
  person_id: string
  key: string
  body_hash: string
  answer: JSONColumnType<JsonObject>
  created_at: Generated<Date>
}

/** What a person is writing; `body` is JSON text. */
export interface DraftRow {
  id: Generated<string>
  person_id: string
  key: string
  body: string
  revision: Generated<number>
  based_on: number | null
  changed_at: Date
}
