// Rows of visits: the course, the report, its findings and what came of them, calendars.
import type { Generated, JSONColumnType } from 'kysely'
import type { VisitBlock, VisitDossier, VisitOrigin, VisitOutcomeKind, VisitPurpose } from './visit-vocabulary.ts'

export interface VisitRow {
  case_id: string
  origin: VisitOrigin
  occasion: string
  purpose: VisitPurpose | null
  about_id: string | null
  order_number: string | null
  incoming: Generated<boolean>
  asked_by_id: string | null
  wished_from: string | null
  wished_to: string | null
  requested_at: Date
  ahead_reason: string | null
  engineer_id: string | null
  starts_at: Date | null
  ends_at: Date | null
  place: string | null
  host_id: string | null
  room: string | null
  confirmed_at: Date | null
  begun_at: Date | null
  finished_at: Date | null
  reported_at: Date | null
  /** How often its time was set or taken away: calendars show the newest. */
  moves: Generated<number>
}

export interface VisitAttendanceRow {
  case_id: string
  person_id: string
}

export interface VisitBlockRow {
  id: Generated<string>
  case_id: string
  block: VisitBlock
  body: string
  written_by: string | null
  written_at: Date
}

export interface VisitFindingRow {
  id: Generated<string>
  case_id: string
  number: number
  block: VisitBlock
  body: string
  confirmed_on: string | null
  closed_reason: string | null
  closed_by: string | null
  closed_at: Date | null
}

export interface VisitOutcomeRow {
  id: Generated<string>
  case_id: string
  finding_id: string
  kind: VisitOutcomeKind
  note: string
  task_id: string | null
  claim_id: string | null
  need_id: string | null
  offer_id: string | null
  plan_id: string | null
  recommendation_id: string | null
  made_by: string
  made_at: Date
}

export interface VisitCheckRow {
  id: Generated<string>
  case_id: string
  person_id: string
  /** Which of the eight were kept to. */
  kept: string[]
  checked_at: Date
}

export interface VisitDossierRow {
  case_id: string
  content: JSONColumnType<VisitDossier>
  dossier_at: Date
}

export interface VisitCadenceRow {
  account_id: string
  days: number
  set_by: string | null
  set_at: Date
}

export interface CalendarFeedRow {
  person_id: string
  token_hash: string
  created_at: Date
}
