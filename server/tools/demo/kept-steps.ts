// Keeps what every step of a story came to, in the step's own transaction: told again, the step is known and not repeated.
import { sql } from 'kysely'
import type { JsonObject } from '../../../schema/json.ts'
import type { Engine } from '../../core/engine.ts'
import { transact } from '../../core/transaction.ts'
import { systemViewer } from '../../core/viewer.ts'
import type { Work } from '../../core/work.ts'

/** How the case stood after a step. */
export type Standing<T extends JsonObject> = {
  told: T
  caseId: string
  ownerId: string | null
  states: string[]
  context: JsonObject
}

export interface Step<T extends JsonObject> {
  /** Names the step among all of the world */
  key: string
  /** An earlier making broke off: the step may be known. */
  again: boolean
  /** What is done; tells the case and whatever the story needs to know */
  work: (work: Work) => Promise<{ caseId: string; told: T }>
}

/** The keys of the product's own commands belong to persons; those of the demo world to nobody. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** Does the step unless it is known. `alarm` is when the next clock of the case warns or passes; undefined where the step was known. */
export async function keepStep<T extends JsonObject>(
  engine: Engine,
  { key, again, work }: Step<T>,
): Promise<{ standing: Standing<T>; alarm: Date | null | undefined }> {
  let alarm: Date | null | undefined
  const request = { viewer: systemViewer, name: key, key: null, body: {} }
  const standing = await transact(engine, request, async (opened): Promise<Standing<T>> => {
    const known = again ? await knownStep<T>(opened, key) : null
    if (known) return known
    const done = await work(opened)
    const { rows } = await sql<{ answer: Standing<T>; alarm: Date | null }>`
      insert into idempotency_key (person_id, key, body_hash, answer)
      select ${nobody}, ${key}, 'demo', jsonb_build_object('told', ${JSON.stringify(done.told)}::jsonb, 'caseId', id, 'ownerId', owner_id,
        'states', jsonb_build_array(state, waiting, improvement), 'context', snapshot->'context')
      from service_case where id = ${done.caseId}
      returning answer, ${nextAlarm(done.caseId)} as alarm`.execute(opened.trx)
    const [kept] = rows
    if (!kept) throw new Error(`The case of ${key} is gone`)
    alarm = kept.alarm
    return kept.answer
  })
  return { standing, alarm }
}

/** When the next running clock of the case warns or passes. */
export function nextAlarm(caseId: string) {
  return sql<Date | null>`(select min(next_at) from deadline where case_id = ${caseId} and stopped_at is null)`
}

async function knownStep<T extends JsonObject>({ trx }: Work, key: string): Promise<Standing<T> | null> {
  const row = await trx
    .selectFrom('idempotency_key')
    .where('person_id', '=', nobody)
    .where('key', '=', key)
    .select('answer')
    .executeTakeFirst()
  return row ? (row.answer as Standing<T>) : null
}
