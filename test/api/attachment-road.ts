/** The road of files on a port of its own: real engine, real folder; who asks is named in a header instead of signed in. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { pino } from 'pino'
import type { UploadPlaces } from '../../server/cases/upload-commands.ts'
import { diskBlobs } from '../../server/core/disk-blobs.ts'
import { stagedFiles } from '../../server/core/staged-files.ts'
import type { ContactViewer, PersonViewer } from '../../server/core/viewer.ts'
import { attachmentRoutes } from '../../server/http-attachments.ts'
import { answerRefusals } from '../../server/http-refusal.ts'
import { identifyRequests } from '../../server/http-request-id.ts'
import { securityHeaders } from '../../server/http-security-headers.ts'
import { listen } from '../../server/http-server.ts'
import type { TestEngine } from '../engine.ts'
import { globalId } from '../graph.ts'

export type Sender = PersonViewer | ContactViewer

export interface Sent {
  caseId: string
  content: Uint8Array
  name?: string
  key?: string
  task?: string
  item?: string
}

export interface Road {
  url: string
  folder: string
  places: UploadPlaces
  /** Ends the server and starts another one on the same folder and port. */
  restart(): Promise<void>
  request(viewer: Sender, path: string, init?: RequestInit): Promise<Response>
  begin(viewer: Sender, file: Sent, length?: number): Promise<Response>
  append(viewer: Sender, location: string, offset: number, piece: Uint8Array): Promise<Response>
  /** Begins and sends whole; the last answer. */
  send(viewer: Sender, file: Sent): Promise<Response>
  /** The same, and the id of the attachment; fails the test when it was refused. */
  attached(viewer: Sender, file: Sent): Promise<string>
  close(): Promise<void>
}

export async function openRoad({ engine }: TestEngine, changed: Partial<UploadPlaces> = {}): Promise<Road> {
  const folder = await mkdtemp(join(tmpdir(), 'csg-files-'))
  const places: UploadPlaces = {
    blobs: diskBlobs(folder),
    staged: stagedFiles(join(folder, 'uploads')),
    limits: { mostBytes: 50 * 1024 * 1024, mostPerCase: 200 },
    ...changed,
  }
  const viewers = new Map<string, Sender>()
  const logger = pino({ level: 'silent' })
  const app = express()
  app.use(identifyRequests(logger), securityHeaders('http://localhost'))
  const viewerOf = async (headers: { 'x-viewer'?: string | string[] | undefined }) =>
    viewers.get(String(headers['x-viewer'])) ?? null
  app.use('/attachments', attachmentRoutes({ engine, viewerOf: (headers) => viewerOf(headers as never), places }))
  app.use(answerRefusals(logger))
  let server = await listen(app, { port: 0, host: '127.0.0.1' })
  const { port } = server
  const url = `http://127.0.0.1:${port}`

  const request: Road['request'] = (viewer, path, init = {}) => {
    viewers.set(viewer.id, viewer)
    return fetch(new URL(path, url), { ...init, headers: { ...init.headers, 'x-viewer': viewer.id } })
  }
  const tus = { 'Tus-Resumable': '1.0.0' }
  const begin: Road['begin'] = (viewer, file, length = file.content.length) =>
    request(viewer, '/attachments/uploads/', {
      method: 'POST',
      headers: { ...tus, 'Upload-Length': String(length), 'Upload-Metadata': metadata(file) },
    })
  const append: Road['append'] = (viewer, location, offset, piece) =>
    request(viewer, location, {
      method: 'PATCH',
      headers: { ...tus, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
      body: piece as Uint8Array<ArrayBuffer>,
    })
  const send: Road['send'] = async (viewer, file) => {
    const begun = await begin(viewer, file)
    return begun.status === 201 ? append(viewer, begun.headers.get('location') ?? '', 0, file.content) : begun
  }
  return {
    url,
    folder,
    places,
    request,
    begin,
    append,
    send,
    async restart() {
      await server.close(100)
      server = await listen(app, { port, host: '127.0.0.1' })
    },
    async attached(viewer, file) {
      const answer = await send(viewer, file)
      const id = answer.headers.get('attachment-id')
      if (answer.status !== 204 || !id) throw new Error(`refused: ${answer.status} ${await answer.text()}`)
      return id
    },
    async close() {
      await server.close(100)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

let keys = 0

export function metadata({ caseId, name = 'note.txt', key = `key-${keys++}-of-test`, task, item }: Sent): string {
  const told = { filename: name, case: globalId('Claim', caseId), key, ...(task && { task }), ...(item && { item }) }
  return Object.entries(told)
    .map(([word, value]) => `${word} ${Buffer.from(value).toString('base64')}`)
    .join(',')
}
