// Invitations in the graph: who is asked, and what became of it.
import { type Language as LanguageWord, languages, words } from '../../schema/vocabulary.ts'
import { Account, Contact } from '../accounts/graphql.ts'
import type { WithRegion } from '../accounts/queries.ts'
import { MailMessage } from '../cases/mail-graphql.ts'
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedList, relatedOne, relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { ContactType, InvitationChannel, InvitationState, Language } from '../graphql/words.ts'
import { Person } from '../organization/graphql.ts'
import { invitationScope, invitationShape } from './wave-queries.ts'

export const SurveyInvitation = builder
  .objectRef<WithRegion<RowOf<'survey_invitation'>>>('SurveyInvitation')
  .implement({
    description: 'A contact who is asked in a wave.',
    policy: 'contactDetails',
    interfaces: [Node],
    facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
    fields: (t) => ({
      account: t.field({
        type: Account,
        description: 'The customer.',
        resolve: relatedOne<'account'>(invitationShape, 'account'),
      }),
      contact: t.field({
        type: Contact,
        description: 'Who is asked.',
        resolve: relatedOne<'contact', { region_id: string }>(invitationShape, 'contact'),
      }),
      channel: t.expose('channel', { type: InvitationChannel, description: 'How it is reached.' }),
      channelLabel: t.string({
        description: "The same in the request's language.",
        resolve: ({ channel }, _args, { language }) => label(language, 'invitationChannel', channel),
      }),
      language: t.field({
        type: Language,
        description: 'In which it is asked.',
        resolve: ({ language }): LanguageWord => words(languages).find((word) => word === language) ?? 'en',
      }),
      state: t.expose('state', { type: InvitationState, description: 'What became of it.' }),
      stateLabel: t.string({
        description: "The same in the request's language.",
        resolve: ({ state }, _args, { language }) => label(language, 'invitationState', state),
      }),
      contactType: t.expose('contact_type', {
        type: ContactType,
        nullable: true,
        description: 'What the contact was about, after which it is asked.',
      }),
      contactTypeLabel: t.string({
        nullable: true,
        description: "The same in the request's language.",
        resolve: ({ contact_type }, _args, { language }) =>
          contact_type && label(language, 'contactType', contact_type),
      }),
      employee: t.field({
        type: Person,
        nullable: true,
        policy: 'figures',
        description: 'Who ran the case it is asked about.',
        resolve: relatedOneOrNull<'person'>(invitationShape, 'employee'),
      }),
      reminders: t.exposeInt('reminders', { description: 'How often it was reminded.' }),
      queuedAt: t.expose('queued_at', { type: 'DateTime', description: 'When it was drawn.' }),
      sentAt: t.expose('sent_at', { type: 'DateTime', nullable: true, description: 'When it was sent.' }),
      nextReminderAt: t.expose('next_reminder_at', {
        type: 'DateTime',
        nullable: true,
        description: 'When it is reminded next.',
      }),
      openedAt: t.expose('opened_at', { type: 'DateTime', nullable: true, description: 'When its link was opened.' }),
      answeredAt: t.expose('answered_at', { type: 'DateTime', nullable: true, description: 'When it was answered.' }),
      expiresAt: t.expose('expires_at', { type: 'DateTime', description: 'Until when its link is valid.' }),
      messages: t.field({
        type: [MailMessage],
        description: 'The messages that were written for it.',
        resolve: relatedList<'mail_message'>(invitationShape, 'messages'),
      }),
    }),
  })
answerNode(invitationShape, 'contactDetails', invitationScope)
