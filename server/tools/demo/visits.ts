// Visits of the demo world: some held and followed up, some arranged for the coming days, some still asked for, one called off.
import { sendTaskEvent } from '../../cases/task-commands.ts'
import type { Viewer } from '../../core/viewer.ts'
import type { Work } from '../../core/work.ts'
import { beginVisit, sendVisitEvent } from '../../visits/commands.ts'
import { turnFinding, writeReportBlock } from '../../visits/report-commands.ts'
import type { VisitPayloads } from '../../workflows/visit-payloads.ts'
import { daysAgo, tellCase } from './case-story.ts'
import { findings, reportOf } from './visit-report.ts'
import { type VisitStory, type VisitUntil, visitStories, visitWay } from './visit-stories.ts'
import { contactViewer, type DemoAccount, type World } from './world.ts'

export async function tellVisits(world: World): Promise<void> {
  const accounts = world.accounts.toSorted((a, b) => Number(b.key) - Number(a.key))
  for (const [index, one] of visitStories.entries()) {
    const account = accounts[one.account]
    const story = { ...one, begins: onWorkday(world, one.begins) }
    if (account) await tellCase(world, `demo visit ${index}`, (work) => tell({ world, work, account, story }))
  }
}

/** Nobody is visited at the weekend: what lies in the past is moved back, what is to come is moved on. */
function onWorkday(world: World, days: number): number {
  const weekday = daysAgo(world, days).getUTCDay()
  return weekday === 0 || weekday === 6 ? onWorkday(world, days > 0 ? days + 1 : days - 1) : days
}

interface Scene {
  world: World
  work: Work
  account: DemoAccount
  story: VisitStory
}

async function tell(scene: Scene): Promise<string> {
  const { world, work, account, story } = scene
  const { cast } = world
  const engineer = cast.is(story.engineer)
  const lead = cast.is('lead')
  const wish = {
    accountId: account.id,
    reason: story.reason,
    purpose: story.purpose,
    contactId: account.contacts[0]?.id ?? null,
    wishedFrom: dayOf(daysAgo(world, story.begins)),
    ...(story.purpose === 'importantOrder' && { orderNumber: 'PO-2026-118' }),
  }
  const begun = await beginVisit(world.engineAt(daysAgo(world, story.asked)), work, engineer, story.origin, wish)
  const { caseId } = begun.subject
  const send = <E extends Parameters<typeof sendVisitEvent>[2]['event']>(
    days: number,
    viewer: Viewer,
    event: E,
    payload: VisitPayloads[E],
    hour = 8,
  ) =>
    sendVisitEvent(world.engineAt(daysAgo(world, days, hour)), work, {
      caseId,
      revision: null,
      event,
      payload,
      viewer,
      at: null,
    })
  const reached = (state: VisitUntil) => visitWay.indexOf(state) <= visitWay.indexOf(story.until)
  const { asked, begins, hour } = story
  if (story.until === 'cancelled') {
    await send(asked - 2, engineer, 'cancel', { whose: 'customer', reason: 'Settled by telephone and photos' })
    return caseId
  }
  if (reached('triaged')) await send(asked, lead, 'triage', { purpose: story.purpose, engineerId: engineer.id })
  if (reached('proposed')) {
    const startsAt = daysAgo(world, begins, hour)
    const endsAt = new Date(startsAt.getTime() + 3 * 3_600_000)
    const place = 'At the works of the customer'
    const date = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), place, teamIds: [] }
    await send(asked - 1, engineer, 'propose', date)
  }
  if (reached('confirmed')) await send(asked - 2, contactViewer(account, caseId), 'confirm', {})
  if (reached('prepared')) await send(begins > 0 ? begins + 1 : 1, engineer, 'prepare', {})
  if (reached('reporting')) {
    await send(begins, engineer, 'begin', {}, hour)
    await send(begins, engineer, 'finish', {}, hour + 3)
    await write(scene, caseId)
  }
  if (reached('followUp')) await followUp(scene, caseId, send)
  return caseId
}

/** Half of the report where it is still being written. */
async function write({ world, work, story }: Scene, caseId: string): Promise<void> {
  const engine = world.engineAt(daysAgo(world, story.begins, story.hour + 4))
  const blocks = story.until === 'reporting' ? reportOf(story.account).slice(0, 6) : reportOf(story.account)
  for (const { block, text } of blocks) {
    await writeReportBlock(engine, work, world.cast.is(story.engineer), { caseId, block, text })
  }
}

type Send = <E extends Parameters<typeof sendVisitEvent>[2]['event']>(
  days: number,
  viewer: Viewer,
  event: E,
  payload: VisitPayloads[E],
) => Promise<unknown>

async function followUp({ world, work, story }: Scene, caseId: string, send: Send): Promise<void> {
  const engineer = world.cast.is(story.engineer)
  const { begins } = story
  await send(begins - 1, engineer, 'submitReport', {
    blocks: [],
    findings: findings.map(({ block, text }) => ({ block, text })),
  })
  const rows = await work.trx
    .selectFrom('visit_finding')
    .where('case_id', '=', caseId)
    .orderBy('number')
    .select('id')
    .execute()
  const engine = world.engineAt(daysAgo(world, begins - 2))
  for (const [index, { id }] of rows.entries()) {
    const into = findings[index]
    if (!into) continue
    await turnFinding(engine, work, engineer, {
      findingId: id,
      kind: into.kind,
      note: into.note,
      departmentId: into.kind === 'task' ? (world.departments.get('logistics') ?? null) : null,
      dueAt: into.kind === 'task' ? daysAgo(world, begins - 20).toISOString() : null,
      product: into.product ?? null,
      side: null,
      plannedFor: null,
      indicator: into.indicator ?? null,
    })
    const confirmed = story.until === 'closed' || index === 0
    if (confirmed)
      await send(begins - 6, engineer, 'confirmFinding', {
        findingId: id,
        confirmedOn: dayOf(daysAgo(world, begins - 6)),
      })
  }
  if (story.until !== 'closed') return
  await answerTasks({ world, work, story }, caseId)
  await send(begins - 7, engineer, 'close', {})
}

async function answerTasks({ world, work, story }: Omit<Scene, 'account'>, caseId: string): Promise<void> {
  const tasks = await work.trx
    .selectFrom('task')
    .where('case_id', '=', caseId)
    .orderBy('id')
    .select(['id', 'department_id'])
    .execute()
  for (const { id, department_id } of tasks) {
    const order = { taskId: id, revision: null, viewer: world.cast.ofDepartment(department_id), at: null }
    const engine = world.engineAt(daysAgo(world, story.begins - 4))
    await sendTaskEvent(engine, work, { ...order, event: 'accept', payload: {} })
    await sendTaskEvent(engine, work, {
      ...order,
      event: 'answer',
      payload: { text: 'Two more straps on rail' } as never,
    })
    const sender = world.cast.is(story.engineer)
    await sendTaskEvent(engine, work, { ...order, viewer: sender, event: 'verify', payload: { rating: 4 } as never })
  }
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}
