/** The documents of our own client, known by the SHA-256 of their text: sent as an id, and trusted. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/** Text by id, 64 hexadecimal digits. */
export type PersistedDocuments = ReadonlyMap<string, string>

const file = z.record(z.string(), z.string())

/** Reads `{ id: text }`; without the file there are none. @throws when an id is not the SHA-256 of its text. */
export async function readPersistedDocuments(path: string): Promise<PersistedDocuments> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  const documents = new Map(Object.entries(file.parse(JSON.parse(text))))
  for (const [id, document] of documents) {
    if (createHash('sha256').update(document).digest('hex') !== id) {
      throw new Error(`${path} is stale: document ${id} has another text.`)
    }
  }
  return documents
}
