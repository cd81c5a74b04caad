// Rows that belong to the investigation of a claim and to its 8D.
import { sql } from 'kysely'
import type { EffectScope } from '../core/engine.ts'
import { refuseField } from '../core/refusal.ts'
import { knownCode } from '../organization/known-code.ts'
import type { ClaimPayloads } from '../workflows/claim-payloads.ts'
import { knownDepartment, knownPerson } from './references.ts'

export const investigationWrites = {
  async recordContainment(scope: EffectScope, payload: ClaimPayloads['recordContainment']) {
    const { trx, subject, at } = scope
    await sistersOnce(scope, payload.pieces ?? [])
    const recorded = (payload.pieces ?? []).flatMap(({ pieceId, outcome }) =>
      outcome ? [{ piece_id: pieceId, outcome }] : [],
    )
    for (const piece of recorded) {
      await trx
        .insertInto('containment')
        .values({ case_id: subject.caseId, ...piece, at })
        .onConflict((conflict) => conflict.columns(['case_id', 'piece_id']).doUpdateSet({ outcome: piece.outcome, at }))
        .execute()
    }
    if (payload.none)
      await trx
        .updateTable('claim')
        .set({ containment_note: payload.none })
        .where('case_id', '=', subject.caseId)
        .execute()
  },

  async conclude(scope: EffectScope, payload: ClaimPayloads['conclude']) {
    const { trx, subject } = scope
    await knownCode(scope, 'occurrenceCause', 'occurrenceCause', payload.occurrenceCause)
    await knownCode(scope, 'escapeCause', 'escapeCause', payload.escapeCause)
    await knownCode(scope, 'systemCause', 'systemCause', payload.systemCause)
    for (const [index, { departmentId }] of payload.shares.entries())
      await knownDepartment(scope, `shares.${index}.departmentId`, departmentId)
    await trx
      .updateTable('claim')
      .set({
        occurrence_cause: payload.occurrenceCause,
        escape_cause: payload.escapeCause,
        system_cause: payload.systemCause,
        quality_layer: payload.qualityLayer,
        chain_stage: payload.chainStage,
        our_fault: payload.ourFault,
      })
      .where('case_id', '=', subject.caseId)
      .execute()
    await trx.deleteFrom('responsible_share').where('case_id', '=', subject.caseId).execute()
    await trx
      .insertInto('responsible_share')
      .values(
        payload.shares.map(({ departmentId, percent }) => ({
          case_id: subject.caseId,
          department_id: departmentId,
          percent,
        })),
      )
      .execute()
  },

  async startImprovement(scope: EffectScope, payload: ClaimPayloads['startImprovement']) {
    await knownPerson(scope, 'ownerId', payload.ownerId, null)
    const columns = {
      owner_id: payload.ownerId,
      due_at: new Date(payload.dueAt),
      team: payload.team,
      description: payload.description,
      containment: payload.containment,
    }
    await scope.trx
      .insertInto('improvement')
      .values({ case_id: scope.subject.caseId, ...columns })
      .onConflict((conflict) => conflict.column('case_id').doUpdateSet(columns))
      .execute()
  },

  async chooseActions(scope: EffectScope, payload: ClaimPayloads['chooseActions']) {
    const { trx, subject } = scope
    for (const [index, { ownerId }] of payload.actions.entries())
      await knownPerson(scope, `actions.${index}.ownerId`, ownerId, null)
    await trx
      .updateTable('improvement')
      .set({ occurrence_evidence: payload.occurrenceEvidence, escape_evidence: payload.escapeEvidence })
      .where('case_id', '=', subject.caseId)
      .execute()
    await trx.deleteFrom('improvement_action').where('case_id', '=', subject.caseId).execute()
    await trx
      .insertInto('improvement_action')
      .values(
        payload.actions.map(({ description, ownerId, dueOn }, index) => ({
          case_id: subject.caseId,
          position: index + 1,
          description,
          owner_id: ownerId,
          due_on: dueOn,
        })),
      )
      .execute()
  },

  async implementActions(scope: EffectScope, payload: ClaimPayloads['implementActions']) {
    for (const [index, { position, implementedOn, evidence }] of payload.actions.entries()) {
      const changed = await scope.trx
        .updateTable('improvement_action')
        .set({ implemented_on: implementedOn, evidence })
        .where('case_id', '=', scope.subject.caseId)
        .where('position', '=', position)
        .returning('id')
        .executeTakeFirst()
      if (!changed) throw refuseField(`actions.${index}.position`, 'unknownAction', { position })
    }
  },

  async judgeEffective(scope: EffectScope, { before, after }: ClaimPayloads['judgeEffective']) {
    await setImprovement(scope, { before_count: before.count, after_count: after.count })
  },

  async judgeNotEffective(scope: EffectScope, payload: ClaimPayloads['judgeNotEffective']) {
    const { trx, subject } = scope
    await trx
      .updateTable('improvement')
      .set((eb) => ({
        not_effective_count: eb('not_effective_count', '+', 1),
        ...(payload.before ? { before_count: payload.before.count } : {}),
        ...(payload.after ? { after_count: payload.after.count } : {}),
      }))
      .where('case_id', '=', subject.caseId)
      .execute()
  },

  async completeImprovement(scope: EffectScope, { prevention, thanks }: ClaimPayloads['completeImprovement']) {
    await setImprovement(scope, { prevention, thanks })
  },
}

/** Refuses a piece that is no sister of the claim's items, or is named twice. */
async function sistersOnce({ trx, subject }: EffectScope, pieces: readonly { pieceId: string }[]): Promise<void> {
  const ids = pieces.map(({ pieceId }) => pieceId)
  const { rows } = await sql<{ id: string }>`
    with own as (
      select claim_item.piece_id, coalesce(claim_item.heat_id, piece.heat_id) as heat_id
      from claim_item left join piece on piece.id = claim_item.piece_id where claim_item.case_id = ${subject.caseId})
    select id from piece where id = any(${ids}::uuid[]) and heat_id in (select heat_id from own)
      and id not in (select piece_id from own where piece_id is not null)`.execute(trx)
  const sisters = new Set(rows.map(({ id }) => id))
  for (const [index, id] of ids.entries()) {
    if (!sisters.has(id)) throw refuseField(`pieces.${index}.pieceId`, 'unknown')
    if (ids.indexOf(id) < index) throw refuseField(`pieces.${index}.pieceId`, 'taken')
  }
}

type ImprovementColumns = Partial<{ before_count: number; after_count: number; prevention: string; thanks: string }>

async function setImprovement({ trx, subject }: EffectScope, columns: ImprovementColumns): Promise<void> {
  await trx.updateTable('improvement').set(columns).where('case_id', '=', subject.caseId).execute()
}
