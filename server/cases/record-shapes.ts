// How the records of a case lie in the database: history, comments, promises, letters.
import { sql } from 'kysely'
import { computed, one, shape } from '../core/selection-shape.ts'
import { personShape } from '../organization/queries.ts'

export const newest = { columns: ['at', 'id'], direction: 'desc' } as const

/** Where the case of a row lies. */
export const ofCase = (column: 'account_id' | 'region_id') =>
  computed(
    column,
    'plain',
    (alias) =>
      sql`(select service_case.${sql.ref(column)} from service_case where service_case.id = ${sql.ref(`${alias}.case_id`)})`,
  )

/** Whose words a row speaks: those of its task's chart, or of the chart of its case. */
export const chartOfRow = computed('chart', 'plain', (alias) => {
  const caseId = sql.ref(`${alias}.case_id`)
  return sql`case when ${sql.ref(`${alias}.task_id`)} is not null then 'task'
    else (select service_case.kind from service_case where service_case.id = ${caseId}) end`
})

/** Whether the comment of a line was taken back: its words are shown no more. */
const withdrawn = computed(
  'withdrawn',
  'plain',
  (alias) => sql`(${sql.ref(`${alias}.kind`)} = 'comment' and exists (select from comment
    where comment.id = (${sql.ref(`${alias}.payload`)} ->> 'commentId')::uuid and comment.deleted_at is not null))`,
)

export const historyShape = shape('HistoryLine', 'history', {
  always: ['kind'],
  fields: {
    kind: 'kind',
    event: 'event',
    eventLabel: ['event', 'payload', chartOfRow],
    attachmentId: 'payload',
    revision: 'revision',
    fromStates: 'from_states',
    toStates: 'to_states',
    reason: 'reason',
    text: ['payload', withdrawn],
    byName: 'by_name',
    by: one(() => personShape, 'by_id'),
    asRole: 'as_role',
    at: 'at',
    taskId: 'task_id',
  },
})

/** The people named in the comment that `id` names, with the names they have now. */
export const mentionedBy = (id: string) =>
  sql`(select coalesce(json_agg(json_build_object('id', person.id, 'name', person.name)), '[]')
    from comment_mention join person on person.id = comment_mention.person_id
    where comment_mention.comment_id = ${sql.ref(id)})`
const mentioned = computed('mentioned', 'plain', (alias) => mentionedBy(`${alias}.id`))

export const commentShape = shape('Comment', 'comment', {
  fields: {
    body: ['body', 'deleted_at', mentioned],
    parts: ['body', 'deleted_at', mentioned],
    language: 'language',
    at: 'at',
    editableUntil: 'at',
    editedAt: 'edited_at',
    deletedAt: 'deleted_at',
    author: one(() => personShape, 'author_id'),
  },
})

export const promiseShape = shape('Promise', 'promise', {
  fields: {
    text: 'text',
    dueAt: 'due_at',
    keptAt: 'kept_at',
    madeAt: 'made_at',
    madeBy: one(() => personShape, 'made_by'),
  },
})

export const letterShape = shape('Letter', 'letter', {
  always: [ofCase('account_id'), ofCase('region_id')],
  fields: { kind: 'kind', language: 'language', body: 'body', queuedAt: 'queued_at', sentAt: 'sent_at' },
})
