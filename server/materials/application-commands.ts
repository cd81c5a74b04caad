// Records when a customer applied for the delivery of an order, and by when it was to.
import { writableAccount } from '../accounts/writable-account.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import { orderScope } from './queries.ts'

interface Application {
  orderId: string
  dueOn: string | null
  appliedOn: string | null
}

/** Said again, it replaces what was said before. Refuses a day of application for which none was due. */
export async function recordApplication(
  { trx }: Work,
  viewer: Viewer,
  { orderId, dueOn, appliedOn }: Application,
): Promise<string> {
  const order = await trx
    .selectFrom('customer_order')
    .where('id', '=', orderId)
    .where(orderScope(viewer))
    .select(['id', 'account_id'])
    .executeTakeFirst()
  if (!order) throw new Refused({ kind: 'notFound' })
  await writableAccount(trx, viewer, 'account.talk', order.account_id)
  if (appliedOn && !dueOn) throw refuseField('dueOn', 'required')
  await trx
    .updateTable('customer_order')
    .set({ application_due_on: dueOn, applied_on: appliedOn })
    .where('id', '=', order.id)
    .execute()
  return order.id
}
