/** The file of persisted documents: optional, and held to its ids. */
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPersistedDocuments } from '../../server/graphql/persisted-documents.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csg-documents-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(content: string) {
  const path = join(folder, 'documents.json')
  await writeFile(path, content)
  return await readPersistedDocuments(path)
}

it('gives texts by their SHA-256', async () => {
  const text = '{ me { id } }'
  const id = createHash('sha256').update(text).digest('hex')
  expect(await read(JSON.stringify({ [id]: text }))).toEqual(new Map([[id, text]]))
})

it('may be absent: then there are none', async () => {
  expect(await readPersistedDocuments(join(folder, 'absent.json'))).toEqual(new Map())
})

it('is refused when a text was changed under its id, or when it is something else', async () => {
  await expect(read(JSON.stringify({ ['0'.repeat(64)]: '{ me { id } }' }))).rejects.toThrow('is stale')
  await expect(read('[1]')).rejects.toThrow()
  await expect(read('{')).rejects.toThrow()
})
