// Rows that belong to the events of a visit.
import type { Updateable } from 'kysely'
import type { VisitRow } from '../../schema/database-visits.ts'
import type { VisitBlock } from '../../schema/visit-vocabulary.ts'
import { knownPerson } from '../claims/references.ts'
import type { EffectScope } from '../core/engine.ts'
import { readAll } from '../core/reading.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { VisitPayloads } from '../workflows/visit-payloads.ts'
import { busyPeople } from './busy.ts'
import { makeDossier } from './dossier.ts'

export const visitWrites = {
  async triage(scope: EffectScope, { purpose, engineerId, aheadReason }: VisitPayloads['triage']) {
    await knownPerson(scope, 'engineerId', engineerId, null)
    await change(scope, {
      purpose,
      engineer_id: engineerId,
      ahead_reason: aheadReason ?? null,
      ...(purpose === 'incoming' ? { incoming: true } : {}),
    })
    await scope.trx
      .updateTable('service_case')
      .set({ owner_id: engineerId })
      .where('id', '=', scope.subject.caseId)
      .where('owner_id', 'is', null)
      .execute()
  },

  async propose(scope: EffectScope, payload: VisitPayloads['propose']) {
    const { trx, subject } = scope
    const team = [...new Set(payload.teamIds)]
    for (const [index, id] of team.entries()) await knownPerson(scope, `teamIds.${index}`, id, null)
    if (payload.hostId) await knownPerson(scope, 'hostId', payload.hostId, null)
    await refuseBusy(scope, payload)
    await change(scope, {
      starts_at: new Date(payload.startsAt),
      ends_at: new Date(payload.endsAt),
      place: payload.place,
      host_id: payload.hostId ?? null,
      room: payload.room ?? null,
      confirmed_at: null,
    })
    await moved(scope)
    await trx.deleteFrom('visit_attendance').where('case_id', '=', subject.caseId).execute()
    if (team.length > 0) {
      const rows = team.map((person_id) => ({ case_id: subject.caseId, person_id }))
      await trx.insertInto('visit_attendance').values(rows).execute()
    }
  },

  /** Who receives him is ours to say: a customer who confirms names neither host nor room. */
  async confirm(scope: EffectScope, { hostId, room }: VisitPayloads['confirm']) {
    if (scope.viewer.kind === 'contact' && (hostId || room)) throw new Refused({ kind: 'notAllowed' })
    if (hostId) await knownPerson(scope, 'hostId', hostId, null)
    await change(scope, {
      confirmed_at: scope.at,
      ...(hostId ? { host_id: hostId } : {}),
      ...(room ? { room } : {}),
    })
  },

  async counterPropose(scope: EffectScope, { wishedFrom, wishedTo }: VisitPayloads['counterPropose']) {
    await withoutTime(scope)
    await change(scope, { wished_from: wishedFrom ?? null, wished_to: wishedTo ?? null })
  },
  postpone: withoutTime,
  recordNoShow: withoutTime,

  async prepare(scope: EffectScope) {
    await makeDossier(scope)
  },

  async begin(scope: EffectScope) {
    await change(scope, { begun_at: scope.at })
  },

  async finish(scope: EffectScope) {
    await change(scope, { finished_at: scope.at })
  },

  async submitReport(scope: EffectScope, { blocks, findings }: VisitPayloads['submitReport']) {
    for (const { block, text } of blocks) await writeBlock(scope, block, text)
    await change(scope, { reported_at: scope.at })
    const { trx, subject } = scope
    const { last } = await trx
      .selectFrom('visit_finding')
      .where('case_id', '=', subject.caseId)
      .select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('last'))
      .executeTakeFirstOrThrow()
    if (!findings || findings.length === 0) return
    await trx
      .insertInto('visit_finding')
      .values(
        findings.map(({ block, text }, index) => ({
          case_id: subject.caseId,
          number: last + index + 1,
          block,
          body: text,
        })),
      )
      .execute()
  },

  async confirmFinding(scope: EffectScope, { findingId, confirmedOn, reason }: VisitPayloads['confirmFinding']) {
    await scope.trx
      .updateTable('visit_finding')
      .set({
        confirmed_on: confirmedOn ?? null,
        closed_reason: confirmedOn ? null : (reason ?? null),
        closed_by: scope.viewer.kind === 'person' ? scope.viewer.id : null,
        closed_at: scope.at,
      })
      .where('id', '=', findingId)
      .where('case_id', '=', scope.subject.caseId)
      .execute()
  },

  cancel: moved,
  decline: moved,

  async reassign(scope: EffectScope, { personId }: VisitPayloads['reassign']) {
    await knownPerson(scope, 'personId', personId, null)
    await scope.trx
      .updateTable('service_case')
      .set({ owner_id: personId })
      .where('id', '=', scope.subject.caseId)
      .execute()
  },
}

/** Writes a block of the report; an earlier text of it is replaced, null takes it back. */
export async function writeBlock(
  { trx, subject, viewer, at }: EffectScope,
  block: VisitBlock,
  body: string | null,
): Promise<void> {
  if (body === null) {
    await trx.deleteFrom('visit_block').where('case_id', '=', subject.caseId).where('block', '=', block).execute()
    return
  }
  const written = { body, written_by: viewer.kind === 'person' ? viewer.id : null, written_at: at }
  await trx
    .insertInto('visit_block')
    .values({ case_id: subject.caseId, block, ...written })
    .onConflict((conflict) => conflict.columns(['case_id', 'block']).doUpdateSet(written))
    .execute()
}

/** Two visits proposed in the same breath would not see each other: their people are locked, then asked again. */
async function refuseBusy({ trx, subject }: EffectScope, payload: VisitPayloads['propose']): Promise<void> {
  const { engineer_id } = await trx
    .selectFrom('visit')
    .where('case_id', '=', subject.caseId)
    .select('engineer_id')
    .executeTakeFirstOrThrow()
  const people = [engineer_id, payload.hostId, ...payload.teamIds].filter((id) => id != null)
  await trx.selectFrom('person').where('id', 'in', people).orderBy('id').select('id').forNoKeyUpdate().execute()
  const { busy } = await readAll(trx, { busy: busyPeople(subject.caseId, payload) })
  const [clash] = busy
  if (clash) throw refuseField('startsAt', 'personBusy', clash)
}

async function withoutTime(scope: EffectScope): Promise<void> {
  await change(scope, { starts_at: null, ends_at: null, confirmed_at: null, begun_at: null })
  await moved(scope)
}

async function moved({ trx, subject }: EffectScope): Promise<void> {
  await trx
    .updateTable('visit')
    .set((eb) => ({ moves: eb('moves', '+', 1) }))
    .where('case_id', '=', subject.caseId)
    .execute()
}

async function change({ trx, subject }: EffectScope, values: Updateable<VisitRow>): Promise<void> {
  await trx.updateTable('visit').set(values).where('case_id', '=', subject.caseId).execute()
}
