// Watches the permission table while it is asked, and puts another rule in a row's place for as long as a test tries it.
import type { Actor } from '../../schema/vocabulary.ts'
import type { Reach, Row } from '../../server/core/permission-reach.ts'
import { actions, policies } from '../../server/core/permission-table.ts'

/** Names of rows asked since the last `forget`. */
const asked = new Set<string>()
const changed = new Map<string, Row>()

const tables: Record<string, Row>[] = [actions, policies]
const originals = new Map<string, Row>(tables.flatMap((table) => Object.entries(table)))

for (const table of tables) {
  for (const [name, row] of Object.entries(table)) {
    const get = () => {
      asked.add(name)
      return changed.get(name) ?? row
    }
    Object.defineProperty(table, name, { get, enumerable: true, configurable: true })
  }
}

/** Runs it and says which rows of the table were asked. */
export async function watched<T>(run: () => Promise<T>): Promise<{ result: T; rules: ReadonlySet<string> }> {
  asked.clear()
  const result = await run()
  return { result, rules: new Set(asked) }
}

/** Runs it under a table in which one row is another. */
export async function underRule<T>(name: string, row: Row, run: () => Promise<T>): Promise<T> {
  changed.set(name, row)
  try {
    return await run()
  } finally {
    changed.delete(name)
  }
}

export interface Mutant {
  rule: string
  role: Actor
  change: 'removed' | 'weakened'
  row: Row
}

/**
 * Each cell of the table taken away, and each that reaches less than `granted` made to reach all. A contact's reach has no wider
 * word: anything but `linked` is none.
 */
export function mutants(): Mutant[] {
  return [...originals].flatMap(([rule, row]) =>
    (Object.entries(row) as [Actor, Reach][]).flatMap(([role, reach]): Mutant[] => {
      const { [role]: _taken, ...rest } = row
      const removed: Mutant = { rule, role, change: 'removed', row: rest }
      if (reach === 'granted' || role === 'customerContact') return [removed]
      return [removed, { rule, role, change: 'weakened', row: { ...row, [role]: 'granted' } }]
    }),
  )
}
