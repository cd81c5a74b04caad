// Looks into the database after the faults: what was acknowledged is there once, histories have no gap, no clock fired twice.
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { replayHistory } from '../../server/tools/replay-history.ts'
import type { Delivered } from './fault-client.ts'

export interface Findings {
  acknowledged: number
  refused: number
  /** Sent more than once before there was an answer. */
  resent: number
  /** Acknowledged, and not in the database. */
  lost: string[]
  /** In the database more than once, or although refused. */
  duplicates: string[]
  /** Cases and tasks whose revisions are not 1 to n. */
  gaps: string[]
  /** Moments of clocks that were fired. */
  fired: number
  firedTwice: string[]
  replayed: number
  replayDifferences: string[]
}

type Db = Kysely<Database>

const SUCCESS = new Set(['ClaimMoved', 'TaskMoved', 'CaseWritten'])
/** Mutations whose input holds the key as a text. */
const MARKED = new Set([
  'registerClaim',
  'amendClaim',
  'acknowledgeClaim',
  'sendInvestigationTask',
  'answerTask',
  'addComment',
  'recordPromise',
])

export async function check(db: Db, delivered: readonly Delivered[]): Promise<Findings> {
  const effects = await effectsByKey(db)
  const steps = await stepsOfHistory(db)
  const acknowledged = delivered.filter(({ kind }) => SUCCESS.has(kind))
  const refused = delivered.filter(({ kind }) => !SUCCESS.has(kind))
  const times = ({ key }: Delivered) => effects.get(key) ?? 0
  const lost = acknowledged.filter(
    (one) => (MARKED.has(one.name) && times(one) === 0) || (one.kind === 'ClaimMoved' && !steps.has(stepOf(one))),
  )
  const unlogged = [...effects].filter(([, count]) => count > 1).map(([key]) => key)
  const { fired, firedTwice } = await firedMoments(db)
  const { cases, tasks, differences } = await replayHistory(db)
  return {
    acknowledged: acknowledged.length,
    refused: refused.length,
    resent: delivered.filter(({ tries }) => tries > 1).length,
    lost: lost.map(textOf),
    duplicates: [...unlogged, ...refused.filter((one) => times(one) > 0).map(textOf)],
    gaps: await gapsOf(db),
    fired,
    firedTwice,
    replayed: cases + tasks,
    replayDifferences: differences,
  }
}

function textOf({ name, key, kind, tries }: Delivered): string {
  return `${name} ${key} ${kind} after ${tries}`
}

function stepOf({ caseId, revision }: { caseId: string | null; revision: number | null }): string {
  const id = Buffer.from(caseId ?? '', 'base64')
    .toString()
    .split(':')[1]
  return `${id} ${revision}`
}

/** How often each key shows as an effect: rows for what has rows, history lines for what has none. */
async function effectsByKey(db: Db): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; count: number }>`
    select key, count(*)::int as count from (
      select body as key from comment
      union all select text from promise
      union all select question from task
      union all select payload->>'whatHappened' from history where event in ('register', 'amend')
      union all select payload->>'letter' from history where event = 'acknowledge'
      union all select payload->>'text' from history where event = 'answer'
    ) as effect where key is not null group by key`.execute(db)
  return new Map(rows.map(({ key, count }) => [key, count]))
}

async function stepsOfHistory(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('history')
    .where('task_id', 'is', null)
    .where('revision', 'is not', null)
    .select(['case_id', 'revision'])
    .execute()
  return new Set(rows.map(({ case_id, revision }) => `${case_id} ${revision}`))
}

async function gapsOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ number: string; revision: number; lines: number; last: number }>`
    select number, revision, count(*)::int as lines, max(line)::int as last from (
      select c.number, c.revision, h.revision as line from service_case c
        left join history h on h.case_id = c.id and h.task_id is null and h.kind = 'event'
      union all
      select t.number, t.revision, h.revision from task t left join history h on h.task_id = t.id and h.kind = 'event'
    ) as line group by number, revision
    having count(distinct line) <> revision or count(*) <> revision or max(line) <> revision or min(line) <> 1`.execute(
    db,
  )
  return rows.map(({ number, revision, lines, last }) => `${number}: revision ${revision}, ${lines} lines to ${last}`)
}

/** Each moment sent leaves one line: a passed clock the event, the others a note. Read at one moment, beside servers that go on. */
async function firedMoments(db: Db): Promise<{ fired: number; firedTwice: string[] }> {
  const { rows } = await sql<{ sent: number; lines: number; twice: string[] }>`
    with line as (
      select concat_ws(' ', case_id, task_id, payload->>'clock', payload->>'lineId', payload->>'generation',
        payload->>'moment', payload->>'detail', payload->>'dueAt') as name, count(*)::int as count
      from history where event = 'deadlinePassed' or (kind = 'escalation' and payload->>'moment' <> 'passed')
      group by 1)
    select (select coalesce(sum(sent), 0)::int from deadline) as sent,
      (select coalesce(sum(count), 0)::int from line) as lines,
      array(select name || ' × ' || count from line where count > 1) as twice`.execute(db)
  const { sent = 0, lines = 0, twice = [] } = rows[0] ?? {}
  return { fired: sent, firedTwice: lines === sent ? twice : [...twice, `${sent} moments sent, ${lines} lines`] }
}
