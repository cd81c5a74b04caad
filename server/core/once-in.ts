// What one transaction reads once, however many clocks of it ask: rows that it does not change itself.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'

const kept = new WeakMap<object, Map<string, Promise<unknown>>>()

/** The value that `key` stands for; outside of a transaction it is read each time. */
export function onceIn<T>(db: Kysely<Database>, key: string, read: () => Promise<T>): Promise<T> {
  if (!db.isTransaction) return read()
  const values = kept.get(db) ?? new Map<string, Promise<unknown>>()
  kept.set(db, values)
  const value = (values.get(key) as Promise<T> | undefined) ?? read()
  values.set(key, value)
  return value
}
