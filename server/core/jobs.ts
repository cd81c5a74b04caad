// Work that leaves the process: pg-boss, queued in the transaction that wants it done.
import type { Transaction } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Database } from '../../schema/database.ts'
import type { JsonObject } from '../../schema/json.ts'
import { words } from '../../schema/vocabulary.ts'
import type { Connection } from './connection.ts'
import { post } from './pipelined.ts'

/** Queues by name, with what they carry. A failed job is tried again; what stays dead goes to `dead`. */
export const queues = {
  letter: 'A letter to the customer becomes a message',
  mail: 'A message is rendered and handed over',
  survey: 'The contact is asked for an opinion',
  preview: 'A small picture is made of an attached one',
  export: 'A view of a list is written into a file',
  gratitude: 'What a customer said in a thank-you call becomes a talk and a claim',
} as const
export type Queue = keyof typeof queues

export interface Jobs {
  /** Queues a job in the transaction: it exists exactly when the transaction commits. */
  send(trx: Transaction<Database>, queue: Queue, data: JsonObject, afterSeconds?: number): Promise<void>
  /** Works a queue until `stop`; `together`: so many at once, for what waits for others most of the time. */
  work(queue: Queue, handler: (data: JsonObject) => Promise<void>, together?: number): Promise<void>
  /** Lets running jobs end, three seconds at the most; what is cut is done again by another server. */
  stop(): Promise<void>
}

/** Seconds after which a job counts as lost and is begun anew; a long list takes its time. */
const longest: Partial<Record<Queue, number>> = { export: 900 }

const schema = 'jobs'
const deadQueue = 'dead'

/** Creates or upgrades the schema of the queues with the owner's connection; several servers may call it at once. */
export async function installJobs(owner: Connection, report: (error: Error) => void): Promise<void> {
  const boss = new PgBoss({ ...bossConnection(owner), schema, supervise: false, schedule: false })
  boss.on('error', report)
  await boss.start()
  await boss.createQueue(deadQueue)
  for (const queue of words(queues)) {
    await boss.createQueue(queue, {
      retryLimit: 8,
      retryBackoff: true,
      expireInSeconds: longest[queue] ?? 120,
      heartbeatSeconds: 10,
      deadLetter: deadQueue,
    })
  }
  await boss.stop({ graceful: false })
}

/** Opens the queues with the app's connection; the schema must be installed. */
export async function openJobs(app: Connection, report: (error: Error) => void): Promise<Jobs> {
  const boss = new PgBoss({
    ...bossConnection(app),
    schema,
    migrate: false,
    createSchema: false,
    schedule: false,
    superviseIntervalSeconds: 5,
    max: 3,
  })
  boss.on('error', report)
  await boss.start()
  return {
    async send(trx, queue, data, afterSeconds = 0) {
      const options = { db: fromKysely(trx), ...(afterSeconds > 0 && { startAfter: afterSeconds }) }
      await post(trx, { execute: () => boss.send(queue, data, options) })
    },
    async work(queue, handler, together = 1) {
      const batchSize = Math.max(5, together)
      await boss.work<JsonObject>(queue, { pollingIntervalSeconds: 2, batchSize }, async (jobs) => {
        if (together > 1) await Promise.all(jobs.map((job) => handler(job.data)))
        else for (const job of jobs) await handler(job.data)
      })
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 3_000 })
    },
  }
}

function bossConnection(connection: Connection) {
  return 'connectionString' in connection ? { connectionString: connection.connectionString } : { ...connection }
}
