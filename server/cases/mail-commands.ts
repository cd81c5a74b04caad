// Sends a message again that was given up.

import type { Engine } from '../core/engine.ts'
import { can } from '../core/permissions.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'

/** Refuses `notDead` for one that was not given up; its tries count from the beginning. */
export async function resendMail({ trx }: Work, engine: Engine, viewer: Viewer, id: string): Promise<void> {
  const mail = await trx
    .selectFrom('mail_message')
    .leftJoin('account', 'account.id', 'mail_message.account_id')
    .where('mail_message.id', '=', id)
    .select(['mail_message.state', 'account.id as accountId', 'account.region_id as regionId'])
    .forUpdate('mail_message')
    .executeTakeFirst()
  if (!mail) throw new Refused({ kind: 'notFound' })
  const place = mail.accountId ? { accountId: mail.accountId, regionId: mail.regionId } : undefined
  if (!can(viewer, 'mail.resend', place)) throw new Refused({ kind: 'notFound' })
  if (mail.state !== 'dead') throw refuseField('id', 'notDead')
  await trx
    .updateTable('mail_message')
    .set({ state: 'queued', tries: 0, next_try_at: null })
    .where('id', '=', id)
    .execute()
  await engine.jobs.send(trx, 'mail', { mailId: id })
}
