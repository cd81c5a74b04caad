/** The road of files: uploads that resume, downloads and previews, under the viewer, the limits and the refusals of everything else. */
import { type RequestHandler, Router } from 'express'
import type { Logger } from 'pino'
import type { UploadPlaces } from './cases/upload-commands.ts'
import type { Engine } from './core/engine.ts'
import type { ViewerReader } from './core/session-viewer.ts'
import { downloads } from './http-download.ts'
import { servedTo } from './http-served.ts'
import { uploads } from './http-uploads.ts'

export const ATTACHMENTS_PATH = '/attachments'

export interface AttachmentRoutes {
  engine: Engine
  viewerOf: ViewerReader
  places: UploadPlaces
  /** Told of files that were refused for a virus, by the id of their upload. */
  logger?: Pick<Logger, 'warn'> | undefined
}

export function attachmentRoutes({ engine, viewerOf, places, logger }: AttachmentRoutes): RequestHandler {
  const served = servedTo(viewerOf)
  const router = Router({ strict: true, caseSensitive: true })
  router.use('/uploads', uploads({ engine, places, served, logger }))
  router.use(downloads({ engine, blobs: places.blobs, served }))
  return router
}
