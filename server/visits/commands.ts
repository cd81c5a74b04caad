// Asks for and plans visits, and takes them through their events.
import type { JsonObject } from '../../schema/json.ts'
import type { VisitEvent } from '../../schema/visit-vocabulary.ts'
import { accountOfNewCase, type Begun, insertCase, type NewCase } from '../cases/new-case.ts'
import { type SentEvent, sendEvent } from '../cases/send-event.ts'
import { contactOfAccount } from '../claims/references.ts'
import { type Advanced, begin } from '../core/advance.ts'
import type { EffectScope, Engine } from '../core/engine.ts'
import { caseScope } from '../core/permissions.ts'
import { refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import type { VisitPayloads, VisitWish } from '../workflows/visit-payloads.ts'
import { visitWrites } from './event-writes.ts'
import { indexVisit } from './search-text.ts'

export type VisitBeginning = 'request' | 'plan'

/** A new visit of an account that the viewer sees; a customer's contact asks for his own account. Refuses notFound. */
export async function beginVisit(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  event: VisitBeginning,
  payload: VisitWish,
  at: Date | null = null,
): Promise<Advanced> {
  const account = await accountOfNewCase(work, viewer, payload.accountId)
  const facts = { accountId: account.id, regionId: account.region_id }
  const order = { event, payload: { ...payload } as JsonObject, viewer, at }
  const ownerId = viewer.kind === 'person' ? viewer.id : account.manager_id
  return begin(engine, work, 'visit', facts, order, async (begun) => {
    await knownCase(work, viewer, payload)
    return insertVisit(work, { account, ownerId, event, payload, begun })
  })
}

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
  const { ownerId } = locked
  const begun = await begin(engine, work, 'visit', facts, order, (begun) =>
    insertVisit(work, { account, ownerId, event: 'request', payload, begun }),
  )
  await trx
    .insertInto('case_link')
    .values({ from_case_id: subject.caseId, to_case_id: begun.subject.caseId, kind: 'visit', at })
    .execute()
}

/** Sends an event to a visit that exists. Refuses as `advance` does, and `invalid` for references that do not fit. */
export async function sendVisitEvent<E extends Exclude<VisitEvent, VisitBeginning>>(
  engine: Engine,
  work: Work,
  order: SentEvent<E, VisitPayloads[E]>,
): Promise<Advanced> {
  const { event, payload } = order
  return sendEvent(engine, work, 'visit', order, async (scope) => {
    await writes[event]?.(scope, payload as never)
    await indexVisit(scope.trx, scope.subject.caseId)
  })
}

type Write = (scope: EffectScope, payload: never) => Promise<void>
const writes: Partial<Record<VisitEvent, Write>> = visitWrites

interface Wished {
  account: NewCase['account']
  ownerId: string | null
  event: VisitBeginning
  payload: VisitWish
  begun: Begun
}

async function insertVisit(work: Work, { account, ownerId, event, payload, begun }: Wished) {
  const visit = { kind: 'visit' as const, account, ownerId, title: payload.reason, severity: null }
  const locked = await insertCase(work, visit, begun)
  const { trx } = work
  await trx
    .insertInto('visit')
    .values({
      case_id: locked.id,
      origin: event,
      occasion: payload.reason,
      purpose: payload.purpose ?? null,
      about_id: payload.caseId ?? null,
      order_number: payload.orderNumber ?? null,
      incoming: payload.incoming ?? false,
      asked_by_id: payload.contactId ? await contactOfAccount({ trx, locked }, payload.contactId) : null,
      wished_from: payload.wishedFrom ?? null,
      wished_to: payload.wishedTo ?? null,
      requested_at: begun.at,
    })
    .execute()
  await indexVisit(trx, locked.id)
  return { subject: { kind: 'visit' as const, caseId: locked.id, taskId: null }, locked }
}

/** The case that a visit is about, of the same account and seen by who asks. */
async function knownCase({ trx }: Work, viewer: Viewer, { caseId, accountId }: VisitWish): Promise<void> {
  if (!caseId) return
  const found = await trx
    .selectFrom('service_case')
    .where('id', '=', caseId)
    .where('account_id', '=', accountId)
    .where('kind', 'in', ['claim', 'trialBatch'])
    .where((eb) => caseScope(eb, viewer))
    .select('id')
    .executeTakeFirst()
  if (!found) throw refuseField('caseId', 'unknown')
}
