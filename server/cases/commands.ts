// Writes on a case that are no step of its chart: comments, watching, promises, links for the customer.
import { sql } from 'kysely'
import { createCustomerLink } from '../core/customer-link.ts'
import type { EffectScope, Engine } from '../core/engine.ts'
import { appendNote } from '../core/history.ts'
import { chartOf, lockCase, rowFactsOf } from '../core/lock.ts'
import type { Action } from '../core/permission-table.ts'
import { actorsFor } from '../core/permissions.ts'
import { Refused } from '../core/refusal.ts'
import type { PersonViewer, Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import { notify } from './notifications.ts'

/** Adds a comment to colleagues; the customer does not see it. It has no revision. */
export async function addComment(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  order: { caseId: string; body: string; language: string },
): Promise<{ caseId: string }> {
  const { scope, person, as } = await writing(engine, work, viewer, order.caseId, 'case.comment')
  const comment = await work.trx
    .insertInto('comment')
    .values({ case_id: order.caseId, author_id: person.id, body: order.body, language: order.language, at: scope.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await appendNote(scope, {
    kind: 'comment',
    as,
    payload: { commentId: comment.id, body: order.body, language: order.language },
  })
  await work.trx
    .updateTable('case_search')
    .set({ lexemes: sql<string>`lexemes || to_tsvector('simple', fold(${order.body}))` })
    .where('case_id', '=', order.caseId)
    .execute()
  const watchers = await work.trx
    .selectFrom('watcher')
    .where('case_id', '=', order.caseId)
    .select('person_id')
    .execute()
  await notify(
    scope,
    [...watchers.map(({ person_id }) => person_id), ...(scope.locked.ownerId ? [scope.locked.ownerId] : [])],
    'comment',
    { commentId: comment.id },
  )
  work.changed({ caseId: order.caseId, taskId: null, personIds: [] })
  return { caseId: order.caseId }
}

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

async function writing(engine: Engine, work: Work, viewer: Viewer, caseId: string, action: Action) {
  const locked = await lockCase(engine, work, viewer, caseId)
  const [as] = actorsFor(viewer, action, rowFactsOf(locked, null))
  if (!as || viewer.kind !== 'person') throw new Refused({ kind: 'notAllowed' })
  const person: PersonViewer = viewer
  const scope: EffectScope = {
    engine,
    work,
    trx: work.trx,
    subject: { kind: chartOf(locked.kind), caseId, taskId: null },
    locked,
    viewer,
    at: locked.now,
  }
  return { scope, person, as }
}
