// How the rules of the charts say what an event still lacks.
import type { MissingPart } from './chart.ts'
import type { MissingCode } from './missing-texts.ts'

export type Checks = (MissingPart | null)[]
type Params = MissingPart['params']

/** The sender is to fill or mend `field` of the event. */
export function input(code: MissingCode, field: string, params: Params = {}): MissingPart {
  return { code, source: 'input', field, params, hint: false }
}

/** The case must change first. */
export function blocked(code: MissingCode, params: Params = {}): MissingPart {
  return { code, source: 'case', field: null, params, hint: false }
}

/** Worth knowing, does not block. */
export function hint(code: MissingCode, params: Params = {}): MissingPart {
  return { code, source: 'case', field: null, params, hint: true }
}

/** Asks for a value that is neither absent nor blank. */
export function required(value: unknown, code: MissingCode, field: string, params: Params = {}): MissingPart | null {
  const absent = value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  return absent ? input(code, field, params) : null
}

export function unless(fine: boolean, part: MissingPart): MissingPart | null {
  return fine ? null : part
}

export function found(checks: Checks): MissingPart[] {
  return checks.filter((part) => part !== null)
}
