/** The limit of failed tries per account: ten in fifteen minutes, wherever they come from. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { databaseTime } from '../../server/core/engine.ts'
import { forgetSignIns } from '../../server/core/sign-in-limiter.ts'
import { type Door, openDoor, PASSWORD } from './door.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.close())

async function fail(email: string, times: number, headersOf: (index: number) => Record<string, string> = () => ({})) {
  const statuses: number[] = []
  for (let index = 0; index < times; index++) {
    statuses.push((await door.tryPassword(email, 'not the password', headersOf(index))).status)
  }
  return statuses
}

it('refuses the eleventh try whatever the address headers say, and no other account', async () => {
  door.setTime('2026-03-02T08:00:00Z')
  await door.person('limited@example.test')
  await door.person('free@example.test')
  const pretend = (index: number) => ({
    'x-forwarded-for': `198.51.100.${index}`,
    'x-real-ip': `198.51.100.${index}`,
    'x-csg-address': `198.51.100.${index}`,
    forwarded: `for=198.51.100.${index}`,
  })
  expect(await fail('limited@example.test', 10, pretend)).toEqual(Array(10).fill(401))
  // Even with the right password, and in other letters.
  const refused = await door.tryPassword('LIMITED@example.test', PASSWORD, pretend(11))
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('900')
  expect(await refused.json()).toEqual({
    code: 'TOO_MANY_TRIES',
    message: 'More than 10 failed tries in 15 minutes. Try again later.',
  })
  expect((await door.tryPassword('free@example.test', PASSWORD)).status).toBe(200)
})

it('says the same of an account that does not exist', async () => {
  door.setTime('2026-03-02T09:00:00Z')
  await fail('nobody@example.test', 10)
  const refused = await door.tryPassword('nobody@example.test', PASSWORD)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900'])
  expect(await refused.json()).toMatchObject({ code: 'TOO_MANY_TRIES' })
})

it('lets try again when the oldest of the ten is fifteen minutes old, and refused tries do not prolong it', async () => {
  await door.person('again@example.test')
  for (let minute = 0; minute < 10; minute++) {
    door.setTime(`2026-03-02T10:0${minute}:00Z`)
    expect(await fail('again@example.test', 1)).toEqual([401])
  }
  door.setTime('2026-03-02T10:14:00Z')
  const refused = await door.tryPassword('again@example.test', PASSWORD)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
  door.setTime('2026-03-02T10:15:01Z')
  expect((await door.tryPassword('again@example.test', PASSWORD)).status).toBe(200)
  // The right password was not a failed try: one more is free, the next is not.
  expect(await fail('again@example.test', 2)).toEqual([401, 429])
})

it('lets no more than ten of thirty simultaneous tries through', async () => {
  door.setTime('2026-03-02T11:00:00Z')
  await door.person('storm@example.test')
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => door.tryPassword('storm@example.test', 'not the password')),
  )
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status === 401)).toHaveLength(10)
  expect(statuses.filter((status) => status === 429)).toHaveLength(20)
})

it('counts wrong old passwords of a password change too', async () => {
  door.setTime('2026-03-02T12:00:00Z')
  await door.person('changer@example.test')
  const cookie = await door.signIn('changer@example.test')
  const statuses: number[] = []
  for (let index = 0; index < 11; index++) {
    const response = await fetch(`${door.url}/auth/change-password`, {
      method: 'POST',
      headers: { cookie, origin: door.url, 'content-type': 'application/json' },
      body: JSON.stringify({ currentPassword: `guess number ${index}`, newPassword: 'a wholly new password' }),
    })
    statuses.push(response.status)
  }
  expect(statuses).toEqual([...Array(10).fill(400), 429])
})

it.each([
  {},
  { email: 7 },
  { email: 'a\0b@example.test' },
  { email: `${'a'.repeat(300)}@example.test` },
  { email: [] },
])('refuses %j without remembering it', async (given) => {
  const count = () => door.db.selectFrom('sign_in_attempt').select('id').execute()
  const before = (await count()).length
  const response = await fetch(`${door.url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin: door.url, 'content-type': 'application/json' },
    body: JSON.stringify({ password: PASSWORD, ...given }),
  })
  expect([400, 401]).toContain(response.status)
  expect(await count()).toHaveLength(before)
})

it('forgets tries after a day, and sessions that ended', async () => {
  const id = await door.person('old@example.test')
  await door.signIn('old@example.test')
  await door.db
    .updateTable('session')
    .set({ expires_at: new Date(0) })
    .where('person_id', '=', id)
    .execute()
  const at = (hours: number) => new Date(Date.now() - hours * 3_600_000)
  const tries = [25, 23].map((hours) => ({ email: 'kept@example.test', at: at(hours), succeeded: false }))
  await door.db.insertInto('sign_in_attempt').values(tries).execute()
  await forgetSignIns({ db: door.db, now: databaseTime })
  const left = await door.db
    .selectFrom('sign_in_attempt')
    .select('at')
    .where('email', '=', 'kept@example.test')
    .execute()
  expect(left.map(({ at }) => at)).toEqual([tries[1]?.at])
  expect(await door.db.selectFrom('session').select('id').where('person_id', '=', id).execute()).toEqual([])
})
