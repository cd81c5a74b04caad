// Sends the two events once through the engine and keeps the statements of their transactions.
import pg from 'pg'
import type { JsonObject } from '../../schema/json.ts'
import { sendClaimEvent } from '../../server/claims/commands.ts'
import type { Engine } from '../../server/core/engine.ts'
import { transact } from '../../server/core/transaction.ts'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { engineOn } from '../../server/open-engine.ts'
import { loadCast } from '../../server/tools/demo/cast.ts'
import { asked, stopped } from '../operations/event.ts'
import type { BenchDatabase } from '../world/open-world.ts'
import { COUNTED_FROM, rowsOf, type Sent, type Tape, tapeOf } from './tape.ts'

/** The tapes of the step forth and of the step back. */
export async function recordTapes(database: BenchDatabase, caseId: string): Promise<Tape[]> {
  await markCounters(database, caseId)
  const { engine, close } = await engineOn(database.app, 4, () => undefined)
  try {
    const lead = (await loadCast(engine.db)).is('lead')
    const orders = [
      { event: 'requestInformation', payload: asked },
      { event: 'stopWaiting', payload: stopped },
    ] as const
    const tapes: Tape[] = []
    // The first time round fills what the engine keeps, such as the calendar.
    for (const [at, { event, payload }] of [...orders, ...orders].entries()) {
      const sent = await listening(() => send(engine, lead, caseId, COUNTED_FROM + at, event, payload))
      tapes.push(tapeOf(sent, caseId, [lead.id]))
    }
    return tapes.slice(orders.length)
  } finally {
    await close()
  }
}

async function send(
  engine: Engine,
  viewer: PersonViewer,
  caseId: string,
  revision: number,
  event: 'requestInformation' | 'stopWaiting',
  payload: JsonObject,
): Promise<void> {
  const key = crypto.randomUUID()
  await transact(engine, { viewer, name: event, key, body: { ...payload, id: caseId, revision } }, async (work) => {
    const moved = await sendClaimEvent(engine, work, {
      caseId,
      revision,
      event,
      payload: payload as never,
      viewer,
      at: null,
    })
    return { revision: moved.revision }
  })
}

/** What the first transaction within `work` sends, from its beginning to its end. */
async function listening(work: () => Promise<void>): Promise<Sent[]> {
  const { query } = pg.Client.prototype
  const sent: Sent[] = []
  let heard: pg.Client | null = null
  pg.Client.prototype.query = async function (this: pg.Client, ...args: unknown[]) {
    const [first, values] = args as [string | { text: string; values: unknown[] }, unknown[] | undefined]
    const entry =
      typeof first === 'string' ? { text: first, values: values ?? [] } : { text: first.text, values: first.values }
    const result = (await Reflect.apply(query, this, args)) as pg.QueryResult<Record<string, unknown>>
    if (entry.text.startsWith('begin')) heard ??= this
    if (heard === this) sent.push({ ...entry, rows: rowsOf(result) })
    return result
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  const whole = sent.slice(0, sent.findIndex(({ text }) => text === 'commit') + 1)
  if (whole.length === 0) throw new Error('No transaction was heard: the driver has nothing to repeat')
  return whole
}

/** Revisions and generations of this case get numbers that nothing else has. */
async function markCounters({ superuser }: BenchDatabase, caseId: string): Promise<void> {
  const client = new pg.Client(superuser)
  await client.connect()
  try {
    await client.query('update service_case set revision = $2 where id = $1', [caseId, COUNTED_FROM])
    await client.query(
      `insert into deadline (case_id, clock, generation, policy_id, calendar_id, amount, unit, started_at, stopped_at)
       select $1, 'customerInformation', $2, policy_id, calendar_id, 1, 'workingDays', now(), now() from deadline where case_id = $1 limit 1`,
      [caseId, COUNTED_FROM + 100],
    )
  } finally {
    await client.end()
  }
}
