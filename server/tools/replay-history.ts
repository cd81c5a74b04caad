// Replays the history of every case and task through its chart and compares what comes out with what is stored.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { JsonObject } from '../../schema/json.ts'
import type { Actor } from '../../schema/vocabulary.ts'
import { canonical } from '../core/transaction.ts'
import type { Chart, ChartEvent } from '../workflows/chart.ts'
import { charts } from '../workflows/charts.ts'
import { replay, statesOf, upgrade } from '../workflows/step.ts'

export interface Replayed {
  cases: number
  tasks: number
  /** One line each: the number of the case or task, and what differs */
  differences: string[]
}

interface Stored {
  id: string
  number: string
  kind: Chart['kind']
  states: string[]
  open: boolean
  revision: number
  chartVersion: number
  snapshot: JsonObject
}

interface Line {
  revision: number
  event: ChartEvent
}

const batch = 200

/** Reads in batches, each of one moment, so that it may run beside a working server. Changes nothing. */
export async function replayHistory(db: Kysely<Database>): Promise<Replayed> {
  const result: Replayed = { cases: 0, tasks: 0, differences: [] }
  for (const subject of ['case', 'task'] as const) {
    for (let after: string | null = null; ; ) {
      const { rows, lines } = await readBatch(db, subject, after)
      for (const row of rows) compare(result, subject, row, lines.get(row.id) ?? [])
      if (rows.length < batch) break
      after = rows.at(-1)?.id ?? null
    }
  }
  return result
}

function compare(result: Replayed, subject: 'case' | 'task', row: Stored, lines: readonly Line[]): void {
  if (subject === 'case') result.cases++
  else result.tasks++
  const differences = differencesOf(charts[row.kind], row, lines)
  result.differences.push(...differences.map((difference) => `${row.number}: ${difference}`))
}

function differencesOf(chart: Chart, row: Stored, lines: readonly Line[]): string[] {
  const gap = lines.findIndex(({ revision }, index) => revision !== index + 1)
  if (gap >= 0) return [`revision ${gap + 1} is missing in the history`]
  if (lines.length !== row.revision)
    return [`revision ${row.revision} is stored, the history ends with ${lines.length}`]
  try {
    const replayed = replay(
      chart,
      lines.map(({ event }) => event),
    )
    const { leaves, open } = statesOf(chart, replayed)
    const stored = upgrade(chart, row.chartVersion, row.snapshot)
    return [
      ...differing('states', row.states, leaves),
      ...differing('open', row.open, open),
      ...differing('snapshot.value', stored.value ?? null, replayed.value ?? null),
      ...contextDifferences(stored.context as JsonObject, replayed.context as JsonObject),
    ]
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

function contextDifferences(stored: JsonObject = {}, replayed: JsonObject = {}): string[] {
  const names = [...new Set([...Object.keys(stored), ...Object.keys(replayed)])].sort()
  return names.flatMap((name) => differing(`context.${name}`, stored[name] ?? null, replayed[name] ?? null))
}

function differing(what: string, stored: JsonObject[string], replayed: JsonObject[string]): string[] {
  const [a, b] = [canonical(stored), canonical(replayed)]
  return a === b ? [] : [`${what} is stored as ${a}, replayed it is ${b}`]
}

async function readBatch(db: Kysely<Database>, subject: 'case' | 'task', after: string | null) {
  const reading = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return reading.execute(async (trx) => {
    const rows = await (subject === 'case' ? readCases(trx, after) : readTasks(trx, after))
    return { rows, lines: await readLines(trx, subject, rows) }
  })
}

async function readCases(trx: Kysely<Database>, after: string | null): Promise<Stored[]> {
  const rows = await trx
    .selectFrom('service_case')
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(batch)
    .select(['id', 'number', 'kind', 'state', 'waiting', 'improvement', 'open', 'revision', 'snapshot'])
    .select('chart_version as chartVersion')
    .execute()
  return rows.map(({ state, waiting, improvement, ...row }) => ({
    ...row,
    states: [state, waiting, improvement].filter((leaf) => leaf !== null),
  }))
}

async function readTasks(trx: Kysely<Database>, after: string | null): Promise<Stored[]> {
  const rows = await trx
    .selectFrom('task')
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(batch)
    .select(['id', 'number', 'state', 'open', 'revision', 'snapshot', 'chart_version as chartVersion'])
    .execute()
  return rows.map(({ state, ...row }) => ({ ...row, kind: 'task', states: [state] }))
}

async function readLines(trx: Kysely<Database>, subject: 'case' | 'task', rows: readonly Stored[]) {
  const lines = new Map<string, Line[]>()
  if (rows.length === 0) return lines
  const ids = rows.map(({ id }) => id)
  const history = await trx
    .selectFrom('history')
    .where('kind', '=', 'event')
    .$if(subject === 'case', (query) => query.where('case_id', 'in', ids).where('task_id', 'is', null))
    .$if(subject === 'task', (query) => query.where('task_id', 'in', ids))
    .orderBy('revision')
    .select(['case_id', 'task_id', 'revision', 'event', 'at', 'by_id', 'as_role', 'payload', 'facts'])
    .execute()
  for (const { case_id, task_id, revision, event, at, by_id, as_role, payload, facts } of history) {
    const id = task_id ?? case_id
    const recorded: ChartEvent = {
      type: event ?? '',
      at: at.toISOString(),
      by: by_id ?? 'system',
      as: as_role satisfies Actor,
      payload,
      facts,
    }
    lines.set(id, [...(lines.get(id) ?? []), { revision: revision ?? 0, event: recorded }])
  }
  return lines
}
