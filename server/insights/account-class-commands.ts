// Writes of the class of a customer by hand.
import { sql } from 'kysely'
import type { z } from 'zod'
import type { ParetoClass } from '../../schema/account-vocabulary.ts'
import { classesSql } from '../accounts/contribution.ts'
import { writableAccount } from '../accounts/writable-account.ts'
import type { Engine } from '../core/engine.ts'
import { refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import type { setAccountClassInput } from './account-class-inputs.ts'

/** Refuses a class against the rule without a reason (`againstRule`). The class of the rule takes the one by hand away. */
export async function setAccountClass(
  { trx }: Work,
  engine: Engine,
  viewer: Viewer,
  { accountId, class: wanted, reason }: z.output<typeof setAccountClassInput>,
): Promise<string> {
  await writableAccount(trx, viewer, 'account.develop', accountId)
  const today = sql`(${engine.now()} at time zone 'UTC')::date`
  const { rows } = await sql<{ class: ParetoClass }>`
    select class from (${classesSql(today)}) as ruled where account_id = ${accountId}`.execute(trx)
  const rule = rows[0]?.class ?? 'usefulMany'
  await trx.deleteFrom('account_class').where('account_id', '=', accountId).execute()
  if (wanted === rule) return accountId
  if (!reason) throw refuseField('reason', 'againstRule')
  const by = viewer.kind === 'person' ? viewer.id : null
  await sql`insert into account_class (account_id, class, reason, set_by, set_at)
    values (${accountId}, ${wanted}, ${reason}, ${by}, ${engine.now()})`.execute(trx)
  return accountId
}
