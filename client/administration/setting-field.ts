// What a form of administration asks, and what was filled in: texts by name; a tick is `true` or empty.
import type { Offer } from '../parts/Offers.tsx'

export type Values = Record<string, string>

export interface SettingField {
  /** As in the mutation's input, so that a refusal finds its field: `name.ru`, `to`. */
  name: string
  label: string
  kind:
    | 'line'
    | 'text'
    | 'number'
    | 'date'
    | 'datetime-local'
    | 'email'
    | 'password'
    | 'tick'
    | 'choice'
    | 'person'
    | 'account'
  choices?: readonly Offer[]
  optional?: boolean
  hint?: string
  /** Names the row: given once, never changed. */
  fixed?: boolean
}

export const textOf = (values: Values, name: string) => (values[name] ?? '').trim()
export const optionOf = (values: Values, name: string) => textOf(values, name) || null
export const isTicked = (values: Values, name: string) => values[name] === 'true'

export function wordOf<W extends string>(list: readonly W[], value: string | undefined): W | null {
  return list.find((word) => word === value) ?? null
}
