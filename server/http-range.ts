/** Which part of a file is asked for: one range, as browsers and players ask. */
import type { IncomingHttpHeaders } from 'node:http'
import type { ByteRange } from './core/blob-store.ts'

/** Null: the whole (also where several ranges, or those of another version, are asked for); 'none': there is no such part. */
export function rangeOf(headers: IncomingHttpHeaders, bytes: number, tag: string): ByteRange | 'none' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range ?? '') ?? []
  if (!from && !to) return null
  if (headers['if-range'] !== undefined && headers['if-range'] !== tag) return null
  const start = from ? Number(from) : Math.max(0, bytes - Number(to))
  const end = from && to ? Math.min(Number(to), bytes - 1) : bytes - 1
  return start > end || (!from && Number(to) === 0) ? 'none' : { start, end }
}
