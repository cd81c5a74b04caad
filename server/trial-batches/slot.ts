// When a trial batch must be ready for its slot in production.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { FactsRequest } from '../core/engine.ts'
import { plantCalendar } from '../core/plant-calendar.ts'
import { type Reading, reading } from '../core/reading.ts'
import { addWorking, amountLength, workingBetween } from '../core/working-time.ts'
import type { TrialFacts } from '../workflows/trial-facts.ts'

/** Working days before the slot; default of the specification. */
const lead = { unit: 'workingDays', value: 10 } as const

/** Ten working days before the payload's slot; the slot itself where that moment has passed. */
export function slotReadyBy({ payload, at }: FactsRequest, db: Kysely<Database>): Reading<TrialFacts['slotReadyBy']> {
  return reading([], async () => {
    if (typeof payload.slotAt !== 'string') return null
    const { working } = await plantCalendar(db)
    const slot = new Date(payload.slotAt)
    const minutes = workingBetween(working, at, slot) - amountLength(working, at, lead) / 60_000
    return minutes > 0 ? addWorking(working, at, minutes).toISOString() : slot.toISOString()
  })
}
