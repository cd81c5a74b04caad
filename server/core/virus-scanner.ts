/** Shows files to a clamd before they are kept: one connection a file, by its command INSTREAM. */
import { createReadStream } from 'node:fs'
import { createConnection, type Socket } from 'node:net'

export type ScanVerdict = 'clean' | 'infected' | 'tooLarge'

export interface VirusScanner {
  /** @throws ScannerAway where it cannot be reached, breaks off or is silent for too long: the file is then not known to be clean. */
  scan(path: string): Promise<ScanVerdict>
  /** Whether it answers now. */
  answers(): Promise<boolean>
}

/** Host and port, or the path of a socket. */
export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly path: string }

export class ScannerAway extends Error {
  override readonly name = 'ScannerAway'
}

const PATIENCE_MS = 30_000
const PING_MS = 1_000
const PIECE_BYTES = 64 * 1024

/** `patienceMs`: how long it may be silent, once it was connected to, while it takes the file and before it answers. */
export function clamd(address: ScannerAddress, patienceMs = PATIENCE_MS): VirusScanner {
  return {
    async scan(path) {
      const answer = await asked(address, patienceMs, (socket) => sendFile(socket, path))
      const verdict = verdictIn(answer)
      if (!verdict) throw new ScannerAway(`The scanner answered ${JSON.stringify(answer.slice(0, 80))}.`)
      return verdict
    },
    async answers() {
      const answer = await asked(address, PING_MS, async (socket) => void socket.write('zPING\0')).catch(() => '')
      return answer === 'PONG'
    },
  }
}

/** What is found is not repeated: its name comes from outside. */
function verdictIn(answer: string): ScanVerdict | null {
  if (answer === 'stream: OK') return 'clean'
  if (/^stream: .+ FOUND$/s.test(answer)) return 'infected'
  return answer.startsWith('INSTREAM size limit exceeded') ? 'tooLarge' : null
}

/** The scanner's answer to what `send` writes; it may answer, and hang up, before all was written. */
function asked(address: ScannerAddress, patienceMs: number, send: (socket: Socket) => Promise<void>): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ ...address, noDelay: true })
    let text = ''
    const away = (why: string) => {
      socket.destroy()
      reject(new ScannerAway(why))
    }
    socket.setEncoding('utf8').setTimeout(patienceMs, () => away('The scanner is silent.'))
    socket.on('data', (piece) => {
      text += piece
      const end = text.indexOf('\0')
      if (end < 0) return text.length > 1_000 ? away('The scanner says too much.') : undefined
      socket.destroy()
      resolve(text.slice(0, end).trim())
    })
    socket.on('error', ({ message }) => away(message))
    socket.on('close', () => away('The scanner hung up.'))
    socket.once('connect', () => void send(socket).catch((error: unknown) => socket.destroy(error as Error)))
  })
}

/** Each piece with its length before it; an empty one ends the file. */
async function sendFile(socket: Socket, path: string): Promise<void> {
  socket.write('zINSTREAM\0')
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Buffer>) {
    if (socket.destroyed) return
    const length = Buffer.alloc(4)
    length.writeUInt32BE(piece.length)
    socket.write(length)
    if (!socket.write(piece)) await drained(socket)
  }
  if (!socket.destroyed) socket.write(Buffer.alloc(4))
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      socket.off('drain', done).off('close', done)
      resolve()
    }
    socket.on('drain', done).on('close', done)
  })
}
