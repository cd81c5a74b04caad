/** A password that somebody else set opens nothing but the way to an own one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givePassword } from '../../server/core/credentials.ts'
import { cookieOf, type Door, openDoor, PASSWORD } from './door.ts'

const GIVEN = 'handed over on paper 7'
const OWN = 'a quiet river in autumn'

let door: Door
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.close())

const me = '{ me { id } }'

/** A person whose password was given anew, with the cookie of a sign-in with it. */
async function given(email: string) {
  const id = await door.person(email)
  await givePassword(door.db, id, GIVEN)
  return { id, cookie: await door.signIn(email, GIVEN) }
}

function auth(path: string, cookie: string, body?: object): Promise<Response> {
  return fetch(`${door.url}/auth/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { cookie, origin: door.url, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
}

const change = (cookie: string, newPassword: string, currentPassword = GIVEN) =>
  auth('change-password', cookie, { currentPassword, newPassword })

describe('a password that was given', () => {
  it('is refused on every road but the change of it, and the graph is not reached', async () => {
    const { cookie } = await given('new@example.test')
    const before = [...door.reached.fields]
    const refused = await door.graphql(me, { cookie })
    expect(refused.status).toBe(403)
    const { errors } = await refused.json()
    expect(errors).toEqual([
      {
        message: 'The password was set by somebody else. Choose one of your own first.',
        extensions: { code: 'PASSWORD_NOT_CHOSEN' },
      },
    ])
    expect(door.reached.fields).toEqual(before)
    expect((await fetch(`${door.url}/visits/V-2026-000001/dossier.html`, { headers: { cookie } })).status).toBe(403)
    expect((await auth('list-sessions', cookie)).status).toBe(403)
    expect((await auth('revoke-other-sessions', cookie, {})).status).toBe(403)
    expect((await auth('sign-out', cookie, {})).status).toBe(200)
  })

  it('gives way to an own one, which opens the product and ends the sessions elsewhere', async () => {
    const { id, cookie } = await given('own@example.test')
    const elsewhere = await door.signIn('own@example.test', GIVEN)
    expect(await (await change(cookie, GIVEN)).json()).toMatchObject({ code: 'PASSWORD_UNCHANGED' })
    expect(await (await change(cookie, 'passwordpassword')).json()).toMatchObject({ code: 'PASSWORD_GUESSABLE' })
    expect((await change(cookie, OWN, 'not the given one')).status).toBe(400)
    expect((await door.graphql(me, { cookie })).status).toBe(403)

    const changed = await change(cookie, OWN)
    expect(changed.status).toBe(200)
    expect((await door.graphql(me, { cookie: cookieOf(changed) })).status).toBe(200)
    expect((await door.graphql(me, { cookie })).status).toBe(401)
    expect((await door.graphql(me, { cookie: elsewhere })).status).toBe(401)
    expect((await door.tryPassword('own@example.test', GIVEN)).status).toBe(401)
    expect((await door.graphql(me, { cookie: await door.signIn('own@example.test', OWN) })).status).toBe(200)
    const trail = await door.db.selectFrom('sign_in_change').selectAll().where('person_id', '=', id).execute()
    expect(trail).toEqual([expect.objectContaining({ kind: 'passwordChosen', by_person_id: id })])
  })

  it('comes again with a new one from administration, also for who had chosen', async () => {
    const id = await door.person('again@example.test')
    const cookie = await door.signIn('again@example.test', PASSWORD)
    expect((await door.graphql(me, { cookie })).status).toBe(200)
    await givePassword(door.db, id, GIVEN)
    expect((await door.graphql(me, { cookie })).status).toBe(401)
    expect((await door.graphql(me, { cookie: await door.signIn('again@example.test', GIVEN) })).status).toBe(403)
  })
})
