// Writes on a case that are no step of its chart: watching, promises, links for the customer.
import { createCustomerLink, revokeCustomerLinks } from '../core/customer-link.ts'
import type { Engine } from '../core/engine.ts'
import { Refused } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import { writing } from './writing.ts'

/** Watches a case, or stops watching it. */
export async function setWatching(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  order: { caseId: string; watching: boolean },
): Promise<{ caseId: string }> {
  const { person } = await writing(engine, work, viewer, order.caseId, 'case.watch')
  if (order.watching) {
    await work.trx
      .insertInto('watcher')
      .values({ case_id: order.caseId, person_id: person.id })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  } else {
    await work.trx
      .deleteFrom('watcher')
      .where('case_id', '=', order.caseId)
      .where('person_id', '=', person.id)
      .execute()
  }
  return { caseId: order.caseId }
}

/** Records what was promised to the customer until when. */
export async function recordPromise(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  order: { caseId: string; text: string; dueAt: string },
): Promise<{ caseId: string }> {
  const { scope, person } = await writing(engine, work, viewer, order.caseId, 'case.comment')
  await work.trx
    .insertInto('promise')
    .values({
      case_id: order.caseId,
      text: order.text,
      due_at: new Date(order.dueAt),
      made_by: person.id,
      made_at: scope.at,
    })
    .execute()
  work.changed({ caseId: order.caseId, taskId: null, personIds: [] })
  return { caseId: order.caseId }
}

/** Records that a promise was kept. */
export async function keepPromise(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  order: { promiseId: string },
): Promise<{ caseId: string }> {
  const promise = await work.trx
    .selectFrom('promise')
    .where('id', '=', order.promiseId)
    .select('case_id')
    .executeTakeFirst()
  if (!promise) throw new Refused({ kind: 'notFound' })
  const { scope } = await writing(engine, work, viewer, promise.case_id, 'case.comment')
  await work.trx
    .updateTable('promise')
    .set({ kept_at: scope.at })
    .where('id', '=', order.promiseId)
    .where('kept_at', 'is', null)
    .execute()
  work.changed({ caseId: promise.case_id, taskId: null, personIds: [] })
  return { caseId: promise.case_id }
}

/** Makes a signed link through which a contact of the account sees and answers this one case. The token is told once. */
export async function linkCustomer(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  order: { caseId: string; contactId: string },
): Promise<{ token: string }> {
  const { scope, person } = await writing(engine, work, viewer, order.caseId, 'case.linkCustomer')
  const contact = await work.trx
    .selectFrom('contact')
    .where('id', '=', order.contactId)
    .where('account_id', '=', scope.locked.accountId)
    .where('active', '=', true)
    .select('id')
    .executeTakeFirst()
  if (!contact)
    throw new Refused({ kind: 'invalid', fields: [{ field: 'contactId', code: 'unknownContact', params: {} }] })
  const token = await createCustomerLink(work.trx, {
    contactId: contact.id,
    caseId: order.caseId,
    createdBy: person.id,
    at: scope.at,
  })
  return { token }
}

/** Takes links of a case back; the customer's pages say from then on that they are no longer valid. What ended before stays so. */
export async function takeLinksBack(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  order: { caseId: string; linkIds: readonly string[] },
): Promise<{ caseId: string }> {
  const { scope, person } = await writing(engine, work, viewer, order.caseId, 'case.linkCustomer')
  await revokeCustomerLinks(work.trx, { ...order, by: person.id, at: scope.at })
  work.changed({ caseId: order.caseId, taskId: null, personIds: [] })
  return { caseId: order.caseId }
}
