// One kept-alive HTTP/1.1 connection that does as little as can be done, so that the load costs the machine little beside the server.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export interface HttpAnswer {
  status: number
  body: string
}

export interface HttpConnection {
  /** Sends one POST; the next one only after its answer. */
  post(path: string, body: string): Promise<HttpAnswer>
  close(): void
}

export interface Target {
  port: number
  /** Header lines that every request carries. */
  headers: Readonly<Record<string, string>>
}

export async function openConnection({ port, headers }: Target): Promise<HttpConnection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  const answers = readAnswers(socket)
  const lines = Object.entries({ host: `127.0.0.1:${port}`, 'content-type': 'application/json', ...headers })
  const fixed = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return {
    post(path, body) {
      socket.write(`POST ${path} HTTP/1.1\r\n${fixed}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
      return answers.next()
    },
    close: () => socket.destroy(),
  }
}

function readAnswers(socket: Socket): { next(): Promise<HttpAnswer> } {
  let waiting = Promise.withResolvers<HttpAnswer>()
  let rest: Buffer = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const answer = wholeAnswer(rest)
    if (!answer) return
    rest = Buffer.alloc(0)
    waiting.resolve(answer)
  })
  const lost = () => waiting.reject(new Error('The server closed the connection'))
  socket.on('error', lost)
  socket.on('close', lost)
  return {
    next() {
      waiting = Promise.withResolvers<HttpAnswer>()
      // What closed between two requests was told to nobody.
      if (socket.destroyed || socket.readableEnded) lost()
      return waiting.promise
    },
  }
}

/** The answer, once all of it is there: by its length, or by chunks. */
function wholeAnswer(bytes: Buffer): HttpAnswer | null {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = bytes.toString('latin1', 0, end)
  const status = Number(head.slice(9, 12))
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined) return wholeChunks(bytes, end + 4, status)
  const last = end + 4 + Number(length)
  return bytes.length < last ? null : { status, body: bytes.toString('utf8', end + 4, last) }
}

function wholeChunks(bytes: Buffer, start: number, status: number): HttpAnswer | null {
  const parts: Buffer[] = []
  for (let at = start; ; ) {
    const line = bytes.indexOf('\r\n', at)
    if (line < 0) return null
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16)
    const next = line + 2 + size + 2
    if (bytes.length < next) return null
    if (size === 0) return { status, body: Buffer.concat(parts).toString() }
    parts.push(bytes.subarray(line + 2, line + 2 + size))
    at = next
  }
}
