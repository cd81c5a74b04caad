// What an operator sees from outside: figures for Prometheus, traces for a collector, and nothing personal in either.
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { openObservation } from '../../server/core/observation.ts'
import { listenForMetrics } from '../../server/http-metrics.ts'
import { engineOn } from '../../server/open-engine.ts'
import { givenAccount, givenPerson, givenReference } from '../given.ts'
import { ask, globalId, send } from '../graph.ts'
import { freshDatabase } from '../postgres.ts'
import { openDoor } from './door.ts'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

it('counts requests by route and status, and operations; documents of strangers stay without a name', async () => {
  const { observer, metrics } = await openObservation({ metrics: { port: 0, host: '127.0.0.1' }, tracing: undefined })
  const door = await openDoor({ observer })
  ends.push(() => door.close())
  await door.person('anna@example.test')
  const cookie = await door.signIn('anna@example.test')
  await door.graphql('query Secret { me { name } }', { cookie })
  await door.graphql('query Secret { missing }', { cookie })
  await fetch(`${door.url}/c/a-secret-of-a-customer`)
  const text = (await metrics?.text())?.body ?? ''
  expect(text).toContain('csg_request_seconds_count{route="/graphql",method="POST",status="200"} 2')
  expect(text).toContain('csg_request_seconds_count{route="page",method="GET",status="200"} 1')
  expect(text).toContain('csg_operation_seconds_count{operation="other",kind="query",outcome="ok"} 1')
  expect(text).not.toMatch(/Secret|a-secret|anna@/)
})

it('tells open cases by state, late clocks, pool, statements and jobs, on a port of its own', async () => {
  const { observer, metrics } = await openObservation({ metrics: { port: 0, host: '127.0.0.1' }, tracing: undefined })
  if (!metrics) throw new Error('There are no metrics')
  const database = await freshDatabase()
  ends.push(() => database.drop())
  const { engine, close } = await engineOn(database.connections.app, 3, (error) => console.error(error), observer)
  ends.push(close)
  metrics.readFrom(engine)
  const { regions } = await givenReference(database.owner)
  const engineer = await givenPerson(database.owner, { name: 'Nobody Real', role: 'csEngineer' })
  const account = await givenAccount(database.owner, { name: 'Paper Otter Pipes', regionId: regions.europe ?? '' })
  for (const days of [0, 30]) {
    await send(engine, engineer, 'registerClaim', {
      accountId: globalId('Account', account.id),
      whatHappened: 'Rust on the edges',
      receivedAt: new Date(Date.now() - 60_000 - days * 86_400_000).toISOString(),
    })
  }
  await ask(engine, engineer, '{ me { name } }')
  const server = await listenForMetrics(metrics, { port: 0, host: '127.0.0.1' }, { error: console.error })
  ends.push(() => server.close(0))

  expect((await fetch(`http://127.0.0.1:${server.port}/graphql`)).status).toBe(404)
  const answer = await fetch(`http://127.0.0.1:${server.port}/metrics`)
  const text = await answer.text()
  expect(answer.headers.get('content-type')).toContain('text/plain')
  expect(text).toContain('csg_open_cases{kind="claim",state="registered"} 2')
  expect(text).toContain('csg_database_up 1')
  expect(text).toMatch(/csg_pool_connections\{state="total"\} [1-3]\n/)
  expect(text).toMatch(/csg_statement_seconds_count\{verb="insert",outcome="ok"\} \d+/)
  expect(text).toContain('process_resident_memory_bytes')
  expect(text).not.toMatch(/Nobody Real|Otter/)

  await engine.db.destroy()
  expect(await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text()).toContain('csg_database_up 0')
})

interface Span {
  name: string
  traceId: string
  spanId: string
  parentSpanId?: string
}

it('sends a span for a request, within the trace of its caller, and for what happened inside', async () => {
  const bodies: string[] = []
  const collector = createServer((request: IncomingMessage, response) => {
    let body = ''
    request.on('data', (part: Buffer) => {
      body += part
    })
    request.on('end', () => {
      bodies.push(body)
      response.end('{}')
    })
  }).listen(0, '127.0.0.1')
  await once(collector, 'listening')
  ends.push(async () => collector.close())
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`
  const { observer, stop } = await openObservation({ metrics: undefined, tracing: { endpoint, serviceName: 'test' } })
  const door = await openDoor({ observer })
  ends.push(() => door.close())
  await door.person('anna@example.test')
  const cookie = await door.signIn('anna@example.test')
  const traceId = '0af7651916cd43dd8448eb211c80319c'
  await door.graphql('{ me { name } }', { cookie, traceparent: `00-${traceId}-b7ad6b7169203331-01` })
  await stop()

  const spans = bodies.flatMap((body) =>
    (JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }).resourceSpans.flatMap(
      ({ scopeSpans }) => scopeSpans.flatMap(({ spans: inner }) => inner),
    ),
  )
  const request = spans.find(({ traceId: id, name }) => id === traceId && name === 'POST /graphql')
  expect(request?.parentSpanId).toBe('b7ad6b7169203331')
  expect(spans.find(({ name }) => name === 'query other')?.parentSpanId).toBe(request?.spanId)
  expect(bodies.join()).not.toContain('anna@')
})
