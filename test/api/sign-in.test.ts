/** Signing in: cookies, sessions and the moment at which they end. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givePassword, revokeSessions } from '../../server/core/credentials.ts'
import { cookieOf, type Door, openDoor, PASSWORD } from './door.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.close())

const me = '{ me { id name roles } }'

async function statusOf(cookie: string): Promise<number> {
  return (await door.graphql(me, { cookie })).status
}

describe('signing in', () => {
  it('opens a session whose cookie scripts cannot read and other sites cannot use', async () => {
    const id = await door.person('anna@example.test')
    const response = await door.tryPassword('Anna@Example.test', PASSWORD)
    expect(response.status).toBe(200)
    const cookies = response.headers.getSetCookie()
    expect(cookies).toHaveLength(1)
    expect(cookies[0]).toMatch(/^csg\.session=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/)
    const answer = await (await door.graphql(me, { cookie: cookieOf(response) })).json()
    expect(answer).toEqual({ data: { me: { id, name: 'Test Person', roles: [] } } })
  })

  it('gives the cookie to https alone, bound to the host, where the service is reached by https', async () => {
    const secure = await openDoor({ configuration: { publicUrl: 'https://service.example.test' } })
    try {
      await secure.person('anna@example.test')
      const response = await secure.tryPassword('anna@example.test', PASSWORD)
      expect(response.headers.getSetCookie()[0]).toMatch(
        /^__Host-csg\.session=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      )
      expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
      expect((await secure.graphql(me, { cookie: cookieOf(response) })).status).toBe(200)
    } finally {
      await secure.close()
    }
  })

  it('makes a new session each time and leaves none behind in the browser that signs in again', async () => {
    await door.person('fix@example.test')
    const first = await door.signIn('fix@example.test')
    const again = await door.tryPassword('fix@example.test', PASSWORD, { cookie: first })
    expect(cookieOf(again)).not.toBe(first)
    expect(await statusOf(first)).toBe(401)
    expect(await statusOf(cookieOf(again))).toBe(200)
  })

  it('ignores a session that somebody else chose', async () => {
    await door.person('chosen@example.test')
    const planted = `csg.session=${'A'.repeat(32)}.${encodeURIComponent(`${'B'.repeat(43)}=`)}`
    const response = await door.tryPassword('chosen@example.test', PASSWORD, { cookie: planted })
    expect(cookieOf(response)).not.toContain('A'.repeat(32))
    expect(await statusOf(planted)).toBe(401)
  })

  it.each(['', 'csg.session=', 'csg.session=x', 'csg.session=%', 'csg.session=a.b', 'other=1'])(
    'takes the cookie %j for nobody',
    async (cookie) => expect(await statusOf(cookie)).toBe(401),
  )

  it('does not take a token of the database for a cookie: the signature is missing', async () => {
    const id = await door.person('token@example.test')
    await door.signIn('token@example.test')
    const { token } = await door.db
      .selectFrom('session')
      .select('token')
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(await statusOf(`csg.session=${token}`)).toBe(401)
    expect(await statusOf(`csg.session=${token}.${encodeURIComponent(`${'A'.repeat(43)}=`)}`)).toBe(401)
  })

  it('says the same of a wrong password, an unknown account and an inactive person', async () => {
    await door.person('known@example.test')
    const gone = await door.person('gone@example.test')
    await door.db.updateTable('person').set({ active: false }).where('id', '=', gone).execute()
    const answers = await Promise.all([
      door.tryPassword('known@example.test', 'not the password'),
      door.tryPassword('nobody@example.test', 'not the password'),
      door.tryPassword('gone@example.test', PASSWORD),
    ])
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401])
    const bodies = await Promise.all(answers.map((answer) => answer.json()))
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1)
    expect(answers.flatMap((answer) => answer.headers.getSetCookie())).toEqual([])
  })

  it.each(['/auth/sign-up/email', '/auth/update-user', '/auth/delete-user', '/auth/sign-in/social', '/auth/ok'])(
    'has no route %s',
    async (path) => {
      const body = { name: 'X', email: 'new@example.test', password: PASSWORD }
      const response = await fetch(`${door.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: door.url },
        body: JSON.stringify(body),
      })
      expect(response.status).toBe(404)
    },
  )
})

describe('a session', () => {
  it('ends with sign-out', async () => {
    await door.person('out@example.test')
    const cookie = await door.signIn('out@example.test')
    const response = await fetch(`${door.url}/auth/sign-out`, { method: 'POST', headers: { cookie, origin: door.url } })
    expect(response.status).toBe(200)
    expect(response.headers.getSetCookie()[0]).toContain('csg.session=; Max-Age=0')
    expect(await statusOf(cookie)).toBe(401)
  })

  it('is listed and revoked by its person from another one, and by nobody else', async () => {
    await door.person('two@example.test')
    await door.person('other@example.test')
    const office = await door.signIn('two@example.test')
    const phone = await door.signIn('two@example.test')
    const stranger = await door.signIn('other@example.test')
    const listed = await fetch(`${door.url}/auth/list-sessions`, { headers: { cookie: office } })
    const sessions = (await listed.json()) as { token: string; ipAddress: string }[]
    expect(sessions).toHaveLength(2)
    expect(sessions.map(({ ipAddress }) => ipAddress)).toEqual(['127.0.0.1', '127.0.0.1'])
    const token = sessions.find((session) => phone.includes(session.token))?.token
    const revoke = (cookie: string) =>
      fetch(`${door.url}/auth/revoke-session`, {
        method: 'POST',
        headers: { cookie, origin: door.url, 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
      })
    await revoke(stranger)
    expect(await statusOf(phone)).toBe(200)
    expect((await revoke(office)).status).toBe(200)
    expect(await statusOf(phone)).toBe(401)
    expect(await statusOf(office)).toBe(200)
  })

  it('ends at the next request when administration revokes it, sets a password, or the person leaves', async () => {
    const id = await door.person('shut@example.test')
    const revoked = await door.signIn('shut@example.test')
    expect(await revokeSessions(door.db, id)).toBe(1)
    expect(await statusOf(revoked)).toBe(401)
    const before = await door.signIn('shut@example.test')
    await givePassword(door.db, id, 'another long password')
    expect(await statusOf(before)).toBe(401)
    expect((await door.tryPassword('shut@example.test', PASSWORD)).status).toBe(401)
    const after = await door.signIn('shut@example.test', 'another long password')
    await door.db.updateTable('person').set({ active: false }).where('id', '=', id).execute()
    expect(await statusOf(after)).toBe(401)
  })

  it('ends after twelve hours, used or not, and also when it is not to be remembered', async () => {
    const id = await door.person('late@example.test')
    const response = await fetch(`${door.url}/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: door.url },
      body: JSON.stringify({ email: 'late@example.test', password: PASSWORD, rememberMe: false }),
    })
    const session = await door.db
      .selectFrom('session')
      .select(['created_at', 'expires_at'])
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    const hours = (session.expires_at.getTime() - session.created_at.getTime()) / 3_600_000
    expect(hours).toBeCloseTo(12, 2)
    expect(await statusOf(cookieOf(response))).toBe(200)
    await door.db
      .updateTable('session')
      .set({ expires_at: new Date(0) })
      .where('person_id', '=', id)
      .execute()
    expect(await statusOf(cookieOf(response))).toBe(401)
  })

  it('shows the roles of this moment: one that was taken away is gone at the next request', async () => {
    const id = await door.person('role@example.test')
    const cookie = await door.signIn('role@example.test')
    await door.db.insertInto('role_grant').values({ person_id: id, role: 'csLead' }).execute()
    const roles = async () => {
      const { data } = (await (await door.graphql(me, { cookie })).json()) as { data: { me: { roles: string[] } } }
      return data.me.roles
    }
    expect(await roles()).toEqual(['csLead'])
    await door.db.deleteFrom('role_grant').where('person_id', '=', id).execute()
    expect(await roles()).toEqual([])
  })

  it('changes its password only with the old one, and then ends the others', async () => {
    await door.person('change@example.test')
    const here = await door.signIn('change@example.test')
    const there = await door.signIn('change@example.test')
    const change = (currentPassword: string, newPassword: string) =>
      fetch(`${door.url}/auth/change-password`, {
        method: 'POST',
        headers: { cookie: here, origin: door.url, 'content-type': 'application/json' },
        body: JSON.stringify({ currentPassword, newPassword }),
      })
    expect((await change('not the password', 'a wholly new password')).status).toBe(400)
    expect((await change(PASSWORD, 'too short')).status).toBe(400)
    expect((await change(PASSWORD, 'Password-12345678')).status).toBe(400)
    const changed = await change(PASSWORD, 'a wholly new password')
    expect(changed.status).toBe(200)
    expect(await statusOf(there)).toBe(401)
    expect(await statusOf(cookieOf(changed))).toBe(200)
    await door.signIn('change@example.test', 'a wholly new password')
  })
})
