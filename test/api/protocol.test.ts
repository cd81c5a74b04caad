/** What the door lets in: origins, content types, lengths and methods; and what it says when it does not. */
import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { schema } from '../../server/api.ts'
import { type Door, openDoor } from './door.ts'

let door: Door
let cookie: string
beforeAll(async () => {
  door = await openDoor()
  await door.person('anna@example.test')
  cookie = await door.signIn('anna@example.test')
})
afterAll(() => door.close())
beforeEach(() => {
  door.reached.fields.length = 0
})

const touch = JSON.stringify({ query: 'mutation { touch }' })

function send(headers: Record<string, string>, body = touch, path = '/graphql', method = 'POST') {
  return fetch(`${door.url}${path}`, { method, headers, ...(method !== 'GET' && { body }) })
}

async function refused(response: Response, status: number, code: string) {
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] })
  expect(door.reached.fields).toEqual([])
}

describe('whoever is not signed in', () => {
  it.each(['{ me { id } }', '{', 'query { '.repeat(1000)])('is refused before %j is read', async (query) => {
    await refused(await door.graphql(query), 401, 'UNAUTHENTICATED')
  })
})

describe('a foreign page', () => {
  const json = { 'content-type': 'application/json' }

  it('cannot use the session by fetch', async () => {
    await refused(await send({ ...json, cookie, origin: 'https://evil.example' }), 403, 'FOREIGN_ORIGIN')
    await refused(await send({ ...json, cookie, origin: 'null' }), 403, 'FOREIGN_ORIGIN')
    await refused(
      await send({ ...json, cookie, origin: door.url, 'sec-fetch-site': 'cross-site' }),
      403,
      'FOREIGN_ORIGIN',
    )
    await refused(
      await send({ ...json, cookie, origin: door.url, 'sec-fetch-site': 'same-site' }),
      403,
      'FOREIGN_ORIGIN',
    )
  })

  it('cannot use it by a form, whatever the form pretends to be', async () => {
    const origin = 'https://evil.example'
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain']) {
      await refused(
        await send({ 'content-type': type, cookie, origin }, 'query=mutation{touch}'),
        403,
        'FOREIGN_ORIGIN',
      )
      await refused(await send({ 'content-type': type, cookie }, touch), 403, 'FOREIGN_ORIGIN')
    }
  })

  it('cannot sign anyone in or out', async () => {
    const origin = 'https://evil.example'
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const body = 'email=anna@example.test&password=a long enough password'
    expect((await send({ ...form, origin }, body, '/auth/sign-in/email')).status).toBe(403)
    expect((await send({ ...form, 'sec-fetch-site': 'cross-site' }, body, '/auth/sign-in/email')).status).toBe(403)
    expect((await send({ ...form }, body, '/auth/sign-in/email')).status).toBe(415)
    expect((await send({ cookie, origin }, '', '/auth/sign-out')).status).toBe(403)
    expect((await door.graphql('{ me { id } }', { cookie })).status).toBe(200)
  })

  it('gets no permission to read answers', async () => {
    const response = await send({ origin: 'https://evil.example' }, '', '/graphql', 'OPTIONS')
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(response.status).toBe(403)
    const own = await door.graphql('{ me { id } }', { cookie })
    expect(own.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('cannot query by an image or a link', async () => {
    const path = '/graphql?query={me{id}}'
    expect((await send({ cookie, 'sec-fetch-site': 'cross-site' }, '', path, 'GET')).status).toBe(403)
    expect((await send({ cookie, 'sec-fetch-site': 'same-origin' }, '', path, 'GET')).status).toBe(200)
  })
})

describe('a request', () => {
  it('with a cookie must say its origin when it writes', async () => {
    await refused(await send({ 'content-type': 'application/json', cookie }), 403, 'FOREIGN_ORIGIN')
    expect((await door.graphql('mutation { touch }', { cookie })).status).toBe(200)
    expect(door.reached.fields).toEqual(['touch'])
  })

  it.each([
    'text/plain',
    'application/graphql',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'application/jsonp',
  ])('of the type %s is refused', async (type) => {
    await refused(await send({ 'content-type': type, cookie, origin: door.url }), 415, 'UNSUPPORTED_MEDIA_TYPE')
  })

  it('that is compressed is refused', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip', cookie, origin: door.url }
    await refused(await send(headers), 415, 'UNSUPPORTED_MEDIA_TYPE')
  })

  it.each(['[]', `[${touch},${touch}]`, '"text"', 'null', '7', '', '{', '{"query":'])(
    'with the body %j is refused',
    async (body) => {
      const headers = { 'content-type': 'application/json', cookie, origin: door.url }
      await refused(await send(headers, body), 400, 'BAD_REQUEST')
    },
  )

  it('in broken UTF-8 is refused', async () => {
    const body = Buffer.concat([Buffer.from('{"query":"{ me { id } } #'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])
    const headers = { 'content-type': 'application/json', cookie, origin: door.url }
    await refused(await fetch(`${door.url}/graphql`, { method: 'POST', headers, body }), 400, 'BAD_REQUEST')
  })

  it('mutates by POST alone', async () => {
    const response = await send({ cookie }, '', '/graphql?query=mutation{touch}', 'GET')
    await refused(response, 405, 'BAD_REQUEST')
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      await refused(await send({ cookie, origin: door.url }, touch, '/graphql', method), 405, 'BAD_REQUEST')
    }
  })

  it('may be 256 KiB long and not a byte longer', async () => {
    const query = '{ me { id } }'
    const frame = JSON.stringify({ query, extensions: { x: '' } }).length
    const sized = (bytes: number) => door.graphql(query, { cookie }, { extensions: { x: 'x'.repeat(bytes - frame) } })
    expect((await sized(256 * 1024)).status).toBe(200)
    door.reached.fields.length = 0
    await refused(await sized(256 * 1024 + 1), 413, 'BODY_TOO_LARGE')
    await refused(await sized(5 * 1024 * 1024), 413, 'BODY_TOO_LARGE')
  })

  it('is counted while it arrives when it does not say its length, and answered before it ends', async () => {
    const { status, sent } = await endlessBody()
    expect(status).toBe(413)
    expect(sent).toBeLessThan(5 * 1024 * 1024)
    expect(door.reached.fields).toEqual([])
  })
})

/** Sends chunk after chunk until it is answered. */
function endlessBody(): Promise<{ status: number; sent: number }> {
  return new Promise((resolve, reject) => {
    let sent = 0
    const headers = { 'content-type': 'application/json', cookie, origin: door.url, 'transfer-encoding': 'chunked' }
    const outgoing = request(`${door.url}/graphql`, { method: 'POST', headers }, (answer) => {
      resolve({ status: answer.statusCode ?? 0, sent })
      outgoing.destroy()
    })
    outgoing.on('error', reject)
    const chunk = 'x'.repeat(64 * 1024)
    const more = () => {
      if (outgoing.destroyed) return
      sent += chunk.length
      outgoing.write(chunk, () => setImmediate(more))
    }
    more()
  })
}

describe('an answer', () => {
  it('hides what failed inside, and names the request under which it was logged', async () => {
    const response = await door.graphql('{ broken refused }', { cookie })
    const id = response.headers.get('x-request-id')
    const { errors } = (await response.json()) as { errors: { message: string; extensions: object; path: string[] }[] }
    expect(errors.map(({ message, extensions, path }) => ({ message, extensions, path }))).toEqual([
      {
        message: 'Something failed on our side. It was logged.',
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: id },
        path: ['broken'],
      },
      { message: 'Said on purpose', extensions: { code: 'ON_PURPOSE' }, path: ['refused'] },
    ])
    const line = door
      .logged()
      .split('\n')
      .find((text) => text.includes('secret_table'))
    expect(line).toContain(`"requestId":"${id}"`)
  })

  it('suggests no names', async () => {
    for (const query of [
      '{ mee { id } }',
      '{ me { naem } }',
      '{ people(frist: 1) { name } }',
      '{ paint(colour: RAD) }',
    ]) {
      const text = await (await door.graphql(query, { cookie })).text()
      expect(text).toContain('errors')
      expect(text).not.toMatch(/did you mean/i)
    }
    const variables = { colour: 'RAD' }
    const text = await (
      await door.graphql('query ($colour: Colour!) { paint(colour: $colour) }', { cookie }, { variables })
    ).text()
    expect(text).toContain('errors')
    expect(text).not.toMatch(/did you mean|GREEN/i)
  })

  it('tells nothing of the schema where introspection is off', async () => {
    for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Me") { name } }']) {
      const { data, errors } = (await (await door.graphql(query, { cookie })).json()) as {
        data?: object
        errors: { message: string }[]
      }
      expect(data).toBeUndefined()
      expect(errors[0]?.message).toContain('introspection has been disabled')
    }
  })

  it('comes in the language of the request where it is one of ours, else in the person’s', async () => {
    const language = async (header: string) => {
      const response = await door.graphql('{ me { language } }', { cookie, 'accept-language': header })
      return ((await response.json()) as { data: { me: { language: string } } }).data.me.language
    }
    expect(await language('kk-KZ, ru;q=0.8')).toBe('kk')
    expect(await language('ru, en;q=0.5')).toBe('ru')
    expect(await language('fa')).toBe('en')
  })

  it('carries the headers that keep browsers careful', async () => {
    const { headers } = await fetch(`${door.url}/`)
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-powered-by')).toBeNull()
    expect((await door.graphql('{ me { id } }', { cookie })).headers.get('cache-control')).toBe('no-store')
  })

  it('tells the log of every try to sign in, and how it ended', async () => {
    await door.tryPassword('anna@example.test', 'not her password')
    expect(door.logged()).toMatch(/"event":"sign-in\/email","outcome":"REFUSED"/)
    expect(door.logged()).toMatch(/"event":"sign-in\/email","outcome":"DONE"/)
  })

  it('tells the log of a command that its sender may not give', async () => {
    const whole = await openDoor({ schema })
    await whole.person('bert@example.test')
    const bert = await whole.signIn('bert@example.test')
    const answer = await whole.graphql('mutation { createCalendarFeed(input: { replace: false }) { __typename } }', {
      cookie: bert,
    })
    expect(await answer.json()).toEqual({ data: { createCalendarFeed: { __typename: 'NotAllowed' } } })
    expect(whole.logged()).toMatch(
      /"requestId":"[\w-]+","event":"command","command":"createCalendarFeed","outcome":"NOT_ALLOWED"/,
    )
    await whole.close()
  })

  it('leaves no person, secret or text of a request in the log', async () => {
    await door.graphql('{ me { id name } } # private words', { cookie, authorization: 'Bearer private-token' })
    await fetch(`${door.url}/link/private-path?token=private-query`)
    const log = door.logged()
    expect(log).toContain('"route":"/graphql"')
    for (const word of ['anna@', 'private', 'csg.session', 'a long enough', '127.0.0.1'])
      expect(log).not.toContain(word)
  })
})
