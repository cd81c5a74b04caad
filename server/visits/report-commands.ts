// Writes on the report of a visit that are no step of its chart: a block as it is written, and what a finding is turned into.

import type { PlanSide } from '../../schema/account-vocabulary.ts'
import type { JsonObject } from '../../schema/json.ts'
import type { VisitBlock, VisitManner, VisitOutcomeKind } from '../../schema/visit-vocabulary.ts'
import { writing } from '../cases/writing.ts'
import type { EffectScope, Engine } from '../core/engine.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import { writeBlock } from './event-writes.ts'
import { indexVisit } from './search-text.ts'

/** Keeps one block of the report while the visit lasts or is being reported. Refuses wrongState in every other. */
export async function writeReportBlock(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  order: { caseId: string; block: VisitBlock; text: string | null },
): Promise<{ caseId: string }> {
  const { scope } = await writing(engine, work, viewer, order.caseId, 'visit.submitReport')
  await refuseUnless(scope, ['underway', 'reporting'])
  await writeBlock(scope, order.block, order.text)
  await indexVisit(work.trx, order.caseId)
  work.changed({ caseId: order.caseId, taskId: null, personIds: [] })
  return { caseId: order.caseId }
}

export interface OutcomeOrder {
  findingId: string
  kind: VisitOutcomeKind
  note: string
  departmentId: string | null
  dueAt: string | null
  /** What is needed or offered; null: the first line of the note. */
  product: string | null
  side: PlanSide | null
  plannedFor: string | null
  indicator: string | null
}

/** Turns a finding into what its kind says, a note alone where it tells of a competitor; the visit stays tied to what came of it. */
export async function turnFinding(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  order: OutcomeOrder,
): Promise<{ caseId: string }> {
  const { trx } = work
  const finding = await trx
    .selectFrom('visit_finding')
    .where('id', '=', order.findingId)
    .select(['case_id', 'block', 'body'])
    .executeTakeFirst()
  if (!finding) throw new Refused({ kind: 'notFound' })
  const { scope, person } = await writing(engine, work, viewer, finding.case_id, 'visit.submitReport')
  await refuseUnless(scope, ['reporting', 'followUp'])
  const outcome = await trx
    .insertInto('visit_outcome')
    .values({
      case_id: finding.case_id,
      finding_id: order.findingId,
      kind: order.kind,
      note: order.note,
      made_by: person.id,
      made_at: scope.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await carryOn(scope, order, finding, outcome.id)
  work.changed({ caseId: finding.case_id, taskId: null, personIds: [] })
  return { caseId: finding.case_id }
}

/** Ties an outcome to what was made of it. */
export async function tieOutcome(
  { trx }: EffectScope,
  outcomeId: string,
  tied: Partial<Record<'task_id' | 'claim_id' | 'need_id' | 'offer_id' | 'plan_id' | 'recommendation_id', string>>,
): Promise<void> {
  await trx.updateTable('visit_outcome').set(tied).where('id', '=', outcomeId).execute()
}

type Finding = { block: VisitBlock; body: string }

async function carryOn(scope: EffectScope, order: OutcomeOrder, finding: Finding, outcomeId: string): Promise<void> {
  const { kind, note, departmentId, dueAt } = order
  const product = order.product ?? firstLine(note)
  switch (kind) {
    case 'task':
      if (!departmentId) throw refuseField('departmentId', 'required')
      if (!dueAt) throw refuseField('dueAt', 'required')
      return byEffect(scope, 'taskFromFinding', { outcomeId, departmentId, question: note, dueAt })
    case 'claim':
      return byEffect(scope, 'claimFromFinding', { outcomeId, whatHappened: note })
    case 'need':
      return byEffect(scope, 'needFromFinding', { outcomeId, product, requirements: note === product ? null : note })
    case 'offer':
      return byEffect(scope, 'offerFromFinding', { outcomeId, product, reason: finding.body })
    case 'plan':
      return byEffect(scope, 'planFromFinding', {
        outcomeId,
        side: order.side ?? (finding.block === 'ourPlans' ? 'ours' : 'theirs'),
        text: note,
        plannedFor: order.plannedFor,
      })
    case 'recommendation':
      if (!order.indicator) throw refuseField('indicator', 'required')
      return byEffect(scope, 'recommendationFromFinding', {
        outcomeId,
        indicator: order.indicator,
        problem: finding.body,
        target: note,
      })
    case 'competitor':
      return
    default:
      return kind satisfies never
  }
}

const longestProduct = 200

function firstLine(note: string): string {
  return (note.split('\n')[0] ?? '').slice(0, longestProduct)
}

/** Records which of the eight steps were kept to, as the visitor or a colleague saw it; said again, it replaces what he said before. */
export async function checkManners(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  order: { caseId: string; kept: readonly VisitManner[] },
): Promise<{ caseId: string }> {
  const { scope, person } = await writing(engine, work, viewer, order.caseId, 'visit.submitReport')
  await refuseUnless(scope, ['underway', 'reporting', 'followUp', 'closed'])
  const said = { kept: [...new Set(order.kept)], checked_at: scope.at }
  await work.trx
    .insertInto('visit_check')
    .values({ case_id: order.caseId, person_id: person.id, ...said })
    .onConflict((conflict) => conflict.columns(['case_id', 'person_id']).doUpdateSet(said))
    .execute()
  work.changed({ caseId: order.caseId, taskId: null, personIds: [] })
  return { caseId: order.caseId }
}

/** What belongs to another slice is done where slices meet. */
export async function byEffect(scope: EffectScope, name: string, params: JsonObject): Promise<void> {
  const handler = scope.engine.effects[name]
  if (!handler) throw new Error(`No handler for effect ${name}`)
  await handler(scope, params)
}

/** Refuses wrongState where the visit stands in none of the states. */
export async function refuseUnless({ trx, subject }: EffectScope, states: readonly string[]): Promise<void> {
  const { kind, state } = await trx
    .selectFrom('service_case')
    .where('id', '=', subject.caseId)
    .select(['kind', 'state'])
    .executeTakeFirstOrThrow()
  if (kind !== 'visit') throw new Refused({ kind: 'notFound' })
  if (!states.includes(state)) throw new Refused({ kind: 'wrongState', states: [state], allowed: [] })
}
