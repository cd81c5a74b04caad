// Where a device keeps rows by their key: in the database of one person, or in memory where the browser gives none.
import { deleteDB, type IDBPDatabase, openDB } from 'idb'

export interface Shelf<T extends { key: string }> {
  all(): Promise<T[]>
  /** All of it or nothing. */
  write(change: { put?: readonly T[]; remove?: readonly string[] }): Promise<void>
  clear(): Promise<void>
}

const shelves = ['drafts', 'outbox', 'answers'] as const
export type ShelfName = (typeof shelves)[number]
export type PersonDatabase = IDBPDatabase<unknown>

const prefix = 'person:'

/** Null where the browser keeps nothing, such as in some private windows. */
export async function openPersonDatabase(personId: string): Promise<PersonDatabase | null> {
  try {
    return await openDB(prefix + personId, 1, {
      upgrade(database) {
        for (const name of shelves) database.createObjectStore(name, { keyPath: 'key' })
      },
      blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    })
  } catch {
    return null
  }
}

/** Removes what this device keeps of everybody, or of everybody but one. */
export async function wipeDatabases(except: string | null): Promise<void> {
  const known = await indexedDB.databases().catch(() => [])
  const names = known.flatMap(({ name }) => (name?.startsWith(prefix) && name !== prefix + except ? name : []))
  await Promise.all(names.map((name) => deleteDB(name)))
}

export function shelfOf<T extends { key: string }>(database: PersonDatabase | null, name: ShelfName): Shelf<T> {
  return database ? keptShelf(database, name) : passingShelf()
}

function keptShelf<T extends { key: string }>(database: PersonDatabase, name: ShelfName): Shelf<T> {
  return {
    all: async () => (await database.getAll(name)) as T[],
    async write({ put = [], remove = [] }) {
      const { store, done } = database.transaction(name, 'readwrite')
      await Promise.all([...remove.map((key) => store.delete(key)), ...put.map((row) => store.put(row)), done])
    },
    clear: () => database.clear(name),
  }
}

function passingShelf<T extends { key: string }>(): Shelf<T> {
  const rows = new Map<string, T>()
  return {
    all: async () => [...rows.values()],
    async write({ put = [], remove = [] }) {
      for (const key of remove) rows.delete(key)
      for (const row of put) rows.set(row.key, row)
    },
    clear: async () => rows.clear(),
  }
}
