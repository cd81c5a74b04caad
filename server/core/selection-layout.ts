// Where the values of a statement lie in its answer.
import type { RawBuilder } from 'kysely'

/** Where a value lies in the raw row: its name in a row of the statement, its place in a row of a list. */
export type At = string | number

/** Where the values of one row lie in the raw answer. */
export interface Layout {
  columns: { name: string; at: At; instant: boolean }[]
  ones: { key: string; at: At; layout: Layout }[]
  /** `parted`: rows so long that they come as several arrays. */
  manys: { key: string; at: At; layout: Layout; first: number | null; parted: boolean }[]
  /** Texts of the order columns, where the list pages. */
  place: At[]
}

export interface SelectList {
  columns: RawBuilder<unknown>
  joins: RawBuilder<unknown>
  layout: Layout
  /** False when the same text serves every viewer. */
  personal: boolean
  /** Whether it holds the time. */
  timed: boolean
}
