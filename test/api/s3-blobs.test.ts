// The store on a bucket, against a small bucket of our own that checks each signature by the published rules and keeps what it is given.
import { createHash, createHmac } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { BlobMissing, StorageFull } from '../../server/core/blob-store.ts'
import { s3Blobs } from '../../server/core/s3-blobs.ts'

const secretAccessKey = 'a secret of the test'
const kept = new Map<string, Buffer>()
let full = false
let folder: string
let settings: Parameters<typeof s3Blobs>[0]

const server = createServer(async (request, response) => {
  const body = await buffer(request)
  if (!isSigned(request, body)) return response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://bucket')
  const key = pathname.replace('/files/', '')
  if (searchParams.has('list-type')) return response.end(listing(searchParams))
  if (request.method === 'PUT') {
    if (full) return response.writeHead(507).end('<Error><Code>StorageFull</Code></Error>')
    kept.set(key, body)
    return response.end()
  }
  if (request.method === 'DELETE') return response.writeHead(kept.delete(key) ? 204 : 404).end()
  const found = kept.get(key)
  if (!found) return response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>')
  const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? []
  response.end(from ? found.subarray(Number(from), Number(to) + 1) : found)
})

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csg-bucket-'))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  settings = { endpoint, bucket: 'files', region: 'eu-central-1', accessKeyId: 'test', secretAccessKey }
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true, force: true })
})

const file = async (words: string) => {
  const path = join(folder, 'file')
  await writeFile(path, words)
  return { path, facts: { sha256: createHash('sha256').update(words).digest('hex'), mediaType: 'text/plain' } }
}

it('keeps, reads whole and in parts, lists over pages, and removes', async () => {
  const blobs = s3Blobs(settings)
  for (const key of ['originals/a', 'originals/b', 'previews/a']) {
    const { path, facts } = await file(`words of ${key}`)
    await blobs.put(key, path, facts)
  }
  expect(String(await buffer(await blobs.read('originals/b')))).toBe('words of originals/b')
  expect(String(await buffer(await blobs.read('originals/b', { start: 6, end: 7 })))).toBe('of')
  const listed = []
  for await (const { key, bytes } of blobs.list('originals/')) listed.push([key, bytes])
  expect(listed).toEqual([
    ['originals/a', 20],
    ['originals/b', 20],
  ])
  await blobs.remove('originals/b')
  await blobs.remove('originals/b')
  await expect(blobs.read('originals/b')).rejects.toThrow(BlobMissing)
})

it('says that it is full, and passes on nothing of a bucket that does not know us', async () => {
  const { path, facts } = await file('no room')
  full = true
  await expect(s3Blobs(settings).put('originals/c', path, facts)).rejects.toThrow(StorageFull)
  full = false
  const stranger = s3Blobs({ ...settings, secretAccessKey: 'another' })
  await expect(stranger.put('originals/c', path, facts)).rejects.toThrow('SignatureDoesNotMatch')
  // The hash that was signed is not that of the content.
  await expect(s3Blobs(settings).put('originals/c', path, { ...facts, sha256: 'a'.repeat(64) })).rejects.toThrow('403')
  expect(kept.has('originals/c')).toBe(false)
})

/** One key a page. */
function listing(query: URLSearchParams): string {
  const keys = [...kept.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort()
  const at = Number(query.get('continuation-token') ?? 0)
  const key = keys[at] ?? ''
  const next = at + 1 < keys.length ? `<NextContinuationToken>${at + 1}</NextContinuationToken>` : ''
  const entry = `<Key>${key}</Key><Size>${kept.get(key)?.length}</Size><LastModified>2026-11-02T05:00:00.000Z</LastModified>`
  return `<ListBucketResult><Contents>${entry}</Contents>${next}</ListBucketResult>`
}

/** AWS Signature Version 4, worked out anew from the request as it came. */
function isSigned({ method, url, headers }: IncomingMessage, body: Buffer): boolean {
  const [, day = '', region = '', names = '', given = ''] =
    /Credential=test\/(\d+)\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})/.exec(
      headers.authorization ?? '',
    ) ?? []
  const hash = createHash('sha256').update(body).digest('hex')
  const { pathname, searchParams } = new URL(url ?? '', 'http://bucket')
  const query = [...searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&')
  const told = names.split(';').map((name) => `${name}:${String(headers[name])}\n`)
  const canonical = [method, pathname, query, told.join(''), names, hash].join('\n')
  const canonicalHash = createHash('sha256').update(canonical).digest('hex')
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], `${day}/${region}/s3/aws4_request`, canonicalHash].join(
    '\n',
  )
  const step = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const key = [region, 's3', 'aws4_request'].reduce(step, step(`AWS4${secretAccessKey}`, day))
  return createHmac('sha256', key).update(toSign).digest('hex') === given && headers['x-amz-content-sha256'] === hash
}
