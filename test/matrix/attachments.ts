// Files of the cases of the permission matrix.
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { added } from './works.ts'

const at = new Date('2026-11-02T06:00:00Z')

/** A file that was shown to the customer, or taken off. */
export async function attachment(
  db: Kysely<Database>,
  caseId: string,
  { author, at: when = at, removedAt = null }: { author: string; at?: Date; removedAt?: Date | null },
): Promise<string> {
  return added(db, 'attachment', {
    id: sql`uuidv7()`,
    case_id: caseId,
    task_id: sql`(select id from task where case_id = ${caseId} order by sent_at, id limit 1)`,
    item_id: sql`(select id from claim_item where case_id = ${caseId} order by position limit 1)`,
    name: 'edges.jpg',
    media_type: 'image/jpeg',
    bytes: 1_000,
    sha256: 'a'.repeat(64),
    width: 60,
    height: 40,
    preview: 'made',
    for_customer: true,
    state: removedAt ? 'removed' : 'stored',
    removed_at: removedAt,
    by_id: author,
    by_name: 'Anton',
    as_role: 'analyst',
    at: when,
  })
}
