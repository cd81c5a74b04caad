// A file of a case: kept with its hash, shown small, fetched, pointed out when it came before, taken off and put back.
import { createHash } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePreview } from '../../server/cases/preview-commands.ts'
import { sweepAttachments } from '../../server/cases/sweep-commands.ts'
import { givenPerson } from '../given.ts'
import { globalId } from '../graph.ts'
import { bytesOf, type FileWorld, givenFiles } from './attachment-world.ts'

let world: FileWorld
/** A photo 60 wide and 40 high whose camera was held upright: orientation 6 turns it to 40 × 60. */
let photo: Buffer
beforeAll(async () => {
  world = await givenFiles()
  photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a33' } })
    .withExif({ IFD0: { Copyright: 'Secret place' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}, 60_000)
afterAll(() => world.close())

describe('a photo', () => {
  it('is kept with its hash, told of in the history, and fetched as it was', async () => {
    const caseId = await world.claim()
    const id = await world.road.attached(world.engineer, { caseId, content: photo, name: 'IMG 0001.JPG' })
    const sha256 = createHash('sha256').update(photo).digest('hex')
    expect(await world.filesOf(world.engineer, caseId)).toMatchObject([
      {
        name: 'IMG 0001.JPG',
        mediaType: 'image/jpeg',
        sha256,
        byName: 'Front Person',
        previewUrl: null,
        mayRemove: true,
      },
    ])
    expect(await world.linesOf(caseId)).toEqual(['File added: IMG 0001.JPG'])
    const answer = await world.road.request(world.engineer, `/attachments/${id}`)
    expect(Buffer.from(await answer.arrayBuffer()).equals(photo)).toBe(true)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `attachment; filename="IMG 0001.JPG"; filename*=UTF-8''IMG%200001.JPG`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'content-length': String(photo.length),
    })
    const known = await world.road.request(world.engineer, `/attachments/${id}`, {
      headers: { 'if-none-match': `"${sha256}"` },
    })
    expect(known.status).toBe(304)
  })

  it('has a preview that is upright and knows nothing of camera and place', async () => {
    const caseId = await world.claim()
    const id = await world.road.attached(world.engineer, { caseId, content: photo, name: 'a.jpg' })
    expect((await world.road.request(world.engineer, `/attachments/${id}/preview`)).status).toBe(404)
    await makePreview(world.test.engine, world.road.places.blobs, id)
    const [file] = await world.filesOf(world.engineer, caseId)
    expect(file?.previewUrl).toBe(`/attachments/${id}/preview`)
    const answer = await world.road.request(world.engineer, file?.previewUrl ?? '')
    expect(answer.headers.get('content-type')).toBe('image/webp')
    const preview = Buffer.from(await answer.arrayBuffer())
    expect(preview.includes('Secret place')).toBe(false)
    expect(await sharp(preview).metadata()).toMatchObject({ format: 'webp', width: 40, height: 60 })
  })

  it('is fetched in parts', async () => {
    const id = await world.road.attached(world.engineer, {
      caseId: await world.claim(),
      content: bytesOf('0123456789'),
    })
    const part = async (range: string) => {
      const answer = await world.road.request(world.engineer, `/attachments/${id}`, { headers: { range } })
      return [answer.status, answer.headers.get('content-range'), answer.status === 416 ? '' : await answer.text()]
    }
    expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234'])
    expect(await part('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789'])
    expect(await part('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789'])
    expect(await part('bytes=10-')).toEqual([416, 'bytes */10', ''])
    expect(await part('bytes=0-1,3-4')).toEqual([200, null, '0123456789'])
  })
})

describe('a file of a case', () => {
  it('is pointed out when it came before', async () => {
    const caseId = await world.claim()
    await world.road.attached(world.engineer, { caseId, content: bytesOf('same'), name: 'first.txt' })
    await world.road.attached(world.engineer, { caseId, content: bytesOf('same'), name: 'second.txt' })
    const files = await world.filesOf(world.engineer, caseId)
    expect(files.map(({ name, duplicateOf }) => [name, duplicateOf])).toContainEqual(['second.txt', 'first.txt'])
    expect(files.filter(({ duplicateOf }) => duplicateOf)).toHaveLength(1)
  })

  it('is taken off by who added it or a world.lead, put back, and erased after thirty days', async () => {
    const caseId = await world.claim()
    const colleague = await givenPerson(world.test.database.app, { name: `Colleague ${caseId}`, role: 'csEngineer' })
    const id = await world.road.attached(world.engineer, { caseId, content: bytesOf('taken off'), name: 'off.txt' })
    const input = { id: globalId('Attachment', id) }
    expect(await world.write(colleague, 'removeAttachment', input)).toBe('NotAllowed')
    expect(await world.write(world.stranger, 'removeAttachment', input)).toBe('NotFound')
    expect(await world.write(world.engineer, 'removeAttachment', input)).toBe('AttachmentWritten')
    expect(await world.filesOf(world.engineer, caseId)).toEqual([])
    expect((await world.road.request(world.engineer, `/attachments/${id}`)).status).toBe(404)
    expect(await world.write(world.engineer, 'restoreAttachment', input)).toBe('AttachmentWritten')
    expect(await world.write(world.lead, 'removeAttachment', input)).toBe('AttachmentWritten')
    expect(await world.linesOf(caseId)).toEqual([
      'File removed: off.txt',
      'File put back: off.txt',
      'File removed: off.txt',
      'File added: off.txt',
    ])
    world.test.setTime(new Date('2026-12-02T05:00:01Z'))
    await sweepAttachments(world.test.engine, world.road.places)
    world.test.setTime(new Date('2026-11-02T05:00:00Z'))
    expect(await world.write(world.lead, 'restoreAttachment', input)).toBe('NotFound')
    expect(await readdir(join(world.road.folder, 'originals'))).not.toContain(id)
  })

  it("is the customer's own, or was shown to him; nothing else is there for him", async () => {
    const { caseId } = world.contact
    const inside = await world.road.attached(world.engineer, {
      caseId,
      content: bytesOf('between ourselves'),
      name: 'inside.txt',
    })
    const own = await world.road.attached(world.contact, { caseId, content: bytesOf('look'), name: 'own.txt' })
    const names = async () => (await world.filesOf(world.contact, caseId)).map(({ name }) => name).sort()
    expect(await names()).toEqual(['own.txt'])
    expect((await world.road.request(world.contact, `/attachments/${own}`)).status).toBe(200)
    expect((await world.road.request(world.contact, `/attachments/${inside}`)).status).toBe(404)
    const input = { id: globalId('Attachment', inside) }
    expect(await world.write(world.contact, 'removeAttachment', input)).toBe('NotFound')
    expect(await world.write(world.contact, 'showAttachment', { ...input, shown: true })).toBe('NotAllowed')
    expect(await world.write(world.engineer, 'showAttachment', { ...input, shown: true })).toBe('AttachmentWritten')
    expect(await names()).toEqual(['inside.txt', 'own.txt'])
    expect((await world.filesOf(world.engineer, caseId)).map(({ name }) => name).sort()).toEqual([
      'inside.txt',
      'own.txt',
    ])
  })
})

it('leaves no file without a row and no row without a file after the sweep', async () => {
  const caseId = await world.claim()
  const kept = await world.road.attached(world.engineer, { caseId, content: bytesOf('kept') })
  const begun = await world.road.begin(world.engineer, { caseId, content: bytesOf('given up') })
  await world.road.append(world.engineer, begun.headers.get('location') ?? '', 0, bytesOf('given'))
  const lost = '01890000-0000-7000-8000-0000000000ff'
  await writeFile(join(world.road.folder, 'originals', lost), 'without a row')
  world.test.setTime(new Date('2026-11-03T06:00:00Z'))
  const swept = await sweepAttachments(world.test.engine, world.road.places, 0)
  world.test.setTime(new Date('2026-11-02T05:00:00Z'))
  expect(swept.contents).toBe(1)
  expect(await readdir(join(world.road.folder, 'uploads'))).toEqual([])
  const rows = await world.test.database.app
    .selectFrom('attachment')
    .where('state', '!=', 'erased')
    .select('id')
    .execute()
  const files = await readdir(join(world.road.folder, 'originals'))
  // Those of the world.road with other limits lie in a folder of their own, which is gone.
  expect(files.filter((id) => !rows.some((row) => row.id === id))).toEqual([])
  expect(files).toContain(kept)
})
