/** The signed link of a customer's contact: one case, for a time, until it is taken back. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCustomerLink, revokeCustomerLinks } from '../../server/core/customer-link.ts'
import { type Door, openDoor } from './door.ts'

let door: Door
let world: Awaited<ReturnType<typeof makeWorld>>
beforeAll(async () => {
  door = await openDoor()
  world = await makeWorld()
})
afterAll(() => door.close())

const at = new Date('2026-03-02T08:00:00Z')

async function makeWorld() {
  const { db } = door
  const createdBy = await door.person('engineer@example.test')
  const region = await db
    .insertInto('region')
    .values({ code: 'europe', name: JSON.stringify({ en: 'Europe' }) })
    .returning('id')
    .executeTakeFirstOrThrow()
  const accountOf = async (number: string) => {
    const account = await db
      .insertInto('account')
      .values({
        number,
        name: `Fictional ${number}`,
        region_id: region.id,
        consumer_type: 'endUser',
        country: 'DE',
        time_zone: 'Europe/Berlin',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const contact = await db
      .insertInto('contact')
      .values({ account_id: account.id, name: `Contact of ${number}`, language: 'ru' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { rows } = await sql<{ id: string }>`
      insert into service_case (number, kind, account_id, title, state, snapshot, chart_version, revision, waiting, improvement, opened_at, changed_at)
      values (${`C-${number}`}, 'claim', ${account.id}, 'Rust', 'registered', '{}', 1, 1,
        'nothing', 'notRequired', ${at}, ${at}) returning id`.execute(db)
    return { accountId: account.id, contactId: contact.id, caseId: rows[0]?.id ?? '' }
  }
  return { createdBy, own: await accountOf('1001'), other: await accountOf('1002') }
}

const link = () => createCustomerLink(door.db, { ...world.own, createdBy: world.createdBy, at })

async function asked(token: string, more: Record<string, string> = {}) {
  const response = await door.graphql('{ me { id kind language } }', {
    authorization: `CustomerLink ${token}`,
    ...more,
  })
  return { status: response.status, body: await response.json() }
}

describe('a customer link', () => {
  it('stands for the contact, without a cookie or an account', async () => {
    const token = await link()
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    door.setTime('2026-04-30T08:00:00Z')
    expect(await asked(token)).toEqual({
      status: 200,
      body: { data: { me: { id: world.own.contactId, kind: 'contact', language: 'ru' } } },
    })
  })

  it('is not stored: the table holds its hash alone', async () => {
    const token = await link()
    const { rows } = await sql<{ found: boolean }>`
      select exists (select from customer_link l where l::text like ${`%${token}%`}) as found`.execute(door.db)
    expect(rows).toEqual([{ found: false }])
  })

  it('ends after sixty days', async () => {
    const token = await link()
    door.setTime('2026-05-01T08:00:01Z')
    expect((await asked(token)).status).toBe(401)
  })

  it('ends at the next request when it is revoked, or when its contact is no longer active', async () => {
    door.setTime('2026-03-03T08:00:00Z')
    const token = await link()
    const links = await door.db
      .selectFrom('customer_link')
      .where('case_id', '=', world.own.caseId)
      .select('id')
      .execute()
    const linkIds = links.map(({ id }) => id)
    await revokeCustomerLinks(door.db, { caseId: world.own.caseId, linkIds, by: world.createdBy, at })
    expect((await asked(token)).status).toBe(401)
    const next = await link()
    const activate = (active: boolean) =>
      door.db.updateTable('contact').set({ active }).where('id', '=', world.own.contactId).execute()
    await activate(false)
    expect((await asked(next)).status).toBe(401)
    await activate(true)
    expect((await asked(next)).status).toBe(200)
  })

  it.each(['', 'x', 'A'.repeat(43), `${'A'.repeat(42)}'`])('refuses %j', async (token) => {
    expect((await asked(token)).status).toBe(401)
  })

  it('is not helped by a session beside it', async () => {
    const cookie = await door.signIn('engineer@example.test')
    expect((await asked('A'.repeat(43), { cookie })).status).toBe(401)
  })

  it('is made only for a contact of the account of the case', async () => {
    const crossed = { contactId: world.own.contactId, caseId: world.other.caseId, createdBy: world.createdBy, at }
    await expect(createCustomerLink(door.db, crossed)).rejects.toThrow('account of the case')
  })
})
