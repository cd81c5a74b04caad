/** Subscriptions as server-sent events, persisted documents, health, and the end of a server. */
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { createConnection } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { revokeSessions } from '../../server/core/credentials.ts'
import { listen } from '../../server/http-server.ts'
import { type Door, type DoorOptions, openDoor } from './door.ts'

const doors: Door[] = []
afterEach(async () => {
  for (const door of doors.splice(0)) await door.close()
})

async function open(options: DoorOptions = {}) {
  const door = await openDoor(options)
  doors.push(door)
  const id = await door.person('anna@example.test')
  return { door, id, cookie: await door.signIn('anna@example.test') }
}

async function subscribe(door: Door, cookie: string, field = 'ticks') {
  const response = await door.graphql(`subscription { ${field} }`, { cookie, accept: 'text/event-stream' })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('no body')
  const until = async (pattern: RegExp) => {
    for (let text = ''; ; ) {
      const { done, value = '' } = await reader.read()
      text += value
      if (done || pattern.test(text)) return text
    }
  }
  return { response, until, cut: () => reader.cancel() }
}

describe('a subscription', () => {
  it('comes as server-sent events, and its source ends when the client goes', async () => {
    const { door, cookie } = await open()
    const { response, until, cut } = await subscribe(door, cookie)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(await until(/data: .*\n/)).toContain('data: {"data":{"ticks":1}}')
    expect(door.reached.streams).toBe(1)
    await cut()
    await vi.waitFor(() => expect(door.reached.streams).toBe(0))
  })

  it('is cut when its session is revoked, and cannot be opened again', async () => {
    const { door, id, cookie } = await open({ streamCheckMs: 20 })
    const { until } = await subscribe(door, cookie)
    await until(/ticks/)
    await revokeSessions(door.db, id)
    await expect(until(/never/)).rejects.toThrow()
    await vi.waitFor(() => expect(door.reached.streams).toBe(0))
    expect((await subscribe(door, cookie)).response.status).toBe(401)
  })

  it('is cut when a role is taken away', async () => {
    const { door, id, cookie } = await open({ streamCheckMs: 20 })
    await door.db.insertInto('role_grant').values({ person_id: id, role: 'csLead' }).execute()
    const { until } = await subscribe(door, cookie)
    await until(/ticks/)
    await door.db.deleteFrom('role_grant').where('person_id', '=', id).execute()
    await expect(until(/never/)).rejects.toThrow()
  })

  it('hides what fails inside', async () => {
    const { door, cookie } = await open()
    const { response, until, cut } = await subscribe(door, cookie, 'brokenTicks')
    const text = await until(/data: .*\n/)
    expect(text).toContain('Something failed on our side')
    expect(text).toContain(`"requestId":"${response.headers.get('x-request-id')}"`)
    expect(text).not.toContain('secret_table')
    await cut()
  })

  it('needs a client that takes events', async () => {
    const { door, cookie } = await open()
    expect((await door.graphql('subscription { ticks }', { cookie, accept: 'application/json' })).status).toBe(406)
  })
})

type Answer = { data: unknown; errors: { message: string; path: string[]; extensions: { code: string } }[] }

function essence(answer: unknown) {
  const { data, errors } = answer as Answer
  return { data, errors: errors.map(({ message, path, extensions }) => [message, path, extensions.code]) }
}

