// Campaigns of thank-you calls (SAT-11): planned over customers, called one by one, and what they brought.
import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { callResults } from '../../schema/acting-vocabulary.ts'
import { visibleAccounts } from '../accounts/queries.ts'
import type { Engine } from '../core/engine.ts'
import { currency, day, decimal, line, list, money, text, word } from '../core/input.ts'
import { can } from '../core/permissions.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import { nodeId } from '../graphql/input-of.ts'
import { personOf } from './follow-up-commands.ts'

export const planGratitudeInput = z.object({
  name: line(200).describe('Name of the campaign.'),
  beginsOn: day().describe('When the calls begin.'),
  cost: money().describe('What it costs.'),
  currency: currency().describe('Currency of cost and margin.'),
  accountIds: list(nodeId('Account'), 200).describe('Customers to be thanked.'),
})

/** Refuses `blank` without customers, `unknown` for one that the viewer does not see. */
export async function planGratitude(
  { trx }: Work,
  engine: Engine,
  viewer: Viewer,
  input: z.output<typeof planGratitudeInput>,
): Promise<string> {
  const ids = [...new Set(input.accountIds)]
  if (ids.length === 0) throw refuseField('accountIds', 'required')
  const seen = await trx
    .selectFrom('account')
    .where('id', 'in', ids)
    .where(visibleAccounts(viewer))
    .select('id')
    .execute()
  if (seen.length < ids.length) throw refuseField('accountIds', 'unknown')
  const { id } = await trx
    .insertInto('gratitude_campaign')
    .values({
      name: input.name.trim(),
      begins_on: input.beginsOn,
      cost: input.cost,
      currency: input.currency,
      planned_by: personOf(viewer),
      planned_at: engine.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('gratitude_call')
    .values(seen.map((account) => ({ campaign_id: id, account_id: account.id })))
    .execute()
  return id
}

export const recordGratitudeCallInput = z.object({
  id: nodeId('GratitudeCall').describe('The call.'),
  result: word('CallResult', callResults).describe('What came of it.'),
  said: text(4_000).nullish().describe('What was said; a question or problem needs it.'),
})

/** A question or problem becomes a talk with the customer, a problem a claim besides, by a job of the same transaction. Refuses `answeredAlready`. */
export async function recordGratitudeCall(
  { trx }: Work,
  engine: Engine,
  viewer: Viewer,
  { id, result, said }: z.output<typeof recordGratitudeCallInput>,
): Promise<string> {
  const row = await trx
    .selectFrom('gratitude_call')
    .innerJoin('account', 'account.id', 'gratitude_call.account_id')
    .where('gratitude_call.id', '=', id)
    .where(sql<SqlBool>`${visibleAccounts(viewer)}`)
    .select(['account.id as accountId', 'account.region_id as regionId', 'gratitude_call.result'])
    .forUpdate('gratitude_call')
    .executeTakeFirst()
  if (!row) throw new Refused({ kind: 'notFound' })
  if (!can(viewer, 'gratitude.call', row)) throw new Refused({ kind: 'notAllowed' })
  if (row.result !== null && row.result !== 'notReached') throw refuseField('id', 'calledAlready')
  const toTell = result === 'question' || result === 'problem'
  if (toTell && !said) throw refuseField('said', 'required')
  await trx
    .updateTable('gratitude_call')
    .set({ result, said: said ?? null, called_by: personOf(viewer), called_at: engine.now() })
    .where('id', '=', id)
    .execute()
  if (toTell) await engine.jobs.send(trx, 'gratitude', { callId: id })
  return id
}

export const setGratitudeEffectInput = z.object({
  id: nodeId('GratitudeCampaign').describe('The campaign.'),
  extraMargin: decimal({ places: 2, max: '100000000000' }).describe('Extra margin of twelve months, in its currency.'),
  knownOn: day().describe('When that was found.'),
})

export async function setGratitudeEffect(
  { trx }: Work,
  { id, extraMargin, knownOn }: z.output<typeof setGratitudeEffectInput>,
): Promise<string> {
  const row = await trx
    .updateTable('gratitude_campaign')
    .set({ extra_margin: extraMargin, margin_known_on: knownOn })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new Refused({ kind: 'notFound' })
  return row.id
}
