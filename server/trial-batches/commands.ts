// Asks for trial batches and takes them through their events.
import type { JsonObject } from '../../schema/json.ts'
import type { TrialEvent } from '../../schema/trial-vocabulary.ts'
import { accountOfNewCase, insertCase } from '../cases/new-case.ts'
import { type SentEvent, sendEvent } from '../cases/send-event.ts'
import { type Advanced, begin } from '../core/advance.ts'
import type { EffectScope, Engine } from '../core/engine.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import type { TrialPayloads } from '../workflows/trial-payloads.ts'
import { agreementWrites, insertTrial } from './agreement-writes.ts'
import { makingWrites } from './making-writes.ts'
import { indexTrial } from './search-text.ts'
import { useWrites } from './use-writes.ts'

/** Asks for a trial batch. Refuses notFound for an account the viewer does not see, invalid for references that do not fit. */
export async function requestTrial(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  payload: TrialPayloads['request'],
  at: Date | null = null,
): Promise<Advanced> {
  const account = await accountOfNewCase(work, viewer, payload.accountId)
  const facts = { accountId: account.id, regionId: account.region_id }
  const order = {
    event: 'request',
    payload: { ...payload } as JsonObject,
    viewer,
    at,
    write: (scope: EffectScope) => indexTrial(scope.trx, scope.subject.caseId),
  }
  return begin(engine, work, 'trialBatch', facts, order, async (begun) => {
    const ownerId = viewer.kind === 'person' ? viewer.id : null
    const given = { kind: 'trialBatch' as const, account, ownerId, title: payload.aim, severity: null }
    const locked = await insertCase(work, given, begun)
    await insertTrial(work.trx, locked.id, payload, begun.at)
    return { subject: { kind: 'trialBatch' as const, caseId: locked.id, taskId: null }, locked }
  })
}

/** Sends an event to a trial batch that exists. Refuses as `advance` does, and `invalid` for references that do not fit. */
export async function sendTrialEvent<E extends Exclude<TrialEvent, 'request'>>(
  engine: Engine,
  work: Work,
  order: SentEvent<E, TrialPayloads[E]>,
): Promise<Advanced> {
  const { event, payload } = order
  return sendEvent(engine, work, 'trialBatch', order, async (scope, _moved, facts) => {
    await writes[event]?.(scope, payload as never, facts)
  })
}

type Write = (scope: EffectScope, payload: never, facts: JsonObject) => Promise<void>
const writes: Partial<Record<TrialEvent, Write>> = { ...agreementWrites, ...makingWrites, ...useWrites }
