// Reads of messages with their delivery.
import type { GraphQLResolveInfo } from 'graphql'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { MailState } from '../../schema/mail-vocabulary.ts'
import { contactShape, visibleAccounts } from '../accounts/queries.ts'
import { mayRead } from '../core/permissions.ts'
import { type PageArgs, type RowOf, readOne, readPage } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import type { Page } from '../core/selection-rows.ts'
import { computed, one, type Shape, shape } from '../core/selection-shape.ts'
import type { Viewer } from '../core/viewer.ts'

export const mailShape: Shape<'mail_message'> = shape('MailMessage', 'mail_message', {
  always: [
    'account_id',
    computed(
      'region_id',
      'plain',
      (alias) => sql`(select account.region_id from account where account.id = ${sql.ref(`${alias}.account_id`)})`,
    ),
  ],
  fields: {
    purpose: 'purpose',
    purposeLabel: 'purpose',
    channel: 'channel',
    channelLabel: 'channel',
    receiver: 'receiver',
    contact: one(() => contactShape, 'contact_id'),
    messageId: 'id',
    state: 'state',
    stateLabel: 'state',
    tries: 'tries',
    lastError: 'last_error',
    queuedAt: 'queued_at',
    nextTryAt: 'next_try_at',
    sentAt: 'sent_at',
  },
})

/** Condition on `mail_message`: of visible accounts, and those to people of the works, for who looks after delivery. */
export function mailScope(viewer: Viewer): Expression<SqlBool> {
  if (!mayRead(viewer, 'administration')) return sql<SqlBool>`false`
  return sql<SqlBool>`(mail_message.account_id is null
    or mail_message.account_id in (select account.id from account where ${visibleAccounts(viewer)}))`
}

/** Those of `mailScope`, and what was written to contacts for who may write to them: messages of an invitation are reached through it. */
export function mailsReached(viewer: Viewer): Expression<SqlBool> {
  if (!mayRead(viewer, 'contactDetails') || viewer.kind === 'contact') return mailScope(viewer)
  return sql<SqlBool>`(${mailScope(viewer)} or (mail_message.invitation_id is not null
    and mail_message.account_id in (select account.id from account where ${visibleAccounts(viewer)})))`
}

/** Messages, the newest first. */
export function readMails(
  reader: Reader,
  info: GraphQLResolveInfo,
  state: MailState | null,
  args: PageArgs,
): Promise<Page<RowOf<'mail_message'>>> {
  const ofState = state ? sql<SqlBool>`mail_message.state = ${state}` : sql<SqlBool>`true`
  return readPage(reader, info, mailShape, {
    where: sql<SqlBool>`${ofState} and ${mailScope(reader.viewer)}`,
    order: { columns: ['queued_at', 'id'], direction: 'desc' },
    args,
  })
}

export function readMail(reader: Reader, info: GraphQLResolveInfo, id: string): Promise<RowOf<'mail_message'> | null> {
  return readOne(reader, info, mailShape, sql<SqlBool>`mail_message.id = ${id} and ${mailScope(reader.viewer)}`)
}
