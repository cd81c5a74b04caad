// The way by which a contact is asked: as he prefers, else as his customer does, where that way can be gone (CRM-06).
import { type RawBuilder, sql } from 'kysely'
import type { InvitationChannel } from '../../schema/survey-vocabulary.ts'

/**
 * Of rows `contact` and `account` of a statement; `mobile` is the wave's way to telephones, for which a gateway is set, or null. Who
 * prefers a call, or has no address that a message reaches, is called.
 */
export function invitationChannel(mobile: 'sms' | 'message' | null): RawBuilder<InvitationChannel> {
  const preferred = sql`coalesce(contact.preferred_channel, account.preferred_channel)`
  return sql<InvitationChannel>`case
    when contact.phone is not null and ${preferred} in ('phone', 'visit') then 'phone'
    when contact.phone is not null and ${preferred} = ${mobile} then ${mobile}
    when contact.email is not null then 'email'
    when contact.phone is not null then ${mobile ?? 'phone'} else 'phone' end`
}
