// Comments that name people, what people are told of it, what they chose to be told, and what stays hidden from whom.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { forgetNotifications } from '../../server/cases/notifications.ts'
import type { ContactViewer, PersonViewer } from '../../server/core/viewer.ts'
import { ask, globalId } from '../graph.ts'
import { claimIn, type DrivenClaim, newClaim } from '../stories/driven-claim.ts'
import { sentTask } from '../stories/driven-task.ts'
import { contactOf, openWorld, type Who, type World } from '../stories/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const person = (who: Who) => globalId('Person', world.people[who].id)
const naming = (who: Who) => `@[${person(who)}]`

interface Answer {
  __typename: string
  fields?: { field: string; code: string }[]
}

async function write(viewer: PersonViewer, mutation: string, input: object): Promise<Answer> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const { answer } = await ask<{ answer: Answer }>(
    world.engine,
    viewer,
    `mutation($input: ${type}!) { answer: ${mutation}(input: $input) { __typename ... on Invalid { fields { field code } } } }`,
    { input },
  )
  return answer
}

const comment = (claim: DrivenClaim, who: Who, body: string) =>
  write(world.people[who], 'addComment', { id: globalId('Claim', claim.key), body })

interface Told {
  unreadNotifications: number
  notifications: {
    nodes: {
      id: string
      kind: string
      text: string
      excerpt: string | null
      readAt: string | null
      case: object | null
    }[]
  } | null
}

async function told(viewer: PersonViewer | ContactViewer): Promise<Told> {
  const { me } = await ask<{ me: Told }>(
    world.engine,
    viewer,
    '{ me { unreadNotifications notifications(first: 50) { nodes { id kind text excerpt readAt case { number } } } } }',
  )
  return me
}

const kindsOf = async (who: Who) => ((await told(world.people[who])).notifications?.nodes ?? []).map(({ kind }) => kind)

interface CommentRow {
  id: string
  body: string
  parts: { text: string; personId: string | null }[]
  editedAt: string | null
  deletedAt: string | null
}

async function comments(claim: DrivenClaim, viewer: PersonViewer = world.people.lead): Promise<CommentRow[]> {
  const data = await ask<{ claim: { comments: { nodes: CommentRow[] } } }>(
    world.engine,
    viewer,
    'query($id: ID!) { claim: node(id: $id) { ... on Claim { comments(first: 20) { nodes { id body parts { text personId } editedAt deletedAt } } } } }',
    { id: globalId('Claim', claim.key) },
  )
  return data.claim.comments.nodes
}

it('names a person by a reference that follows the name, and tells him once', async () => {
  const claim = await newClaim(world)
  const { number } = await claim.row()
  expect(await comment(claim, 'engineer', `${naming('analyst2')} can you look, ${naming('analyst2')}?`)).toEqual({
    __typename: 'CaseWritten',
  })
  const me = await told(world.people.analyst2)
  expect(me.unreadNotifications).toBe(1)
  expect(me.notifications?.nodes).toMatchObject([
    {
      kind: 'mention',
      text: 'Front Engineer mentioned you',
      excerpt: '@Second Analyst can you look, @Second Analyst?',
      readAt: null,
      case: { number },
    },
  ])
  await world.db.updateTable('person').set({ name: 'Newly Wed' }).where('id', '=', world.people.analyst2.id).execute()
  const [row] = await comments(claim)
  expect(row?.parts).toEqual([
    { text: '@Newly Wed', personId: person('analyst2') },
    { text: ' can you look, ', personId: null },
    { text: '@Newly Wed', personId: person('analyst2') },
    { text: '?', personId: null },
  ])
  expect(row?.body).toBe('@Newly Wed can you look, @Newly Wed?')
})

it('knows nobody who may not see the case, in the comment and in the list to pick from', async () => {
  const claim = await newClaim(world)
  const unknown = { __typename: 'Invalid', fields: [{ field: 'body', code: 'unknownPerson' }] }
  expect(await comment(claim, 'engineer', `${naming('roller')} look`)).toEqual(unknown)
  expect(await comment(claim, 'engineer', `@[${globalId('Person', claim.key)}] look`)).toEqual(unknown)
  expect(await comments(claim)).toEqual([])
  expect(await kindsOf('roller')).toEqual([])
  const picked = async (viewer: PersonViewer | ContactViewer) => {
    const data = await ask<{ claim: { mentionable: { name: string }[] } | null }>(
      world.engine,
      viewer,
      'query($id: ID!) { claim: node(id: $id) { ... on Claim { mentionable(text: "RESPONDER", first: 10) { name } } } }',
      { id: globalId('Claim', claim.key) },
    )
    return data.claim?.mentionable.map(({ name }) => name)
  }
  expect(await picked(world.people.engineer)).toEqual([])
  const collecting = await claimIn(world, 'collecting')
  await sentTask(collecting)
  const data = await ask<{ claim: { mentionable: { name: string }[] } }>(
    world.engine,
    world.people.engineer,
    'query($id: ID!) { claim: node(id: $id) { ... on Claim { mentionable(text: "responder", first: 10) { name } } } }',
    { id: globalId('Claim', collecting.key) },
  )
  expect(data.claim.mentionable).toEqual([{ name: 'Mill Responder' }])
  expect(await comment(collecting, 'engineer', `${naming('roller')} look`)).toEqual({ __typename: 'CaseWritten' })
  expect(await picked(contactOf(claim.customer, claim.key))).toEqual([])
})

