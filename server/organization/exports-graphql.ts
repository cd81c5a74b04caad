// Exports of lists in the graph: the own ones with their progress, and asking for one.
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { ExportFormat, ExportState, ListPage } from '../graphql/words.ts'
import { exportList } from './export-commands.ts'
import { exportListInput } from './list-inputs.ts'
import { exportsSeen, listExportShape, readExport, readExports } from './list-queries.ts'

const ListExport = builder.objectRef<RowOf<'list_export'>>('ListExport').implement({
  description: 'A view of a list as a file, for who asked for it alone.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    page: t.expose('page', { type: ListPage, description: 'Page of the list.' }),
    view: t.string({
      description: 'The view as the address said it: a JSON object of names and values.',
      resolve: ({ view }) => JSON.stringify(view),
    }),
    format: t.expose('format', { type: ExportFormat, description: 'Kind of file.' }),
    state: t.expose('state', { type: ExportState, description: 'How far it is.' }),
    fault: t.string({
      nullable: true,
      description: "Why it could not be written, in the request's language.",
      resolve: ({ fault }, _args, { language }) => (fault ? label(language, 'exportFault', fault as never) : null),
    }),
    rowsTotal: t.exposeInt('rows_total', { description: 'Rows of the view when the writing began; 0 before.' }),
    rowsDone: t.exposeInt('rows_done', { description: 'Rows written so far.' }),
    size: t.exposeInt('bytes', { nullable: true, description: 'Bytes of the file.' }),
    askedAt: t.expose('asked_at', { type: 'DateTime', description: 'When it was asked for.' }),
    endedAt: t.expose('ended_at', { type: 'DateTime', nullable: true, description: 'When it was written, or failed.' }),
    expiresAt: t.expose('expires_at', { type: 'DateTime', description: 'When the file is thrown away.' }),
    path: t.string({
      nullable: true,
      description: 'Where the file is fetched, in the session of who asked for it; null until it is ready.',
      resolve: ({ id, state }) => (state === 'ready' ? `/exports/${id}` : null),
    }),
  }),
})
answerNode(listExportShape, 'internal', exportsSeen)

builder.queryField('myExports', (t) =>
  t.field({
    type: connectionOf(ListExport, 'internal'),
    nullable: true,
    description: "The viewer's own exports, the newest first.",
    args: pageArgs(),
    resolve: (_root, page, context, info) => readExports(context, info, page),
  }),
)

command({
  name: 'exportList',
  description:
    'Writes a view of a list into a file: its rows, columns and order as the viewer sees them, 100,000 rows at the most.',
  action: 'list.export',
  input: exportListInput,
  success: ListExport,
  run: (work, input, { engine, viewer, language }) => exportList(engine, work, viewer, language, input),
  read: (context, info, { id }) => readExport(context, info, id),
})
