// An engine on a database, with time that the test sets.
import { sql } from 'kysely'
import type { Engine } from '../server/core/engine.ts'
import { engineOn } from '../server/open-engine.ts'
import type { TestDatabase } from './template.ts'

export interface TestEngine {
  engine: Engine
  database: TestDatabase
  /** Sets the time that every statement sees. */
  setTime(at: Date): void
  /** Ends the engine and removes the database. */
  close(): Promise<void>
}

export async function timedEngine(database: TestDatabase, at: Date): Promise<TestEngine> {
  const errors: Error[] = []
  const opened = await engineOn(database.connections.app, 10, (error) => errors.push(error))
  let time = at
  const engine: Engine = { ...opened.engine, now: () => sql<Date>`${time}::timestamptz` }
  return {
    engine,
    database,
    setTime(next) {
      time = next
    },
    async close() {
      await opened.close()
      await database.drop()
    },
  }
}
