// The store on a bucket that speaks S3: requests are signed, content is streamed from and to the disk.
import { openAsBlob } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsV4Signer } from 'aws4fetch'
import { type Blob, BlobMissing, type BlobStore, checkedKey, StorageFull } from './blob-store.ts'

export interface S3Settings {
  /** Such as https://s3.eu-central-1.amazonaws.com, without the bucket. */
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** Path-style addresses, which every implementation knows. */
export function s3Blobs(settings: S3Settings): BlobStore {
  const urlOf = (key: string) => `${settings.endpoint.replace(/\/$/, '')}/${settings.bucket}/${checkedKey(key)}`
  const send = async (method: string, url: string, headers: Record<string, string>, body?: globalThis.Blob) => {
    const { accessKeyId, secretAccessKey, region } = settings
    const hashed = { 'x-amz-content-sha256': EMPTY, ...headers }
    const signed = await new AwsV4Signer({
      method,
      url,
      headers: hashed,
      accessKeyId,
      secretAccessKey,
      region,
      service: 's3',
    }).sign()
    return fetch(signed.url, { method, headers: signed.headers, ...(body && { body }) })
  }
  return {
    async put(key, path, { sha256, mediaType }) {
      const headers = { 'x-amz-content-sha256': sha256, 'content-type': mediaType }
      await done(await send('PUT', urlOf(key), headers, await openAsBlob(path)), key)
    },

    async read(key, range) {
      const headers: Record<string, string> = range ? { range: `bytes=${range.start}-${range.end}` } : {}
      const { body } = await done(await send('GET', urlOf(key), headers), key)
      return body ? Readable.fromWeb(body as ReadableStream) : Readable.from([])
    },

    async remove(key) {
      const response = await send('DELETE', urlOf(key), {})
      if (response.status !== 404) await done(response, key)
    },

    async *list(prefix) {
      let token: string | null = null
      do {
        const query = new URLSearchParams({ 'list-type': '2', prefix, ...(token && { 'continuation-token': token }) })
        const response: Response = await send(
          'GET',
          `${settings.endpoint.replace(/\/$/, '')}/${settings.bucket}?${query}`,
          {},
        )
        const page = await (await done(response, prefix)).text()
        yield* blobsIn(page)
        token = textOf(page, 'NextContinuationToken')
      } while (token)
    },
  }
}

async function done(response: Response, key: string): Promise<Response> {
  if (response.ok) return response
  const said = (await response.text()).slice(0, 500)
  if (response.status === 404) throw new BlobMissing(key)
  if (response.status === 507 || /QuotaExceeded|StorageFull/i.test(said)) throw new StorageFull('The bucket is full.')
  throw new Error(`The bucket answered ${response.status} for ${key}: ${textOf(said, 'Code') ?? 'no code'}`)
}

function* blobsIn(page: string): Iterable<Blob> {
  for (const [, entry = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
    const key = textOf(entry, 'Key')
    if (key) {
      yield { key, bytes: Number(textOf(entry, 'Size')), changedAt: new Date(textOf(entry, 'LastModified') ?? 0) }
    }
  }
}

/** Keys and tokens are ours or opaque; the five entities of XML are all that can stand in them. */
function textOf(xml: string, tag: string): string | null {
  const text = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1]
  return text === undefined
    ? null
    : text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name])
}

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
