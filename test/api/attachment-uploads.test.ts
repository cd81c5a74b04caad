// An upload: sent in pieces, cut off, gone on with after a restart, kept once, held to its limits.
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Upload } from 'tus-js-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { globalId } from '../graph.ts'
import { openRoad } from './attachment-road.ts'
import { bytesOf, type FileWorld, givenFiles } from './attachment-world.ts'

let world: FileWorld
beforeAll(async () => {
  world = await givenFiles()
}, 60_000)
afterAll(() => world.close())

describe('an upload', () => {
  it('goes on where it was cut off, after a restart of the server too, by the client that browsers use', async () => {
    const caseId = await world.claim()
    const content = Buffer.alloc(3_000_000, 'all of it arrives ')
    await world.road.request(world.engineer, '/attachments/nothing')
    const upload = new Upload(content, {
      endpoint: `${world.road.url}/attachments/uploads/`,
      chunkSize: 1_000_000,
      retryDelays: [0, 50, 100, 200, 400],
      headers: { 'x-viewer': world.engineer.id },
      metadata: { filename: 'long.txt', case: globalId('Claim', caseId), key: 'cut-off-upload' },
    })
    let restarts = 0
    await new Promise<void>((resolve, reject) => {
      upload.options.onError = reject
      upload.options.onSuccess = () => resolve()
      upload.options.onChunkComplete = (_size, accepted) => {
        if (accepted !== 1_000_000) return
        restarts += 1
        void world.road.restart()
      }
      upload.start()
    })
    expect(restarts).toBe(1)
    const [file] = await world.filesOf(world.engineer, caseId)
    expect(file?.sha256).toBe(createHash('sha256').update(content).digest('hex'))
  })

  it('says where it stands, takes no piece twice and no more than was announced', async () => {
    const content = bytesOf('eight by')
    const begun = await world.road.begin(world.engineer, { caseId: await world.claim(), content, key: 'stands-here' })
    const location = begun.headers.get('location') ?? ''
    expect(
      (await world.road.append(world.engineer, location, 0, content.subarray(0, 5))).headers.get('upload-offset'),
    ).toBe('5')
    const head = await world.road.request(world.engineer, location, {
      method: 'HEAD',
      headers: { 'Tus-Resumable': '1.0.0' },
    })
    expect([head.headers.get('upload-offset'), head.headers.get('upload-length')]).toEqual(['5', '8'])
    expect((await world.road.append(world.engineer, location, 0, content)).status).toBe(409)
    expect((await world.road.append(world.engineer, location, 5, bytesOf('far more than three'))).status).toBe(413)
    expect(
      (await world.road.request(world.stranger, location, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } }))
        .status,
    ).toBe(404)
  })

  it('is one file for one key, however often it is begun', async () => {
    const caseId = await world.claim()
    const file = { caseId, content: bytesOf('once'), name: 'once.txt', key: 'the-same-key' }
    const [first, second] = await Promise.all([
      world.road.begin(world.engineer, file),
      world.road.begin(world.engineer, file),
    ])
    const location = first.headers.get('location') ?? ''
    expect(second.headers.get('location')).toBe(location)
    const id = await world.road.attached(world.engineer, file)
    const again = await world.road.begin(world.engineer, file)
    const head = await world.road.request(world.engineer, again.headers.get('location') ?? '', {
      method: 'HEAD',
      headers: { 'Tus-Resumable': '1.0.0' },
    })
    expect([head.headers.get('upload-offset'), head.headers.get('attachment-id')]).toEqual(['4', id])
    expect(await world.filesOf(world.engineer, caseId)).toHaveLength(1)
    const other = await world.road.begin(world.engineer, { ...file, content: bytesOf('another') })
    expect([other.status, (await other.json()).code]).toEqual([422, 'KEY_REUSED'])
  })

  it('that was whole when the server went down is finished when it is asked for', async () => {
    const caseId = await world.claim()
    const content = bytesOf('whole')
    const begun = await world.road.begin(world.engineer, { caseId, content })
    const location = begun.headers.get('location') ?? ''
    await writeFile(join(world.road.folder, 'uploads', location.split('/').at(-1) ?? ''), content)
    const head = await world.road.request(world.engineer, location, {
      method: 'HEAD',
      headers: { 'Tus-Resumable': '1.0.0' },
    })
    expect(head.headers.get('upload-offset')).toBe('5')
    expect(await world.filesOf(world.engineer, caseId)).toHaveLength(1)
  })

  it('is written to by one request at a time', async () => {
    const content = bytesOf('slowly')
    const begun = await world.road.begin(world.engineer, { caseId: await world.claim(), content })
    const location = begun.headers.get('location') ?? ''
    await world.test.database.app
      .updateTable('upload')
      .set({ held_by: '01890000-0000-7000-8000-000000000000', held_until: new Date('2026-11-02T05:00:09Z') })
      .where('id', '=', location.split('/').at(-1) ?? '')
      .execute()
    expect((await world.road.append(world.engineer, location, 0, content)).status).toBe(423)
    world.test.setTime(new Date('2026-11-02T05:00:10Z'))
    expect((await world.road.append(world.engineer, location, 0, content)).status).toBe(204)
    world.test.setTime(new Date('2026-11-02T05:00:00Z'))
  })

  it('can be given up', async () => {
    const begun = await world.road.begin(world.engineer, {
      caseId: await world.claim(),
      content: bytesOf('never mind'),
    })
    const location = begun.headers.get('location') ?? ''
    const ended = await world.road.request(world.engineer, location, {
      method: 'DELETE',
      headers: { 'Tus-Resumable': '1.0.0' },
    })
    expect(ended.status).toBe(204)
    expect((await world.road.append(world.engineer, location, 0, bytesOf('never'))).status).toBe(404)
  })
})

describe('limits', () => {
  const refused = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code]

  it('are said before anything is sent', async () => {
    const caseId = await world.claim()
    const file = { caseId, content: bytesOf('') }
    expect(await refused(await world.road.begin(world.engineer, file, 50 * 1024 * 1024 + 1))).toEqual([
      413,
      'fileTooLarge',
    ])
    expect(await refused(await world.road.begin(world.engineer, file, 0))).toEqual([422, 'fileEmpty'])
    const small = await openRoad(world.test, { limits: { mostBytes: 100, mostPerCase: 1 } })
    await small.attached(world.engineer, { caseId, content: bytesOf('one') })
    expect(await refused(await small.begin(world.engineer, { caseId, content: bytesOf('two') }))).toEqual([
      422,
      'tooManyFiles',
    ])
    await small.close()
  })

  it('hide what is hidden: a case that is not seen is not there', async () => {
    const caseId = await world.claim()
    const id = await world.road.attached(world.engineer, { caseId, content: bytesOf('inside') })
    expect(await refused(await world.road.begin(world.stranger, { caseId, content: bytesOf('x') }))).toEqual([
      404,
      'NOT_FOUND',
    ])
    expect(await refused(await world.road.request(world.stranger, `/attachments/${id}`))).toEqual([404, 'NOT_FOUND'])
    const task = globalId('Task', '01890000-0000-7000-8000-000000000000')
    expect(await refused(await world.road.begin(world.engineer, { caseId, content: bytesOf('x'), task }))).toEqual([
      404,
      'NOT_FOUND',
    ])
  })
})
