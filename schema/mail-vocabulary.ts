// The words of messages that leave the product: what for, and what became of them.
import type { Words } from './vocabulary.ts'

export const mailPurposes = {
  letter: 'A letter of a case to the customer',
  invitation: 'A contact is asked to answer a questionnaire',
  reminder: 'A contact is asked once more',
  notice: 'A person of the works is told what he chose to hear by e-mail',
} as const
export type MailPurpose = Words<typeof mailPurposes>

export const mailStates = {
  queued: 'Waits to be sent, or to be sent again after a failure',
  sent: 'Was handed over to the next server, gateway or folder',
  dropped: 'Not sent: the receiver no longer wants or needs it',
  dead: 'Given up; it can be sent again by hand',
} as const
export type MailState = Words<typeof mailStates>
