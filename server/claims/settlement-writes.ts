// Rows that belong to the decision and settlement of a claim: proposals, lines, approvals, executions.
import { sql } from 'kysely'
import type { JsonObject } from '../../schema/json.ts'
import type { EffectScope } from '../core/engine.ts'
import { actorsFor } from '../core/permissions.ts'
import { Refused } from '../core/refusal.ts'
import { knownCode } from '../organization/known-code.ts'
import type { ClaimFacts } from '../workflows/claim-facts.ts'
import type { ClaimPayloads, LineInput } from '../workflows/claim-payloads.ts'
import { compareDecimals } from '../workflows/decimal.ts'
import type { Stepped } from '../workflows/step.ts'
import type { ComposedProposal } from './proposal.ts'
import { knownDepartment } from './references.ts'

export const settlementWrites = {
  async propose(scope: EffectScope, payload: ClaimPayloads['propose'], moved: Stepped, facts: JsonObject) {
    for (const [index, line] of payload.lines.entries()) await checkLine(scope, index, line)
    const proposalId = await insertProposal(scope, moved, facts, null)
    const lines = payload.lines.map((line, index) => lineColumns(scope, proposalId, line, index))
    if (lines.length > 0) await scope.trx.insertInto('settlement_line').values(lines).execute()
    await setAcceptedMasses(scope, payload.lines)
  },

  async declineFormally(
    scope: EffectScope,
    payload: ClaimPayloads['declineFormally'],
    moved: Stepped,
    facts: JsonObject,
  ) {
    await knownCode(scope, 'ground', 'refusalGround', payload.ground)
    await insertProposal(scope, moved, facts, payload.ground)
  },

  async approve(scope: EffectScope, payload: ClaimPayloads['approve'], _moved: Stepped, facts: JsonObject) {
    await insertApproval(scope, facts, { decision: 'approved', number: payload.number, reason: null })
  },

  async sendBack(scope: EffectScope, payload: ClaimPayloads['sendBack'], _moved: Stepped, facts: JsonObject) {
    await insertApproval(scope, facts, { decision: 'sentBack', number: null, reason: payload.reason })
  },

  async executeLine(scope: EffectScope, payload: ClaimPayloads['executeLine']) {
    const { trx, subject, viewer, at, locked } = scope
    const line = await trx
      .selectFrom('settlement_line')
      .where('id', '=', payload.lineId)
      .where('case_id', '=', subject.caseId)
      .select(['id', 'department_id'])
      .executeTakeFirst()
    const reached =
      line &&
      actorsFor(viewer, 'claim.executeLine', {
        accountId: locked.accountId,
        regionId: locked.regionId,
        caseId: locked.id,
        departmentIds: line.department_id ? [line.department_id] : [],
      })
    if (!line || !reached || reached.length === 0)
      throw new Refused({ kind: 'invalid', fields: [{ field: 'lineId', code: 'unknownLine', params: {} }] })
    await trx
      .updateTable('settlement_line')
      .set({
        document_number: payload.documentNumber,
        executed_at: at,
        executed_by: viewer.kind === 'person' ? viewer.id : null,
      })
      .where('id', '=', line.id)
      .execute()
  },

  async close(scope: EffectScope, { apologySent }: ClaimPayloads['close']) {
    if (apologySent)
      await scope.trx
        .updateTable('claim')
        .set({ apology_sent: true })
        .where('case_id', '=', scope.subject.caseId)
        .execute()
  },
}

async function insertProposal(
  { trx, subject, viewer, at }: EffectScope,
  moved: Stepped,
  facts: JsonObject,
  ground: string | null,
): Promise<string> {
  if (viewer.kind !== 'person') throw new Refused({ kind: 'notAllowed' })
  const composed = facts.proposal as unknown as ComposedProposal
  await trx
    .updateTable('proposal')
    .set({ state: 'replaced' })
    .where('case_id', '=', subject.caseId)
    .where('state', '=', 'pending')
    .execute()
  const row = await trx
    .insertInto('proposal')
    .values({
      case_id: subject.caseId,
      number: composed.number,
      hash: composed.hash,
      state: moved.to.includes('approval') ? 'pending' : 'approved',
      refusal: ground !== null,
      ground,
      amount_usd: composed.amountUsd,
      total_usd: composed.totalUsd,
      route: JSON.stringify(composed.route),
      proposed_by: viewer.id,
      proposed_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

async function checkLine(scope: EffectScope, index: number, { departmentId, ground, kind }: LineInput): Promise<void> {
  if (departmentId) await knownDepartment(scope, `lines.${index}.departmentId`, departmentId)
  if (kind === 'none' && ground) await knownCode(scope, `lines.${index}.ground`, 'refusalGround', ground)
}

function lineColumns({ subject }: EffectScope, proposalId: string, line: LineInput, index: number) {
  return {
    case_id: subject.caseId,
    proposal_id: proposalId,
    item_id: line.itemId ?? null,
    position: index + 1,
    kind: line.kind,
    mass: line.mass ?? null,
    amount: line.amount ?? '0',
    currency: line.currency ?? 'USD',
    department_id: line.departmentId ?? null,
    ground: line.ground ?? null,
  }
}

/** The third mass of an item: what of the claimed mass is not refused. */
async function setAcceptedMasses({ trx, subject }: EffectScope, lines: readonly LineInput[]): Promise<void> {
  const refused = JSON.stringify(
    lines.filter(({ kind, itemId, mass }) => kind === 'none' && itemId && mass && compareDecimals(mass, '0') > 0),
  )
  await trx
    .updateTable('claim_item')
    .set({
      accepted_mass: sql<string>`greatest(claimed_mass - coalesce((select sum((line->>'mass')::numeric) from jsonb_array_elements(${refused}::jsonb) line
        where (line->>'itemId')::uuid = claim_item.id), 0), 0)`,
    })
    .where('case_id', '=', subject.caseId)
    .execute()
}

async function insertApproval(
  { trx, subject, viewer, at, locked }: EffectScope,
  { approver }: JsonObject,
  { decision, number, reason }: { decision: 'approved' | 'sentBack'; number: number | null; reason: string | null },
) {
  if (viewer.kind !== 'person') throw new Refused({ kind: 'notAllowed' })
  const pending = contextBefore(locked).proposal as { number: number; step: number } | null
  const proposal = await trx
    .selectFrom('proposal')
    .where('case_id', '=', subject.caseId)
    .where('number', '=', number ?? pending?.number ?? 0)
    .select('id')
    .executeTakeFirstOrThrow()
  const standsInFor = (approver as ClaimFacts['approver'])?.onBehalfOf ?? null
  await trx
    .insertInto('approval')
    .values({
      proposal_id: proposal.id,
      step: pending?.step ?? 0,
      person_id: viewer.id,
      on_behalf_of: standsInFor,
      decision,
      reason,
      at,
    })
    .execute()
}

function contextBefore(locked: EffectScope['locked']): JsonObject {
  return (locked.snapshot.context ?? {}) as JsonObject
}
