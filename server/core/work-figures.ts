/** Figures of the work that waits in the database: open cases, late clocks, queued jobs. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'

export interface WorkFigures {
  openCases: { kind: string; state: string; cases: number }[]
  late: { clock: string; deadlines: number }[]
  /** Seconds; 0 when nothing due waits. */
  unfiredSeconds: number
  jobs: { queue: string; state: string; jobs: number }[]
  queueLag: QueueLag[]
}

export interface QueueLag {
  queue: string
  /** How long the oldest waiting job has been due. */
  lagSeconds: number
}

export async function readWorkFigures(db: Kysely<Database>, now: () => RawBuilder<Date>): Promise<WorkFigures> {
  const [openCases, late, unfired, jobs, queueLag] = await Promise.all([
    db
      .selectFrom('service_case')
      .where('open', '=', true)
      .groupBy(['kind', 'state'])
      .select(['kind', 'state', sql<number>`count(*)::int`.as('cases')])
      .execute(),
    db
      .selectFrom('deadline')
      .where('stopped_at', 'is', null)
      .where('due_at', '<', now())
      .groupBy('clock')
      .select(['clock', sql<number>`count(*)::int`.as('deadlines')])
      .execute(),
    db
      .selectFrom('deadline')
      .where('stopped_at', 'is', null)
      .where('next_at', '<=', sql<Date>`(select ${now()})`)
      .select(sql<number>`coalesce(extract(epoch from ${now()} - min(next_at)), 0)::float8`.as('seconds'))
      .executeTakeFirstOrThrow(),
    queueDepths(db),
    readQueueLag(db),
  ])
  return { openCases, late, unfiredSeconds: unfired.seconds, jobs, queueLag }
}

/** How many jobs of every queue wait, are being worked, or failed. */
async function queueDepths(db: Kysely<Database>): Promise<WorkFigures['jobs']> {
  const { rows } = await sql<{ queue: string; state: string; jobs: number }>`
    select name as queue, state::text as state, count(*)::int as jobs from jobs.job
    where state in ('created', 'retry', 'active', 'failed') group by 1, 2`.execute(db)
  return rows
}

/** Queues with a job that is due and not begun. */
export async function readQueueLag(db: Kysely<Database>): Promise<QueueLag[]> {
  const { rows } = await sql<QueueLag>`
    select name as queue, extract(epoch from clock_timestamp() - min(start_after))::float8 as "lagSeconds" from jobs.job
    where state in ('created', 'retry') and start_after <= clock_timestamp() group by 1`.execute(db)
  return rows
}
