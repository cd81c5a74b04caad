// What is kept with a case, in the graph: history, comments, promises, letters.

import { clocks } from '../../schema/clock.ts'
import type { JsonObject } from '../../schema/json.ts'
import type { AttachmentChange } from '../../schema/vocabulary.ts'
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedOne, relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import type { RequestContext } from '../graphql/context.ts'
import { answerNode, globalId, Node } from '../graphql/node.ts'
import { Actor, HistoryKind } from '../graphql/words.ts'
import { Person } from '../organization/graphql.ts'
import type { Chart } from '../workflows/chart.ts'
import { type Mentioned, type CommentPart as Part, partsOf, plainText } from './comment-text.ts'
import { editableMinutes } from './comments.ts'
import { eventLabel } from './event-label.ts'
import { partsSeen } from './queries.ts'
import { commentShape, historyShape, letterShape, promiseShape } from './record-shapes.ts'

export const HistoryLine = builder.objectRef<RowOf<'history'>>('HistoryLine').implement({
  description: 'A line of the history of a case: a step, a comment, a letter, or a clock that was warned of or passed.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    kind: t.expose('kind', { type: HistoryKind, description: 'What the line records.' }),
    event: t.exposeString('event', { nullable: true, description: 'Word of the event, where it is a step.' }),
    eventLabel: t.string({
      nullable: true,
      description: "What was done, in the request's language.",
      resolve: (line, _args, { language }) => {
        const { kind, event, payload, chart } = line as RowOf<'history'> & { chart: Chart['kind'] }
        if (kind === 'attachment') return label(language, 'attachmentChange', payload.change as AttachmentChange)
        return event ? eventLabel(language, chart, event) : null
      },
    }),
    revision: t.exposeInt('revision', { nullable: true, description: 'Revision of the case or task after the step.' }),
    fromStates: t.exposeStringList('from_states', { description: 'States before the step, one per region.' }),
    toStates: t.exposeStringList('to_states', { description: 'States after the step, one per region.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'The reason given.' }),
    text: t.string({
      nullable: true,
      description: 'The words of a comment; the clock of an escalation; the kind of a letter; the name of a file.',
      resolve: (line, _args, context) =>
        (line as { withdrawn?: boolean }).withdrawn ? null : noteText(context, line.kind, line.payload),
    }),
    attachmentId: t.id({
      nullable: true,
      description: 'Id of the file that the line tells of; it may be gone since.',
      resolve: ({ kind, payload }) =>
        kind === 'attachment' ? globalId('Attachment', String(payload.attachmentId)) : null,
    }),
    byName: t.exposeString('by_name', { description: 'Who did it, as named then.' }),
    by: t.field({
      type: Person,
      nullable: true,
      description: 'Who did it; null for the system and for the customer.',
      resolve: (line, args, context, info) =>
        line.as_role === 'customerContact'
          ? null
          : relatedOneOrNull<'person'>(historyShape, 'by')(line, args, context, info),
    }),
    asRole: t.expose('as_role', { type: Actor, description: 'The role in which it was done.' }),
    taskId: t.id({
      nullable: true,
      description: 'Id of the task whose step the line records; null for those of the case.',
      resolve: ({ task_id }) => task_id && globalId('Task', task_id),
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it happened.' }),
  }),
})

const CommentPart = builder.objectRef<Part>('CommentPart').implement({
  description: 'A stretch of the words of a comment, or a person who is named in it.',
  policy: 'open',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The words; of a person: an at sign and the present name.' }),
    personId: t.id({
      nullable: true,
      description: 'Id of the person who is named; null for plain words.',
      resolve: ({ personId }) => personId && globalId('Person', personId),
    }),
  }),
})

type CommentRow = RowOf<'comment'> & { mentioned: Mentioned[] }

export const Comment = builder.objectRef<CommentRow>('Comment').implement({
  description: 'A comment to colleagues; the customer does not see it.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    body: t.string({
      description: 'The words, people by their present names; empty when it was taken back.',
      resolve: ({ body, deleted_at, mentioned }) => (deleted_at ? '' : plainText(body, mentioned)),
    }),
    parts: t.field({
      type: [CommentPart],
      description: 'The same in parts, each person who is named in one of his own.',
      resolve: ({ body, deleted_at, mentioned }) => (deleted_at ? [] : partsOf(body, mentioned)),
    }),
    language: t.exposeString('language', { description: 'Language they are written in.' }),
    editableUntil: t.field({
      type: 'DateTime',
      description: 'Until when its author may change the words.',
      resolve: ({ at }) => new Date(at.getTime() + editableMinutes * 60_000),
    }),
    editedAt: t.expose('edited_at', { type: 'DateTime', nullable: true, description: 'When it was last changed.' }),
    deletedAt: t.expose('deleted_at', { type: 'DateTime', nullable: true, description: 'When it was taken back.' }),
    author: t.field({
      type: Person,
      description: 'Who wrote it.',
      resolve: relatedOne<'person'>(commentShape, 'author'),
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
  }),
})

export const Promised = builder.objectRef<RowOf<'promise'>>('Promise').implement({
  description: 'What was promised to the customer.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    text: t.exposeString('text', { description: 'What was promised.' }),
    dueAt: t.expose('due_at', { type: 'DateTime', description: 'Until when.' }),
    keptAt: t.expose('kept_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was kept; null while it is open.',
    }),
    madeAt: t.expose('made_at', { type: 'DateTime', description: 'When it was made.' }),
    madeBy: t.field({
      type: Person,
      description: 'Who made it.',
      resolve: relatedOne<'person'>(promiseShape, 'madeBy'),
    }),
  }),
})

/** A letter with the place of its case: what grants are held against. */
type LetterRow = RowOf<'letter'> & { account_id: string; region_id: string }

export const Letter = builder.objectRef<LetterRow>('Letter').implement({
  description: 'A letter to the customer.',
  policy: 'internal',
  interfaces: [Node],
  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'Word of its kind: acknowledgement, offer, reminder …' }),
    language: t.exposeString('language', { description: 'Language it is written in.' }),
    body: t.exposeString('body', {
      nullable: true,
      policy: 'money',
      description: 'The words of the sender; null where the template of the kind speaks.',
    }),
    queuedAt: t.expose('queued_at', { type: 'DateTime', description: 'When it was queued.' }),
    sentAt: t.expose('sent_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was handed to its transport.',
    }),
  }),
})

answerNode(historyShape, 'internal', partsSeen('history.case_id'))
answerNode(commentShape, 'internal', partsSeen('comment.case_id'))
answerNode(promiseShape, 'internal', partsSeen('promise.case_id'))
answerNode(letterShape, 'internal', partsSeen('letter.case_id'))

function noteText({ language }: RequestContext, kind: string, payload: JsonObject): string | null {
  if (kind === 'comment') return typeof payload.body === 'string' ? payload.body : null
  if (kind === 'attachment') return String(payload.name)
  if (kind === 'letter') return String(payload.letterKind)
  const clock = payload.clock
  if (kind === 'escalation' && typeof clock === 'string' && clock in clocks)
    return label(language, 'clock', clock as keyof typeof clocks)
  return null
}
