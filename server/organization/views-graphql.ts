// Saved views in the graph: reading them, and the mutations of who keeps them.
import type { GraphQLResolveInfo } from 'graphql'
import { relatedOne } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'
import type { RequestContext } from '../graphql/context.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { answerUnion } from '../graphql/refusals.ts'
import { ListPage } from '../graphql/words.ts'
import { Person } from './graphql.ts'
import {
  changeViewInput,
  deleteViewInput,
  restoreViewInput,
  saveViewInput,
  setFirstViewInput,
  shareViewInput,
} from './list-inputs.ts'
import { type SavedView as Row, readOwnView, readViews, savedViewShape, viewsSeen } from './list-queries.ts'
import { changeView, deleteView, restoreView, saveView, setFirstView, shareView } from './view-commands.ts'

export const SavedView = builder.objectRef<Row>('SavedView').implement({
  description: 'A view of a list that somebody keeps under a name.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    page: t.expose('page', { type: ListPage, description: 'Page of the list.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    view: t.string({
      description: 'The view as the address says it: a JSON object of names and values.',
      resolve: ({ view }) => JSON.stringify(view),
    }),
    shared: t.exposeBoolean('shared', { description: 'Whether everybody of the works sees it.' }),
    mine: t.boolean({
      description: 'Whether the viewer keeps it: nobody else changes it.',
      resolve: ({ owner_id }, _args, { viewer }) => viewer.kind === 'person' && viewer.id === owner_id,
    }),
    first: t.exposeBoolean('is_first', { description: 'Whether the viewer opens the page with it.' }),
    owner: t.field({
      type: Person,
      description: 'Who keeps it.',
      resolve: relatedOne<'person'>(savedViewShape, 'owner'),
    }),
    revision: t.exposeInt('revision', { description: 'Counts the changes; a change names the one it saw.' }),
    changedAt: t.expose('changed_at', { type: 'DateTime', description: 'When it was last changed.' }),
  }),
})
answerNode(savedViewShape, 'internal', viewsSeen)

builder.queryField('savedViews', (t) =>
  t.field({
    type: [SavedView],
    description: 'Views of a page, by name: the own ones and those that leads share.',
    args: { page: t.arg({ type: ListPage, required: true, description: 'The page.' }) },
    resolve: async (_root, { page }, context, info) => (await readViews(context, info, page)) as Row[],
  }),
)

const ViewAnswer = answerUnion('ViewAnswer', SavedView, ['stale'])
const own = async (context: RequestContext, info: GraphQLResolveInfo, { id }: { id: string }) =>
  (await readOwnView(context, info, id)) as Row | null

command({
  name: 'saveView',
  description: 'Keeps the view of a list under a name.',
  action: 'view.keep',
  input: saveViewInput,
  success: ViewAnswer,
  run: (work, input, { engine, viewer }) => saveView(engine, work, viewer, input),
  read: own,
})

command({
  name: 'changeView',
  description: 'Renames an own view, or gives it another content.',
  action: 'view.keep',
  input: changeViewInput,
  success: ViewAnswer,
  run: (work, input, { engine, viewer }) => changeView(engine, work, viewer, input),
  read: own,
})

command({
  name: 'shareView',
  description: 'Shows an own view to everybody of the works, or no longer.',
  action: 'view.share',
  input: shareViewInput,
  success: ViewAnswer,
  run: (work, input, { engine, viewer }) => shareView(engine, work, viewer, input),
  read: own,
})

command({
  name: 'deleteView',
  description: 'Takes an own view away; `restoreView` brings it back within seven days.',
  action: 'view.keep',
  input: deleteViewInput,
  success: ViewAnswer,
  run: (work, { viewId }, { engine, viewer }) => deleteView(engine, work, viewer, viewId),
  read: own,
})

command({
  name: 'restoreView',
  description: 'Brings back an own view that was deleted.',
  action: 'view.keep',
  input: restoreViewInput,
  success: ViewAnswer,
  run: (work, { viewId }, { viewer }) => restoreView(work, viewer, viewId),
  read: own,
})

const FirstView = builder.objectRef<{ page: string }>('FirstView').implement({
  description: 'What a page opens with.',
  policy: 'open',
  fields: (t) => ({
    views: t.field({
      type: [SavedView],
      description: 'The views of the page anew.',
      resolve: async ({ page }, _args, context, info) => (await readViews(context, info, page as never)) as Row[],
    }),
  }),
})

command({
  name: 'setFirstView',
  description: 'Says with which view a page opens for the viewer.',
  action: 'view.keep',
  input: setFirstViewInput,
  success: FirstView,
  run: (work, input, { viewer }) => setFirstView(work, viewer, input),
  read: (_context, _info, answer) => answer,
})
