/** Hands out files: originals always to be saved, previews (which are our own pictures) to be shown; to who sees them, and nobody else. */
import { pipeline } from 'node:stream/promises'
import type { Request, RequestHandler, Response } from 'express'
import { Router } from 'express'
import { contentKey, previewKey, seenAttachment } from './cases/attachment-queries.ts'
import { BlobMissing, type BlobStore } from './core/blob-store.ts'
import type { Engine } from './core/engine.ts'
import type { ContactViewer, PersonViewer } from './core/viewer.ts'
import { rangeOf } from './http-range.ts'
import { HttpRefusal } from './http-refusal.ts'
import type { Served } from './http-served.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export interface DownloadRoutes {
  engine: Engine
  blobs: BlobStore
  served: Served
}

export function downloads({ engine, blobs, served }: DownloadRoutes): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true })
  router.get(
    '/:id',
    served(async (viewer, request, response) => {
      const { id, name, media_type, bytes, sha256 } = await fileOf(engine, viewer, request)
      // Not by express, which would add a charset that nobody looked at.
      response.setHeader('Content-Type', media_type)
      response.set({ 'Content-Disposition': attachmentNamed(name), 'Accept-Ranges': 'bytes' })
      guard(response, `"${sha256}"`)
      if (isKnown(request, response)) return void response.status(304).end()
      const range = rangeOf(request.headers, bytes, `"${sha256}"`)
      if (range === 'none') {
        throw new HttpRefusal(416, 'RANGE', 'The file has no such part.', { 'Content-Range': `bytes */${bytes}` })
      }
      if (range) {
        response.status(206)
        response.set('Content-Range', `bytes ${range.start}-${range.end}/${bytes}`)
      }
      response.set('Content-Length', String(range ? range.end - range.start + 1 : bytes))
      if (request.method === 'HEAD') return void response.end()
      await send(response, () => blobs.read(contentKey(id), range ?? undefined))
    }),
  )
  router.get(
    '/:id/preview',
    served(async (viewer, request, response) => {
      const { id, preview, sha256 } = await fileOf(engine, viewer, request)
      if (preview !== 'made') throw absent()
      response.set({ 'Content-Type': 'image/webp', 'Content-Disposition': 'inline' })
      guard(response, `"p-${sha256}"`)
      if (isKnown(request, response)) return void response.status(304).end()
      await send(response, () => blobs.read(previewKey(id)))
    }),
  )
  return router
}

async function fileOf(engine: Engine, viewer: PersonViewer | ContactViewer, { params }: Request) {
  const id = String(params.id)
  const file = UUID.test(id) ? await seenAttachment(engine.db, viewer, id) : undefined
  if (!file) throw absent()
  return file
}

function absent(): HttpRefusal {
  return new HttpRefusal(404, 'NOT_FOUND', 'There is no such file.')
}

/** Opened by itself it can do nothing; kept by nobody but this browser, which asks each time whether it still may. */
function guard(response: Response, tag: string): void {
  response.set({
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, no-cache',
    Vary: 'Cookie, Authorization',
    ETag: tag,
  })
}

function isKnown(request: Request, response: Response): boolean {
  const tags = String(request.headers['if-none-match'] ?? '').split(/\s*,\s*/)
  return tags.includes(String(response.getHeader('etag')))
}

/** RFC 6266: plain letters for old programs, the whole name in UTF-8 beside them. */
function attachmentNamed(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const whole = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}

async function send(response: Response, read: () => ReturnType<BlobStore['read']>): Promise<void> {
  try {
    await pipeline(await read(), response)
  } catch (error) {
    if (error instanceof BlobMissing || !response.headersSent) throw error
    response.destroy()
  }
}
