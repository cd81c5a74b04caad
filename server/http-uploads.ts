/** Uploads by tus 1.0 (creation, termination): cut off anywhere, they go on where they were, after a restart of the server too. */
import type { Request, RequestHandler, Response } from 'express'
import { Router } from 'express'
import type { Logger } from 'pino'
import {
  beginUpload,
  dropUpload,
  findUpload,
  finishUpload,
  type Upload,
  type UploadPlaces,
} from './cases/upload-commands.ts'
import { holdingUpload } from './cases/upload-hold.ts'
import type { Engine } from './core/engine.ts'
import { Refused } from './core/refusal.ts'
import { TooLong } from './core/staged-files.ts'
import type { ContactViewer, PersonViewer } from './core/viewer.ts'
import { ScannerAway } from './core/virus-scanner.ts'
import { HttpRefusal } from './http-refusal.ts'
import type { Served } from './http-served.ts'
import { newUploadOf } from './http-upload-metadata.ts'

const VERSION = '1.0.0'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export interface UploadRoutes {
  engine: Engine
  places: UploadPlaces
  served: Served
  logger?: Pick<Logger, 'warn'> | undefined
}

type Sender = PersonViewer | ContactViewer

export function uploads({ engine, places, served, logger }: UploadRoutes): RequestHandler {
  const finish = async (viewer: Sender, upload: Upload) => {
    await finishUpload(engine, viewer, upload, places).catch((error: unknown) => {
      const outcome = scanOutcome(error)
      if (outcome) logger?.warn({ event: 'scan', uploadId: upload.id, outcome }, 'a file was not taken')
      throw error
    })
    upload.finished = true
  }
  const router = Router({ strict: true, caseSensitive: true })
  router.use((request, response, next) => {
    response.set({ 'Tus-Resumable': VERSION, 'Cache-Control': 'no-store' })
    const said = request.headers['tus-resumable']
    if (request.method !== 'OPTIONS' && said !== VERSION) {
      throw new HttpRefusal(412, 'TUS_VERSION', `Uploads speak tus ${VERSION}.`, { 'Tus-Version': VERSION })
    }
    next()
  })
  router.options('/{*rest}', (_request, response) => {
    const most = String(places.limits.mostBytes)
    response.set({ 'Tus-Version': VERSION, 'Tus-Extension': 'creation,termination', 'Tus-Max-Size': most })
    response.status(204).end()
  })
  router.post(
    '/',
    served(async (viewer, request, response) => {
      const upload = await beginUpload(engine, viewer, places, newUploadOf(request.headers))
      response.status(201).set('Location', `${request.baseUrl}/${upload.id}`).end()
    }),
  )
  router.head(
    '/:id',
    served(async (viewer, request, response) => {
      const upload = await uploadOf(engine, viewer, request)
      let offset = upload.finished ? upload.bytes : await places.staged.size(upload.id)
      // Whole and not finished: the server went down between the last byte and the end.
      if (!upload.finished && offset === upload.bytes) await held(engine, upload, () => finish(viewer, upload))
      if (offset > upload.bytes) offset = 0
      tell(response, upload, offset).set('Upload-Length', String(upload.bytes)).status(200).end()
    }),
  )
  router.patch(
    '/:id',
    served(async (viewer, request, response) => {
      const upload = await uploadOf(engine, viewer, request)
      const offset = offsetOf(request)
      if (upload.finished) throw moved()
      let reached = offset
      await held(engine, upload, async () => {
        reached = await receive(request, upload, offset, places)
        if (reached === upload.bytes) await finish(viewer, upload)
      })
      tell(response, upload, reached).status(204).end()
    }),
  )
  router.delete(
    '/:id',
    served(async (viewer, request, response) => {
      const upload = await uploadOf(engine, viewer, request)
      await held(engine, upload, () => dropUpload(engine, upload.id, places))
      response.status(204).end()
    }),
  )
  return router
}

async function uploadOf(engine: Engine, viewer: Sender, { params }: Request): Promise<Upload> {
  const id = String(params.id)
  const upload = UUID.test(id) ? await findUpload(engine, viewer, id) : null
  if (!upload) throw new HttpRefusal(404, 'NOT_FOUND', 'There is no such upload.')
  return upload
}

function offsetOf({ headers }: Request): number {
  if (headers['content-type'] !== 'application/offset+octet-stream') {
    throw new HttpRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send pieces as application/offset+octet-stream.')
  }
  const text = String(headers['upload-offset'] ?? '')
  if (!/^\d{1,12}$/.test(text)) throw new HttpRefusal(400, 'BAD_REQUEST', 'Upload-Offset is missing.')
  return Number(text)
}

async function held(engine: Engine, { id }: Upload, work: () => Promise<void>): Promise<void> {
  const got = await holdingUpload(engine, id, work)
  if (!got) throw new HttpRefusal(423, 'LOCKED', 'Another request is writing to this upload.')
}

/** Where the upload stands after this piece. */
async function receive(request: Request, upload: Upload, offset: number, { staged }: UploadPlaces): Promise<number> {
  if ((await staged.size(upload.id)) !== offset) throw moved()
  try {
    await staged.append(upload.id, offset, request, upload.bytes - offset)
  } catch (error) {
    if (!(error instanceof TooLong)) throw error
    const told = 'More came than was announced.'
    throw new HttpRefusal(413, 'BODY_TOO_LARGE', told, { Connection: 'close' })
  }
  return await staged.size(upload.id)
}

function moved(): HttpRefusal {
  return new HttpRefusal(409, 'OFFSET', 'The upload stands elsewhere: ask where.')
}

function scanOutcome(error: unknown): 'INFECTED' | 'SCANNER_AWAY' | null {
  if (error instanceof ScannerAway) return 'SCANNER_AWAY'
  const refused = error instanceof Refused && error.refusal.kind === 'invalid' ? error.refusal.fields : []
  return refused.some(({ code }) => code === 'infected') ? 'INFECTED' : null
}

function tell(response: Response, { id, finished }: Upload, offset: number): Response {
  response.set('Upload-Offset', String(offset))
  return finished ? response.set('Attachment-Id', id) : response
}
