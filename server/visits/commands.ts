// Opens visits.
import type { JsonObject } from '../../schema/json.ts'
import { insertCase } from '../cases/new-case.ts'
import { begin } from '../core/advance.ts'
import type { EffectScope } from '../core/engine.ts'
import type { VisitPayloads } from '../workflows/visit-payloads.ts'

/** A visit case of the same account, asked for by the claim and linked to it; it waits for its triage. */
export async function openVisit(scope: EffectScope, reason: string): Promise<void> {
  const { engine, trx, subject, locked, viewer, at, work } = scope
  const payload: VisitPayloads['request'] = {
    accountId: locked.accountId,
    reason,
    purpose: 'claim',
    caseId: subject.caseId,
  }
  const account = { id: locked.accountId, region_id: locked.regionId, language: locked.language }
  const facts = { accountId: locked.accountId, regionId: locked.regionId }
  const order = { event: 'request', payload: { ...payload } as JsonObject, viewer, at: null }
  const begun = await begin(engine, work, 'visit', facts, order, async (moved) => {
    const visit = { kind: 'visit' as const, account, ownerId: locked.ownerId, title: reason, severity: null }
    const opened = await insertCase(work, visit, moved)
    return { subject: { kind: 'visit' as const, caseId: opened.id, taskId: null }, locked: opened }
  })
  await trx
    .insertInto('case_link')
    .values({ from_case_id: subject.caseId, to_case_id: begun.subject.caseId, kind: 'visit', at })
    .execute()
}
