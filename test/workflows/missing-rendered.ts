// What a person reads of the parts that an event lacks.
import type { ClaimEvent } from '../../schema/claim-vocabulary.ts'
import type { JsonObject } from '../../schema/json.ts'
import type { MissingPart } from '../../server/workflows/chart.ts'
import { type ClaimContext, newClaim } from '../../server/workflows/claim-context.ts'
import { type MissingCode, missingTexts } from '../../server/workflows/missing-texts.ts'
import { type Change, claim, eventOf } from './claim-world.ts'

/** A row of a table: event, change, what is read, and the context where it differs from a claim that lacks nothing. */
export type MissingRow = [ClaimEvent, Change, string[], Partial<ClaimContext>?]

/** Texts of what the event lacks; a hint begins with `hint:`. */
export function missingOf([type, change, , context]: MissingRow): string[] {
  const whole = { ...newClaim, containment: 'none', offerStands: true, investigationTasks: 1, ...context } as JsonObject
  const event = eventOf(type, change, whole as Partial<ClaimContext>)
  return claim.missing(type, event, event.payload, whole, event.facts).map(rendered)
}

export function rendered({ code, params, hint }: MissingPart): string {
  const text = missingTexts[code as MissingCode].replace(/\{(\w+)\}/g, (gap, name: string) => `${params[name] ?? gap}`)
  return hint ? `hint: ${text}` : text
}
