/** Listens, and stops in order: no new work, event streams ended, the rest given time. */
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export interface HttpServer {
  /** The port listened on, where 0 was asked for. */
  readonly port: number
  /** Stops accepting, ends event streams, lets requests finish for up to `withinMs` (7 s by default), then cuts. */
  close(withinMs?: number): Promise<void>
}

export class PortTaken extends Error {
  override name = 'PortTaken'
}

/** Asked before a start that may take minutes. @throws PortTaken in plain words. */
export async function assertPortFree({ port, host }: { port: number; host: string }): Promise<void> {
  const server = createServer()
  try {
    await listening(server, port, host)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    throw new PortTaken(`Port ${port} of ${host} is in use. Stop what listens there, or set PORT to another one.`)
  }
  await new Promise((resolve) => server.close(resolve))
}

/** @throws when the port cannot be had. */
export async function listen(
  app: RequestListener,
  { port, host }: { port: number; host: string },
): Promise<HttpServer> {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 120_000, keepAliveTimeout: 65_000 })
  const sockets = new Set<Socket>()
  const open = new Set<ServerResponse>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('request', (request, response) => {
    open.add(response)
    response.once('close', () => {
      open.delete(response)
      if (!server.listening) request.socket.destroySoon()
    })
    app(request, response)
  })
  await listening(server, port, host)
  return { port: portOf(server), close: (withinMs = 7_000) => close(server, sockets, open, withinMs) }
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function close(
  server: Server,
  sockets: ReadonlySet<Socket>,
  open: ReadonlySet<ServerResponse>,
  withinMs: number,
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const busy = new Set<Socket | null>()
  for (const response of open) {
    if (String(response.getHeader('content-type')).startsWith('text/event-stream')) response.destroy()
    else busy.add(response.socket)
  }
  for (const socket of sockets) if (!busy.has(socket)) socket.destroy()
  const late = setTimeout(() => server.closeAllConnections(), withinMs)
  await closed
  clearTimeout(late)
}