it('puts a comment back that was just taken back, and tells of it again', async () => {
  const claim = await newClaim(world)
  await comment(claim, 'engineer', `Look at coil 1, ${naming('lead2')}`)
  const id = (await comments(claim))[0]?.id ?? ''
  await write(world.people.engineer, 'deleteComment', { id })
  expect(await write(world.people.lead, 'restoreComment', { id })).toEqual({ __typename: 'NotAllowed' })
  expect(await kindsOf('lead2')).toEqual([])
  expect(await write(world.people.engineer, 'restoreComment', { id })).toEqual({ __typename: 'CaseWritten' })
  expect(await comments(claim)).toMatchObject([{ id, body: 'Look at coil 1, @Second Lead', deletedAt: null }])
  expect(await kindsOf('lead2')).toEqual(['mention'])
  expect(await write(world.people.engineer, 'restoreComment', { id })).toEqual({ __typename: 'CaseWritten' })
  expect(await kindsOf('lead2')).toEqual(['mention'])
  await write(world.people.engineer, 'deleteComment', { id })
  world.setTime(new Date(world.time.getTime() + 15 * 60_000 + 1))
  expect(await write(world.people.engineer, 'restoreComment', { id })).toEqual({ __typename: 'NotFound' })
})

it('lets the author change fresh words and take them back, and nobody else', async () => {
  const claim = await newClaim(world)
  await comment(claim, 'engineer', 'Look at coil 1')
  const id = (await comments(claim))[0]?.id ?? ''
  const body = `Look at coil 2, ${naming('lead2')}`
  expect(await write(world.people.lead, 'editComment', { id, body })).toEqual({ __typename: 'NotAllowed' })
  world.setTime(new Date(world.time.getTime() + 15 * 60_000))
  expect(await write(world.people.engineer, 'editComment', { id, body })).toEqual({ __typename: 'CaseWritten' })
  expect(await comments(claim)).toMatchObject([{ body: 'Look at coil 2, @Second Lead', deletedAt: null }])
  expect(await kindsOf('lead2')).toEqual(['mention'])
  world.setTime(new Date(world.time.getTime() + 1))
  const late = { __typename: 'Invalid', fields: [{ field: 'body', code: 'commentTooOld' }] }
  expect(await write(world.people.engineer, 'editComment', { id, body: 'Later' })).toEqual(late)
  expect(await write(world.people.engineer, 'deleteComment', { id })).toEqual({ __typename: 'CaseWritten' })
  expect(await comments(claim)).toMatchObject([{ id, body: '', parts: [] }])
  expect(await kindsOf('lead2')).toEqual([])
  expect(await write(world.people.engineer, 'deleteComment', { id })).toEqual({ __typename: 'NotFound' })
  const history = await ask<{ claim: { history: { nodes: { kind: string; text: string | null }[] } } }>(
    world.engine,
    world.people.lead,
    'query($id: ID!) { claim: node(id: $id) { ... on Claim { history(first: 20) { nodes { kind text } } } } }',
    { id: globalId('Claim', claim.key) },
  )
  const lines = history.claim.history.nodes.filter(({ kind }) => kind === 'comment')
  expect(lines).toEqual([1, 2, 3].map(() => ({ kind: 'comment', text: null })))
})

it('tells who watches of each change of state, once, until he stops', async () => {
  const claim = await newClaim(world)
  const watch = (watching: boolean) =>
    write(world.people.director, 'setWatching', { id: globalId('Claim', claim.key), watching })
  await watch(true)
  await claim.do('acknowledge')
  expect((await told(world.people.director)).notifications?.nodes).toMatchObject([
    { kind: 'watched', text: 'Front Engineer: Acknowledge' },
  ])
  await claim.do('changeSeverity')
  await watch(false)
  await claim.do('acceptForInvestigation')
  expect(await kindsOf('director')).toEqual(['watched'])
})

