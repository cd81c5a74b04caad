// What people do with messages that could not be sent.
import { z } from 'zod'
import { command } from '../graphql/command.ts'
import { nodeId } from '../graphql/input-of.ts'
import { resendMail } from './mail-commands.ts'
import { MailMessage } from './mail-graphql.ts'
import { readMail } from './mail-queries.ts'

command({
  name: 'resendMail',
  description: 'Sends a message again that was given up.',
  action: 'mail.resend',
  input: z.object({ id: nodeId('MailMessage').describe('The message.') }),
  success: MailMessage,
  run: async (work, { id }, { engine, viewer }) => {
    await resendMail(work, engine, viewer, id)
    return { id }
  },
  read: (context, info, { id }) => readMail(context, info, id),
})
