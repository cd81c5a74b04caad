/** The road to exported files: only who asked for one gets it; for everybody else there is none. */
import { pipeline } from 'node:stream/promises'
import type { RequestHandler } from 'express'
import { readExportNotice } from './cases/export-notices.ts'
import { BlobMissing, type BlobStore } from './core/blob-store.ts'
import type { Engine } from './core/engine.ts'
import type { ViewerReader } from './core/session-viewer.ts'
import { exportKey } from './export-list.ts'
import { HttpRefusal } from './http-refusal.ts'

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

interface ExportsRoute {
  engine: Pick<Engine, 'db' | 'now' | 'changes'>
  viewerOf: ViewerReader
  blobs: BlobStore
}

export function exportsRoute({ engine, viewerOf, blobs }: ExportsRoute): RequestHandler {
  return async (request, response) => {
    const viewer = await viewerOf(request.headers)
    if (!viewer) throw new HttpRefusal(401, 'UNAUTHENTICATED', 'Sign in first.')
    const id = String(request.params.id)
    const row = viewer.kind === 'person' && UUID.test(id) ? await readyExport(engine, id, viewer.id) : null
    const content = row && (await blobs.read(exportKey(id)).catch(missing))
    if (!row || !content) throw new HttpRefusal(404, 'NOT_FOUND', 'There is nothing here.')
    response.set({
      'Content-Type': types[row.format],
      'Content-Length': String(row.bytes),
      'Content-Disposition': `attachment; filename="${row.page}-${row.ended}.${row.format}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    })
    await pipeline(content, response)
    if (viewer.kind === 'person') await readExportNotice(engine, viewer.id, id)
  }
}

function missing(error: unknown): null {
  if (error instanceof BlobMissing) return null
  throw error
}

async function readyExport({ db, now }: Pick<Engine, 'db' | 'now'>, id: string, personId: string) {
  const row = await db
    .selectFrom('list_export')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('state', '=', 'ready')
    .where('expires_at', '>', now())
    .select(['page', 'format', 'bytes', 'ended_at'])
    .executeTakeFirst()
  return row && { ...row, ended: row.ended_at?.toISOString().slice(0, 10) ?? '' }
}
