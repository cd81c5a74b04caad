// What a command may answer instead of doing its work; each kind tells the client what it can do about it.

export interface FieldFault {
  /** Path of the input field ('items.2.claimedMass'); null where the fault is of the whole. */
  field: string | null
  code: string
  params: Record<string, string | number>
}

export type Refusal =
  | { kind: 'wrongState'; states: string[]; allowed: string[] }
  | { kind: 'stale'; revision: number; current: number }
  | { kind: 'invalid'; fields: FieldFault[] }
  | { kind: 'notAllowed' }
  | { kind: 'notFound' }
  | { kind: 'keyReused' }

/** Leaves a transaction with a refusal: what was written is rolled back, the refusal is the answer. */
export class Refused extends Error {
  override name = 'Refused'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(`refused: ${refusal.kind}`)
    this.refusal = refusal
  }
}

export function refuseField(field: string | null, code: string, params: FieldFault['params'] = {}): Refused {
  return new Refused({ kind: 'invalid', fields: [{ field, code, params }] })
}
