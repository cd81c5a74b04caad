// The one place where a transaction opens: a command's key is checked, its work done once, its answer kept.
import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { Json, JsonObject } from '../../schema/json.ts'
import type { Change } from './changes.ts'
import type { Engine } from './engine.ts'
import { inTransaction, post, UncertainCommit } from './pipelined.ts'
import { Refused } from './refusal.ts'
import { withRetry } from './retry.ts'
import type { Viewer } from './viewer.ts'
import type { Work } from './work.ts'

export interface Request {
  viewer: Viewer
  /** What is done; part of what the key stands for. */
  name: string
  /** The client's word for this one command: the same again has one effect and the same answer, kept for seven days. */
  key: string | null
  body: JsonObject
}

/**
 * Runs `work` in one transaction, all or nothing, and again from its beginning when the connection or a rival
 * transaction broke it; without a key only while it cannot have been committed. Refuses `keyReused` when the key came
 * with another body.
 */
export async function transact<T extends JsonObject>(
  engine: Engine,
  request: Request,
  work: (work: Work) => Promise<T>,
): Promise<T> {
  const { answer, changes } = await withRetry(() => attempt(engine, request, work))
  for (const change of changes) engine.changes.announce(change)
  return answer
}

type Sent = Omit<Request, 'key'>

async function attempt<T extends JsonObject>(
  { db }: Engine,
  { key, ...request }: Request,
  work: (work: Work) => Promise<T>,
): Promise<{ answer: T; changes: Change[] }> {
  try {
    return await inTransaction(db, async (trx) => {
      const changes: Change[] = []
      const known = key === null ? null : await knownAnswer<T>(trx, request, key)
      const answer = known ?? (await work({ trx, changed: (change) => changes.push(change) }))
      if (key !== null && !known) await keepAnswer(trx, request, key, answer)
      return { answer, changes }
    })
  } catch (error) {
    // Under a key it is sent again and done once; without one a second try could do it twice.
    throw error instanceof UncertainCommit && key !== null ? error.cause : error
  }
}

async function knownAnswer<T>(trx: Transaction<Database>, request: Sent, key: string): Promise<T | null> {
  const hash = bodyHash(request)
  const personId = senderId(request.viewer)
  const inserted = await trx
    .insertInto('idempotency_key')
    .values({ person_id: personId, key, body_hash: hash, answer: 'null' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (inserted) return null
  const row = await trx
    .selectFrom('idempotency_key')
    .select(['body_hash', 'answer'])
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (row.body_hash !== hash) throw new Refused({ kind: 'keyReused' })
  return row.answer as T
}

async function keepAnswer(trx: Transaction<Database>, request: Sent, key: string, answer: JsonObject): Promise<void> {
  await post(
    trx,
    trx
      .updateTable('idempotency_key')
      .set({ answer: JSON.stringify(answer) })
      .where('person_id', '=', senderId(request.viewer))
      .where('key', '=', key),
  )
}

/** Forgets keys older than seven days. */
export async function forgetKeys(engine: Engine): Promise<void> {
  await engine.db
    .deleteFrom('idempotency_key')
    .where('created_at', '<', sql<Date>`${engine.now()} - interval '7 days'`)
    .execute()
}

function senderId(viewer: Viewer): string {
  return viewer.kind === 'system' ? '00000000-0000-0000-0000-000000000000' : viewer.id
}

function bodyHash({ name, body }: Sent): string {
  return createHash('sha256').update(canonical({ name, body })).digest('hex')
}

/** JSON with the keys of every object in order, so that equal bodies have equal texts. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`)
    return `{${entries.join(',')}}`
  }
  return JSON.stringify(value)
}
