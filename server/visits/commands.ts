// Opens visits.
import { sql } from 'kysely'
import type { EffectScope } from '../core/engine.ts'

/** A visit case of the same account, linked to the claim; it waits for its triage. */
export async function openVisit({ trx, subject, locked, at, work }: EffectScope, reason: string): Promise<void> {
  const visit = await trx
    .insertInto('service_case')
    .values({
      number: sql<string>`'V-' || to_char(${at}::timestamptz, 'YYYY') || '-' || lpad(nextval('visit_number')::text, 6, '0')`,
      kind: 'visit',
      account_id: locked.accountId,
      owner_id: locked.ownerId,
      title: [...reason].slice(0, 200).join(''),
      language: locked.language,
      state: 'requested',
      chart_version: 0,
      snapshot: JSON.stringify({}),
      opened_at: at,
      changed_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('case_link')
    .values({ from_case_id: subject.caseId, to_case_id: visit.id, kind: 'visit', at })
    .execute()
  work.changed({ caseId: visit.id, taskId: null, personIds: [] })
}
