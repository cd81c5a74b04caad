// Hostile files and full disks: refused with words, or kept so that they can do nothing; and nothing half is left.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textKinds } from '../../server/cases/file-kinds.ts'
import { makePreview } from '../../server/cases/preview-commands.ts'
import { fittingName, safeName } from '../../server/cases/safe-name.ts'
import { diskBlobs } from '../../server/core/disk-blobs.ts'
import { stagedFiles } from '../../server/core/staged-files.ts'
import { openRoad } from './attachment-road.ts'
import { bytesOf, type FileWorld, givenFiles } from './attachment-world.ts'
import { zipOf } from './zip-of.ts'

let world: FileWorld
beforeAll(async () => {
  world = await givenFiles()
}, 60_000)
afterAll(() => world.close())

const pixel = () => sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } })
const sheet = (entries: Parameters<typeof zipOf>[0]) => zipOf([['[Content_Types].xml', bytesOf(types)], ...entries])
const types = `<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const padding = '\n'.repeat(600)

describe('what a file is', () => {
  const cases: [what: string, name: string, content: () => Promise<Uint8Array> | Uint8Array, answer: string][] = [
    ['a picture that is a drawing with a script', 'a.svg', () => bytesOf(svg), 'fileKind'],
    ['the same named as a photo', 'a.png', () => bytesOf(svg), 'fileKind'],
    ['a page', 'a.html', () => bytesOf('<!doctype html><script>alert(1)</script>'), 'fileKind'],
    [
      'a page behind a mark of byte order',
      'a.txt',
      () => bytesOf('\uFEFF  <html><script>alert(1)</script>'),
      'fileKind',
    ],
    ['a program named as a photo', 'a.jpg', () => Buffer.from(`MZ${'\0'.repeat(200)}`, 'latin1'), 'fileKind'],
    ['an archive', 'a.zip', () => zipOf([['a.txt', bytesOf('a')]]), 'fileKind'],
    [
      'the first bytes of a photo alone',
      'a.jpg',
      () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
      'fileUnreadable',
    ],
    ['noise', 'a.txt', () => Buffer.from([1, 2, 3, 4, 5, 0, 200]), 'fileKind'],
    [
      'a sheet that unpacks to a gigabyte',
      'a.xlsx',
      () => sheet([['xl/a.xml', bytesOf('a'), 1_000_000_000]]),
      'archiveBomb',
    ],
    [
      'a sheet with something behind its end',
      'a.xlsx',
      async () => Buffer.concat([await sheet([]), bytesOf(svg)]),
      'fileUnreadable',
    ],
    ['a picture of 144 million pixels', 'a.png', () => pngHeader(12_000, 12_000), 'filePixels'],
  ]
  it.each(cases)('%s is refused, and nothing is kept', async (_what, name, content, code) => {
    const caseId = await world.claim()
    const answer = await world.road.send(world.engineer, { caseId, name, content: await content() })
    expect([answer.status, (await answer.json()).code]).toEqual([422, code])
    expect(await world.filesOf(world.engineer, caseId)).toEqual([])
    expect(await readdir(join(world.road.folder, 'uploads'))).toEqual([])
  })

  const inert: [
    what: string,
    name: string,
    content: () => Promise<Uint8Array> | Uint8Array,
    mediaType: string,
    kept: string,
  ][] = [
    [
      'a photo with a page behind it',
      'a.html',
      async () => Buffer.concat([await pixel().jpeg().toBuffer(), bytesOf(svg)]),
      'image/jpeg',
      'a.html.jpg',
    ],
    ['words with a page far behind', 'a.html', () => bytesOf(`hello${padding}${svg}`), 'text/plain', 'a.html.txt'],
    ['values with a formula', 'a.csv', () => bytesOf('=cmd|calc,1\n'), 'text/csv', 'a.csv'],
    [
      'a document with a script',
      'a.pdf',
      () => bytesOf('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj'),
      'application/pdf',
      'a.pdf',
    ],
  ]
  it.each(inert)(
    '%s is only ever saved, under a name that says what it is',
    async (_what, name, content, mediaType, kept) => {
      const caseId = await world.claim()
      const id = await world.road.attached(world.engineer, { caseId, name, content: await content() })
      const answer = await world.road.request(world.engineer, `/attachments/${id}`)
      expect(answer.headers.get('content-type')).toBe(mediaType)
      expect(answer.headers.get('content-disposition')).toContain(`attachment; filename="${kept}"`)
      expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    },
  )

  it('shows pictures made anew alone: what was behind the photo is not in its preview', async () => {
    const content = Buffer.concat([await pixel().jpeg().toBuffer(), bytesOf(svg)])
    const id = await world.road.attached(world.engineer, { caseId: await world.claim(), content, name: 'a.jpg' })
    await makePreview(world.test.engine, world.road.places.blobs, id)
    const preview = await (await world.road.request(world.engineer, `/attachments/${id}/preview`)).text()
    expect(preview).not.toContain('script')
  })
})

describe('names', () => {
  const long = `${'ش'.repeat(300)}.jpg`
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system.ini', 'system.ini'],
    ['....', 'file'],
    ['', 'file'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['LPT1 .csv', '_LPT1.csv'],
    ['photo\u202Egnp.exe', 'photognp.exe'],
    ['line\r\nSet-Cookie: a=b.txt', 'lineSet-Cookie_ a=b.txt'],
    ['a"b<c>|?*.png', 'a_b_c____.png'],
    ['trailing. . ', 'trailing'],
    ['lone \uD800 half.txt', 'lone _ half.txt'],
    ['می\u200Cخواهم.pdf', 'می\u200Cخواهم.pdf'],
    ['e\u0301.txt', 'é.txt'],
  ])('%j is kept as %j', (given, kept) => expect(safeName(given)).toBe(kept))

  it('fit every file system and keep their ending', () => {
    expect(Buffer.byteLength(safeName(long))).toBeLessThanOrEqual(200)
    expect(safeName(long)).toMatch(/^ش{50,}\.jpg$/)
    expect(safeName('x'.repeat(400))).toHaveLength(120)
    expect(fittingName('run.exe', textKinds.plain)).toBe('run.exe.txt')
  })

  it('go out whole and cannot break the header', async () => {
    const caseId = await world.claim()
    const id = await world.road.attached(world.engineer, {
      caseId,
      name: 'Кромка "волны" 100%.txt',
      content: bytesOf('a'),
    })
    const answer = await world.road.request(world.engineer, `/attachments/${id}`)
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="______ _______ 100_.txt"; filename*=UTF-8''${encodeURIComponent('Кромка _волны_ 100%.txt')}`,
    )
  })
})

