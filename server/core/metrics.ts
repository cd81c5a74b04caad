/** Figures of this process and of the work in its database, in the text format of Prometheus. */

import type { Kysely } from 'kysely'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from '../../schema/database.ts'
import type { Engine } from './engine.ts'
import { type Observer, type PoolCounts, verbOf, type Watched } from './observer.ts'
import type { VirusScanner } from './virus-scanner.ts'
import { readWorkFigures } from './work-figures.ts'

export interface Metrics {
  observer: Observer
  /** From now on figures of the work are read from the database each time the figures are asked for. */
  readFrom(engine: Pick<Engine, 'db' | 'now'>): void
  /** From now on the scanner is asked too whether it answers. */
  readScanner(scanner: VirusScanner): void
  /** The text to answer, and its content type. A database that is down leaves its figures out and `csg_database_up` at 0. */
  text(): Promise<{ type: string; body: string }>
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const histogram = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Histogram({ name, help, labelNames, buckets: SECONDS, registers: [registry] })
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Gauge({ name, help, labelNames, registers: [registry] })

  const requests = histogram('csg_request_seconds', 'Requests by route, method and status', [
    'route',
    'method',
    'status',
  ])
  const operations = histogram(
    'csg_operation_seconds',
    'GraphQL operations by name (our own documents), kind and outcome',
    ['operation', 'kind', 'outcome'],
  )
  const statements = histogram('csg_statement_seconds', 'Statements by verb and outcome', ['verb', 'outcome'])
  const connections = gauge(
    'csg_pool_connections',
    'Connections of this process: total, idle; callers waiting for one',
    ['state'],
  )
  const up = gauge('csg_database_up', '1 when the database answered the figures below', [])
  const openCases = gauge('csg_open_cases', 'Cases on the open lists, by kind and state', ['kind', 'state'])
  const late = gauge('csg_deadlines_late', 'Running deadlines: overdue ones by clock', ['clock'])
  const unfired = gauge(
    'csg_deadlines_unfired_seconds',
    'How long the oldest due moment of a deadline has waited to be fired',
    [],
  )
  const jobs = gauge('csg_jobs', 'Jobs by queue and state', ['queue', 'state'])
  const lag = gauge('csg_queue_lag_seconds', 'How long the oldest job has waited past its time', ['queue'])

  const scannerUp = gauge('csg_virus_scanner_up', '1 when the virus scanner answers; left out where none is set', [
    'scanner',
  ])

  const pools: (() => PoolCounts)[] = []
  let scanner: VirusScanner | null = null
  let source: Pick<Engine, 'db' | 'now'> | null = null

  async function readWork(from: Pick<Engine, 'db' | 'now'>): Promise<void> {
    for (const one of [openCases, late, jobs, lag]) one.reset()
    const figures = await readWorkFigures(from.db as Kysely<Database>, from.now).catch(() => null)
    up.set(figures ? 1 : 0)
    if (!figures) return
    for (const { kind, state, cases } of figures.openCases) openCases.set({ kind, state }, cases)
    for (const { clock, deadlines } of figures.late) late.set({ clock }, deadlines)
    unfired.set(figures.unfiredSeconds)
    for (const { queue, state, jobs: count } of figures.jobs) jobs.set({ queue, state }, count)
    for (const { queue, lagSeconds } of figures.queueLag) lag.set({ queue }, lagSeconds)
  }

  return {
    observer: {
      request: ({ method, route }) =>
        timed((seconds, { status = 0 }) => requests.observe({ route, method, status: String(status) }, seconds)),
      operation: ({ name, kind }) =>
        timed((seconds, { failed }) =>
          operations.observe({ operation: name, kind, outcome: outcomeOf(failed) }, seconds),
        ),
      statement: ({ text, ms, failed }) =>
        statements.observe({ verb: verbOf(text), outcome: outcomeOf(failed) }, ms / 1_000),
      pool: (counts) => void pools.push(counts),
    },
    readFrom: (engine) => {
      source = engine
    },
    readScanner: (asked) => {
      scanner = asked
    },
    async text() {
      for (const state of ['total', 'idle', 'waiting'] as const) {
        connections.set(
          { state },
          pools.reduce((sum, counts) => sum + counts()[state], 0),
        )
      }
      if (source) await readWork(source)
      if (scanner) scannerUp.set({ scanner: 'clamd' }, (await scanner.answers()) ? 1 : 0)
      return { type: registry.contentType, body: await registry.metrics() }
    },
  }
}

function timed(done: (seconds: number, outcome: { failed: boolean; status?: number }) => void): Watched {
  const started = performance.now()
  return {
    run: (work) => work(),
    end: (outcome) => done((performance.now() - started) / 1_000, outcome),
  }
}

function outcomeOf(failed: boolean): string {
  return failed ? 'failed' : 'ok'
}
