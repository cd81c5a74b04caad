// Messages against a real SMTP server on loopback: slow, refusing for now, refusing for good, gone after the data.
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { letterMail } from '../../server/cases/letter-mail.ts'
import { type Courier, deliverMail } from '../../server/core/mail-delivery.ts'
import { messageIdOf, queueMail } from '../../server/core/mail-message.ts'
import { folderTransport, smtpTransport } from '../../server/core/mail-transport.ts'
import { signatureOf } from '../../server/core/message-webhook.ts'
import { requeueStrayMail } from '../../server/core/stray-mail.ts'
import { followUpMail } from '../../server/satisfaction/follow-up-mail.ts'
import { tendInvitations } from '../../server/satisfaction/invitation-commands.ts'
import { invitationMail, reminderMail } from '../../server/satisfaction/invitation-mail.ts'
import { sendCommand } from '../command-answer.ts'
import { ask, globalId } from '../graph.ts'
import { givenAsked, type SurveyWorld, surveyWorld } from './survey-world.ts'

const links = { authSecret: 'x'.repeat(32), publicUrl: 'https://service.example.test' }
const kinds = {
  letter: letterMail(links),
  invitation: invitationMail(links),
  reminder: reminderMail(links),
  notice: followUpMail(links),
}

/** What the server does with the next mail. */
type Mood = 'takes' | 'later' | 'never' | 'diesAfterData'
let mood: Mood = 'takes'
const received: string[] = []
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) => {
    if (mood === 'later') done(Object.assign(new Error('Greylisted'), { responseCode: 451 }))
    else if (mood === 'never') done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }))
    else done()
  },
  onData: (stream, session, done) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      received.push(Buffer.concat(chunks).toString('utf8'))
      if (mood === 'diesAfterData') {
        for (const connection of smtp.connections) if (connection.session === session) connection.close()
      } else done()
    })
  },
})
smtp.on('error', () => undefined)

let world: SurveyWorld
let courier: Courier
let wave: { id: string; key: string; revision: number }

beforeAll(async () => {
  world = await surveyWorld(new Date('2026-11-02T05:00:00Z'))
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  const { port } = smtp.server.address() as AddressInfo
  const transport = smtpTransport({ url: `smtp://127.0.0.1:${port}`, from: 'works@example.test', silenceMs: 2_000 })
  courier = { transport, kinds, firstWaitSeconds: 60, mostTries: 3 }
  await givenAsked(world.database.owner, world.regions, { name: 'Dara', region: 'iran', language: 'fa' })
  await givenAsked(world.database.owner, world.regions, { name: 'Chen', region: 'eastAsia', language: 'zh' })
  await givenAsked(world.database.owner, world.regions, { name: 'Boris', region: 'europe', language: 'ru' })
  wave = await world.opened(await world.published('steelWorks'), { reminderDays: [3] })
})
afterAll(async () => {
  courier?.transport.close()
  await new Promise<void>((resolve) => smtp.close(() => resolve()))
  await world?.close()
})
beforeEach(() => {
  mood = 'takes'
  received.length = 0
})

const mails = () =>
  world.database.app.selectFrom('mail_message').selectAll().orderBy('queued_at').orderBy('id').execute()
