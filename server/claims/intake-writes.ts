// Rows that belong to the logging, screening and ending of a claim.
import { titleOf } from '../cases/new-case.ts'
import type { EffectScope } from '../core/engine.ts'
import { refuseField } from '../core/refusal.ts'
import type { ClaimPayloads, ItemInput } from '../workflows/claim-payloads.ts'
import { contactOfAccount, knownDefects, knownPerson } from './references.ts'

export const intakeWrites = {
  async amend(scope: EffectScope, payload: ClaimPayloads['amend']) {
    await knownDefects(scope, payload.items ?? [])
    const contactId = payload.contactId ? await contactOfAccount(scope, payload.contactId) : undefined
    const changes = {
      ...(payload.whatHappened ? { what_happened: payload.whatHappened } : {}),
      ...(payload.stage !== undefined ? { stage: payload.stage } : {}),
      ...(payload.remedySought !== undefined ? { remedy_sought: payload.remedySought } : {}),
      ...(contactId ? { contact_id: contactId } : {}),
    }
    if (Object.keys(changes).length > 0) {
      await scope.trx.updateTable('claim').set(changes).where('case_id', '=', scope.subject.caseId).execute()
    }
    if (payload.whatHappened) {
      await scope.trx
        .updateTable('service_case')
        .set({ title: titleOf(payload.whatHappened) })
        .where('id', '=', scope.subject.caseId)
        .execute()
    }
    if (payload.items) await replaceItems(scope, payload.items)
  },

  async acknowledge(scope: EffectScope, { promisedAnswerAt }: ClaimPayloads['acknowledge']) {
    await scope.trx
      .updateTable('claim')
      .set({ promised_answer_at: new Date(promisedAnswerAt) })
      .where('case_id', '=', scope.subject.caseId)
      .execute()
  },

  async acceptForInvestigation(scope: EffectScope, { analystId, severity }: ClaimPayloads['acceptForInvestigation']) {
    await knownPerson(scope, 'analystId', analystId, 'analyst')
    await scope.trx
      .updateTable('claim')
      .set({ analyst_id: analystId })
      .where('case_id', '=', scope.subject.caseId)
      .execute()
    await setSeverity(scope, severity)
  },

  async changeSeverity(scope: EffectScope, { severity }: ClaimPayloads['changeSeverity']) {
    await setSeverity(scope, severity)
  },

  async reassign(scope: EffectScope, { seat, personId }: ClaimPayloads['reassign']) {
    await knownPerson(scope, 'personId', personId, seat === 'analyst' ? 'analyst' : null)
    if (seat === 'analyst')
      await scope.trx
        .updateTable('claim')
        .set({ analyst_id: personId })
        .where('case_id', '=', scope.subject.caseId)
        .execute()
    else
      await scope.trx
        .updateTable('service_case')
        .set({ owner_id: personId })
        .where('id', '=', scope.subject.caseId)
        .execute()
  },

  async merge(scope: EffectScope, { targetId }: ClaimPayloads['merge']) {
    await scope.trx
      .updateTable('claim')
      .set({ merged_into_id: targetId })
      .where('case_id', '=', scope.subject.caseId)
      .execute()
  },

  async unmerge(scope: EffectScope) {
    await scope.trx
      .updateTable('claim')
      .set({ merged_into_id: null })
      .where('case_id', '=', scope.subject.caseId)
      .execute()
  },
}

/** Inserts the items of a new claim, in the order given. */
export async function insertItems({ trx, subject }: EffectScope, items: readonly ItemInput[]): Promise<void> {
  if (items.length === 0) return
  await trx
    .insertInto('claim_item')
    .values(
      items.map((item, index) => ({
        case_id: subject.caseId,
        origin_case_id: subject.caseId,
        position: index + 1,
        ...itemColumns(item),
      })),
    )
    .execute()
}

/** The whole new list: items with an id are kept and changed, the others are new, those left out go unless a settlement speaks of them. */
async function replaceItems(scope: EffectScope, items: readonly ItemInput[]): Promise<void> {
  const { trx, subject } = scope
  const stored = await trx.selectFrom('claim_item').where('case_id', '=', subject.caseId).select('id').execute()
  const known = new Set(stored.map(({ id }) => id))
  const kept = new Set<string>()
  for (const [index, { id }] of items.entries()) {
    if (!id) continue
    if (!known.has(id)) throw refuseField(`items.${index}.id`, 'unknown')
    if (kept.has(id)) throw refuseField(`items.${index}.id`, 'taken')
    kept.add(id)
  }
  await removeItems(
    scope,
    [...known].filter((id) => !kept.has(id)),
  )
  for (const [index, item] of items.entries()) {
    const columns = { position: index + 1, ...itemColumns(item) }
    if (item.id) {
      await trx.updateTable('claim_item').set(columns).where('id', '=', item.id).execute()
    } else {
      await trx
        .insertInto('claim_item')
        .values({ case_id: subject.caseId, origin_case_id: subject.caseId, ...columns })
        .execute()
    }
  }
}

async function removeItems({ trx }: EffectScope, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const settled = await trx.selectFrom('settlement_line').where('item_id', 'in', ids).select('id').executeTakeFirst()
  if (settled) throw refuseField('items', 'itemInSettlement')
  await trx.deleteFrom('claim_item').where('id', 'in', ids).execute()
}

function itemColumns(item: ItemInput) {
  return {
    piece_id: item.pieceId ?? null,
    heat_id: item.heatId ?? null,
    unidentified_reason: item.unidentifiedReason ?? null,
    defect: item.defect ?? null,
    claimed_mass: item.claimedMass ?? null,
    inspected_mass: item.inspectedMass ?? null,
    note: item.note ?? null,
  }
}

async function setSeverity(
  { trx, subject }: EffectScope,
  severity: ClaimPayloads['changeSeverity']['severity'],
): Promise<void> {
  await trx.updateTable('service_case').set({ severity }).where('id', '=', subject.caseId).execute()
}
