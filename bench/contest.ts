// The table: each operation by the product, the peer and the limit on one database, and what is measured of the product alone.
import { cpus } from 'node:os'
import pg from 'pg'
import { keyIn } from './driver/keys.ts'
import { recordTapes } from './driver/record.ts'
import { runDriver } from './driver/run-driver.ts'
import { loadOn, type Measured, measure, type Pace, type Run } from './measure.ts'
import { agree } from './operations/agree.ts'
import { drawQuestions, type Questions } from './operations/questions.ts'
import {
  detailScripts,
  eventScript,
  overviewScripts,
  queueScripts,
  type Scripts,
  searchScripts,
} from './operations/scripts.ts'
import { searchFunction } from './operations/search.ts'
import type { Options } from './options.ts'
import { DEEP_PAGE, MEMORY_MIB, TWO_PROCESSES } from './report/bars.ts'
import { type Note, type Row, ratio } from './report/tables.ts'
import { type Contestant, type ProductSettings, startLimit, startPeer, startProduct } from './servers/contestants.ts'
import { type BenchDatabase, urlOf } from './world/open-world.ts'

export interface Contested {
  rows: Row[]
  notes: Note[]
  rssMiB: number | null
  postgresql: string
}

export async function contest(
  database: BenchDatabase,
  settings: ProductSettings,
  options: Options,
  tell: (message: string) => void,
): Promise<Contested> {
  const postgresql = await prepare(database)
  const questions = await drawQuestions(database, options.clients)
  const running: Contestant[] = []
  const start = async (starting: Promise<Contestant>) => {
    const started = await starting
    running.push(started)
    return started
  }
  try {
    const product = await start(startProduct(database, settings))
    const limit = await start(startLimit(database))
    const peer = options.peer ? await start(startPeer(database)) : null
    const second = cpus().length >= 4 ? await start(startProduct(database, settings)) : null
    const reads = { detail: detailScripts(questions), queue: queueScripts(questions), search: searchScripts(questions) }
    const rows: Row[] = []
    for (const [name, scripts] of Object.entries(reads)) {
      if (!options.only.includes(name)) continue
      tell(name)
      await agree(name, scripts, product, limit, peer)
      rows.push(await readRow(name, scripts, { product, limit, peer }, options))
    }
    if (options.only.includes('overview')) {
      tell('overview')
      rows.push(await overviewRow({ product, limit }, options))
    }
    if (options.only.includes('event')) {
      tell('event')
      rows.push(await eventRow(database, product, questions, options))
    }
    tell('besides')
    const notes = [
      await deepPage(product, questions, options),
      await twoProcesses(product, second, reads.detail, options),
    ]
    const memory = await product.memory()
    if (memory) notes.push(memoryNote(memory))
    return { rows, notes, rssMiB: memory?.peak ?? null, postgresql }
  } finally {
    for (const server of running) await server.stop()
  }
}

interface Contestants {
  product: Contestant
  limit: Contestant
  peer: Contestant | null
}

async function readRow(
  operation: string,
  scripts: Scripts,
  { product, limit, peer }: Contestants,
  pace: Pace,
): Promise<Row> {
  const runs = { ours: loadOn([product], scripts.ours), limit: loadOn([limit], scripts.limit) }
  const measured: Record<string, Measured> = await measure<string>(
    peer ? { ...runs, peer: loadOn([peer], scripts.peer) } : runs,
    pace,
  )
  const { ours, limit: limits, peer: peers } = measured
  if (!ours || !limits) throw new Error('Nothing was measured')
  return { operation, ours, peer: peers ?? null, limit: limits }
}

/** In the peer's place: the same figures worked out from the answers, with few at a time, which is as fast as it goes. */
async function overviewRow({ product, limit }: Omit<Contestants, 'peer'>, pace: Pace): Promise<Row> {
  const { ours, limit: byHand, peer: live } = overviewScripts
  await agree('overview', { ours, limit: byHand }, product, limit)
  await agree('overview from the answers', { ours, limit: live }, product, limit)
  const measured = await measure(
    {
      ours: loadOn([product], ours),
      limit: loadOn([limit], byHand),
      peer: ({ ms }) => loadOn([limit], live)({ ...pace, ms: Math.max(ms, LIVE_MS), clients: cpus().length }),
    },
    pace,
  )
  return { operation: 'overview', ...measured }
}

/** Long enough for a few answers of a second each. */
const LIVE_MS = 5_000

/** Half of the cases are the product's, half the driver's: neither finds what the other left. */
async function eventRow(
  database: BenchDatabase,
  product: Contestant,
  { steps }: Questions,
  pace: Options,
): Promise<Row> {
  const [taped, ...rest] = steps
  if (!taped || rest.length < pace.clients * 2) throw new Error('The world has too few claims that can take the event')
  const tapes = await recordTapes(database, keyIn(taped.id))
  const own = rest.filter((_, at) => at % 2 === 0)
  const others = rest.filter((_, at) => at % 2 === 1).map(({ id }) => keyIn(id))
  const cases = Array.from({ length: pace.clients }, (_, client) =>
    others.filter((_, at) => at % pace.clients === client),
  )
  const driver: Run = ({ ms }) =>
    runDriver({ connectionString: urlOf(database.app), tapes, cases, warmMs: ms * 0.2, ms: ms * 0.8 })
  const { ours, limit } = await measure(
    { ours: loadOn([product], eventScript(own, pace.clients)), limit: driver },
    pace,
  )
  return { operation: 'event', ours, peer: null, limit }
}

async function deepPage(product: Contestant, { deep }: Questions, pace: Pace): Promise<Note> {
  const page = (queues: Questions['queues']) => loadOn([product], queueScripts({ queues }).ours)
  const { first, far } = await measure({ first: page([deep.first]), far: page([deep.question]) }, pace)
  const slower = ratio(first, far)
  return {
    what: `queue: time of page ${deep.page} against page 1`,
    figure: `${slower.toFixed(2)} ×`,
    bar: `≤ ${DEEP_PAGE} ×`,
    met: slower <= DEEP_PAGE,
  }
}

async function twoProcesses(
  product: Contestant,
  second: Contestant | null,
  { ours }: Scripts,
  pace: Pace,
): Promise<Note> {
  const what = 'detail: two server processes against one'
  const bar = `≥ ${TWO_PROCESSES} × where the cores allow it`
  if (!second) return { what, figure: `not measured on ${cpus().length} cores`, bar, met: null }
  const { one, two } = await measure({ one: loadOn([product], ours), two: loadOn([product, second], ours) }, pace)
  const gain = ratio(two, one)
  return { what, figure: `${gain.toFixed(2)} ×`, bar, met: gain >= TWO_PROCESSES }
}

function memoryNote({ now, peak }: { now: number; peak: number }): Note {
  return {
    what: 'memory of the server after all of it (at the most)',
    figure: `${Math.round(now)} (${Math.round(peak)}) MiB`,
    bar: `≤ ${MEMORY_MIB} MiB`,
    met: peak <= MEMORY_MIB,
  }
}

/** What the peer finds by; and the version of the database. */
async function prepare({ owner }: BenchDatabase): Promise<string> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query(searchFunction)
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
    return rows[0]?.version ?? ''
  } finally {
    await client.end()
  }
}
