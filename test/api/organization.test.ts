// People, roles, absences and what administration keeps, through the graph.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { sendCommand } from '../command-answer.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenPerson, givenReference } from '../given.ts'
import { ask, globalId } from '../graph.ts'

let world: TestEngine
let departments: Record<string, string>
let admin: PersonViewer
let lead: PersonViewer
let responder: PersonViewer

beforeAll(async () => {
  world = await testEngine()
  const db = world.database.owner
  departments = (await givenReference(db)).departments
  admin = await givenPerson(db, { name: 'Ada Admin', role: 'administrator' })
  lead = await givenPerson(db, { name: 'Lena Lead', role: 'csLead' })
  responder = await givenPerson(db, {
    name: 'Rolf Respond',
    role: 'departmentResponder',
    departmentId: Object.values(departments)[0] ?? '',
  })
})
afterAll(() => world?.close())

const send = (
  viewer: PersonViewer,
  name: string,
  success: string,
  input: Record<string, unknown>,
  more?: string,
  key?: string,
) => sendCommand(world.engine, viewer, { name, success, input, ...(more && { more }), ...(key && { key }) })

const newcomer = (email: string) => ({
  name: 'New Comer',
  email,
  password: 'correct horse battery',
  language: 'en',
  timeZone: 'Asia/Almaty',
})

describe('people', () => {
  it('are entered once per key and address', async () => {
    const made = await send(
      admin,
      'createPerson',
      'Person',
      newcomer('New.Comer@Example.test'),
      'id name email',
      'key-of-new-comer',
    )
    expect(made).toMatchObject({ __typename: 'Person', name: 'New Comer', email: 'new.comer@example.test' })
    const again = await send(
      admin,
      'createPerson',
      'Person',
      newcomer('new.comer@example.test'),
      'id',
      'key-of-new-comer',
    )
    expect(again.id).toBe(made.id)
    const other = await send(admin, 'createPerson', 'Person', newcomer('other@example.test'), 'id', 'key-of-new-comer')
    expect(other.__typename).toBe('KeyReused')
    const taken = await send(admin, 'createPerson', 'Person', newcomer('new.comer@example.test'))
    expect(taken.fields).toEqual([{ field: 'email', code: 'taken', text: 'Is already used' }])
  })

  it('are refused with every fault of the input', async () => {
    const bad = { name: ' ', email: 'nobody', password: 'short', language: 'en', timeZone: 'Mars/Base' }
    const { fields } = await send(admin, 'createPerson', 'Person', bad)
    expect(fields?.map(({ field, code }) => [field, code])).toEqual([
      ['name', 'blank'],
      ['email', 'badEmail'],
      ['password', 'tooShort'],
      ['timeZone', 'badTimeZone'],
    ])
  })

  it('lose a second factor or a password by another administrator alone, with their sessions, and the trail says who', async () => {
    const db = world.database.owner
    const lost = await givenPerson(db, { name: 'Lara Lost', role: 'analyst' })
    await db.insertInto('second_factor').values({ person_id: lost.id, secret: 'x', backup_codes: 'x' }).execute()
    await db.updateTable('person').set({ second_factor: true }).where('id', '=', lost.id).execute()
    const session = { token: 'of-lara', person_id: lost.id, expires_at: new Date('2099-01-01') }
    await db.insertInto('session').values(session).execute()
    const more = 'hasSecondFactor signInChanges { label by { name } }'
    const own = await send(admin, 'resetSecondFactor', 'Person', { personId: globalId('Person', admin.id) })
    expect(own.fields).toEqual([{ field: 'personId', code: 'self', text: 'Must be somebody else' }])
    const input = { personId: globalId('Person', lost.id) }
    expect((await send(lead, 'resetSecondFactor', 'Person', input)).__typename).toBe('NotAllowed')
    const trail = [{ label: 'Second factor was reset', by: { name: 'Ada Admin' } }]
    expect(await send(admin, 'resetSecondFactor', 'Person', input, more)).toMatchObject({
      hasSecondFactor: false,
      signInChanges: trail,
    })
    expect(await db.selectFrom('session').select('id').where('person_id', '=', lost.id).execute()).toEqual([])
    expect(await db.selectFrom('second_factor').select('id').where('person_id', '=', lost.id).execute()).toEqual([])
    const given = { ...input, password: 'handed over on paper 7' }
    expect((await send(lead, 'givePassword', 'Person', given)).__typename).toBe('NotAllowed')
    expect(await send(admin, 'givePassword', 'Person', given, more)).toMatchObject({
      signInChanges: [{ label: 'Was given a password', by: { name: 'Ada Admin' } }, ...trail],
    })
  })

  it('keep their address to themselves and administration', async () => {
    const text = '{ people(first: 10, text: "lena") { nodes { name email } } }'
    const seen = async (viewer: PersonViewer) =>
      (await ask<{ people: { nodes: unknown[] } }>(world.engine, viewer, text)).people.nodes
    expect(await seen(admin)).toEqual([{ name: 'Lena Lead', email: 'lena.lead@example.test' }])
    expect(await seen(lead)).toEqual([{ name: 'Lena Lead', email: 'lena.lead@example.test' }])
    expect(await seen(responder)).toEqual([{ name: 'Lena Lead', email: null }])
  })

  it('are listed by role in pages that go on where they stopped', async () => {
    const text =
      'query ($after: String) { people(first: 1, role: csLead, after: $after) { edges { cursor node { name } } pageInfo { hasNextPage endCursor } } }'
    await givenPerson(world.database.owner, { name: 'Åke Lead', role: 'csLead' })
    type Page = {
      people: {
        edges: { cursor: string; node: { name: string } }[]
        pageInfo: { hasNextPage: boolean; endCursor: string }
      }
    }
    const first = (await ask<Page>(world.engine, admin, text)).people
    const second = (await ask<Page>(world.engine, admin, text, { after: first.pageInfo.endCursor })).people
    expect([first, second].map(({ edges, pageInfo }) => [edges[0]?.node.name, pageInfo.hasNextPage])).toEqual([
      ['Lena Lead', true],
      ['Åke Lead', false],
    ])
  })

  it('are shut out with their sessions, never the own person', async () => {
    const db = world.database.owner
    const gone = await givenPerson(db, { name: 'Gus Gone', role: 'analyst' })
    await db
      .insertInto('session')
      .values({
        token: 'secret',
        person_id: gone.id,
        expires_at: new Date('2030-01-01'),
        ip_address: null,
        user_agent: null,
      })
      .execute()
    expect(
      await send(admin, 'deactivatePerson', 'Person', { personId: globalId('Person', gone.id) }, 'active'),
    ).toMatchObject({ active: false })
    expect(await db.selectFrom('session').selectAll().where('person_id', '=', gone.id).execute()).toEqual([])
    const self = await send(admin, 'deactivatePerson', 'Person', { personId: globalId('Person', admin.id) })
    expect(self.fields?.[0]).toMatchObject({ field: 'personId', code: 'self' })
  })
})

