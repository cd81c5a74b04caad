// The phases of the investigation: tasks and containment, then the conclusion.
import type { ContainmentOutcome } from '../../../schema/claim-vocabulary.ts'
import { recordPromise } from '../../cases/commands.ts'
import { hasOpenTask } from '../../cases/task-commands.ts'
import { type Branch, caseIdOf } from './branch.ts'
import { answer, type SentTask, sendTask } from './department-tasks.ts'
import { improve } from './improvement.ts'
import { aLead, comment, owner } from './intake.ts'
import { promises, visits } from './phrases.ts'
import { day } from './work-line.ts'

const layers = ['standard', 'standard', 'plantHandling', 'transport'] as const
const chain = [
  'craneTransport',
  'marking',
  'additionalRequirements',
  'loading',
  'rail',
  'portHandling',
  'sea',
  'unloading',
  'portStorage',
] as const
const occurrences = [
  'rollWear',
  'wrongSetting',
  'tension',
  'bath',
  'steelmaking',
  'handling',
  'moisture',
  'loading',
  'dataEntry',
]
const escapes = ['notInspected', 'sampling', 'gauge', 'visualOnly', 'alarmIgnored', 'afterRelease', 'limitTooWide']
const systems = ['noStandard', 'standardNotKept', 'training', 'maintenance', 'planning', 'supplier', 'handover']

/** Sends tasks, looks after the sister pieces, and waits for the answers. */
export async function investigate(branch: Branch, length: number): Promise<void> {
  const { claim, random } = branch
  const analyst = claim.world.cast.is('analyst')
  await branch.wait(random.whole(5, 60))
  if (random.chance(0.04)) {
    await contain(branch)
    await branch.wait(length * 0.5)
    if (claim.states[0] === 'collecting' && !(await hasOpenTasks(branch)))
      await branch.send('startConclusion', { reason: 'The certificate shows it' }, analyst)
    return
  }
  const tasks: SentTask[] = []
  const count = random.pick([1, 1, 2, 2, 2, 3])
  for (let position = 0; position < count; position++) {
    tasks.push(await sendTask(branch, length * (0.6 + random.next() * 0.3), position))
  }
  branch.fork('sisters', async (thread) => {
    await thread.wait(random.whole(30, 700))
    await contain(thread)
  })
  if (random.chance(0.25)) await comment(branch, owner(branch))
  if (random.chance(0.12)) await promise(branch)
  if (random.chance(0.04)) await branch.send('requestVisit', { reason: random.pick(visits) }, owner(branch))
  if (random.chance(0.05) && claim.plan.severity === 'minor')
    await branch.send('changeSeverity', { severity: 'major', reason: 'The line stands' }, aLead(branch))
  await branch.wait(length)
  await branch.join(tasks.map(({ answered }) => answered))
  const [first] = tasks
  if (first && random.chance(0.06)) await sendBackAnswer(branch, first)
}

export async function conclude(branch: Branch, length: number): Promise<void> {
  const { claim, random } = branch
  const { departments, cast } = claim.world
  await branch.wait(length)
  // Tasks that came with a merged claim may take longer than the own ones.
  if (claim.merging) await branch.look()
  while (claim.states[0] === 'collecting') {
    await branch.wait(day / 4)
    await branch.look()
  }
  await contain(branch)
  const [first = '', second = ''] = random.pick([
    ['rollingMill', 'laboratory'],
    ['coatingLine', 'rollingMill'],
    ['logistics', 'rollingMill'],
    ['orderManagement', 'logistics'],
  ])
  const divided = random.chance(0.3)
  const shares = [
    { departmentId: departments.get(first) ?? '', percent: divided ? '70' : '100' },
    ...(divided ? [{ departmentId: departments.get(second) ?? '', percent: '30' }] : []),
  ]
  const payload = {
    occurrenceCause: random.pick(occurrences),
    escapeCause: random.pick(escapes),
    systemCause: random.pick(systems),
    qualityLayer: random.pick(layers),
    chainStage: random.pick(chain),
    ourFault: random.chance(0.75),
    shares,
  }
  await branch.send('conclude', payload, cast.is('analyst'))
  branch.fork('8D', improve)
}

/** The department is asked for more; the answer comes a day later. */
async function sendBackAnswer(branch: Branch, { id }: SentTask): Promise<void> {
  const { claim } = branch
  const { state, departmentId } = await branch.read('answered task', async (trx) =>
    trx
      .selectFrom('task')
      .where('id', '=', id)
      .select(['state', 'department_id as departmentId'])
      .executeTakeFirstOrThrow(),
  )
  if (claim.states[0] !== 'concluding' || state !== 'answered') return
  await branch.send('returnAnswer', { taskId: id, comment: 'Which shift was it?' }, claim.world.cast.is('analyst'))
  await branch.wait(day * 0.6)
  await answer(branch, id, claim.world.cast.ofDepartment(departmentId))
}

async function hasOpenTasks(branch: Branch): Promise<boolean> {
  const { open } = await branch.read('open tasks', async (trx, caseId) => ({
    open: await hasOpenTask({ trx }, caseId, 'investigation'),
  }))
  return open
}

/** What happened to the pieces of the same heats; once it is recorded, nothing is left to do. */
async function contain(branch: Branch): Promise<void> {
  const { claim, random } = branch
  const { plan, world } = claim
  const named = plan.unidentified ? plan.pieces.slice(1) : plan.pieces
  const heats = new Set(named.map(({ heatId }) => heatId))
  const own = new Set(named.map(({ id }) => id))
  const ofHeats = world.accounts.flatMap((account) => account.pieces.filter(({ heatId }) => heats.has(heatId)))
  const sisters = ofHeats.filter(({ id }) => !own.has(id))
  if (claim.context?.containment !== 'open' || !['collecting', 'concluding'].includes(claim.states[0] ?? '')) return
  const outcome = random.pick<ContainmentOutcome>(['held', 'sorted', 'released', 'released'])
  const pieces = sisters.map(({ id }) => ({ pieceId: id, outcome }))
  const payload = pieces.length > 0 ? { pieces } : { none: 'No other piece of the heat was made' }
  await branch.send('recordContainment', payload, claim.world.cast.is('analyst'))
}

async function promise(branch: Branch): Promise<void> {
  const { claim, random } = branch
  const dueAt = claim.world.line.dayAfter(branch.minute(), random.whole(2, 8)).toISOString()
  const order = { caseId: caseIdOf(claim), text: random.pick(promises), dueAt }
  const viewer = owner(branch)
  const { promiseId } = await branch.step('promise', async (engine, work) => {
    await recordPromise(engine, work, viewer, order)
    const own = work.trx.selectFrom('promise').where('case_id', '=', order.caseId).select('id as promiseId')
    return own.orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
  })
  claim.promises.push(promiseId)
}
