// Drafts in the graph: every statement asks for the viewer's own person, so nobody reads what another is writing, whatever the rank.
import type { RowOf } from '../core/selection.ts'
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'
import { answerUnion } from '../graphql/refusals.ts'
import { discardDraft, discardDraftInput, saveDraft, saveDraftInput } from './draft-commands.ts'
import { readDraft, readDrafts } from './draft-queries.ts'
import { Viewer } from './viewer-graphql.ts'

const Draft = builder.objectRef<RowOf<'draft'>>('Draft').implement({
  description: 'What a person is writing and has not sent; forgotten 30 days after the last change.',
  policy: 'internal',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Where it is written.' }),
    body: t.exposeString('body', { description: 'What is written, as JSON.' }),
    revision: t.exposeInt('revision', { description: 'Counts how often it was kept.' }),
    basedOn: t.exposeInt('based_on', {
      nullable: true,
      description: 'The revision of the case that the writer looked at.',
    }),
    changedAt: t.expose('changed_at', { type: 'DateTime', description: 'When it was kept last.' }),
  }),
})

builder.objectFields(Viewer, (t) => ({
  drafts: t.field({
    type: [Draft],
    description: 'What the viewer is writing, changed last first; none of a contact.',
    resolve: ({ kind, id }, _args, context, info) => (kind === 'person' ? readDrafts(context, info, id) : []),
  }),
  draft: t.field({
    type: Draft,
    nullable: true,
    description: 'What the viewer is writing in one place.',
    args: { key: t.arg.string({ required: true, description: 'Where it is written.' }) },
    resolve: ({ kind, id }, { key }, context, info) => (kind === 'person' ? readDraft(context, info, id, key) : null),
  }),
}))

interface Kept {
  key: string
  revision: number
}

const DraftKept = builder.objectRef<Kept>('DraftKept').implement({
  description: 'A draft was kept, or is gone.',
  policy: 'open',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Where it is written.' }),
    revision: t.exposeInt('revision', { description: 'Its revision now; 0 where there is none any more.' }),
  }),
})

command({
  name: 'saveDraft',
  description: 'Keeps what the viewer is writing.',
  action: 'draft.write',
  input: saveDraftInput,
  success: answerUnion('SaveDraftAnswer', DraftKept, ['stale']),
  run: async (work, input, { engine, viewer }) => ({
    key: input.key,
    revision: await saveDraft(work, engine, viewer.id, input),
  }),
  read: (_context, _info, kept) => kept,
})

command({
  name: 'discardDraft',
  description: 'Throws away what the viewer was writing, or forgets it once it was sent.',
  action: 'draft.write',
  input: discardDraftInput,
  success: DraftKept,
  run: async (work, { key }, { viewer }) => {
    await discardDraft(work, viewer.id, key)
    return { key, revision: 0 }
  },
  read: (_context, _info, kept) => kept,
})
