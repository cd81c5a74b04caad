// Mutations on a case that are no step of its chart.
import { sql } from 'kysely'
import { z } from 'zod'
import { languages } from '../../schema/vocabulary.ts'
import type { Engine } from '../core/engine.ts'
import { moment, text, word } from '../core/input.ts'
import type { Action } from '../core/permission-table.ts'
import { readOne } from '../core/selection.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'
import { nodeId } from '../graphql/input-of.ts'
import { keyOf } from '../graphql/node.ts'
import { answerUnion } from '../graphql/refusals.ts'
import { keepPromise, recordPromise, setWatching } from './commands.ts'
import { addComment, deleteComment, editComment, restoreComment } from './comments.ts'
import { Case } from './graph-refs.ts'
import { caseShape, casesSeen } from './queries.ts'

const caseId = nodeId(['Claim', 'TrialBatch', 'Visit'])

const CaseWritten = builder.objectRef<{ caseId: string }>('CaseWritten').implement({
  description: 'It was written.',
  policy: 'open',
  fields: (t) => ({
    case: t.field({
      type: Case,
      nullable: true,
      description: 'The case anew.',
      resolve: ({ caseId }, _args, context, info) =>
        readOne(context, info, caseShape, sql<boolean>`service_case.id = ${caseId} and ${casesSeen(context.viewer)}`),
    }),
  }),
})
export const CaseAnswer = answerUnion('CaseAnswer', CaseWritten)

interface Write<I extends z.ZodObject> {
  name: string
  description: string
  action: Action
  input: I
  run(engine: Engine, work: Work, viewer: Viewer, input: z.output<I>): Promise<{ caseId: string }>
}

const bodyMeaning = 'The words; `@[id of a person]` names who may see the case, and tells him.'

/** Words with people named by their ids, carried as the keys behind them. */
function commentBody() {
  return text()
    .transform((body) =>
      body.replace(/@\[([\w-]{20,120})\]/g, (token, id: string) => {
        const key = keyOf('Person', id)
        return key === null ? token : `@[${key}]`
      }),
    )
    .meta({ scalar: 'String' })
}

function caseWrite<I extends z.ZodObject>({ run, ...order }: Write<I>): void {
  command({
    ...order,
    success: CaseAnswer,
    run: (work, input, { engine, viewer }) => run(engine, work, viewer, input),
    read: (_context, _info, written) => written,
  })
}

caseWrite({
  name: 'addComment',
  action: 'case.comment',
  description: 'Adds a comment to colleagues; the customer does not see it.',
  input: z.object({
    id: caseId.describe('The case.'),
    body: commentBody().describe(bodyMeaning),
    language: word('Language', languages).nullish().describe('Language they are written in; English unless said.'),
  }),
  run: (engine, work, viewer, { id, body, language }) =>
    addComment(engine, work, viewer, { caseId: id, body, language: language ?? 'en' }),
})

caseWrite({
  name: 'editComment',
  action: 'case.comment',
  description: 'Changes the words of an own comment while it is fresh; the history keeps both.',
  input: z.object({
    id: nodeId('Comment').describe('The comment.'),
    body: commentBody().describe(bodyMeaning),
  }),
  run: (engine, work, viewer, { id, body }) => editComment(engine, work, viewer, { commentId: id, body }),
})

caseWrite({
  name: 'deleteComment',
  action: 'case.comment',
  description: 'Takes an own comment back: its words are shown no more.',
  input: z.object({ id: nodeId('Comment').describe('The comment.') }),
  run: (engine, work, viewer, { id }) => deleteComment(engine, work, viewer, { commentId: id }),
})

caseWrite({
  name: 'restoreComment',
  action: 'case.comment',
  description: 'Puts an own comment back that was taken back within the last 15 minutes.',
  input: z.object({ id: nodeId('Comment').describe('The comment.') }),
  run: (engine, work, viewer, { id }) => restoreComment(engine, work, viewer, { commentId: id }),
})

caseWrite({
  name: 'setWatching',
  action: 'case.watch',
  description: 'Watches a case, or stops watching it.',
  input: z.object({
    id: caseId.describe('The case.'),
    watching: z.boolean().describe('Whether to watch it.'),
  }),
  run: (engine, work, viewer, { id, watching }) => setWatching(engine, work, viewer, { caseId: id, watching }),
})

caseWrite({
  name: 'recordPromise',
  action: 'case.comment',
  description: 'Records what was promised to the customer.',
  input: z.object({
    id: caseId.describe('The case.'),
    text: text(1_000).describe('What was promised.'),
    dueAt: moment().describe('Until when.'),
  }),
  run: (engine, work, viewer, { id, text, dueAt }) => recordPromise(engine, work, viewer, { caseId: id, text, dueAt }),
})

caseWrite({
  name: 'keepPromise',
  action: 'case.comment',
  description: 'Records that a promise was kept.',
  input: z.object({ id: nodeId('Promise').describe('The promise.') }),
  run: (engine, work, viewer, { id }) => keepPromise(engine, work, viewer, { promiseId: id }),
})
