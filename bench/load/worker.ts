// The load itself, on a thread of its own: so many clients, each sending its next request when the last one was answered.
import { parentPort, workerData } from 'node:worker_threads'
import { openConnection, type Target } from './http-connection.ts'
import { type OwnCase, type Script, senderOf } from './script.ts'

export interface LoadOrder {
  targets: Target[]
  script: Script
  clients: number
  /** Not counted. */
  warmMs: number
  ms: number
}

export interface LoadResult {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  failed: number
  firstFailure: string | null
  /** Cases as the steps left them, for the next round. */
  cases: OwnCase[][] | null
}

if (parentPort) parentPort.postMessage(await load(workerData as LoadOrder))

async function load({ targets, script, clients, warmMs, ms }: LoadOrder): Promise<LoadResult> {
  const connections = await Promise.all(
    Array.from({ length: clients }, (_, client) => openConnection(targets[client % targets.length] as Target)),
  )
  const from = performance.now() + warmMs
  const until = from + ms
  const times: number[] = []
  let failed = 0
  let firstFailure: string | null = null
  await Promise.all(
    connections.map(async (connection, client) => {
      const sender = senderOf(script, client, clients)
      for (let sent = performance.now(); sent < until; ) {
        const call = sender.next()
        if (!call) throw new Error('The load ran out of requests')
        const { status, body } = await connection.post(call.path, call.body)
        const done = performance.now()
        if (status >= 300 || !sender.accepts(body)) {
          failed += 1
          firstFailure ??= `${status} ${body.slice(0, 500)}`
        }
        if (sent >= from && done <= until) times.push(done - sent)
        sent = done
      }
    }),
  )
  for (const connection of connections) connection.close()
  const cases = script.kind === 'steps' ? script.cases : null
  times.sort((a, b) => a - b)
  const share = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN
  return { perSecond: (times.length * 1000) / ms, p50: share(0.5), p99: share(0.99), failed, firstFailure, cases }
}
