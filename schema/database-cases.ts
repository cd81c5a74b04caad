// Rows of cases with their tasks, history, comments, deadlines and letters.

import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Clock } from './clock.ts'
import type { DefaultedJson, JsonObject, StoredPause, TaskValue } from './json.ts'
import type { NotificationChannel, NotificationKind } from './notification-vocabulary.ts'
import type { TaskPurpose, TaskState } from './task-vocabulary.ts'
import type { Actor, CaseKind, HistoryKind, LinkKind, Severity, TimeUnit } from './vocabulary.ts'

export interface ServiceCaseRow {
  id: Generated<string>
  number: string
  kind: CaseKind
  account_id: string
  /** The account's, kept by a trigger. */
  region_id: ColumnType<string, string | undefined, never>
  owner_id: string | null
  title: string
  language: Generated<string>
  severity: Severity | null
  state: string
  waiting: string | null
  improvement: string | null
  open: Generated<boolean>
  chart_version: number
  snapshot: JSONColumnType<JsonObject>
  revision: Generated<number>
  due_at: Date | null
  opened_at: Date
  closed_at: Date | null
  changed_at: Date
}

export interface TaskRow {
  id: Generated<string>
  number: string
  case_id: string
  origin_case_id: string
  purpose: TaskPurpose
  department_id: string
  question: string
  language: Generated<string>
  state: TaskState
  open: Generated<boolean>
  chart_version: number
  snapshot: JSONColumnType<JsonObject>
  revision: Generated<number>
  sender_id: string
  responder_id: string | null
  due_at: Date | null
  answer: string | null
  answer_values: ColumnType<TaskValue[] | null, string | null, string | null>
  cause_code: string | null
  proposed_measure: string | null
  rating: number | null
  sent_at: Date
  answered_at: Date | null
  closed_at: Date | null
}

export interface HistoryRow {
  id: Generated<string>
  case_id: string
  task_id: string | null
  revision: number | null
  kind: HistoryKind
  event: string | null
  from_states: Generated<string[]>
  to_states: Generated<string[]>
  payload: DefaultedJson<JsonObject>
  facts: DefaultedJson<JsonObject>
  reason: string | null
  by_id: string | null
  by_name: string
  as_role: Actor
  at: Date
  recorded_at: Generated<Date>
}

export interface CommentRow {
  id: Generated<string>
  case_id: string
  author_id: string
  /** Who is named stands as `@[key of the person]`. */
  body: string
  language: Generated<string>
  at: Date
  edited_at: Date | null
  deleted_at: Date | null
}

export interface CommentMentionRow {
  comment_id: string
  person_id: string
}

export interface PromiseRow {
  id: Generated<string>
  case_id: string
  text: string
  due_at: Date
  made_by: string
  made_at: Date
  kept_at: Date | null
}

export interface WatcherRow {
  case_id: string
  person_id: string
}

export interface CaseLinkRow {
  from_case_id: string
  to_case_id: string
  kind: LinkKind
  at: Date
}

export interface DeadlineRow {
  id: Generated<string>
  case_id: string
  task_id: string | null
  line_id: string | null
  clock: Clock
  generation: number
  policy_id: string
  calendar_id: string
  amount: string
  unit: TimeUnit
  not_after: Date | null
  started_at: Date
  due_at: Date | null
  pauses: DefaultedJson<StoredPause[]>
  next_at: Date | null
  sent: Generated<number>
  breached_at: Date | null
  stopped_at: Date | null
}

export interface NotificationRow {
  id: Generated<string>
  person_id: string
  case_id: string | null
  task_id: string | null
  kind: NotificationKind
  detail: DefaultedJson<JsonObject>
  at: Date
  read_at: Date | null
  by_id: string | null
  comment_id: string | null
}

export interface NotificationChoiceRow {
  person_id: string
  kind: NotificationKind
  channel: NotificationChannel
  wanted: boolean
}

export interface LetterRow {
  id: Generated<string>
  case_id: string
  contact_id: string | null
  kind: string
  language: string
  body: string | null
  detail: DefaultedJson<JsonObject>
  queued_at: Date
  sent_at: Date | null
}

export interface CustomerLinkRow {
  id: Generated<string>
  token_hash: string
  contact_id: string
  case_id: string
  /** Null for one that a letter handed out. */
  created_by: string | null
  created_at: Generated<Date>
  expires_at: Date
  revoked_at: Date | null
  letter_id: string | null
  last_opened_at: Date | null
  revoked_by: string | null
}

export interface CaseSearchRow {
  case_id: string
  numbers: Generated<string>
  body: Generated<string>
  lexemes: Generated<string>
  /** Order in which the cases were logged. */
  place: Generated<number>
}