describe('roles', () => {
  it('are granted once, and need their department', async () => {
    const personId = globalId('Person', lead.id)
    const departmentId = globalId('Department', Object.values(departments)[1] ?? '')
    const { id } = await send(
      admin,
      'grantRole',
      'RoleGrant',
      { personId, role: 'departmentHead', departmentId },
      'id roleLabel department { id }',
    )
    expect((await send(admin, 'grantRole', 'RoleGrant', { personId, role: 'departmentHead', departmentId })).id).toBe(
      id,
    )
    expect(
      (await send(admin, 'grantRole', 'RoleGrant', { personId, role: 'departmentHead' })).fields?.[0],
    ).toMatchObject({ field: 'departmentId', code: 'required' })
    expect(
      (await send(admin, 'grantRole', 'RoleGrant', { personId, role: 'customerContact' })).fields?.[0],
    ).toMatchObject({ field: 'role', code: 'notAllowedHere' })
    const unknown = await send(admin, 'grantRole', 'RoleGrant', {
      personId: globalId('Account', lead.id),
      role: 'analyst',
    })
    expect(unknown.fields?.[0]).toMatchObject({ field: 'personId', code: 'unknown' })
    expect(await send(admin, 'revokeRole', 'Person', { grantId: id }, 'name')).toMatchObject({ name: 'Lena Lead' })
  })

  it('of the last administrator stay', async () => {
    const { id } = await world.database.owner
      .selectFrom('role_grant')
      .select('id')
      .where('role', '=', 'administrator')
      .executeTakeFirstOrThrow()
    const answer = await send(admin, 'revokeRole', 'Person', { grantId: globalId('RoleGrant', id) })
    expect(answer.fields?.[0]).toMatchObject({ field: 'grantId', code: 'last' })
    expect(
      await world.database.owner.selectFrom('role_grant').select('id').where('id', '=', id).execute(),
    ).toHaveLength(1)
  })

  it('are for administration alone to change, and nothing is written otherwise', async () => {
    const before = await counts()
    for (const viewer of [lead, responder]) {
      expect((await send(viewer, 'createPerson', 'Person', newcomer('x@example.test'))).__typename).toBe('NotAllowed')
      expect(
        (
          await send(
            viewer,
            'setExchangeRate',
            'ExchangeRate',
            { currency: 'EUR', day: '2026-01-01', usdPerUnit: '1.1' },
            'currency',
          )
        ).__typename,
      ).toBe('NotAllowed')
    }
    expect(await counts()).toEqual(before)
  })
})

describe('absences', () => {
  const away = (personId: string, deputyId: string) => ({
    personId: globalId('Person', personId),
    deputyId: globalId('Person', deputyId),
    from: '2026-12-01T06:00:00+05:00',
    to: '2026-12-05T00:00:00Z',
  })

  it('are recorded by the person, or by administration for others', async () => {
    const own = await send(
      lead,
      'recordAbsence',
      'Absence',
      away(lead.id, responder.id),
      'from person { name } deputy { name }',
    )
    expect(own).toMatchObject({
      from: '2026-12-01T01:00:00.000Z',
      person: { name: 'Lena Lead' },
      deputy: { name: 'Rolf Respond' },
    })
    expect((await send(responder, 'recordAbsence', 'Absence', away(lead.id, responder.id))).__typename).toBe(
      'NotAllowed',
    )
    expect((await send(admin, 'recordAbsence', 'Absence', away(lead.id, lead.id))).fields?.[0]).toMatchObject({
      field: 'deputyId',
      code: 'self',
    })
    const reversed = { ...away(lead.id, responder.id), to: '2026-11-30T00:00:00Z' }
    expect((await send(lead, 'recordAbsence', 'Absence', reversed)).fields?.[0]).toMatchObject({
      field: 'to',
      code: 'reversed',
    })
  })
})

async function counts(): Promise<unknown> {
  const { rows } =
    await sql`select (select count(*) from person) as people, (select count(*) from role_grant) as grants,
    (select count(*) from exchange_rate) as rates, (select count(*) from idempotency_key) as keys`.execute(
      world.database.owner,
    )
  return rows
}
