// A link to a case of the permission matrix that was given to a contact of its account, opened, and taken back; a talk about the case.
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { added } from './works.ts'

const at = new Date('2026-11-02T06:00:00Z')

export async function customerLink(db: Kysely<Database>, caseId: string, author: string): Promise<string> {
  return added(db, 'customer_link', {
    case_id: caseId,
    token_hash: sql`md5(random()::text)`,
    contact_id: sql`(select contact.id from contact join service_case on service_case.account_id = contact.account_id
      where service_case.id = ${caseId} order by contact.id limit 1)`,
    created_by: author,
    created_at: at,
    expires_at: at,
    last_opened_at: at,
    revoked_at: at,
    revoked_by: author,
  })
}

/** A talk about the case. */
export async function talkAbout(db: Kysely<Database>, caseId: string, author: string): Promise<void> {
  await added(db, 'contact_entry', {
    account_id: sql`(select account_id from service_case where id = ${caseId})`,
    case_id: caseId,
    at,
    channel: 'phone',
    begun_by: 'customer',
    subject: 'Bending radius',
    technical_support: true,
    person_id: author,
  })
}
