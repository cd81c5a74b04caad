// Who has a follow-up is told a day before its end and when it is over: behind the bell once each, and by mail where he chose so.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { followUpMail } from '../../server/satisfaction/follow-up-mail.ts'
import { tellOfFollowUps } from '../../server/satisfaction/follow-up-notices.ts'
import { sendCommand } from '../command-answer.ts'
import { givenPerson } from '../given.ts'
import { ask, globalId } from '../graph.ts'
import { givenAsked, type SurveyWorld, surveyWorld } from './survey-world.ts'

let world: SurveyWorld
let manager: PersonViewer

// Monday, 2 November 2026, 10:00 in Almaty; two working days end on Wednesday at the same hour, 05:00 UTC.
beforeAll(async () => {
  world = await surveyWorld(new Date('2026-11-02T05:00:00Z'))
  const db = world.database.owner
  manager = await givenPerson(db, { name: 'Farid Manager', role: 'keyCustomerManager' })
  const asked = await givenAsked(db, world.regions, { name: 'Unhappy', region: 'eastAsia' })
  await db.updateTable('account').set({ manager_id: manager.id }).where('id', '=', asked.accountId).execute()
  manager = { ...manager, managedAccountIds: [asked.accountId] }
  const wave = await world.opened(await world.published('promoters'))
  const answers = [{ item: 'recommendation', number: '3' }]
  await world.run('enterResponse', { waveId: wave.id, contactId: asked.contact, language: 'en', answers })
})
afterAll(() => world?.close())

async function told(viewer: PersonViewer) {
  const source = '{ me { notifications(first: 20) { nodes { kind text followUpId } } } }'
  const { me } = await ask<{
    me: { notifications: { nodes: { kind: string; text: string; followUpId: string | null }[] } }
  }>(world.engine, viewer, source)
  return me.notifications.nodes.filter(({ kind }) => kind === 'followUp')
}

const mails = () =>
  world.database.app
    .selectFrom('mail_message')
    .where('purpose', '=', 'notice')
    .orderBy('queued_at')
    .orderBy('id')
    .selectAll()
    .execute()

const choose = (viewer: PersonViewer) =>
  ask(
    world.engine,
    viewer,
    'mutation { chooseNotification(input: { kind: followUp, channel: mail, wanted: true }) { __typename } }',
  )

async function at(time: string): Promise<void> {
  world.setTime(new Date(time))
  await tellOfFollowUps(world.engine)
  await tellOfFollowUps(world.engine)
}

it('tells nobody early, the owner a day before and when it is over, each once', async () => {
  await at('2026-11-03T04:59:00Z')
  expect(await told(manager)).toEqual([])
  await at('2026-11-03T05:00:00Z')
  expect(await told(manager)).toMatchObject([{ text: 'To be called soon: Unhappy Works, 4 Nov, 05:00' }])
  expect(await told(world.lead)).toEqual([])
  expect(await mails()).toEqual([])
  await choose(manager)
  await at('2026-11-04T05:00:00Z')
  expect((await told(manager)).map(({ text }) => text)).toEqual([
    'Should have been called: Unhappy Works, 4 Nov, 05:00',
    'To be called soon: Unhappy Works, 4 Nov, 05:00',
  ])
  const [mail] = await mails()
  expect(mail).toMatchObject({ person_id: manager.id, channel: 'email', state: 'queued' })
  const kind = followUpMail({ publicUrl: 'https://service.example.test' })
  expect(mail && (await kind.render(world.engine, mail))).toMatchObject({
    subject: 'Should have been called: Unhappy Works, 4 Nov, 05:00',
    text: expect.stringContaining('https://service.example.test/satisfaction/acting?part=followUps'),
  })
})

it('tells who got it from another, and nobody of what was called; its mail is not sent then', async () => {
  const [notice] = await told(manager)
  const order = (name: string, input: Record<string, unknown>) =>
    sendCommand(world.engine, world.lead, { name, input, success: 'FollowUp', more: 'revision' })
  const given = { id: notice?.followUpId, revision: 1, ownerId: globalId('Person', world.engineer.id) }
  expect(await order('assignFollowUp', given)).toMatchObject({ revision: 2 })
  await at('2026-11-04T06:00:00Z')
  expect(await told(world.engineer)).toMatchObject([{ text: 'Should have been called: Unhappy Works, 4 Nov, 05:00' }])
  await order('recordFollowUpCall', { id: notice?.followUpId, revision: 2, said: 'Rust' })
  await at('2026-11-06T06:00:00Z')
  expect(await told(world.engineer)).toHaveLength(1)
  const [mail] = await mails()
  const kind = followUpMail({ publicUrl: 'https://service.example.test' })
  expect(mail && (await kind.render(world.engine, mail))).toBeNull()
})
