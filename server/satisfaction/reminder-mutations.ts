// Reminding by hand, and taking it back.
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'
import { globalId } from '../graphql/node.ts'
import { type Reminded, remindInvitations, withdrawReminders } from './reminder-commands.ts'
import { remindInvitationsInput, withdrawRemindersInput } from './wave-inputs.ts'

const InvitationReminders = builder.objectRef<Reminded>('InvitationReminders').implement({
  description: 'Reminders that were queued or taken back by hand.',
  policy: 'internal',
  fields: (t) => ({
    messageIds: t.idList({
      description: 'The messages.',
      resolve: ({ messageIds }) => messageIds.map((id) => globalId('MailMessage', id)),
    }),
    leftOut: t.exposeInt('leftOut', {
      description: 'Of those named, the ones to which it does not apply: answered, asked by telephone, on their way.',
    }),
  }),
})

command({
  name: 'remindInvitations',
  description: 'Reminds of invitations that were not answered; for some seconds it can be taken back.',
  action: 'survey.run',
  input: remindInvitationsInput,
  success: InvitationReminders,
  run: (work, input, { engine, viewer }) => remindInvitations(work, engine, viewer, input),
  read: (_context, _info, reminded) => reminded,
})

command({
  name: 'withdrawReminders',
  description: 'Takes back reminders that have not left yet.',
  action: 'survey.run',
  input: withdrawRemindersInput,
  success: InvitationReminders,
  run: (work, input, { viewer }) => withdrawReminders(work, viewer, input),
  read: (_context, _info, reminded) => reminded,
})
