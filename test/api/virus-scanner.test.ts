/** Files are shown to a clamd before they are kept; without its word that they are clean nothing is. */
import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { clamd } from '../../server/core/virus-scanner.ts'
import { type FileWorld, givenFiles } from './attachment-world.ts'

const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'
const MOST_BYTES = 300_000

type Manner = 'sound' | 'dies' | 'silent' | 'babbles'

/** Speaks the little of clamd's protocol that is used: PING and INSTREAM with its limit of size. */
function speak(socket: Socket, manner: () => Manner): void {
  let came = Buffer.alloc(0)
  socket.on('error', () => undefined)
  socket.on('data', (piece: Buffer) => {
    came = Buffer.concat([came, piece])
    if (manner() === 'silent') return
    if (manner() === 'babbles') return void socket.end('UNKNOWN COMMAND\0')
    if (came.toString('latin1').startsWith('zPING\0')) return void socket.end('PONG\0')
    if (manner() === 'dies' && came.length > 1_000) return void socket.destroy()
    const file: Buffer[] = []
    let at = 'zINSTREAM\0'.length
    while (came.length >= at + 4) {
      const length = came.readUInt32BE(at)
      if (length === 0) {
        const found = Buffer.concat(file).includes(EICAR)
        return void socket.end(found ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
      }
      if (came.length < at + 4 + length) return
      file.push(came.subarray(at + 4, at + 4 + length))
      at += 4 + length
      if (at > MOST_BYTES) return void socket.end('INSTREAM size limit exceeded. ERROR\0')
    }
  })
}

let files: FileWorld
let server: Server
let manner: Manner = 'sound'

beforeAll(async () => {
  files = await givenFiles()
  server = createServer((socket) => speak(socket, () => manner))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  files.road.places.scanner = clamd({ host: '127.0.0.1', port: address.port }, 300)
})
afterAll(async () => {
  server.close()
  await files.close()
})
afterEach(() => {
  manner = 'sound'
})

const text = (content: string) => Buffer.from(content)
const unfinished = () =>
  files.test.database.owner.selectFrom('upload').select('id').where('finished_at', 'is', null).execute()

describe('a file', () => {
  it('that is clean is kept', async () => {
    const caseId = await files.claim()
    const content = text('a note\n'.repeat(20_000))
    expect((await files.road.send(files.engineer, { caseId, content, name: 'note.txt' })).status).toBe(204)
    expect(await files.filesOf(files.engineer, caseId)).toHaveLength(1)
  })

  it('that holds a virus is refused in words, from people and customers, and nothing of it is kept', async () => {
    const { caseId } = files.contact
    for (const sender of [files.engineer, files.contact]) {
      const refused = await files.road.send(sender, { caseId, content: text(`so ${EICAR}`), name: 'note.txt' })
      expect(refused.status).toBe(422)
      expect(await refused.json()).toEqual({ code: 'infected', message: 'Holds a virus; nothing was kept of it' })
    }
    expect(await files.filesOf(files.engineer, caseId)).toEqual([])
    expect(await unfinished()).toEqual([])
  })

  it('that is larger than the scanner takes is refused', async () => {
    const caseId = await files.claim()
    const refused = await files.road.send(files.engineer, {
      caseId,
      content: text('long '.repeat(100_000)),
      name: 'a.txt',
    })
    expect([refused.status, (await refused.json()).code]).toEqual([422, 'tooLargeToScan'])
    expect(await files.filesOf(files.engineer, caseId)).toEqual([])
  })

  it.each(['dies', 'silent', 'babbles'] as const)(
    'is not kept while the scanner %s, and is taken when it is tried again',
    async (how) => {
      manner = how
      const caseId = await files.claim()
      const file = { caseId, content: text('a note\n'.repeat(1_000)), name: 'note.txt', key: `scan-${how}-1` }
      const refused = await files.road.send(files.engineer, file)
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30'])
      expect(await refused.json()).toEqual({
        code: 'SCANNER_AWAY',
        message: 'The virus scanner cannot be reached; try again in a few minutes',
      })
      expect(await files.filesOf(files.engineer, caseId)).toEqual([])
      expect(await files.road.places.scanner?.answers()).toBe(how === 'dies')
      manner = 'sound'
      const begun = await files.road.begin(files.engineer, file)
      const location = begun.headers.get('location') ?? ''
      const head = await files.road.request(files.engineer, location, {
        method: 'HEAD',
        headers: { 'Tus-Resumable': '1.0.0' },
      })
      expect([head.status, head.headers.get('upload-offset')]).toEqual([200, String(file.content.length)])
      expect(await files.filesOf(files.engineer, caseId)).toHaveLength(1)
    },
  )
})
