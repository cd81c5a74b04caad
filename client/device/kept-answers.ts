// The cache of answers on this device, so that what was seen can be read without a network; bounded, and of one person.
import type { SerializedEntries, StorageAdapter } from '@urql/exchange-graphcache'
import { isReached, onConnection } from './connection.ts'
import type { Shelf } from './shelf.ts'

export interface KeptAnswer {
  key: string
  text: string
  at: number
}

/** Fields of objects, about 100 bytes each. */
const most = 50_000
const longest = 14 * 86_400_000

/** Answers older than 14 days are gone; where more than 50,000 fields are kept, all begin anew. */
export function keepAnswers(shelf: Shelf<KeptAnswer>, now: () => number): StorageAdapter {
  return {
    async readData() {
      const rows = await shelf.all().catch(() => [])
      const fresh = rows.length > most ? [] : rows.filter(({ at }) => now() - at < longest)
      if (rows.length > most) await shelf.clear()
      else if (fresh.length < rows.length) await forget(shelf, rows, new Set(fresh))
      return Object.fromEntries(fresh.map(({ key, text }) => [key, text]))
    },
    async writeData(delta: SerializedEntries) {
      const at = now()
      const put = Object.entries(delta).flatMap(([key, text]) => (text === undefined ? [] : { key, text, at }))
      const remove = Object.keys(delta).filter((key) => delta[key] === undefined)
      await shelf.write({ put, remove }).catch(() => undefined)
    },
    // Commands wait in the outbox, not here.
    readMetadata: async () => null,
    writeMetadata: () => undefined,
    onOnline: (back) => onConnection(() => isReached() && back()),
  }
}

async function forget(shelf: Shelf<KeptAnswer>, rows: readonly KeptAnswer[], fresh: ReadonlySet<KeptAnswer>) {
  await shelf.write({ remove: rows.filter((row) => !fresh.has(row)).map(({ key }) => key) })
}
