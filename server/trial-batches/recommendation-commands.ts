// Decides recommendations, records their effect, and keeps competitors' products.
import { writing } from '../cases/writing.ts'
import type { Engine } from '../core/engine.ts'
import type { Action } from '../core/permission-table.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'

/** Accepts a draft: the department gets a task until the end of the day named. Refuses invalid when it is decided already. */
export async function acceptRecommendation(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  order: { id: string; departmentId: string; measure: string; dueAt: string },
): Promise<{ id: string }> {
  const { scope, person, row } = await locked(engine, work, viewer, order.id, 'recommendation.decide')
  undecided(row)
  const question = `${row.problem}\n${row.target}\n${order.measure}`
  const { departmentId, dueAt, measure } = order
  await scope.engine.effects.createTask?.(scope, { departmentId, question, dueAt, purpose: 'improvement' })
  const task = await work.trx
    .selectFrom('task')
    .where('case_id', '=', scope.locked.id)
    .orderBy('id', 'desc')
    .select('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  await work.trx
    .updateTable('recommendation')
    .set({
      state: 'accepted',
      department_id: departmentId,
      measure,
      due_on: dueAt.slice(0, 10),
      task_id: task.id,
      decided_by: person.id,
      decided_at: scope.at,
    })
    .where('id', '=', order.id)
    .execute()
  return { id: order.id }
}

/** Declines a draft with the reason. */
export async function declineRecommendation(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  order: { id: string; reason: string },
): Promise<{ id: string }> {
  const { scope, person, row } = await locked(engine, work, viewer, order.id, 'recommendation.decide')
  undecided(row)
  await work.trx
    .updateTable('recommendation')
    .set({ state: 'declined', decision_reason: order.reason, decided_by: person.id, decided_at: scope.at })
    .where('id', '=', order.id)
    .execute()
  return { id: order.id }
}

/** Records the value measured after the measure, and whether it suits now. */
export async function recordRecommendationEffect(
  engine: Engine,
  work: Work,
  viewer: Viewer,
  order: { id: string; value: string; unit: string; measuredOn: string; effective: boolean; note?: string | null },
): Promise<{ id: string }> {
  const { row } = await locked(engine, work, viewer, order.id, 'recommendation.measure')
  if (!['accepted', 'effective', 'notEffective'].includes(row.state))
    throw refuseField('id', 'recommendationNotAccepted')
  await work.trx
    .updateTable('recommendation')
    .set({
      state: order.effective ? 'effective' : 'notEffective',
      effect_value: order.value,
      effect_unit: order.unit,
      effect_on: order.measuredOn,
      effect_note: order.note ?? null,
    })
    .where('id', '=', order.id)
    .execute()
  return { id: order.id }
}

/** Enters a competitor's product or changes the one of that name. */
export async function setCompetitorProduct(
  { trx }: Work,
  given: { competitor: string; name: string; grade?: string | null; note?: string | null; active?: boolean | null },
): Promise<{ id: string }> {
  const columns = { grade: given.grade ?? null, note: given.note ?? null, active: given.active ?? true }
  return trx
    .insertInto('competitor_product')
    .values({ competitor: given.competitor, name: given.name, ...columns })
    .onConflict((conflict) => conflict.columns(['competitor', 'name']).doUpdateSet(columns))
    .returning('id')
    .executeTakeFirstOrThrow()
}

async function locked(engine: Engine, work: Work, viewer: Viewer, id: string, action: Action) {
  const row = await work.trx.selectFrom('recommendation').where('id', '=', id).selectAll().executeTakeFirst()
  if (!row?.case_id) throw new Refused({ kind: 'notFound' })
  const { scope, person } = await writing(engine, work, viewer, row.case_id, action)
  work.changed({ caseId: row.case_id, taskId: null, personIds: [] })
  return { scope, person, row }
}

function undecided({ state }: { state: string }): void {
  if (state !== 'draft') throw refuseField('id', 'recommendationDecided')
}
