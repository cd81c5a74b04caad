// What a respondent does through his link: opens it, saves as he goes, hands in once, or asks to be left alone.
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../../schema/database.ts'
import type { Engine } from '../core/engine.ts'
import { Refused } from '../core/refusal.ts'
import { withRetry } from '../core/retry.ts'
import { answerFaults } from './answer-check.ts'
import type { publicAnswersInput } from './answer-inputs.ts'
import { boughtVolume } from './bought-volume.ts'
import { definedOf, optOut } from './entry-commands.ts'
import { tokenHash } from './invitation-link.ts'
import { type LinkFault, type OpenedLink, readLink } from './public-queries.ts'
import { readAskedItems, writeResponse } from './response-commands.ts'

type Given = z.output<typeof publicAnswersInput>

/** Notes that the link was opened. */
export async function noteOpened(engine: Engine, id: string): Promise<void> {
  await engine.db
    .updateTable('survey_invitation')
    .set({ state: 'opened', opened_at: engine.now() })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'sent', 'undeliverable'])
    .execute()
}

/** Keeps answers that are not handed in yet. Refuses `invalid` what does not fit its item; obligatory items may still be open. */
export function saveAnswers(engine: Engine, token: string, given: Given): Promise<LinkFault | null> {
  return withLink(engine, token, async (trx, link) => {
    const answers = given.answers.map(definedOf)
    const faults = answerFaults(await readAskedItems(trx, link.versionId), answers, { complete: false })
    if (faults.length > 0) throw new Refused({ kind: 'invalid', fields: faults })
    await trx
      .updateTable('survey_invitation')
      .set({ saved: JSON.stringify({ answers }), language: given.language })
      .where('id', '=', link.id)
      .execute()
  })
}

/** Hands the answers in, once. Refuses `invalid` with every fault; nothing is written then. */
export function handIn(engine: Engine, token: string, given: Given): Promise<LinkFault | null> {
  return withLink(engine, token, async (trx, link) => {
    const place = await trx
      .selectFrom('survey_invitation')
      .innerJoin('account', 'account.id', 'survey_invitation.account_id')
      .where('survey_invitation.id', '=', link.id)
      .select([
        'region_id as regionId',
        'consumer_type as consumerType',
        'contact_type as contactType',
        'employee_id as employeeId',
      ])
      .executeTakeFirstOrThrow()
    await trx
      .updateTable('survey_invitation')
      .set({ state: 'answered', answered_at: engine.now(), next_reminder_at: null, saved: null })
      .where('id', '=', link.id)
      .execute()
    const { waveId, versionId, accountId, contactId, caseId } = link
    const kilotonnes = await boughtVolume(trx, { accountId, waveId, at: link.now })
    // Last, since others of the region wait for its sums until the commit.
    await writeResponse(trx, {
      ...place,
      ...{ waveId, versionId, accountId, contactId, caseId, kilotonnes },
      invitationId: link.id,
      source: 'link',
      language: given.language,
      answeredAt: link.now,
      answers: given.answers.map(definedOf),
    })
  })
}

/** The contact is not asked any more, by this wave or another; said twice it is said once, and answered ones may say it too. */
export async function optOutByLink(engine: Engine, token: string): Promise<LinkFault | null> {
  return engine.db.transaction().execute(async (trx) => {
    const { fault } = await readLink(trx, engine, token)
    if (fault === 'unknown') return fault
    const { contact_id } = await trx
      .selectFrom('survey_invitation')
      .where('token_hash', '=', tokenHash(token))
      .select('contact_id')
      .executeTakeFirstOrThrow()
    await optOut(trx, contact_id, 'link')
    return null
  })
}

async function withLink(
  engine: Engine,
  token: string,
  work: (trx: Transaction<Database>, link: OpenedLink) => Promise<void>,
): Promise<LinkFault | null> {
  return withRetry(() =>
    engine.db.transaction().execute(async (trx) => {
      const answer = await readLink(trx, engine, token, { lock: true })
      if (answer.fault !== null) return answer.fault
      await work(trx, answer.link)
      return null
    }),
  )
}
