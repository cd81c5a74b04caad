/** The second step of signing in: no session before it, codes good once, tries limited, backup codes, and roles that must have it. */
import { createOTP } from '@better-auth/utils/otp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieOf, type Door, openDoor, PASSWORD } from './door.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor({ configuration: { secondFactorRoles: ['administrator'] } })
})
afterAll(() => door.close())

const me = '{ me { id } }'

function auth(path: string, cookie: string, body: object): Promise<Response> {
  return fetch(`${door.url}/auth/${path}`, {
    method: 'POST',
    headers: { cookie, origin: door.url, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

const statusOf = async (cookie: string) => (await door.graphql(me, { cookie })).status
const tryCode = (cookie: string, code: string) => auth('two-factor/verify-totp', cookie, { code })
const tryBackup = (cookie: string, code: string) => auth('two-factor/verify-backup-code', cookie, { code })
const challenged = async (email: string) => cookieOf(await door.tryPassword(email, PASSWORD))

interface Device {
  id: string
  cookie: string
  /** The code of so many half minutes from now. */
  code(ahead?: number): Promise<string>
  backupCodes: string[]
}

/** The code of an authenticator, reckoned from the secret in the address that the QR code shows. */
async function codeOf(uri: string, ahead: number): Promise<string> {
  const secret = fromBase32(new URL(uri).searchParams.get('secret') ?? '')
  return await createOTP(secret).hotp(Math.floor(Date.now() / 30_000) + ahead)
}

function fromBase32(text: string): string {
  const bits = [...text].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))).toString('utf8')
}

async function begun(cookie: string) {
  const answer = await auth('two-factor/enable', cookie, { password: PASSWORD })
  expect(answer.status).toBe(200)
  return (await answer.json()) as { totpURI: string; backupCodes: string[] }
}

/** A person with an authenticator, set up by the code of now. */
async function withDevice(email: string): Promise<Device> {
  const id = await door.person(email)
  const before = await door.signIn(email)
  const { totpURI, backupCodes } = await begun(before)
  const verified = await tryCode(before, await codeOf(totpURI, 0))
  expect(verified.status).toBe(200)
  return { id, cookie: cookieOf(verified), code: (ahead = 1) => codeOf(totpURI, ahead), backupCodes }
}

async function trailOf(personId: string): Promise<string[]> {
  const rows = await door.db
    .selectFrom('sign_in_change')
    .select('kind')
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
  return rows.map(({ kind }) => kind)
}

describe('a second factor', () => {
  it('is set up by a right code alone, ends the sessions of before, and is kept unreadable', async () => {
    const id = await door.person('setup@example.test')
    const cookie = await door.signIn('setup@example.test')
    const elsewhere = await door.signIn('setup@example.test')
    expect((await auth('two-factor/enable', cookie, { password: 'not the password' })).status).toBe(400)
    const { totpURI, backupCodes } = await begun(cookie)
    expect(backupCodes).toHaveLength(10)
    expect((await tryCode(cookie, '000000')).status).toBe(401)
    // Not yet in force: a password is enough.
    expect(await statusOf(await door.signIn('setup@example.test'))).toBe(200)
    const done = await tryCode(cookie, await codeOf(totpURI, 0))
    expect(done.status).toBe(200)
    expect(await statusOf(cookieOf(done))).toBe(200)
    expect([await statusOf(cookie), await statusOf(elsewhere)]).toEqual([401, 401])
    expect(await trailOf(id)).toEqual(['secondFactorOn'])
    const kept = await door.db
      .selectFrom('second_factor')
      .selectAll()
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    const secret = fromBase32(new URL(totpURI).searchParams.get('secret') ?? '')
    expect(kept.secret).not.toContain(secret)
    expect(backupCodes.filter((code) => kept.backup_codes.includes(code))).toEqual([])
    // No road tells the secret again.
    expect((await auth('two-factor/get-totp-uri', cookieOf(done), { password: PASSWORD })).status).toBe(404)
    expect((await auth('two-factor/enable', cookieOf(done), { password: PASSWORD })).status).toBe(400)
  })

  it('gives no session for the password alone', async () => {
    const { id, code } = await withDevice('step@example.test')
    await door.db.deleteFrom('session').where('person_id', '=', id).execute()
    const first = await door.tryPassword('step@example.test', PASSWORD)
    expect(await first.json()).toMatchObject({ twoFactorRedirect: true })
    expect(first.headers.getSetCookie().filter((cookie) => /^csg\.session=[^;]/.test(cookie))).toEqual([])
    const challenge = cookieOf(first)
    expect(await statusOf(challenge)).toBe(401)
    expect(await door.db.selectFrom('session').select('id').where('person_id', '=', id).execute()).toEqual([])
    for (const path of [
      'two-factor/disable',
      'two-factor/generate-backup-codes',
      'two-factor/enable',
      'change-password',
    ])
      expect([path, (await auth(path, challenge, { password: PASSWORD })).ok]).toEqual([path, false])
    // Without the password there is nothing to try a code for.
    expect((await tryCode('', await code())).status).toBe(401)
    const second = await tryCode(challenge, await code())
    expect(second.status).toBe(200)
    expect(await statusOf(cookieOf(second))).toBe(200)
    // What was begun is used up.
    expect((await tryCode(challenge, await code(0))).ok).toBe(false)
  })

  it('takes each code once, also when it is sent twice at the same moment', async () => {
    const { code } = await withDevice('replay@example.test')
    const challenges = await Promise.all([challenged('replay@example.test'), challenged('replay@example.test')])
    const now = await code()
    const answers = await Promise.all(challenges.map((cookie) => tryCode(cookie, now)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
    const later = await tryCode(await challenged('replay@example.test'), now)
    expect([later.status, (await later.json()).code]).toEqual([401, 'CODE_USED'])
  })

  it('lets ten wrong codes in fifteen minutes through, over any number of sign-ins and addresses, and then not the right one', async () => {
    const { code } = await withDevice('guess@example.test')
    const right = await Promise.all([-2, -1, 0, 1, 2, 3, 4, 5, 6].map((ahead) => code(ahead)))
    const wrong = Array.from({ length: 40 }, (_, index) => String(100_000 + index)).filter(
      (one) => !right.includes(one),
    )
    const tries = Array.from({ length: 6 }, async (_, index) => {
      const cookie = await challenged('guess@example.test')
      return await Promise.all(
        Array.from({ length: 4 }, () =>
          fetch(`${door.url}/auth/two-factor/verify-totp`, {
            method: 'POST',
            headers: {
              cookie,
              origin: door.url,
              'content-type': 'application/json',
              'x-forwarded-for': `198.51.100.${index}`,
            },
            body: JSON.stringify({ code: wrong.pop() }),
          }),
        ),
      )
    })
    const statuses = (await Promise.all(tries)).flat().map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toEqual([])
    expect(statuses.filter((status) => status !== 429)).toHaveLength(10)
    expect((await door.tryPassword('guess@example.test', PASSWORD)).status).toBe(429)
  })

  it('takes a backup code once, in place of the device', async () => {
    const { id, backupCodes, cookie } = await withDevice('backup@example.test')
    const [one = '', two = ''] = backupCodes
    expect((await tryBackup(cookie, one)).status).toBe(400)
    const entered = await tryBackup(await challenged('backup@example.test'), ` ${one} `)
    expect(entered.status).toBe(200)
    expect(await statusOf(cookieOf(entered))).toBe(200)
    expect((await tryBackup(await challenged('backup@example.test'), one)).status).toBe(401)
    const renewed = await auth('two-factor/generate-backup-codes', cookieOf(entered), { password: PASSWORD })
    const fresh = ((await renewed.json()) as { backupCodes: string[] }).backupCodes
    expect((await tryBackup(await challenged('backup@example.test'), two)).status).toBe(401)
    expect((await tryBackup(await challenged('backup@example.test'), fresh[0] ?? '')).status).toBe(200)
    expect(await trailOf(id)).toEqual(['secondFactorOn', 'backupCodeUsed', 'backupCodesMade', 'backupCodeUsed'])
  })

  it('is taken away by its person with the password', async () => {
    const { id, cookie } = await withDevice('away@example.test')
    expect((await auth('two-factor/disable', cookie, { password: 'not the password' })).status).toBe(400)
    expect((await auth('two-factor/disable', cookie, { password: PASSWORD })).status).toBe(200)
    expect(await statusOf(await door.signIn('away@example.test'))).toBe(200)
    expect(await trailOf(id)).toEqual(['secondFactorOn', 'secondFactorOff'])
  })

  it('is asked of a role: until it is set up the session opens nothing else', async () => {
    const id = await door.person('must@example.test')
    await door.db.insertInto('role_grant').values({ person_id: id, role: 'administrator' }).execute()
    const cookie = await door.signIn('must@example.test')
    const refused = await door.graphql(me, { cookie })
    expect([refused.status, (await refused.json()).errors[0].extensions]).toEqual([
      403,
      { code: 'SECOND_FACTOR_MISSING' },
    ])
    expect((await auth('revoke-other-sessions', cookie, {})).status).toBe(403)
    const { totpURI } = await begun(cookie)
    const done = await tryCode(cookie, await codeOf(totpURI, 0))
    expect(await statusOf(cookieOf(done))).toBe(200)
    // Taken away, it is owed again at once.
    const gone = await auth('two-factor/disable', cookieOf(done), { password: PASSWORD })
    expect(await statusOf(cookieOf(gone))).toBe(403)
  })
})
