// A proxy in front of several servers that sends each request to the next one, as a balancer without affinity does.
import { once } from 'node:events'
import { request as ask, createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Balancer {
  url: string
  /** The servers that requests are sent to, in turn. */
  servers: string[]
  /** How many requests each server was given. */
  given: Map<string, number>
  close(): Promise<void>
}

export async function openBalancer(): Promise<Balancer> {
  const servers: string[] = []
  const given = new Map<string, number>()
  let turn = 0
  const proxy = createServer((incoming, outgoing) => {
    const server = servers[turn++ % servers.length]
    if (!server) return void outgoing.writeHead(503).end()
    given.set(server, (given.get(server) ?? 0) + 1)
    const { method, headers, url, socket } = incoming
    const forwarded = { ...headers, 'x-forwarded-for': socket.remoteAddress ?? '' }
    const inner = ask(new URL(url ?? '/', server), { method, headers: forwarded }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    inner.on('error', () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()))
    outgoing.on('close', () => inner.destroy())
    incoming.pipe(inner)
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const { port } = proxy.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, servers, given, close: () => closed(proxy) }
}

async function closed(proxy: Server): Promise<void> {
  proxy.closeAllConnections()
  await new Promise((resolve) => proxy.close(resolve))
}
