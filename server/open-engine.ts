// Puts the engine together: the database migrated, queues, announcements, the facts and effects of all slices.
import { taskFacts } from './cases/task-facts.ts'
import { tellWatchers } from './cases/watchers.ts'
import { claimFacts } from './claims/facts.ts'
import { openChanges } from './core/changes.ts'
import type { Configuration } from './core/configuration.ts'
import type { Connection } from './core/connection.ts'
import { openDatabase } from './core/database.ts'
import { provideDatabase } from './core/database-source.ts'
import { databaseTime, type Engine } from './core/engine.ts'
import { installJobs, openJobs } from './core/jobs.ts'
import { migrateToLatest } from './core/migrate.ts'
import type { Observer } from './core/observer.ts'
import { openPresence } from './core/presence.ts'
import { effects } from './effects.ts'
import { trialFacts } from './trial-batches/facts.ts'
import { visitFacts } from './visits/facts.ts'

export interface OpenedEngine {
  engine: Engine
  /** Ends jobs, announcements and connections, and the embedded database when nobody else uses it. */
  close(): Promise<void>
}

export type Report = (error: Error) => void

/** Starts or finds the database, brings it to the newest schema and opens the engine on it. */
export async function openEngine(
  configuration: Configuration,
  report: Report,
  tell?: (message: string) => void,
  observer?: Observer,
): Promise<OpenedEngine> {
  const source = await provideDatabase(configuration, tell)
  try {
    await installSchema(source.owner, source.appRole, report)
    const opened = await engineOn(source.app, configuration.poolSize, report, observer)
    return {
      engine: { ...opened.engine, gateway: configuration.webhook !== undefined },
      async close() {
        await opened.close()
        await source.stop()
      },
    }
  } catch (error) {
    await source.stop()
    throw error
  }
}

/** Migrates, installs the queues, and grants the app's role what it needs. Several servers may call it at once. */
export async function installSchema(owner: Connection, appRole: string, report: Report): Promise<void> {
  const db = openDatabase({ connection: owner, poolSize: 1, statementTimeoutMs: 0, report })
  try {
    await migrateToLatest(db, { appRole })
    await installJobs(owner, report)
    // Grants again, now that the tables of the queues are there; under the lock of the migrator.
    await migrateToLatest(db, { appRole })
  } finally {
    await db.destroy()
  }
}

/** The engine on a database whose schema is installed. */
export async function engineOn(
  app: Connection,
  poolSize: number,
  report: Report,
  observer?: Observer,
): Promise<OpenedEngine> {
  const db = openDatabase({ connection: app, poolSize, report, observer })
  const jobs = await openJobs(app, report)
  const changes = openChanges(app, report)
  const presence = openPresence(changes)
  const engine: Engine = {
    db,
    now: databaseTime,
    effects,
    afterStep: tellWatchers,
    facts: { claim: claimFacts, trialBatch: trialFacts, visit: visitFacts, task: taskFacts },
    jobs,
    changes,
    presence,
  }
  return {
    engine,
    async close() {
      presence.stop()
      await jobs.stop()
      await changes.stop()
      await db.destroy()
    },
  }
}