it('reveals nothing of a case that a person may no longer see', async () => {
  const claim = await claimIn(world, 'collecting')
  await sentTask(claim)
  await comment(claim, 'engineer', `${naming('roller2')} look`)
  const before = await told(world.people.roller2)
  const mention = before.notifications?.nodes.find(({ kind }) => kind === 'mention')
  expect(mention).toBeDefined()
  const moved: PersonViewer = { ...world.people.roller2, grants: world.people.coater.grants }
  expect(await told(moved)).toEqual({ unreadNotifications: 0, notifications: { nodes: [] } })
  const { node } = await ask<{ node: object | null }>(world.engine, moved, 'query($id: ID!) { node(id: $id) { id } }', {
    id: mention?.id,
  })
  expect(node).toBeNull()
  const other = await ask<{ node: object | null }>(
    world.engine,
    world.people.lead,
    'query($id: ID!) { node(id: $id) { id } }',
    { id: mention?.id },
  )
  expect(other.node).toBeNull()
  expect(await told(contactOf(claim.customer, claim.key))).toEqual({ unreadNotifications: 0, notifications: null })
})

it('marks as read what one looked at, and leaves what came later and what is not his', async () => {
  const claim = await newClaim(world)
  await comment(claim, 'engineer', `${naming('quality')} one`)
  const seen = world.time
  world.setTime(new Date(seen.getTime() + 60_000))
  await comment(claim, 'engineer', `${naming('quality')} two`)
  const ids = ((await told(world.people.quality)).notifications?.nodes ?? []).map(({ id }) => id)
  expect(await write(world.people.lead, 'readNotifications', { ids })).toEqual({ __typename: 'NotificationsWritten' })
  expect(await told(world.people.quality)).toMatchObject({ unreadNotifications: 2 })
  await write(world.people.quality, 'readAllNotifications', { until: seen.toISOString() })
  expect((await told(world.people.quality)).notifications?.nodes.map(({ readAt }) => readAt === null)).toEqual([
    true,
    false,
  ])
  await write(world.people.quality, 'readNotifications', { ids })
  expect(await told(world.people.quality)).toMatchObject({ unreadNotifications: 0 })
})

it('keeps what each wants to hear; who approves always hears of proposals and of clocks that ran out', async () => {
  const claim = await newClaim(world)
  const off = (kind: string) => ({ kind, channel: 'inApp', wanted: false })
  await write(world.people.analyst, 'chooseNotification', off('mention'))
  await comment(claim, 'engineer', `${naming('analyst')} and ${naming('treasurer')}`)
  expect(await kindsOf('analyst')).not.toContain('mention')
  expect(await kindsOf('treasurer')).toEqual(['mention'])
  const obligatory = { __typename: 'Invalid', fields: [{ field: 'wanted', code: 'obligatoryNotification' }] }
  for (const kind of ['approval', 'clockPassed']) {
    expect(await write(world.people.lead, 'chooseNotification', off(kind))).toEqual(obligatory)
    expect(await write(world.people.analyst, 'chooseNotification', off(kind))).toMatchObject({
      __typename: 'NotificationsWritten',
    })
  }
  const chosen = await ask<{
    me: { notificationChoices: { kind: string; channel: string; wanted: boolean; obligatory: boolean }[] }
  }>(world.engine, world.people.analyst, '{ me { notificationChoices { kind channel wanted obligatory } } }')
  expect(
    chosen.me.notificationChoices.filter(({ wanted }) => wanted).map(({ kind, channel }) => `${kind} ${channel}`),
  ).toEqual([
    'mention mail',
    'comment inApp',
    'step inApp',
    'watched inApp',
    'task inApp',
    'approval mail',
    'clockWarned inApp',
    'clockPassed mail',
    'followUp inApp',
    'exportReady inApp',
  ])
})

it('forgets what was read 90 days ago, and what nobody read for a year', async () => {
  const day = 86_400_000
  const now = world.time.getTime()
  await world.db.deleteFrom('notification').where('person_id', '=', world.people.payer.id).execute()
  const rows = [
    { days: 89, read: true },
    { days: 91, read: true },
    { days: 364, read: false },
    { days: 366, read: false },
  ]
  const case_id = (await newClaim(world)).key
  for (const { days, read } of rows) {
    const at = new Date(now - days * day)
    await world.db
      .insertInto('notification')
      .values({ person_id: world.people.payer.id, case_id, kind: 'step', at, read_at: read ? at : null })
      .execute()
  }
  await forgetNotifications(world.engine)
  const left = await world.db
    .selectFrom('notification')
    .where('person_id', '=', world.people.payer.id)
    .orderBy('at', 'desc')
    .select('at')
    .execute()
  expect(left.map(({ at }) => (now - at.getTime()) / day)).toEqual([89, 364])
})
