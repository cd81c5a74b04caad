// The tasks of an investigation: sent to departments, taken, returned, asked about, answered, rated.

import type { Transaction } from 'kysely'
import type { Database } from '../../../schema/database.ts'
import type { TaskEvent, TaskState } from '../../../schema/task-vocabulary.ts'
import { sendTaskEvent } from '../../cases/task-commands.ts'
import { sendClaimEvent } from '../../claims/commands.ts'
import type { PersonViewer } from '../../core/viewer.ts'
import type { TaskPayloads } from '../../workflows/task-payloads.ts'
import { type Branch, caseIdOf } from './branch.ts'
import { subjectOf } from './complaints.ts'
import { answers, measures, questions } from './phrases.ts'
import { day } from './work-line.ts'

export interface SentTask {
  id: string
  answered: Promise<number>
}

interface TaskOfStory {
  id: string
  departmentId: string
  /** Place among the tasks of its investigation */
  position: number
}

/** Sends a task and starts its own thread; it is answered within `length` working minutes, if all goes well. */
export async function sendTask(branch: Branch, length: number, position: number): Promise<SentTask> {
  const { claim, random } = branch
  const { world, plan } = claim
  const stage = random.pick(['production', 'delivery', 'processing'])
  const routed = world.routing.get(`${subjectOf(plan.defect)} ${stage}`) ?? world.departments.get('laboratory') ?? ''
  const departmentId =
    position === 0 ? routed : (world.departments.get(random.pick(['laboratory', 'rollingMill', 'logistics'])) ?? '')
  const dueAt = world.line.dayAfter(branch.minute(), Math.max(2, Math.ceil(length / day))).toISOString()
  const question = random.pick(questions)
  const payload = { departmentId, question, dueAt }
  const analyst = world.cast.is('analyst')
  const { id } = await branch.step('sendTask', async (engine, work) => {
    const caseId = caseIdOf(claim)
    await sendClaimEvent(engine, work, {
      caseId,
      revision: null,
      event: 'sendTask',
      payload,
      viewer: analyst,
      at: null,
    })
    return newestTask(work.trx, caseId)
  })
  const answered = Promise.withResolvers<number>()
  branch.fork(`task ${position}`, (thread) =>
    tellTask(thread, { id, departmentId, position }, length, answered.resolve),
  )
  return { id, answered: answered.promise }
}

async function newestTask(trx: Transaction<Database>, caseId: string): Promise<{ id: string }> {
  const tasks = trx.selectFrom('task').where('case_id', '=', caseId).select('id')
  return tasks.orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
}

async function tellTask(
  branch: Branch,
  task: TaskOfStory,
  length: number,
  answered: (minute: number) => void,
): Promise<void> {
  const { random, claim } = branch
  const { cast, departments } = claim.world
  const analyst = cast.is('analyst')
  await branch.wait(length * (0.05 + random.next() * 0.3))
  if (await stopsHere(branch, task)) return
  if (random.chance(0.08)) await giveBack(branch, task)
  if (task.departmentId === departments.get('laboratory') && random.chance(0.2)) {
    const personId = cast.is('laboratoryResponder').id
    await send(branch, task.id, ['open'], 'reassign', { personId }, cast.is('headOfQuality'))
  }
  const responder = cast.ofDepartment(task.departmentId)
  await send(branch, task.id, ['open'], 'accept', {}, responder)
  if (random.chance(0.12)) {
    await branch.wait(length * 0.1)
    await send(branch, task.id, ['inProgress'], 'ask', { question: 'Which side of the strip is meant?' }, responder)
    await branch.wait(random.whole(20, 240))
    await send(branch, task.id, ['awaitingSender'], 'clarify', { text: 'The upper side, drive side' }, analyst)
  }
  await branch.wait(length * (0.2 + random.next() * 0.3))
  if (random.chance(0.03))
    await send(branch, task.id, ['inProgress'], 'cancel', { reason: 'Told by telephone' }, analyst)
  else await answer(branch, task.id, responder)
  answered(branch.minute())
  await branch.wait(random.whole(15, 900))
  await send(branch, task.id, ['answered'], 'verify', { rating: random.pick([3, 4, 4, 5, 5]) }, analyst)
}

/** Of the investigations that go on today some tasks lie untouched, some were returned, some wait for the sender. */
async function stopsHere(branch: Branch, { id, departmentId, position }: TaskOfStory): Promise<boolean> {
  const { plan, world } = branch.claim
  if (plan.scenario.name !== 'collecting' || position > 0) return false
  const responder = world.cast.ofDepartment(departmentId)
  const stance = (['untouched', 'returned', 'asked', 'goesOn'] as const)[plan.index % 4]
  if (stance === 'returned') await send(branch, id, ['open'], 'return', { reason: 'unclearQuestion' }, responder)
  if (stance === 'asked') {
    await send(branch, id, ['open'], 'accept', {}, responder)
    await send(branch, id, ['inProgress'], 'ask', { question: 'Is there a picture of the edge?' }, responder)
  }
  return stance !== 'goesOn'
}

/** The department says it is not theirs, and takes it back, is told to keep it, or another department gets it. */
async function giveBack(branch: Branch, task: TaskOfStory): Promise<void> {
  const { random, claim } = branch
  const { cast, departments } = claim.world
  const responder = cast.ofDepartment(task.departmentId)
  await send(branch, task.id, ['open'], 'return', { reason: 'notOurs' }, responder)
  await branch.wait(random.whole(5, 240))
  switch (random.pick(['takeBack', 'insist', 'redirect'] as const)) {
    case 'takeBack':
      return send(branch, task.id, ['returned'], 'takeBack', {}, responder)
    case 'insist':
      return send(branch, task.id, ['returned'], 'insist', { reason: 'Your shift made it' }, cast.is('lead'))
    case 'redirect':
      task.departmentId = departments.get('laboratory') ?? ''
      return send(branch, task.id, ['returned'], 'redirect', { departmentId: task.departmentId }, cast.is('analyst'))
  }
}

/** The responder answers; also after an answer was sent back. */
export async function answer(branch: Branch, taskId: string, responder: PersonViewer): Promise<void> {
  const { text, cause } = branch.random.pick(answers)
  const proposedMeasure = branch.random.chance(0.4) ? branch.random.pick(measures) : null
  const values = branch.random.chance(0.3) ? [{ name: 'Thickness', text: '1.52', number: '1.52', unit: 'mm' }] : null
  await send(branch, taskId, ['inProgress'], 'answer', { text, causeCode: cause, proposedMeasure, values }, responder)
}

/** Does nothing where the claim's story went another way and the task is no longer in one of the states. */
async function send<E extends TaskEvent>(
  branch: Branch,
  taskId: string,
  from: readonly TaskState[],
  event: E,
  payload: TaskPayloads[E],
  viewer: PersonViewer,
): Promise<void> {
  await branch.step(`task.${event}`, async (engine, work) => {
    const { state } = await work.trx
      .selectFrom('task')
      .where('id', '=', taskId)
      .select('state')
      .executeTakeFirstOrThrow()
    if (!from.includes(state)) return { sent: false }
    await sendTaskEvent(engine, work, { taskId, revision: null, event, payload, viewer, at: null })
    return { sent: true }
  })
}
