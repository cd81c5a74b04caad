// Keeps what a person is writing, so that it can be gone on with on another device.
import { sql } from 'kysely'
import { z } from 'zod'
import type { Engine } from '../core/engine.ts'
import { whole } from '../core/input.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Work } from '../core/work.ts'
import { MOST_DRAFTS } from './draft-queries.ts'

const LONGEST_BODY = 60_000
const DAYS_KEPT = 30

const KEY = /^[A-Za-z][A-Za-z0-9_:-]{0,199}$/

const key = z.string().superRefine((value, context) => {
  const fault = (code: string, params: object) =>
    context.addIssue({ code: 'custom', params: { code, ...params }, message: code })
  if (!KEY.test(value)) fault('badCode', { allowed: 'A-Z a-z 0-9 _ : -' })
})

const body = z.string().superRefine((value, context) => {
  const fault = (code: string, params = {}) =>
    context.addIssue({ code: 'custom', params: { code, ...params }, message: code })
  if (value.length > LONGEST_BODY) fault('tooLong', { max: LONGEST_BODY })
  else if (value.includes('\0') || !value.isWellFormed() || !isJson(value)) fault('invalid')
})

export const saveDraftInput = z.object({
  key: key.describe('Where it is written: `log`, `case:<id>:<step>`, `comment:<id>`.'),
  body: body.describe(`What is written, as JSON; at most ${LONGEST_BODY} characters.`),
  revision: whole(0, 1_000_000_000).describe(
    'The revision of the draft that this goes on from, 0 for a new one; refused as stale when another device wrote meanwhile.',
  ),
  basedOn: whole(1, 1_000_000).nullish().describe('The revision of the case that the writer looked at.'),
})

export const discardDraftInput = z.object({ key: key.describe('Which draft is thrown away, or was sent.') })

/** Answers its new revision. Refuses `stale` when the stored draft is not the one that was gone on from. */
export async function saveDraft(
  { trx }: Work,
  engine: Pick<Engine, 'now'>,
  personId: string,
  { key, body, revision, basedOn }: z.output<typeof saveDraftInput>,
): Promise<number> {
  const written = { body, based_on: basedOn ?? null, changed_at: engine.now() }
  const known = await trx
    .selectFrom('draft')
    .select('revision')
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst()
  if (known) {
    if (known.revision !== revision) throw new Refused({ kind: 'stale', revision, current: known.revision })
    const next = known.revision + 1
    await trx
      .updateTable('draft')
      .set({ ...written, revision: next })
      .where('person_id', '=', personId)
      .where('key', '=', key)
      .execute()
    return next
  }
  await refuseTooMany(trx, personId)
  const inserted = await trx
    .insertInto('draft')
    .values({ person_id: personId, key, revision: revision + 1, ...written })
    .onConflict((conflict) => conflict.doNothing())
    .returning('revision')
    .executeTakeFirst()
  if (!inserted) throw new Refused({ kind: 'stale', revision, current: revision + 1 })
  return inserted.revision
}

/** Nothing happens where there is none. */
export async function discardDraft({ trx }: Work, personId: string, key: string): Promise<void> {
  await trx.deleteFrom('draft').where('person_id', '=', personId).where('key', '=', key).execute()
}

/** Forgets drafts that nobody touched for 30 days. */
export async function forgetDrafts(engine: Engine): Promise<void> {
  await engine.db
    .deleteFrom('draft')
    .where('changed_at', '<', sql<Date>`${engine.now()} - make_interval(days => ${DAYS_KEPT})`)
    .execute()
}

async function refuseTooMany(trx: Work['trx'], personId: string): Promise<void> {
  const { kept } = await trx
    .selectFrom('draft')
    .select((eb) => eb.fn.countAll<number>().as('kept'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  if (Number(kept) >= MOST_DRAFTS) throw refuseField('key', 'tooMany', { max: MOST_DRAFTS })
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
