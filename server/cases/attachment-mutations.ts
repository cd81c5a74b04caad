// Mutations on the files of a case.
import { sql } from 'kysely'
import { z } from 'zod'
import type { Engine } from '../core/engine.ts'
import type { Action } from '../core/permission-table.ts'
import { readOne } from '../core/selection.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'
import { nodeId } from '../graphql/input-of.ts'
import { answerUnion } from '../graphql/refusals.ts'
import { removeAttachment, restoreAttachment, showAttachment } from './attachment-commands.ts'
import { Attachment, type AttachmentRow } from './attachment-graphql.ts'
import { attachmentShape, attachmentsSeen } from './attachment-queries.ts'
import { Case } from './graph-refs.ts'
import { caseShape, casesSeen } from './queries.ts'

interface Written {
  caseId: string
  attachmentId: string
}

const AttachmentWritten = builder.objectRef<Written>('AttachmentWritten').implement({
  description: 'It was done.',
  policy: 'open',
  fields: (t) => ({
    attachment: t.field({
      type: Attachment,
      nullable: true,
      description: 'The file anew; null where it was taken off.',
      resolve: ({ attachmentId }, _args, context, info) =>
        readOne(
          context,
          info,
          attachmentShape,
          sql<boolean>`attachment.id = ${attachmentId} and ${attachmentsSeen(context.viewer)}`,
        ) as Promise<AttachmentRow | null>,
    }),
    case: t.field({
      type: Case,
      nullable: true,
      description: 'The case anew.',
      resolve: ({ caseId }, _args, context, info) =>
        readOne(context, info, caseShape, sql<boolean>`service_case.id = ${caseId} and ${casesSeen(context.viewer)}`),
    }),
  }),
})
const AttachmentAnswer = answerUnion('AttachmentAnswer', AttachmentWritten)

interface Write<I extends z.ZodObject> {
  name: string
  description: string
  action: Action
  input: I
  run(engine: Engine, work: Work, viewer: Viewer, input: z.output<I>): Promise<{ caseId: string; attachmentId: string }>
}

function attachmentWrite<I extends z.ZodObject>({ run, ...order }: Write<I>): void {
  command({
    ...order,
    success: AttachmentAnswer,
    run: (work, input, { engine, viewer }) => run(engine, work, viewer, input),
    read: (_context, _info, written) => written,
  })
}

const file = nodeId('Attachment').describe('The file.')

attachmentWrite({
  name: 'removeAttachment',
  action: 'case.attach',
  description: 'Takes a file off its case: whoever added it, and leads. It can be put back for 30 days.',
  input: z.object({ id: file }),
  run: (engine, work, viewer, { id }) => removeAttachment(engine, work, viewer, { attachmentId: id }),
})

attachmentWrite({
  name: 'restoreAttachment',
  action: 'case.attach',
  description: 'Puts back a file that was taken off.',
  input: z.object({ id: file }),
  run: (engine, work, viewer, { id }) => restoreAttachment(engine, work, viewer, { attachmentId: id }),
})

attachmentWrite({
  name: 'showAttachment',
  action: 'attachment.show',
  description: 'Shows a file to the customer, or no longer.',
  input: z.object({ id: file, shown: z.boolean().describe('Whether the customer is to see it.') }),
  run: (engine, work, viewer, { id, shown }) => showAttachment(engine, work, viewer, { attachmentId: id, shown }),
})
