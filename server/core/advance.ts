// The one writer of workflow state: lock, revision, permission, step, snapshot, history, effects, in one transaction.
import type { Chart, ChartEvent } from '../workflows/chart.ts'
import { charts } from '../workflows/charts.ts'
import { type Stepped, upgrade } from '../workflows/step.ts'
import { clockEffects } from './clock-effects.ts'
import { contextOf, decide, permitted, type Step, timeOf } from './decide.ts'
import type { EffectScope, Engine, Subject } from './engine.ts'
import { appendHistory } from './history.ts'
import { type LockedCase, lockCase, readTask, rowFactsOf } from './lock.ts'
import type { RowFacts } from './permissions.ts'
import { Refused } from './refusal.ts'
import { storeCase, storeDue, storeTask } from './store-state.ts'
import type { Work } from './work.ts'

export interface Advanced {
  subject: Subject
  revision: number
  states: string[]
  at: Date
}

/**
 * Sends an event to a case or a task. `revision` is the one the sender saw; null takes whatever it is (the system).
 * Refuses notFound, stale, notAllowed, wrongState and invalid, with the database unchanged.
 */
export async function advance(
  engine: Engine,
  work: Work,
  subject: Subject,
  revision: number | null,
  order: Step,
): Promise<Advanced> {
  const locked = await lockCase(engine, work, order.viewer, subject.caseId)
  const task = subject.taskId ? await readTask(work, subject.caseId, subject.taskId) : null
  const current = task ?? locked
  const chart = charts[subject.kind]
  const snapshot = upgrade(chart, current.chartVersion, current.snapshot)
  const scope: EffectScope = {
    engine,
    work,
    trx: work.trx,
    subject,
    locked,
    viewer: order.viewer,
    at: timeOf(order, locked.now),
  }
  const actors = permitted(chart, order, contextOf(snapshot), rowFactsOf(locked, task))
  if (revision !== null && revision !== current.revision)
    throw new Refused({ kind: 'stale', revision, current: current.revision })
  const { moved, event } = await decide(chart, snapshot, order, actors, scope)
  await order.write?.(scope, moved, event.facts)
  await (task ? storeTask(scope, task, chart, moved) : storeCase(scope, locked, chart, moved))
  return finish(scope, current.revision + 1, event, moved)
}

/**
 * Takes a new case or task through its first event. `insert` writes its row, with the state after the step, and says
 * which it is; `facts` tells whom it concerns before it exists.
 */
export async function begin(
  engine: Engine,
  work: Work,
  kind: Chart['kind'],
  facts: RowFacts,
  order: Step,
  insert: (begun: { moved: Stepped; chart: Chart; at: Date }) => Promise<{ subject: Subject; locked: LockedCase }>,
): Promise<Advanced> {
  const chart = charts[kind]
  const actors = permitted(chart, order, {}, facts)
  const now = await databaseNow(engine, work)
  const draft = { engine, work, trx: work.trx, viewer: order.viewer, at: timeOf(order, now) }
  const subject: Subject = { kind, caseId: facts.caseId ?? '', taskId: null }
  const { moved, event } = await decide(chart, null, order, actors, { ...draft, subject })
  const begun = await insert({ moved, chart, at: draft.at })
  const scope: EffectScope = { ...draft, ...begun }
  await order.write?.(scope, moved, event.facts)
  return finish(scope, 1, event, moved)
}

async function finish(scope: EffectScope, revision: number, event: ChartEvent, moved: Stepped): Promise<Advanced> {
  const { subject, engine } = scope
  await appendHistory(scope, { revision, event, from: moved.from, to: moved.to })
  for (const effect of moved.effects) {
    const handler = engine.effects[effect.name]
    if (!handler) throw new Error(`No handler for effect ${effect.name}`)
    await handler(scope, effect.params)
  }
  await engine.afterStep(scope, event, moved)
  if (moved.effects.some(({ name }) => Object.hasOwn(clockEffects, name))) await storeDue(scope)
  scope.work.changed({ caseId: subject.caseId, taskId: subject.taskId, personIds: [] })
  return { subject, revision, states: moved.to, at: scope.at }
}

async function databaseNow(engine: Engine, work: Work): Promise<Date> {
  const row = await work.trx.selectNoFrom(engine.now().as('now')).executeTakeFirstOrThrow()
  return row.now
}
