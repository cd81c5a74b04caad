// A link to a case of the permission matrix that was given to a contact of its account, opened, and taken back.
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
