// Comments to colleagues: written, edited for a while, taken back and put back by who wrote them; each change is a line of the history.
import { sql } from 'kysely'
import type { EffectScope, Engine } from '../core/engine.ts'
import { appendNote } from '../core/history.ts'
import { departmentsOf } from '../core/lock.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import { whoMay } from '../core/who-may.ts'
import type { Work } from '../core/work.ts'
import { type Mentioned, mentionedIn, plainText } from './comment-text.ts'
import { notify } from './notifications.ts'
import { writing } from './writing.ts'

/** For so long the author may change the words. */
export const editableMinutes = 15

/** Adds a comment; the customer does not see it. It has no revision. Refuses people who may not see the case as unknown. */
export async function addComment(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  order: { caseId: string; body: string; language: string },
): Promise<{ caseId: string }> {
  const { scope, person, as } = await writing(engine, work, viewer, order.caseId, 'case.comment')
  const mentioned = await knownPeople(scope, order.body)
  const { id } = await work.trx
    .insertInto('comment')
    .values({ case_id: order.caseId, author_id: person.id, body: order.body, language: order.language, at: scope.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  const body = plainText(order.body, mentioned)
  await appendNote(scope, { kind: 'comment', as, payload: { commentId: id, body, language: order.language } })
  await makeFindable(scope, body)
  await tellOthers(scope, id, await mention(scope, id, mentioned))
  return written(scope)
}

/** Changes the words for as long as they are fresh; who is newly named is told. */
export async function editComment(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  order: { commentId: string; body: string },
): Promise<{ caseId: string }> {
  const { scope, as, comment } = await ownComment(engine, work, viewer, order.commentId)
  if (scope.at.getTime() - comment.at.getTime() > editableMinutes * 60_000)
    throw refuseField('body', 'commentTooOld', { minutes: editableMinutes })
  const mentioned = await knownPeople(scope, order.body)
  const body = plainText(order.body, mentioned)
  await work.trx
    .updateTable('comment')
    .set({ body: order.body, edited_at: scope.at })
    .where('id', '=', comment.id)
    .execute()
  await appendNote(scope, { kind: 'comment', as, payload: { commentId: comment.id, change: 'edited', body } })
  await makeFindable(scope, body)
  const before = await work.trx
    .deleteFrom('comment_mention')
    .where('comment_id', '=', comment.id)
    .returning('person_id')
    .execute()
  await mention(
    scope,
    comment.id,
    mentioned,
    before.map(({ person_id }) => person_id),
  )
  return written(scope)
}

/** Takes a comment back: its words are shown no more, that it was there is. */
export async function deleteComment(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  order: { commentId: string },
): Promise<{ caseId: string }> {
  const { scope, as, comment } = await ownComment(engine, work, viewer, order.commentId)
  await work.trx.updateTable('comment').set({ deleted_at: scope.at }).where('id', '=', comment.id).execute()
  await work.trx.deleteFrom('notification').where('comment_id', '=', comment.id).execute()
  await appendNote(scope, { kind: 'comment', as, payload: { commentId: comment.id, change: 'deleted' } })
  return written(scope)
}

/**
 * Puts an own comment back that was just taken back, and tells of it again. One that stands stays as it is; one that was taken
 * back longer ago than words may be changed is `notFound`.
 */
export async function restoreComment(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  order: { commentId: string },
): Promise<{ caseId: string }> {
  const { scope, as, comment } = await ownComment(engine, work, viewer, order.commentId, 'takenBackToo')
  if (comment.deleted_at === null) return written(scope)
  if (scope.at.getTime() - comment.deleted_at.getTime() > editableMinutes * 60_000)
    throw new Refused({ kind: 'notFound' })
  await work.trx.updateTable('comment').set({ deleted_at: null }).where('id', '=', comment.id).execute()
  await appendNote(scope, { kind: 'comment', as, payload: { commentId: comment.id, change: 'restored' } })
  const mentions = await work.trx
    .selectFrom('comment_mention')
    .where('comment_id', '=', comment.id)
    .select('person_id')
    .execute()
  const named = mentions.map(({ person_id }) => person_id)
  await notify(scope, named, { kind: 'mention', what: 'mention', commentId: comment.id })
  await tellOthers(scope, comment.id, named)
  return written(scope)
}

/** Refuses `notFound` for a comment that is hidden, or taken back unless `which` takes those too, and `notAllowed` to who did not write it. */
async function ownComment(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  commentId: string,
  which: 'standing' | 'takenBackToo' = 'standing',
) {
  const comment = await work.trx
    .selectFrom('comment')
    .where('id', '=', commentId)
    .select(['id', 'case_id', 'author_id', 'at', 'deleted_at'])
    .executeTakeFirst()
  if (!comment || (which === 'standing' && comment.deleted_at !== null)) throw new Refused({ kind: 'notFound' })
  const { scope, person, as } = await writing(engine, work, viewer, comment.case_id, 'case.comment')
  if (comment.author_id !== person.id) throw new Refused({ kind: 'notAllowed' })
  return { scope, as, comment }
}

async function knownPeople({ trx, subject, locked }: EffectScope, body: string): Promise<Mentioned[]> {
  const ids = mentionedIn(body)
  if (ids.length === 0) return []
  const place = { ...locked, departmentIds: departmentsOf(sql`${subject.caseId}`) }
  const people = await trx
    .selectFrom('person')
    .where('person.id', 'in', ids)
    .where(whoMay('case.read', place))
    .select(['person.id', 'person.name'])
    .execute()
  if (people.length < ids.length) throw refuseField('body', 'unknownPerson')
  return people
}

/** Keeps who is named and tells those who were not named before. */
async function mention(
  scope: EffectScope,
  commentId: string,
  mentioned: readonly Mentioned[],
  before: readonly string[] = [],
): Promise<string[]> {
  if (mentioned.length === 0) return []
  await scope.trx
    .insertInto('comment_mention')
    .values(mentioned.map(({ id }) => ({ comment_id: commentId, person_id: id })))
    .execute()
  const fresh = mentioned.map(({ id }) => id).filter((id) => !before.includes(id))
  await notify(scope, fresh, { kind: 'mention', what: 'mention', commentId })
  return fresh
}

/** Tells who watches the case and who owns it, but for those `named`, who were told. */
async function tellOthers(scope: EffectScope, commentId: string, named: readonly string[]): Promise<void> {
  const { trx, subject, locked } = scope
  const watchers = await trx.selectFrom('watcher').where('case_id', '=', subject.caseId).select('person_id').execute()
  const others = [...watchers.map(({ person_id }) => person_id), ...(locked.ownerId ? [locked.ownerId] : [])]
  await notify(
    scope,
    others.filter((one) => !named.includes(one)),
    { kind: 'comment', what: 'comment', commentId },
  )
}

async function makeFindable({ trx, subject }: EffectScope, body: string): Promise<void> {
  await trx
    .updateTable('case_search')
    .set({ lexemes: sql<string>`lexemes || to_tsvector('simple', fold(${body}))` })
    .where('case_id', '=', subject.caseId)
    .execute()
}

function written({ work, subject }: EffectScope): { caseId: string } {
  work.changed({ caseId: subject.caseId, taskId: null, personIds: [] })
  return { caseId: subject.caseId }
}
