/** Reads a JSON body of bounded length, counted while it arrives. */
import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { HttpRefusal } from './http-refusal.ts'

export type JsonObjectBody = Record<string, unknown>

/** @throws HttpRefusal 415 (not JSON, compressed), 413 (longer than `limit` bytes), 400 (not an object in UTF-8). */
export async function readJsonObject(request: IncomingMessage, limit: number): Promise<JsonObjectBody> {
  assertJson(request)
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLong(limit)
  const bytes = await readBytes(request, limit)
  if (!isUtf8(bytes)) throw unreadable('The body is not UTF-8.')
  const value = parse(bytes.toString('utf8'))
  if (Array.isArray(value)) throw unreadable('The body must be one JSON object; lists of requests are not taken.')
  if (typeof value !== 'object' || value === null) throw unreadable('The body must be a JSON object.')
  return { ...value }
}

const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i

function assertJson({ headers }: IncomingMessage): void {
  const plain = (headers['content-encoding'] ?? 'identity') === 'identity'
  if (!plain || !JSON_TYPE.test(headers['content-type'] ?? '')) {
    throw new HttpRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the body as application/json in UTF-8, not compressed.')
  }
}

function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const chunks: Buffer[] = []
  let length = 0
  const cut = () => reject(unreadable('The body was cut off.'))
  const take = (chunk: Buffer) => {
    length += chunk.length
    chunks.push(chunk)
    if (length <= limit) return
    // What still comes is read and dropped by Node until the request is whole or its time is over.
    request.off('data', take)
    chunks.length = 0
    reject(tooLong(limit))
  }
  request.on('data', take)
  request.once('error', cut)
  request.once('close', cut)
  request.once('end', () => {
    request.off('close', cut)
    resolve(Buffer.concat(chunks))
  })
  return promise
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unreadable('The body is not JSON.')
  }
}

function tooLong(limit: number): HttpRefusal {
  return new HttpRefusal(413, 'BODY_TOO_LARGE', `The body is longer than ${limit / 1024} KiB.`)
}

function unreadable(message: string): HttpRefusal {
  return new HttpRefusal(400, 'BAD_REQUEST', message)
}
