// Shapes of what the database keeps as JSON.
import type { ColumnType } from 'kysely'
import type { Language, Position, Role } from './vocabulary.ts'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** A JSON column with a default: read as an object, written as JSON text or left out. */
export type DefaultedJson<T extends object> = ColumnType<T, string | undefined, string>

/** A name in the languages it has been translated into; English is obligatory. */
export type Translations = { en: string; ru?: string; kk?: string }

/** One step of an approval route: `needed` different people out of those who hold one of `of`. */
export interface RouteStep {
  needed: number
  of: (Position | Extract<Role, 'csLead' | 'management'>)[]
}

/** A pause of a deadline; times as ISO text, `to` is null while it lasts. */
export interface StoredPause {
  from: string
  to: string | null
  reason: string
}

/** A value that a department measured or looked up for its answer. */
export interface TaskValue {
  name: string
  text: string
  number: string | null
  unit: string | null
}

/** What respondents read, in the languages it was translated into. */
export type Wording = Partial<Record<Language, string>>

/** One of the answers that an item offers. */
export interface SurveyOption {
  code: string
  wording: Wording
}

/** Ranks by code of the option, 1 the most important. */
export type Ranks = Record<string, number>
