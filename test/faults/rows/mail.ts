// A mail server that is slow, refuses for now, refuses for good, or is gone after it took the data.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { Engine } from '../../../server/core/engine.ts'
import { type Courier, deliverMail, type MailKind } from '../../../server/core/mail-delivery.ts'
import { messageIdOf, queueMail } from '../../../server/core/mail-message.ts'
import { smtpTransport } from '../../../server/core/mail-transport.ts'
import { engineOn } from '../../../server/open-engine.ts'
import { cloneTemplate } from '../../template.ts'
import { all, atMost, type FaultPlace, type FaultRow, type Figure, none, told } from '../fault-row.ts'

export const mail: FaultRow = {
  name: 'mail',
  fault: 'mail server slow, refusing by 4xx and 5xx, gone after the data',
  size: { unit: 'rounds', short: 3, long: 50 },
  run,
}

type Mood = 'takes' | 'slow' | 'later' | 'never' | 'goneAfterData'
const slowMs = 400

async function run(place: FaultPlace, rounds: number): Promise<Figure[]> {
  const database = await cloneTemplate(place.server)
  const { engine, close } = await engineOn(database.connections.app, 5, () => undefined)
  const server = await mailServer()
  const transport = smtpTransport({ url: server.url, from: 'works@example.test', silenceMs: 2_000 })
  const courier: Courier = {
    transport,
    kinds: { letter: words, invitation: words, reminder: words, notice: words },
    mostTries: 4,
  }
  try {
    return [
      ...(await whileSlow(engine, courier, server, rounds)),
      ...(await whileRefusing(engine, courier, server, rounds)),
      ...(await whileDying(engine, courier, server, rounds)),
    ]
  } finally {
    transport.close()
    await server.close()
    await close()
    await database.drop()
  }
}

const content = { name: 'Anna', subject: 'Your claim', text: 'We have it.', html: '<p>We have it.</p>', language: 'en' }
const words: MailKind = { render: async () => content }

async function whileSlow(engine: Engine, courier: Courier, server: MailServer, rounds: number): Promise<Figure[]> {
  server.mood = 'slow'
  const [waits, ids] = [[0], [] as string[]]
  const sending: Promise<void>[] = []
  for (let round = 0; round < rounds * 2; round++) {
    const begun = performance.now()
    const id = await queue(engine)
    waits.push(performance.now() - begun)
    ids.push(id)
    sending.push(deliverMail(engine, courier, id))
  }
  await Promise.all(sending)
  return [
    told('messages over a slow server', ids.length),
    all('of them delivered', await inState(engine, ids, 'sent'), ids.length),
    atMost('longest wait of who queued one', Math.max(...waits), slowMs / 2, 'ms'),
  ]
}

async function whileRefusing(engine: Engine, courier: Courier, server: MailServer, rounds: number): Promise<Figure[]> {
  const later: string[] = []
  const never: string[] = []
  for (let round = 0; round < rounds; round++) {
    later.push(await queue(engine))
    never.push(await queue(engine))
  }
  server.mood = 'later'
  for (const id of later) await deliverMail(engine, courier, id)
  const kept = await inState(engine, later, 'queued')
  server.mood = 'never'
  for (const id of never) await deliverMail(engine, courier, id)
  server.mood = 'takes'
  for (const id of [...later, ...never]) await deliverMail(engine, courier, id)
  return [
    all('refused for now: kept, and delivered later', Math.min(kept, await inState(engine, later, 'sent')), rounds),
    all('refused for good: shown as given up, with the reason', await withReason(engine, never), rounds),
    none(
      'given up ones that were sent all the same',
      never.filter((id) => server.received(id) > 0),
    ),
  ]
}

async function whileDying(engine: Engine, courier: Courier, server: MailServer, rounds: number): Promise<Figure[]> {
  const ids: string[] = []
  for (let round = 0; round < rounds; round++) {
    const id = await queue(engine)
    ids.push(id)
    server.mood = 'goneAfterData'
    await deliverMail(engine, courier, id)
    server.mood = 'takes'
    await deliverMail(engine, courier, id)
    await deliverMail(engine, courier, id)
  }
  const counts = ids.map((id) => server.received(id))
  return [
    told('servers gone after the data', rounds),
    none(
      'messages lost',
      ids.filter((_, index) => counts[index] === 0),
    ),
    none(
      'messages that came more than once besides, under another Message-ID or a third time',
      ids.filter((_, index) => (counts[index] ?? 0) > 2),
    ),
  ]
}

async function queue(engine: Engine): Promise<string> {
  const order = { purpose: 'letter', channel: 'email', receiver: 'anna@example.test', at: new Date() } as const
  return engine.db.transaction().execute(async (trx) => (await queueMail(trx, engine, order)) ?? '')
}

async function inState({ db }: Engine, ids: readonly string[], state: 'queued' | 'sent'): Promise<number> {
  const rows = await db
    .selectFrom('mail_message')
    .where('id', 'in', ids)
    .where('state', '=', state)
    .select('id')
    .execute()
  return rows.length
}

async function withReason({ db }: Engine, ids: readonly string[]): Promise<number> {
  const dead = db.selectFrom('mail_message').where('id', 'in', ids).where('state', '=', 'dead')
  return (await dead.where('last_error', 'is not', null).select('id').execute()).length
}

interface MailServer {
  url: string
  mood: Mood
  /** How often the message came, whole, under its own Message-ID. */
  received(id: string): number
  close(): Promise<void>
}

async function mailServer(): Promise<MailServer> {
  const came: string[] = []
  const refusal = { later: 451, never: 550 } as const
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      const { mood } = made
      if (mood === 'later' || mood === 'never') done(Object.assign(new Error('No'), { responseCode: refusal[mood] }))
      else setTimeout(() => done(), mood === 'slow' ? slowMs : 0)
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        came.push(Buffer.concat(parts).toString('utf8'))
        if (made.mood !== 'goneAfterData') return done()
        for (const connection of server.connections) if (connection.session === session) connection.close()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const made: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    mood: 'takes',
    received: (id) => came.filter((text) => text.includes(`Message-ID: ${messageIdOf(id)}`)).length,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return made
}
