// Gives a test file an engine on a fresh database, with time that the test sets.
import { freshDatabase } from './postgres.ts'
import { type TestEngine, timedEngine } from './timed-engine.ts'

export type { TestEngine }

/** Call it in `beforeAll`, and `close()` in `afterAll`. */
export async function testEngine(at = new Date('2026-11-02T05:00:00Z')): Promise<TestEngine> {
  return timedEngine(await freshDatabase(), at)
}
