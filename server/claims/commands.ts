// Registers claims and takes them through their events.
import type { ClaimEvent } from '../../schema/claim-vocabulary.ts'
import type { JsonObject } from '../../schema/json.ts'
import { accountOfNewCase, type Begun, insertCase, type NewCase } from '../cases/new-case.ts'
import { type SentEvent, sendEvent } from '../cases/send-event.ts'
import { type Advanced, begin } from '../core/advance.ts'
import type { EffectScope, Engine } from '../core/engine.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import type { ClaimPayloads } from '../workflows/claim-payloads.ts'
import type { Stepped } from '../workflows/step.ts'
import { insertItems, intakeWrites } from './intake-writes.ts'
import { investigationWrites } from './investigation-writes.ts'
import { contactOfAccount, knownDefects } from './references.ts'
import { indexClaim } from './search-text.ts'
import { settlementWrites } from './settlement-writes.ts'

/** Logs a claim: the customer and one line of what happened are enough. Refuses notFound for an account the viewer does not see. */
export async function registerClaim(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  payload: ClaimPayloads['register'],
  at: Date | null = null,
): Promise<Advanced> {
  const account = await accountOfNewCase(work, viewer, payload.accountId)
  const facts = { accountId: account.id, regionId: account.region_id }
  return begin(
    engine,
    work,
    'claim',
    facts,
    {
      event: 'register',
      payload: { ...payload } as JsonObject,
      viewer,
      at,
      write: async (scope) => {
        await insertItems(scope, payload.items ?? [])
        await knownDefects(scope, payload.items ?? [])
        await indexClaim(scope.trx, scope.subject.caseId)
      },
    },
    (begun) => insertClaim(work, viewer, payload, account, begun),
  )
}

/** Sends an event to a claim that exists. Refuses as `advance` does, and `invalid` for references that do not fit. */
export async function sendClaimEvent<E extends Exclude<ClaimEvent, 'register' | 'discard'>>(
  engine: Engine,
  work: Work,
  order: SentEvent<E, ClaimPayloads[E]>,
): Promise<Advanced> {
  const { event, payload } = order
  return sendEvent(engine, work, 'claim', order, async (scope, moved, facts) => {
    await writes[event]?.(scope, payload as never, moved, facts)
    if (event === 'amend') await lookAgain(scope)
  })
}

/** Items that came later are searched, and compared with other claims, as if they had been there from the start. */
async function lookAgain(scope: EffectScope): Promise<void> {
  await scope.engine.effects.lookUpDuplicates?.(scope, {})
  await indexClaim(scope.trx, scope.subject.caseId)
}

type Write = (scope: EffectScope, payload: never, moved: Stepped, facts: JsonObject) => Promise<void>
const writes: Partial<Record<ClaimEvent, Write>> = { ...intakeWrites, ...investigationWrites, ...settlementWrites }

async function insertClaim(
  work: Work,
  viewer: Viewer,
  payload: ClaimPayloads['register'],
  account: NewCase['account'],
  begun: Begun,
) {
  const ownerId = viewer.kind === 'person' ? viewer.id : null
  const severity = payload.severity ?? ('minor' as const)
  const locked = await insertCase(
    work,
    { kind: 'claim', account, ownerId, title: payload.whatHappened, severity },
    begun,
  )
  await work.trx
    .insertInto('claim')
    .values({
      case_id: locked.id,
      received_at: new Date(payload.receivedAt),
      channel: payload.channel ?? null,
      what_happened: payload.whatHappened,
      stage: payload.stage ?? null,
      remedy_sought: payload.remedySought ?? null,
      contact_id: payload.contactId ? await contactOfAccount({ trx: work.trx, locked }, payload.contactId) : null,
    })
    .execute()
  return { subject: { kind: 'claim' as const, caseId: locked.id, taskId: null }, locked }
}