const header = (mail: string, name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(mail)?.[1]?.trim()

async function queued(): Promise<string> {
  const contact = await world.database.app
    .selectFrom('survey_invitation')
    .innerJoin('contact', 'contact.id', 'contact_id')
    .select(['survey_invitation.id', 'contact.email', 'contact_id', 'survey_invitation.account_id'])
    .orderBy('contact.name')
    .executeTakeFirstOrThrow()
  await world.database.owner
    .updateTable('survey_invitation')
    .set({ state: 'queued', sent_at: null })
    .where('id', '=', contact.id)
    .execute()
  const id = await world.database.app.transaction().execute((trx) =>
    queueMail(trx, world.engine, {
      purpose: 'invitation',
      channel: 'email',
      receiver: contact.email,
      account_id: contact.account_id,
      contact_id: contact.contact_id,
      invitation_id: contact.id,
      at: new Date('2026-11-02T05:00:00Z'),
    }),
  )
  return id ?? ''
}

async function row(id: string) {
  return world.database.app.selectFrom('mail_message').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
}

describe('invitations', () => {
  it('go out once each in the language of their contact, with a link of which the hash alone is kept', async () => {
    await tendInvitations(world.engine)
    await tendInvitations(world.engine)
    const all = await mails()
    expect(all.map(({ receiver, state }) => [receiver, state]).sort()).toEqual([
      ['boris@example.test', 'queued'],
      ['chen@example.test', 'queued'],
      ['dara@example.test', 'queued'],
    ])
    await Promise.all(all.map(({ id }) => deliverMail(world.engine, courier, id)))
    await Promise.all(all.map(({ id }) => deliverMail(world.engine, courier, id)))
    expect(received.map((mail) => header(mail, 'Content-Language')).sort()).toEqual(['fa', 'ru', 'zh'])
    expect(received.map((mail) => header(mail, 'Message-ID')).sort()).toEqual(
      all.map(({ id }) => messageIdOf(id)).sort(),
    )
    expect(received.every((mail) => /^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m.test(mail))).toBe(true)
    expect(received.every((mail) => mail.includes('text/plain') && mail.includes('text/html'))).toBe(true)
    const rows = await world.database.app.selectFrom('survey_invitation').selectAll().execute()
    expect(rows.map(({ state, token_hash }) => [state, token_hash?.length])).toEqual(
      Array.from({ length: 3 }, () => ['sent', 64]),
    )
    // Three working days of the plant after Monday at ten: Thursday at ten.
    expect(rows[0]?.next_reminder_at?.toISOString().slice(0, 10)).toBe('2026-11-05')
  })

  it('are reminded of once, and no more once the contact does not want to be asked', async () => {
    world.setTime(new Date('2026-11-09T05:00:00Z'))
    const [dara, ...others] = await world.database.app.selectFrom('survey_invitation').selectAll().execute()
    const contactId = globalId('Contact', dara?.contact_id ?? '')
    await tendInvitations(world.engine)
    const input = { contactId, optedOut: true }
    await sendCommand(world.engine, world.lead, { name: 'setSurveyOptOut', input, success: 'Contact' })
    const reminders = (await mails()).filter(({ purpose }) => purpose === 'reminder')
    expect(reminders).toHaveLength(3)
    await Promise.all(reminders.map(({ id }) => deliverMail(world.engine, courier, id)))
    expect(received).toHaveLength(others.length)
    const states = (await mails()).filter(({ purpose }) => purpose === 'reminder').map(({ state }) => state)
    expect(states.sort()).toEqual(['dropped', 'sent', 'sent'])
    await tendInvitations(world.engine)
    expect((await mails()).filter(({ purpose }) => purpose === 'reminder')).toHaveLength(3)
    await sendCommand(world.engine, world.lead, {
      name: 'setSurveyOptOut',
      input: { contactId, optedOut: false },
      success: 'Contact',
    })
  })
})

describe('a server', () => {
  it('that refuses for now is tried again later under the same Message-ID, and in the end given up and shown', async () => {
    const id = await queued()
    mood = 'later'
    await deliverMail(world.engine, courier, id)
    expect(await row(id)).toMatchObject({
      state: 'queued',
      tries: 1,
      last_error: expect.stringContaining('Greylisted'),
    })
    expect((await row(id)).next_try_at?.toISOString()).toBe('2026-11-09T05:01:00.000Z')
    await deliverMail(world.engine, courier, id)
    expect((await row(id)).next_try_at?.toISOString()).toBe('2026-11-09T05:02:00.000Z')
    await deliverMail(world.engine, courier, id)
    expect(await row(id)).toMatchObject({ state: 'dead', tries: 3, next_try_at: null })
    const { mailMessages } = await ask<{ mailMessages: { nodes: { id: string }[] } }>(
      world.engine,
      world.lead,
      '{ mailMessages(first: 5, state: dead) { nodes { id state tries lastError messageId receiver } } }',
    )
    expect(mailMessages.nodes).toMatchObject([
      { state: 'dead', tries: 3, messageId: messageIdOf(id), receiver: 'boris@example.test' },
    ])
    const undelivered = await world.database.app
      .selectFrom('survey_invitation')
      .where('state', '=', 'undeliverable')
      .select('id')
      .execute()
    expect(undelivered).toHaveLength(1)
    mood = 'takes'
    const again = { name: 'resendMail', input: { id: mailMessages.nodes[0]?.id }, success: 'MailMessage' }
    await sendCommand(world.engine, world.lead, again)
    await deliverMail(world.engine, courier, id)
    expect(await row(id)).toMatchObject({ state: 'sent', tries: 1, last_error: null })
    expect(received.map((mail) => header(mail, 'Message-ID'))).toEqual([messageIdOf(id)])
    const twice = await sendCommand(world.engine, world.lead, again)
    expect(twice.fields?.map(({ code }) => code)).toEqual(['notDead'])
  })

  it('that refuses for good is not bothered again', async () => {
    const id = await queued()
    mood = 'never'
    await deliverMail(world.engine, courier, id)
    expect(await row(id)).toMatchObject({ state: 'dead', tries: 1 })
  })

  it('that dies after the data gets the mail a second time under the same Message-ID, and not a third', async () => {
    const id = await queued()
    mood = 'diesAfterData'
    await deliverMail(world.engine, courier, id)
    expect(await row(id)).toMatchObject({ state: 'queued', tries: 1 })
    mood = 'takes'
    await deliverMail(world.engine, courier, id)
    await deliverMail(world.engine, courier, id)
    expect(received.map((mail) => header(mail, 'Message-ID'))).toEqual([messageIdOf(id), messageIdOf(id)])
  })
})

it('is queued anew when its job was lost, once it is long overdue', async () => {
  const id = await queued()
  await world.database.owner.updateTable('mail_message').set({ state: 'dropped' }).where('id', '<>', id).execute()
  expect(await requeueStrayMail(world.engine)).toBe(1)
  expect(await requeueStrayMail(world.engine)).toBe(0)
  await deliverMail(world.engine, courier, id)
  expect(await row(id)).toMatchObject({ state: 'sent' })
})

it('leaves mails in a folder where no server is set', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'outbox-'))
  const id = await queued()
  await deliverMail(world.engine, { kinds, transport: folderTransport(folder, 'works@example.test') }, id)
  expect(await readdir(folder)).toEqual([`${id}.eml`])
  expect(await readFile(join(folder, `${id}.eml`), 'utf8')).toContain(`Message-ID: ${messageIdOf(id)}`)
})

