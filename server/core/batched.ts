// Reads values of rows that ask in the same breath by one statement.
import type { Reader } from './selection-plans.ts'

/** `load` gets every id that was asked for before the promises of the moment had settled; what it does not find is null. */
export function batched<V>(
  load: (reader: Reader, ids: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): (reader: Reader, id: string) => Promise<V | null> {
  const waiting = new WeakMap<Reader, { ids: string[]; found: Promise<ReadonlyMap<string, V>> }>()
  const begin = (reader: Reader) => {
    const ids: string[] = []
    const found = Promise.resolve().then(async () => {
      await new Promise((resolve) => process.nextTick(resolve))
      waiting.delete(reader)
      return load(reader, ids)
    })
    const batch = { ids, found }
    waiting.set(reader, batch)
    return batch
  }
  return async (reader, id) => {
    const batch = waiting.get(reader) ?? begin(reader)
    batch.ids.push(id)
    return (await batch.found).get(id) ?? null
  }
}