describe('a persisted document', () => {
  const text = 'query Mine($colour: Colour!) { paint(colour: $colour) broken refused me { name } }'
  const id = createHash('sha256').update(text).digest('hex')

  async function run(body: Record<string, unknown>) {
    const { door, cookie } = await open({ documents: new Map([[id, text]]) })
    const send = async (sent: Record<string, unknown>) => {
      const response = await fetch(`${door.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: door.url, cookie },
        body: JSON.stringify(sent),
      })
      return { status: response.status, type: response.headers.get('content-type'), body: await response.json() }
    }
    return { door, cookie, send, ...(await send(body)) }
  }

  it('is carried out again without another look at it, with the same answers, masks and checks', async () => {
    const { send, ...first } = await run({ documentId: id, variables: { colour: 'RED' } })
    const again = await send({ documentId: id, variables: { colour: 'RED' } })
    expect([again.status, again.type, essence(again.body)]).toEqual([200, first.type, essence(first.body)])
    const other = await send({ documentId: id, variables: { colour: 'GREEN' } })
    expect(other.body).toMatchObject({ data: { paint: 'GREEN' } })
    const wrong = await send({ documentId: id, variables: { colour: 'RAD' } })
    expect(wrong.body).toMatchObject({ errors: [{ message: expect.stringContaining('RAD') }] })
    expect(JSON.stringify(wrong.body)).not.toMatch(/did you mean|secret_table/i)
    expect((await send({ documentId: id, variables: [] })).status).toBe(400)
  })

  it('is run by its id, compiled, with the same answer and the same masks as its text', async () => {
    const variables = { colour: 'RED' }
    const { door, cookie, body } = await run({ documentId: `sha256:${id}`, variables })
    const plain = await (await door.graphql(text, { cookie }, { variables })).json()
    expect(body).toMatchObject({ data: { paint: 'RED', broken: null, refused: null, me: { name: 'Test Person' } } })
    expect(essence(body)).toEqual(essence(plain))
  })

  it('has its variables checked', async () => {
    const { body, status } = await run({ documentId: `sha256:${id}`, variables: { colour: 'RAD' } })
    expect(status).toBe(200)
    expect(body).toMatchObject({ errors: [{ message: expect.stringContaining('RAD') }] })
    expect(JSON.stringify(body)).not.toMatch(/did you mean/i)
  })

  it.each([`sha256:${'0'.repeat(64)}`, 7, {}, ''])('that is not ours is refused: %j', async (documentId) => {
    const { status, body } = await run({ documentId })
    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_DOCUMENT_NOT_FOUND' } }] })
  })
})

describe('health', () => {
  const ask = async (door: Door, path: string) => {
    const response = await fetch(`${door.url}/health/${path}`)
    return [response.status, await response.json()]
  }

  it('tells that the process lives and that the database is ours', async () => {
    const { door } = await open()
    expect(await ask(door, 'live')).toEqual([200, { status: 'ok' }])
    expect(await ask(door, 'ready')).toEqual([200, { status: 'ok', queueLagSeconds: 0 }])
  })

  it('tells what is missing: a migration, the database, or that the process is ending', async () => {
    let closing = false
    const { door } = await open({ closing: () => closing })
    await door.db.schema.alterTable('kysely_migration').renameTo('hidden').execute()
    expect(await ask(door, 'ready')).toEqual([503, { status: 'unavailable', missing: 'database' }])
    await door.db.schema.alterTable('hidden').renameTo('kysely_migration').execute()
    await door.db.deleteFrom('kysely_migration' as never).execute()
    expect(await ask(door, 'ready')).toEqual([503, { status: 'unavailable', missing: 'migrations' }])
    closing = true
    expect(await ask(door, 'ready')).toEqual([503, { status: 'unavailable', missing: 'closing' }])
    expect(await ask(door, 'live')).toEqual([200, { status: 'ok' }])
  })
})

describe('the start page', () => {
  it('names the people of the demo where there is one, and nobody otherwise', async () => {
    const { door } = await open({
      signIns: [{ name: 'B', email: '<b>@demo.test', roles: [], password: 'x' }],
      clientDirectory: '/nowhere',
    })
    const page = await (await fetch(`${door.url}/`)).text()
    expect(page).toContain('&#60;b&#62;@demo.test')
    const { door: other } = await open({ clientDirectory: '/nowhere' })
    const plain = await fetch(`${other.url}/`)
    expect(plain.headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-[^']+'/)
    expect(await plain.text()).not.toContain('demo')
    expect((await fetch(`${other.url}/nothing`)).status).toBe(404)
  })
})

describe('a server that ends', () => {
  it('lets a running request finish, takes no new one, and cuts what does not end', async () => {
    const arrived = Promise.withResolvers<void>()
    const finish = Promise.withResolvers<void>()
    const server = await listen(
      async (request, response) => {
        arrived.resolve()
        if (request.url === '/finishes') await finish.promise
        if (request.url !== '/hangs') response.end('done')
      },
      { port: 0, host: '127.0.0.1' },
    )
    const url = `http://127.0.0.1:${server.port}`
    const running = fetch(`${url}/finishes`)
    const hanging = fetch(`${url}/hangs`).catch(() => 'cut')
    await arrived.promise
    const closed = server.close(200)
    finish.resolve()
    expect(await (await running).text()).toBe('done')
    expect(await hanging).toBe('cut')
    await closed
    await expect(fetch(url)).rejects.toThrow()
  })

  it('does not wait for event streams or idle connections', async () => {
    const { door, cookie } = await open()
    const { until } = await subscribe(door, cookie)
    await until(/ticks/)
    const idle = createConnection(door.port, '127.0.0.1').on('error', () => undefined)
    await new Promise((resolve) => idle.once('connect', resolve))
    const started = performance.now()
    doors.splice(0)
    await door.close()
    expect(performance.now() - started).toBeLessThan(900)
    idle.destroy()
  })

  it('says clearly that a port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    await expect(listen(() => undefined, { port, host: '127.0.0.1' })).rejects.toThrow('EADDRINUSE')
    other.close()
  })
})