it('hands messages to the gateway with a signature, and says where none is set', async () => {
  const posted: { body: string; headers: Record<string, unknown> }[] = []
  const gateway = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      posted.push({ body, headers: request.headers })
      response.end()
    })
  })
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  const { port } = gateway.address() as AddressInfo
  const webhook = { url: `http://127.0.0.1:${port}/send`, secret: 'a secret of the gateway' }
  const bySms = async () => {
    const id = await queued()
    await world.database.owner
      .updateTable('mail_message')
      .set({ channel: 'sms', receiver: '+7 700 000 00 00' })
      .where('id', '=', id)
      .execute()
    return id
  }
  const first = await bySms()
  await deliverMail(world.engine, courier, first)
  expect(await row(first)).toMatchObject({ state: 'dead', last_error: 'No gateway is set for SMS' })
  const second = await bySms()
  await deliverMail(world.engine, { ...courier, webhook }, second)
  gateway.close()
  expect(await row(second)).toMatchObject({ state: 'sent' })
  const [{ body, headers } = { body: '', headers: {} }] = posted
  expect(JSON.parse(body)).toMatchObject({ id: second, channel: 'sms', to: '+7 700 000 00 00', language: 'ru' })
  expect(headers['x-signature']).toBe(`sha256=${signatureOf(webhook.secret, String(headers['x-timestamp']), body)}`)
  expect(wave.revision).toBe(2)
})
