// How the reference data names a thing: its code and what it is called in three languages.
import type { Translations } from '../../../schema/json.ts'

export interface Named extends Required<Translations> {
  code: string
}

/** The columns of a named row. */
export function named({ code, en, ru, kk }: Named): { code: string; name: string } {
  return { code, name: JSON.stringify({ en, ru, kk }) }
}
