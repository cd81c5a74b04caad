// Files of cases in the graph; their content has a road of its own, which these addresses lead to.
import { can } from '../core/permissions.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedList, relatedOneOrNull, relatedPage } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import type { RequestContext } from '../graphql/context.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { Actor } from '../graphql/words.ts'
import { attachmentShape, attachmentsSeen } from './attachment-queries.ts'
import { Case, Task } from './graph-refs.ts'
import { caseShape, taskShape } from './queries.ts'

/** A file with the place of its case: what grants are held against. */
export type AttachmentRow = RowOf<'attachment'> & {
  account_id: string
  region_id: string
  duplicate_of?: string | null
}

export const Attachment = builder.objectRef<AttachmentRow>('Attachment').implement({
  description: 'A file kept with a case.',
  policy: 'open',
  interfaces: [Node],
  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name, safe to be saved under.' }),
    mediaType: t.exposeString('media_type', { description: 'What it is by its content.' }),
    bytes: t.exposeInt('bytes', { description: 'Its length.' }),
    sha256: t.exposeString('sha256', { description: 'Hash of its content, hexadecimal.' }),
    width: t.exposeInt('width', {
      nullable: true,
      description: 'Width of a picture in pixels, as the camera held it.',
    }),
    height: t.exposeInt('height', {
      nullable: true,
      description: 'Height of a picture in pixels, as the camera held it.',
    }),
    url: t.string({
      description: 'Where its content is fetched, with the same session or link; it is always to be saved.',
      resolve: ({ id }) => `/attachments/${id}`,
    }),
    previewUrl: t.string({
      nullable: true,
      description:
        'A small picture of it (WebP, at most 1600 pixels a side) that can be shown; null where there is none.',
      resolve: ({ id, preview }) => (preview === 'made' ? `/attachments/${id}/preview` : null),
    }),
    previewComing: t.boolean({
      description: 'Whether a preview is being made.',
      resolve: ({ preview }) => preview === 'wanted',
    }),
    forCustomer: t.exposeBoolean('for_customer', {
      nullable: true,
      policy: 'internal',
      description: 'Whether it was shown to the customer, who otherwise sees his own files alone.',
    }),
    byName: t.exposeString('by_name', {
      nullable: true,
      policy: 'internal',
      description: 'Who added it, as named then.',
    }),
    asRole: t.expose('as_role', { type: Actor, description: 'The role in which it was added.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was added.' }),
    duplicateOf: t.string({
      nullable: true,
      policy: 'internal',
      description: 'Name of an earlier file of the case with the same content.',
      resolve: ({ duplicate_of }) => duplicate_of ?? null,
    }),
    mayRemove: t.boolean({
      description: 'Whether the viewer may take it off the case.',
      resolve: (row, _args, { viewer }) => viewer.id === row.by_id || may(viewer, 'attachment.remove', row),
    }),
    mayShow: t.boolean({
      description: 'Whether the viewer may show it to the customer.',
      resolve: (row, _args, { viewer }) => may(viewer, 'attachment.show', row),
    }),
    task: t.field({
      type: Task,
      nullable: true,
      description: 'The task it was added for.',
      resolve: relatedOneOrNull<'task'>(attachmentShape, 'task'),
    }),
  }),
})

/** Departments with a part in the case are read where they are asked for. */
type CaseRow = RowOf<'service_case'> & { department_ids: string[] }

function may(
  viewer: RequestContext['viewer'],
  action: 'attachment.remove' | 'attachment.show',
  { account_id, region_id }: AttachmentRow,
): boolean {
  return can(viewer, action, { accountId: account_id, regionId: region_id }) !== null
}

builder.interfaceField(Case, 'attachments', (t) =>
  t.field({
    type: connectionOf(Attachment),
    description: 'Its files, the newest first. They are added through `/attachments/uploads` (tus 1.0).',
    args: pageArgs(),
    resolve: relatedPage<'attachment', { account_id: string; region_id: string }>(caseShape, 'attachments'),
  }),
)

builder.interfaceField(Case, 'uploadUrl', (t) =>
  t.string({
    nullable: true,
    description: 'Where files are added to it (tus 1.0); null where the viewer may not.',
    resolve: (row, _args, { viewer }) => {
      const { id, account_id: accountId, region_id: regionId, department_ids: departmentIds } = row as CaseRow
      const as = can(viewer, 'case.attach', { caseId: id, accountId, regionId, departmentIds })
      return as && '/attachments/uploads/'
    },
  }),
)

builder.objectField(Task, 'attachments', (t) =>
  t.field({
    type: [Attachment],
    description: 'Files that were added for it, the newest first.',
    resolve: relatedList<'attachment', { account_id: string; region_id: string }>(taskShape, 'attachments'),
  }),
)

answerNode(attachmentShape, 'open', attachmentsSeen)
