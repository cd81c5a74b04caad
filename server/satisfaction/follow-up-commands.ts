// Work on follow-ups: the talk, who has it, what was done; and the rule that opens them.
import { sql, type Transaction } from 'kysely'
import type { z } from 'zod'
import type { FollowUpState } from '../../schema/acting-vocabulary.ts'
import type { Database } from '../../schema/database.ts'
import { writableAccount } from '../accounts/writable-account.ts'
import type { Engine } from '../core/engine.ts'
import { can } from '../core/permissions.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import { whoMay } from '../core/who-may.ts'
import type { Work } from '../core/work.ts'
import type {
  askSilentCustomerInput,
  assignFollowUpInput,
  closeFollowUpInput,
  recordFollowUpCallInput,
  setFollowUpRuleInput,
} from './follow-up-inputs.ts'
import { openFollowUp } from './follow-up-opening-commands.ts'
import { followUpScope } from './follow-up-queries.ts'
import { followUpRule } from './follow-up-rule-queries.ts'

type Trx = Transaction<Database>

/** Notes the talk; said again it adds to what was said, and the first one stops the clock. Refuses `followUpClosed`. */
export async function recordFollowUpCall(
  { trx }: Work,
  engine: Engine,
  viewer: Viewer,
  input: z.output<typeof recordFollowUpCallInput>,
): Promise<string> {
  const row = await lockOpen(trx, viewer, input)
  await trx
    .updateTable('survey_follow_up')
    .set((eb) => ({
      state: 'called',
      said: row.said === null ? input.said : `${row.said}\n${input.said}`.slice(0, 4_000),
      called_at: sql<Date>`coalesce(called_at, ${engine.now()})`,
      called_by: sql<string>`coalesce(called_by, ${personOf(viewer)}::uuid)`,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', row.id)
    .execute()
  return row.id
}

/** Closes it with what was done; but for a respondent who could not be reached, he was called by now at the latest. */
export async function closeFollowUp(
  { trx }: Work,
  engine: Engine,
  viewer: Viewer,
  input: z.output<typeof closeFollowUpInput>,
): Promise<string> {
  const row = await lockOpen(trx, viewer, input)
  const called = input.outcome !== 'notReached'
  await trx
    .updateTable('survey_follow_up')
    .set((eb) => ({
      state: 'closed',
      outcome: input.outcome,
      done: input.done,
      closed_at: engine.now(),
      closed_by: personOf(viewer),
      ...(called && {
        called_at: sql<Date>`coalesce(called_at, ${engine.now()})`,
        called_by: sql<string>`coalesce(called_by, ${personOf(viewer)}::uuid)`,
      }),
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', row.id)
    .execute()
  return row.id
}

/** Gives it to another person, who is told anew when its time comes. Refuses `unknownPerson` for one who may not call this customer. */
export async function assignFollowUp(
  { trx }: Work,
  viewer: Viewer,
  input: z.output<typeof assignFollowUpInput>,
): Promise<string> {
  const row = await lockOpen(trx, viewer, input)
  const place = { accountId: row.account_id, regionId: row.region_id, departmentIds: sql<string[]>`'{}'::uuid[]` }
  const owner = await trx
    .selectFrom('person')
    .where('id', '=', input.ownerId)
    .where(whoMay('followUp.work', place))
    .select('id')
    .executeTakeFirst()
  if (!owner) throw refuseField('ownerId', 'unknownPerson')
  await trx
    .updateTable('survey_follow_up')
    .set((eb) => ({ owner_id: owner.id, warned_at: null, passed_at: null, revision: eb('revision', '+', 1) }))
    .where('id', '=', row.id)
    .execute()
  return row.id
}

/** A follow-up for a customer who buys and says nothing (CLM-04). Refuses `followUpRuns` while there is one. */
export async function askSilentCustomer(
  { trx }: Work,
  engine: Engine,
  viewer: Viewer,
  { accountId }: z.output<typeof askSilentCustomerInput>,
): Promise<string> {
  await writableAccount(trx, viewer, 'followUp.work', accountId)
  const running = await trx
    .selectFrom('survey_follow_up')
    .where('account_id', '=', accountId)
    .where('reason', '=', 'silence')
    .where('state', '<>', 'closed')
    .select('id')
    .executeTakeFirst()
  if (running) throw refuseField('accountId', 'followUpRuns')
  const { at } = await trx.selectNoFrom(engine.now().as('at')).executeTakeFirstOrThrow()
  const asked = { reason: 'silence', responseId: null, itemId: null, mark: null, accountId, at } as const
  return openFollowUp(trx, await followUpRule(trx), asked)
}

/** Holds from the next answer on. Refuses `stale`. */
export async function setFollowUpRule(
  { trx }: Work,
  engine: Engine,
  viewer: Viewer,
  { revision, ...rule }: z.output<typeof setFollowUpRuleInput>,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('follow_up_rule'))`.execute(trx)
  const { revision: current } = await followUpRule(trx)
  if (current !== revision) throw new Refused({ kind: 'stale', revision, current })
  const values = {
    detractor_at_most: rule.detractorAtMost,
    low_mark: rule.lowMark,
    on_no: rule.onNo,
    working_days: rule.workingDays,
    days_back: rule.daysBack,
    revision: revision + 1,
    set_by: personOf(viewer),
    set_at: engine.now(),
  }
  await trx
    .insertInto('follow_up_rule')
    .values(values)
    .onConflict((conflict) => conflict.column('the_only').doUpdateSet(values))
    .execute()
}

export const personOf = (viewer: Viewer): string | null => (viewer.kind === 'person' ? viewer.id : null)

interface Locked {
  id: string
  account_id: string
  region_id: string
  state: FollowUpState
  said: string | null
  revision: number
}

async function lockOpen(trx: Trx, viewer: Viewer, { id, revision }: { id: string; revision: number }): Promise<Locked> {
  const row = await trx
    .selectFrom('survey_follow_up')
    .innerJoin('account', 'account.id', 'survey_follow_up.account_id')
    .where('survey_follow_up.id', '=', id)
    .where(followUpScope(viewer))
    .select([
      'survey_follow_up.id',
      'survey_follow_up.account_id',
      'account.region_id',
      'survey_follow_up.state',
      'survey_follow_up.said',
      'survey_follow_up.revision',
    ])
    .forUpdate('survey_follow_up')
    .executeTakeFirst()
  if (!row) throw new Refused({ kind: 'notFound' })
  if (!can(viewer, 'followUp.work', { accountId: row.account_id, regionId: row.region_id }))
    throw new Refused({ kind: 'notAllowed' })
  if (row.revision !== revision) throw new Refused({ kind: 'stale', revision, current: row.revision })
  if (row.state === 'closed') throw refuseField('id', 'followUpClosed')
  return row
}
