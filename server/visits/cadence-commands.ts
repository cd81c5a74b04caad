// How often we visit an account of our own accord, and the daily plan that follows from it.
import { writableAccount } from '../accounts/writable-account.ts'
import type { Engine } from '../core/engine.ts'
import { isLabelLanguage } from '../core/label-language.ts'
import { label } from '../core/labels/label.ts'
import { transact } from '../core/transaction.ts'
import { systemViewer, type Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import { dueVisits } from './cadence-queries.ts'
import { beginVisit } from './commands.ts'

/** Sets or ends the cadence of an account. Refuses notFound and notAllowed as every write on the account. */
export async function setVisitCadence(
  { now }: Pick<Engine, 'now'>,
  { trx }: Work,
  viewer: Viewer,
  { accountId, days }: { accountId: string; days: number | null },
): Promise<{ id: string }> {
  await writableAccount(trx, viewer, 'account.develop', accountId)
  if (days === null) {
    await trx.deleteFrom('visit_cadence').where('account_id', '=', accountId).execute()
    return { id: accountId }
  }
  const set = { days, set_by: viewer.kind === 'person' ? viewer.id : null, set_at: now() }
  await trx
    .insertInto('visit_cadence')
    .values({ account_id: accountId, ...set })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(set))
    .execute()
  return { id: accountId }
}

/**
 * Plans the next regular visit of every account whose cadence says so: one that is due within three weeks and has no open visit of
 * ours. Run again, or by two servers at once, it plans nothing twice. Returns how many were planned.
 */
export async function planByCadence(engine: Engine): Promise<number> {
  let planned = 0
  for (const { accountId } of await dueVisits(engine, engine.db)) {
    const request = { viewer: systemViewer, name: 'planByCadence', key: null, body: { accountId } }
    const { made } = await transact(engine, request, (work) => planOne(engine, work, accountId))
    if (made) planned += 1
  }
  return planned
}

async function planOne(engine: Engine, work: Work, accountId: string): Promise<{ made: boolean }> {
  const { trx } = work
  await trx.selectFrom('visit_cadence').where('account_id', '=', accountId).select('days').forUpdate().execute()
  const [row] = await dueVisits(engine, trx, accountId)
  if (!row) return { made: false }
  const language = isLabelLanguage(row.language) ? row.language : 'en'
  await beginVisit(engine, work, systemViewer, 'plan', {
    accountId,
    reason: label(language, 'visitPurpose', 'keyAccount'),
    purpose: 'keyAccount',
    wishedFrom: row.dueOn,
    wishedTo: null,
  })
  return { made: true }
}
