/** Gives each test file a database of its own, cloned from the one that was migrated for the whole run. */
import { inject } from 'vitest'
import { cloneTemplate, type TestDatabase, type TestServer } from './template.ts'

export type { TestDatabase }

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestServer
  }
}

/** Call it in `beforeAll`, and `drop()` in `afterAll`. `empty`: without our schema, as a new server has it. */
export function freshDatabase({ empty = false } = {}): Promise<TestDatabase> {
  return cloneTemplate(inject('postgres'), { empty })
}
