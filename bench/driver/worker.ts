// Plays the tapes against the database: the event's statements without HTTP, GraphQL, permissions and chart.
import { parentPort, workerData } from 'node:worker_threads'
import pg from 'pg'
import { columnTypes } from '../../server/core/column-parsers.ts'
import type { LoadResult } from '../load/worker.ts'
import { filled, rowsOf, type Tape } from './tape.ts'

export interface DriverOrder {
  connectionString: string
  /** Forth and back. */
  tapes: Tape[]
  /** Keys of cases, one part per client. */
  cases: string[][]
  warmMs: number
  ms: number
}

const NAMEABLE = /^\s*(select|insert|update|delete|with)\b/i
const names = new Map<string, string>()

if (parentPort) parentPort.postMessage(await drive(workerData as DriverOrder))

async function drive({ connectionString, tapes, cases, warmMs, ms }: DriverOrder): Promise<LoadResult> {
  const pool = new pg.Pool({ connectionString, max: 10, types: columnTypes })
  const from = performance.now() + warmMs
  const until = from + ms
  const times: number[] = []
  let failed = 0
  let firstFailure: string | null = null
  await Promise.all(
    cases.map(async (own) => {
      for (let turn = 0, sent = performance.now(); sent < until || turn % tapes.length !== 0; turn++) {
        const tape = tapes[turn % tapes.length] ?? []
        const caseId = own[Math.floor(turn / tapes.length) % own.length] ?? ''
        await play(pool, tape, caseId).catch((error: unknown) => {
          failed += 1
          firstFailure ??= String(error)
        })
        const done = performance.now()
        if (sent >= from && done <= until) times.push(done - sent)
        sent = done
      }
    }),
  )
  await pool.end()
  times.sort((a, b) => a - b)
  const share = (part: number) => times[Math.floor(times.length * part)] ?? Number.NaN
  return { perSecond: (times.length * 1000) / ms, p50: share(0.5), p99: share(0.99), failed, firstFailure, cases: null }
}

async function play(pool: pg.Pool, tape: Tape, caseId: string): Promise<void> {
  const client = await pool.connect()
  const answers: Record<string, unknown>[][] = []
  try {
    for (const { text, values } of tape) {
      const named = NAMEABLE.test(text) ? { name: nameOf(text), text, values: filled(values, caseId, answers) } : text
      answers.push(rowsOf(await client.query(named)))
    }
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
}

function nameOf(text: string): string {
  const name = names.get(text) ?? `t${names.size}`
  names.set(text, name)
  return name
}
