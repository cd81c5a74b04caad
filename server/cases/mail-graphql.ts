// Messages in the graph: to whom, how often tried, and what stood in the way.

import { Contact } from '../accounts/graphql.ts'
import type { WithRegion } from '../accounts/queries.ts'
import { label } from '../core/labels/label.ts'
import { messageIdOf } from '../core/mail-message.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { InvitationChannel, MailPurpose, MailState } from '../graphql/words.ts'
import { mailShape, mailsReached, readMails } from './mail-queries.ts'

export const MailMessage = builder.objectRef<RowOf<'mail_message'>>('MailMessage').implement({
  description: 'A message that leaves the product.',
  policy: 'internal',
  interfaces: [Node],
  facts: (row) => ({ accountId: row.account_id, regionId: (row as Partial<WithRegion<object>>).region_id ?? null }),
  fields: (t) => ({
    purpose: t.expose('purpose', { type: MailPurpose, description: 'What it is for.' }),
    purposeLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ purpose }, _args, { language }) => label(language, 'mailPurpose', purpose),
    }),
    channel: t.expose('channel', { type: InvitationChannel, description: 'How it goes.' }),
    channelLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ channel }, _args, { language }) => label(language, 'invitationChannel', channel),
    }),
    receiver: t.exposeString('receiver', {
      nullable: true,
      policy: 'contactDetails',
      description: 'Address or number.',
    }),
    contact: t.field({
      type: Contact,
      nullable: true,
      description: 'The contact it goes to.',
      resolve: relatedOneOrNull<'contact', { region_id: string }>(mailShape, 'contact'),
    }),
    messageId: t.string({
      description: 'Its Message-ID, the same on every try.',
      resolve: ({ id }) => messageIdOf(id),
    }),
    state: t.expose('state', { type: MailState, description: 'What became of it.' }),
    stateLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ state }, _args, { language }) => label(language, 'mailState', state),
    }),
    tries: t.exposeInt('tries', { description: 'How often it was tried.' }),
    lastError: t.exposeString('last_error', {
      nullable: true,
      policy: 'administration',
      description: 'What stood in the way at the last try.',
    }),
    queuedAt: t.expose('queued_at', { type: 'DateTime', description: 'When it was written.' }),
    nextTryAt: t.expose('next_try_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When it is tried again.',
    }),
    sentAt: t.expose('sent_at', { type: 'DateTime', nullable: true, description: 'When it was handed over.' }),
  }),
})
answerNode(mailShape, 'internal', mailsReached)

builder.queryField('mailMessages', (t) =>
  t.field({
    type: connectionOf(MailMessage),
    nullable: true,
    policy: 'administration',
    description: 'Messages, the newest first; those given up are found by their state.',
    args: { ...pageArgs(), state: t.arg({ type: MailState, description: 'Only in this state.' }) },
    resolve: (_root, { state, ...page }, context, info) => readMails(context, info, state ?? null, page),
  }),
)