describe('a full disk', () => {
  const full = () => Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }))

  it('while the file comes in: refused, nothing half is left, and later it works', async () => {
    let room = false
    const folder = join(world.road.folder, 'uploads')
    const whole = stagedFiles(folder)
    const filling = stagedFiles(folder, full)
    const staged = {
      ...whole,
      append: (...piece: Parameters<typeof whole.append>) => (room ? whole : filling).append(...piece),
    }
    const road = await openRoad(world.test, { staged })
    const caseId = await world.claim()
    const begun = await road.begin(world.engineer, { caseId, content: bytesOf('later') })
    const location = begun.headers.get('location') ?? ''
    const answer = await road.append(world.engineer, location, 0, bytesOf('later'))
    expect([answer.status, (await answer.json()).code]).toEqual([507, 'STORAGE_FULL'])
    expect(await staged.size(location.split('/').at(-1) ?? '')).toBe(0)
    expect(await world.filesOf(world.engineer, caseId)).toEqual([])
    room = true
    expect((await road.append(world.engineer, location, 0, bytesOf('later'))).status).toBe(204)
    expect(await world.filesOf(world.engineer, caseId)).toHaveLength(1)
    await road.close()
  })

  it('while it is put away: no row without its file, and asking again finishes it', async () => {
    const blobs = diskBlobs(world.road.folder)
    let room = false
    const road = await openRoad(world.test, {
      blobs: { ...blobs, put: (...file) => (room ? blobs.put(...file) : storageFull()) },
    })
    const caseId = await world.claim()
    const answer = await road.send(world.engineer, { caseId, content: bytesOf('waits'), key: 'waits-for-room' })
    expect(answer.status).toBe(507)
    expect(await world.filesOf(world.engineer, caseId)).toEqual([])
    room = true
    const again = await road.begin(world.engineer, { caseId, content: bytesOf('waits'), key: 'waits-for-room' })
    const head = { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } }
    await road.request(world.engineer, again.headers.get('location') ?? '', head)
    expect(await world.filesOf(world.engineer, caseId)).toHaveLength(1)
    await road.close()
  })

  async function storageFull(): Promise<void> {
    const { asStorageFull } = await import('../../server/core/blob-store.ts')
    throw asStorageFull(await full().catch((error: unknown) => error))
  }
})

/** A picture whose header says how large it is, with nothing behind it. */
async function pngHeader(width: number, height: number): Promise<Buffer> {
  const { crc32 } = await import('node:zlib')
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])
  const data = chunk('IDAT', deflateRawSync(Buffer.alloc(100)))
  return Buffer.concat([signature, chunk('IHDR', header), data, chunk('IEND', Buffer.alloc(0))])
}
