// Rows of saved views and exports.
import type { Generated, JSONColumnType } from 'kysely'
import type { JsonObject } from './json.ts'
import type { ExportFault, ExportFormat, ExportPage, ExportState, ListPage } from './list-views.ts'
import type { LabelLanguage } from './vocabulary.ts'

export interface SavedViewRow {
  id: Generated<string>
  owner_id: string
  page: ListPage
  name: string
  view: JSONColumnType<JsonObject>
  shared: Generated<boolean>
  revision: Generated<number>
  changed_at: Date
  /** Kept for a while, so that deleting can be undone. */
  deleted_at: Date | null
}

/** The view with which a person opens a page. */
export interface FirstViewRow {
  person_id: string
  page: ListPage
  view_id: string
}

export interface ListExportRow {
  id: Generated<string>
  person_id: string
  page: ExportPage
  view: JSONColumnType<JsonObject>
  format: ExportFormat
  /** Whether a CSV file begins with the byte order mark. */
  mark: Generated<boolean>
  language: LabelLanguage
  state: Generated<ExportState>
  fault: ExportFault | null
  rows_total: Generated<number>
  rows_done: Generated<number>
  bytes: number | null
  asked_at: Date
  ended_at: Date | null
  expires_at: Date
}
