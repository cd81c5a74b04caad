// Moves the work of a merged claim to its target, and back when it is separated again.
import type { EffectScope } from '../core/engine.ts'
import { lockCase } from '../core/lock.ts'
import { indexClaim } from './search-text.ts'

/** Tasks and items go to the target, each keeping where it came from; the claims are linked. */
export async function moveToTarget(scope: EffectScope, targetId: string): Promise<void> {
  const { engine, work, viewer, trx, subject, at } = scope
  await lockCase(engine, work, viewer, targetId)
  await moveRows(scope, subject.caseId, targetId, null)
  await trx
    .insertInto('case_link')
    .values({ from_case_id: subject.caseId, to_case_id: targetId, kind: 'merged', at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await indexClaim(trx, targetId)
  work.changed({ caseId: targetId, taskId: null, personIds: [] })
}

/** What came from this claim returns; the link goes. */
export async function returnFromTarget(scope: EffectScope, targetId: string): Promise<void> {
  const { engine, work, viewer, trx, subject } = scope
  await lockCase(engine, work, viewer, targetId)
  await moveRows(scope, targetId, subject.caseId, subject.caseId)
  await trx
    .deleteFrom('case_link')
    .where('from_case_id', '=', subject.caseId)
    .where('to_case_id', '=', targetId)
    .where('kind', '=', 'merged')
    .execute()
  await indexClaim(trx, targetId)
  await indexClaim(trx, subject.caseId)
  work.changed({ caseId: targetId, taskId: null, personIds: [] })
}

async function moveRows({ trx }: EffectScope, from: string, to: string, origin: string | null): Promise<void> {
  const last = await trx
    .selectFrom('claim_item')
    .where('case_id', '=', to)
    .select((eb) => eb.fn.max('position').as('position'))
    .executeTakeFirst()
  const items = trx
    .updateTable('claim_item')
    .set((eb) => ({ case_id: to, position: eb('position', '+', last?.position ?? 0) }))
    .where('case_id', '=', from)
  await (origin ? items.where('origin_case_id', '=', origin) : items).execute()
  const tasks = trx.updateTable('task').set({ case_id: to }).where('case_id', '=', from)
  const moved = await (origin ? tasks.where('origin_case_id', '=', origin) : tasks).returning('id').execute()
  if (moved.length === 0) return
  const taskIds = moved.map(({ id }) => id)
  await trx.updateTable('deadline').set({ case_id: to }).where('task_id', 'in', taskIds).execute()
}
