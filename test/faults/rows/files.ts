// The disk of attached files fills up: senders are told, everything else goes on, and rows and files still belong together.
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'kysely'
import { attachmentPlaces } from '../../../server/cases/attachment-places.ts'
import { sweepAttachments } from '../../../server/cases/sweep-commands.ts'
import type { UploadPlaces } from '../../../server/cases/upload-commands.ts'
import { engineOn } from '../../../server/open-engine.ts'
import { signIn } from '../fault-client.ts'
import { soundness } from '../fault-figures.ts'
import { all, type FaultPlace, type FaultRow, type Figure, type LeftOut, none, told } from '../fault-row.ts'
import { openScene, type Scene } from '../fault-scene.ts'
import { registration } from '../fault-world.ts'
import { mountable, type SmallDisk, smallDisk } from '../small-disk.ts'

const MEBIBYTE = 1_048_576
/** What the product keeps free for everything else on the disk. */
const KEPT_FREE = 64
const AT_ONCE = 10

export const files: FaultRow = { name: 'files', fault: 'disk full for attachments', size: null, run: filled }

async function filled(place: FaultPlace): Promise<Figure[] | LeftOut> {
  if (!(await mountable(join(place.folder, `mounted-${randomUUID()}`))))
    return { leftOut: 'a small disk cannot be mounted here; root on Linux may' }
  const scene = await openScene(place, { servers: 1, clients: 1, overdue: 0 })
  let small: SmallDisk | undefined
  try {
    const dataDirectory = scene.environment.DATA_DIRECTORY ?? ''
    small = await smallDisk(join(dataDirectory, 'attachments'))
    const limits = { mostBytes: 50 * MEBIBYTE, mostPerCase: 200 }
    return await fill(scene, small, attachmentPlaces({ dataDirectory, attachmentLimits: limits, s3: undefined }))
  } finally {
    await scene.close()
    await small?.remove()
  }
}

async function fill(scene: Scene, small: SmallDisk, places: UploadPlaces): Promise<Figure[]> {
  const [client] = scene.clients
  if (!client) throw new Error('There is no client')
  const sender = await openSender(scene)
  const work = async () =>
    (await client.deliver('registerClaim', 'claim', (mark) => registration(scene.world, mark))).claim
  const claim = (await work())?.id ?? ''
  const earlier = await sender.send(claim, MEBIBYTE)
  // All are let in while there is room for each; then another fills the disk, and few of them fit.
  await small.leave(KEPT_FREE + 2)
  const locations = await Promise.all(Array.from({ length: AT_ONCE }, () => sender.begin(claim, MEBIBYTE)))
  await small.leave(3)
  const sent = await Promise.all(locations.map(({ location }) => sender.append(location, 0, MEBIBYTE)))
  const refused = [...sent.filter(({ status }) => status !== 204), await sender.begin(claim, MEBIBYTE)]
  const goesOn = [await work(), await client.look(claim)].filter(Boolean).length
  const readable = await sender.read(earlier.attachment)
  await small.leave(KEPT_FREE * 4)
  const cut = locations.filter((_, at) => sent[at]?.status !== 204)
  const again = await Promise.all(
    cut.map(async ({ location }) => sender.append(location, await sender.offset(location), MEBIBYTE)),
  )
  const { engine, close } = await engineOn(scene.database.connections.app, 2, () => undefined)
  await sweepAttachments(engine, places, 0).finally(close)
  const { rowsWithoutFile, filesWithoutRow } = await compared(scene, places)
  return [
    told('sent while there was little room', `${AT_ONCE} files of 1 MiB, ${sent.length - cut.length} of them stored`),
    all('senders told in plain words', refused.filter(isPlain).length, cut.length + 1),
    all('earlier file still read', readable === MEBIBYTE ? 1 : 0, 1),
    all('commands and reads answered meanwhile', goesOn, 2),
    all('servers that stayed up', scene.servers.filter((server) => server.running()).length, 1),
    all('cut off ones stored once there is room', again.filter(({ status }) => status === 204).length, cut.length),
    none('rows without their file', rowsWithoutFile),
    none('files without a row after the sweep', filesWithoutRow),
    ...(await soundness(scene.database.owner, client.delivered)),
  ]
}

interface Answer {
  status: number
  body: string
  location: string
  /** Id of the attachment that the upload became. */
  attachment: string
}

function isPlain({ status, body }: Answer): boolean {
  const { code = '', message = '' } = JSON.parse(body || '{}') as { code?: string; message?: string }
  return status === 507 && code === 'STORAGE_FULL' && message.length > 0
}

/** One person's uploads by tus. */
async function openSender({ servers, world }: Scene) {
  const url = servers[0]?.url ?? ''
  const cookie = await signIn(url, world.emails[0] ?? '')
  const ask = async (path: string, method: string, headers: Record<string, string>, body?: string): Promise<Answer> => {
    const said = { 'Tus-Resumable': '1.0.0', origin: url, cookie, ...headers }
    const response = await fetch(new URL(path, url), { method, headers: said, ...(body === undefined ? {} : { body }) })
    return {
      status: response.status,
      body: await response.text(),
      location: response.headers.get('location') ?? '',
      attachment: response.headers.get('attachment-id') ?? '',
    }
  }
  const begin = (claim: string, bytes: number) => {
    const metadata = Object.entries({ filename: 'note.txt', case: claim, key: randomUUID() })
      .map(([word, value]) => `${word} ${Buffer.from(value).toString('base64')}`)
      .join(',')
    return ask('/attachments/uploads/', 'POST', { 'Upload-Length': String(bytes), 'Upload-Metadata': metadata })
  }
  /** What is left of so many bytes. */
  const append = (location: string, from: number, bytes: number) => {
    const headers = { 'Upload-Offset': String(from), 'Content-Type': 'application/offset+octet-stream' }
    return ask(location, 'PATCH', headers, randomBytes((bytes - from) / 2).toString('hex'))
  }
  return {
    begin,
    append,
    send: async (claim: string, bytes: number) => append((await begin(claim, bytes)).location, 0, bytes),
    offset: async (location: string) => {
      const said = { 'Tus-Resumable': '1.0.0', origin: url, cookie }
      const response = await fetch(new URL(location, url), { method: 'HEAD', headers: said })
      return Number(response.headers.get('upload-offset'))
    },
    /** Length of what is downloaded. */
    read: async (attachment: string) => {
      const response = await fetch(`${url}/attachments/${attachment}`, { headers: { origin: url, cookie } })
      return response.ok ? (await response.arrayBuffer()).byteLength : 0
    },
  }
}

async function compared({ database }: Scene, { blobs, staged }: UploadPlaces) {
  const { rows } = await sql<{ id: string }>`select id from attachment where state = 'stored'`.execute(database.owner)
  const { rows: begun } = await sql<{ id: string }>`select id from upload where finished_at is null`.execute(
    database.owner,
  )
  const stored: string[] = []
  for await (const { key } of blobs.list('originals/')) stored.push(key.split('/')[1] ?? '')
  const underWay = (await staged.list()).map(({ id }) => id)
  const without = (ids: readonly string[], others: readonly { id: string }[]) =>
    ids.filter((id) => !others.some((other) => other.id === id))
  return {
    rowsWithoutFile: rows.map(({ id }) => id).filter((id) => !stored.includes(id)),
    filesWithoutRow: [...without(stored, rows), ...without(underWay, begun)],
  }
}
