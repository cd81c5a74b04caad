// Trial batches of the demo world, one in each stretch of the way: asked for, being judged, made, inspected, processed, adopted.
import { sendTaskEvent } from '../../cases/task-commands.ts'
import type { Viewer } from '../../core/viewer.ts'
import type { Work } from '../../core/work.ts'
import { requestTrial, sendTrialEvent } from '../../trial-batches/commands.ts'
import type { TrialPayloads } from '../../workflows/trial-payloads.ts'
import { daysAgo, tellCase } from './case-story.ts'
import { type TrialMaterial, trialMaterial } from './trial-material.ts'
import { measurementsOf, requirements } from './trial-requirements.ts'
import { type TrialStory, type TrialUntil, trialStories, trialWay } from './trial-stories.ts'
import type { DemoAccount, World } from './world.ts'

export async function tellTrials(world: World): Promise<void> {
  const accounts = world.accounts
    .filter(({ pieces }) => pieces.length > 0)
    .toSorted((a, b) => Number(b.key) - Number(a.key))
  for (const [index, story] of trialStories.entries()) {
    const account = accounts[story.account]
    if (account) await tellCase(world, `demo trial ${index}`, (work) => tell({ world, work, account, story }))
  }
}

interface Scene {
  world: World
  work: Work
  account: DemoAccount
  story: TrialStory
}

async function tell(scene: Scene): Promise<string> {
  const { world, work, account, story } = scene
  const { cast, departments } = world
  const [engineer, lead] = [cast.is('engineer'), cast.is('lead')]
  const material = await trialMaterial(scene)
  const at = (days: number, hour = 5) => world.engineAt(daysAgo(world, story.asked - days, hour))
  const wish = {
    accountId: account.id,
    productId: material.productId,
    aim: story.aim,
    reason: story.because,
    reasonText: story.reasonText,
  }
  const { subject } = await requestTrial(at(0), work, engineer, wish)
  const { caseId } = subject
  const send = <E extends Parameters<typeof sendTrialEvent>[2]['event']>(
    days: number,
    viewer: Viewer,
    event: E,
    payload: TrialPayloads[E],
    hour = 6,
  ) => sendTrialEvent(at(days, hour), work, { caseId, revision: null, event, payload, viewer, at: null })
  const of = (code: string) => cast.ofDepartment(departments.get(code) ?? '')
  const reached = (state: TrialUntil) => trialWay.indexOf(state) <= trialWay.indexOf(story.until)
  if (!reached('requirements')) return caseId
  await send(1, engineer, 'agreeRequirements', {})
  if (!reached('feasibility')) return caseId
  const dueAt = daysAgo(world, story.asked - 8).toISOString()
  const tasks = ['orderManagement', 'rollingMill', 'laboratory'].map((code) => ({
    departmentId: departments.get(code) ?? '',
    question: 'Can it be made as the customer asks?',
    dueAt,
  }))
  await send(4, engineer, 'submit', { requirements, tasks })
  if (!reached('production')) return caseId
  await answerTasks(scene, caseId, engineer)
  await send(7, cast.is('analyst'), 'confirmFeasible', { cost: '8000.00', currency: 'USD' })
  const slotAt = daysAgo(world, story.asked - 16).toISOString()
  await send(8, of('orderManagement'), 'reschedule', { slotAt, tonnage: '20.000', plannedHeats: 1 })
  await send(16, of('orderManagement'), 'start', {})
  if (!reached('nonConforming')) return caseId
  const { heatId, otherHeatId, pieceIds, certificateId } = material
  const cardChanges = [{ parameter: 'Tension', before: '42 kN', after: '38 kN', reason: 'Flatter edges' }]
  await send(18, of('rollingMill'), 'produced', {
    heats: [
      { heatId, variant: 'Tension 38 kN' },
      ...(otherHeatId ? [{ heatId: otherHeatId, variant: 'Tension 42 kN' }] : []),
    ],
    pieceIds,
    cardChanges,
  })
  const laboratory = of('laboratory')
  const heatIds = otherHeatId ? [heatId, otherHeatId] : [heatId]
  const measured = (flatness: string) => measurementsOf(work, caseId, { flatness, heatIds })
  if (story.until === 'nonConforming') {
    await send(20, laboratory, 'fail', { certificateId, measurements: await measured('11') })
    return caseId
  }
  await send(20, laboratory, 'pass', { certificateId, measurements: await measured('6') })
  if (!reached('evaluation')) return caseId
  await deliver(scene, material, send)
  const verdict = { signatory: account.contacts[0]?.name ?? 'Mx Sample', signedOn: day(world, story.asked - 50) }
  if (story.until === 'adopted') await send(50, lead, 'approveForSupply', { verdict: 'Suits the line', ...verdict })
  if (story.until === 'rejected') await send(50, lead, 'reject', { verdict: 'Corners are still too round', ...verdict })
  return caseId
}

type Send = <E extends Parameters<typeof sendTrialEvent>[2]['event']>(
  days: number,
  viewer: Viewer,
  event: E,
  payload: TrialPayloads[E],
) => Promise<unknown>

/** By rail to the customer, processed there in the presence of an engineer, beside a rival coil. */
async function deliver({ world, story }: Scene, material: TrialMaterial, send: Send): Promise<void> {
  const { competitorId, heatId, otherHeatId } = material
  const engineer = world.cast.is('engineer')
  const iso = (days: number) => daysAgo(world, story.asked - days).toISOString()
  await send(34, engineer, 'received', {
    receivedAt: iso(34),
    stages: [
      { stage: 'loading', at: iso(24) },
      { stage: 'rail', at: iso(25) },
    ],
  })
  await send(40, engineer, 'startProcessing', { startedAt: iso(40), place: 'Forming line 2', attended: true })
  const [good, otherGood, rating] = story.until === 'rejected' ? ['10.400', '6.800', 2] : ['11.300', '7.300', 4]
  await send(41, engineer, 'recordProcessing', {
    lines: [
      { heatId, inputMass: '12.000', goodMass: String(good), stops: 0, pieces: 3, rating: Number(rating) },
      {
        ...(otherHeatId && { heatId: otherHeatId }),
        ...{ inputMass: '8.000', goodMass: String(otherGood), stops: 2, pieces: 2, rating: Number(rating) - 1 },
      },
    ],
    competitors: [
      { productId: competitorId, measure: 'yield', theirs: '95.5' },
      {
        productId: competitorId,
        indicator: 'Surface rejects',
        unit: '%',
        direction: 'lower',
        ours: '1.2',
        theirs: '1.6',
      },
    ],
  })
}

/** Departments answer, and who asked looks at each answer: no clock is left to pass. */
async function answerTasks({ world, work, story }: Scene, caseId: string, asker: Viewer): Promise<void> {
  const tasks = await work.trx
    .selectFrom('task')
    .where('case_id', '=', caseId)
    .orderBy('id')
    .select(['id', 'department_id'])
    .execute()
  for (const { id, department_id } of tasks) {
    const viewer = world.cast.ofDepartment(department_id)
    const order = { taskId: id, revision: null, viewer, at: null }
    const at = (hour: number) => world.engineAt(daysAgo(world, story.asked - 5, hour))
    await sendTaskEvent(at(5), work, { ...order, event: 'accept', payload: {} })
    await sendTaskEvent(at(7), work, { ...order, event: 'answer', payload: { text: 'It can be made' } as never })
    await sendTaskEvent(at(8), work, { ...order, viewer: asker, event: 'verify', payload: { rating: 4 } })
  }
}

function day(world: World, ago: number): string {
  return daysAgo(world, ago).toISOString().slice(0, 10)
}
