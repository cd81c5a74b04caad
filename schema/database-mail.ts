// Rows of messages that leave the product.

import type { Generated } from 'kysely'
import type { MailPurpose, MailState } from './mail-vocabulary.ts'

export interface MailMessageRow {
  /** Also the left part of the Message-ID, so that every try carries the same one. */
  id: Generated<string>
  purpose: MailPurpose
  channel: 'email' | 'sms' | 'message'
  /** Address or number; null where there is none. */
  receiver: string | null
  account_id: string | null
  contact_id: string | null
  letter_id: string | null
  invitation_id: string | null
  /** The person of the works whom a notice tells, and of which follow-up. */
  person_id: string | null
  follow_up_id: string | null
  state: Generated<MailState>
  tries: Generated<number>
  last_error: string | null
  queued_at: Date
  next_try_at: Date | null
  sent_at: Date | null
}
