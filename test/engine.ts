// Gives a test file an engine on a fresh database, with time that the test sets.
import { sql } from 'kysely'
import type { Engine } from '../server/core/engine.ts'
import { engineOn } from '../server/open-engine.ts'
import { freshDatabase, type TestDatabase } from './postgres.ts'

export interface TestEngine {
  engine: Engine
  database: TestDatabase
  /** Sets the time that every statement sees. */
  setTime(at: Date): void
  close(): Promise<void>
}

/** Call it in `beforeAll`, and `close()` in `afterAll`. */
export async function testEngine(at = new Date('2026-11-02T05:00:00Z')): Promise<TestEngine> {
  const database = await freshDatabase()
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
