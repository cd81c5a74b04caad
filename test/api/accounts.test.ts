// Accounts, their contacts and who sees and changes them, through the graph.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ContactViewer, PersonViewer } from '../../server/core/viewer.ts'
import { sendCommand } from '../command-answer.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenAccount, givenPerson, givenReference } from '../given.ts'
import { ask, globalId } from '../graph.ts'

let world: TestEngine
let regions: Record<string, string>
let europe: string
let asia: string
let lead: PersonViewer
let european: PersonViewer
let manager: PersonViewer
let responder: PersonViewer
let nordwind: { id: string; contactId: string }
let sakura: { id: string; contactId: string }

beforeAll(async () => {
  world = await testEngine()
  const db = world.database.owner
  const reference = await givenReference(db)
  regions = reference.regions
  europe = regions.europe ?? ''
  asia = regions.eastAsia ?? ''
  lead = await givenPerson(db, { name: 'Lena Lead', role: 'csLead' })
  european = await givenPerson(db, { name: 'Eva Europe', role: 'csEngineer', regionId: europe })
  const kim = await givenPerson(db, { name: 'Kim Manager', role: 'keyCustomerManager' })
  responder = await givenPerson(db, {
    name: 'Rolf Respond',
    role: 'departmentResponder',
    departmentId: Object.values(reference.departments)[0] ?? '',
  })
  nordwind = await givenAccount(db, { name: 'Nordwind Röhren', regionId: europe })
  sakura = await givenAccount(db, { name: 'Sakura Works', regionId: asia, key: true, managerId: kim.id })
  manager = { ...kim, managedAccountIds: [sakura.id] }
})
afterAll(() => world?.close())

const names = async (viewer: PersonViewer | ContactViewer, filter = '') => {
  const { accounts } = await ask<{ accounts: { nodes: { name: string }[] } }>(
    world.engine,
    viewer,
    `{ accounts(first: 10 ${filter}) { nodes { name } } }`,
  )
  return accounts.nodes.map(({ name }) => name)
}
const nodeName = async (viewer: PersonViewer | ContactViewer, id: string) => {
  const { node } = await ask<{ node: { name: string } | null }>(
    world.engine,
    viewer,
    'query ($id: ID!) { node(id: $id) { ... on Account { name } } }',
    { id: globalId('Account', id) },
  )
  return node?.name ?? null
}

describe('who sees which account', () => {
  it('is the same in lists and by id', async () => {
    const contact: ContactViewer = {
      kind: 'contact',
      id: nordwind.contactId,
      name: 'Mx Sample',
      language: 'en',
      timeZone: 'UTC',
      accountId: nordwind.id,
      caseId: nordwind.id,
    }
    const expected: [PersonViewer | ContactViewer, string[]][] = [
      [lead, ['Nordwind Röhren', 'Sakura Works']],
      [european, ['Nordwind Röhren']],
      [manager, ['Sakura Works']],
      [responder, []],
      [contact, ['Nordwind Röhren']],
    ]
    for (const [viewer, accounts] of expected) {
      expect(await names(viewer)).toEqual(accounts)
      const seen = [await nodeName(viewer, nordwind.id), await nodeName(viewer, sakura.id)]
      expect(seen.filter((name) => name !== null)).toEqual(accounts)
    }
  })

  it('is found without accents or capitals, by number, region and manager', async () => {
    expect(await names(lead, 'text: "ROHREN"')).toEqual(['Nordwind Röhren'])
    expect(await names(lead, 'text: "A-Sakura Works"')).toEqual(['Sakura Works'])
    expect(await names(lead, `regionId: "${globalId('Region', asia)}"`)).toEqual(['Sakura Works'])
    expect(await names(lead, 'key: false')).toEqual(['Nordwind Röhren'])
    expect(await names(lead, 'text: "%"')).toEqual([])
    await expect(names(lead, `regionId: "${globalId('Account', asia)}"`)).rejects.toThrow(
      'regionId is not an id of this type',
    )
  })

  it('hides terms and addresses from whom they do not concern', async () => {
    const text = 'query ($id: ID!) { node(id: $id) { ... on Account { currency key contacts { name email } } } }'
    const seen = (viewer: PersonViewer | ContactViewer, id: string) =>
      ask<{ node: unknown }>(world.engine, viewer, text, { id: globalId('Account', id) })
    expect((await seen(european, nordwind.id)).node).toEqual({
      currency: 'USD',
      key: false,
      contacts: [{ name: 'Mx Sample', email: 'sample@example.test' }],
    })
    const contact: ContactViewer = {
      kind: 'contact',
      id: nordwind.contactId,
      name: 'Mx Sample',
      language: 'en',
      timeZone: 'UTC',
      accountId: nordwind.id,
      caseId: nordwind.id,
    }
    expect((await seen(contact, nordwind.id)).node).toEqual({
      currency: null,
      key: null,
      contacts: [{ name: 'Mx Sample', email: 'sample@example.test' }],
    })
    const admin = await givenPerson(world.database.owner, { name: 'Ada Admin', role: 'administrator' })
    expect((await seen(admin, nordwind.id)).node).toEqual({
      currency: null,
      key: false,
      contacts: [{ name: 'Mx Sample', email: null }],
    })
  })
})

describe('an account', () => {
  const entered = (number: string, more: Record<string, unknown> = {}) => ({
    number,
    name: `Company ${number}`,
    regionId: globalId('Region', europe),
    consumerType: 'wholesaler',
    country: 'DE',
    ...more,
  })
  const create = (viewer: PersonViewer, input: Record<string, unknown>) =>
    sendCommand(world.engine, viewer, {
      name: 'createAccount',
      success: 'Account',
      more: 'id status language manager { name }',
      input,
    })

  it('is entered by the lead, by a manager as his own, by nobody else', async () => {
    expect(await create(lead, entered('N-1'))).toMatchObject({
      __typename: 'Account',
      status: 'active',
      language: 'en',
      manager: null,
    })
    expect(await create(manager, entered('N-2'))).toMatchObject({ manager: { name: 'Kim Manager' } })
    expect((await create(manager, entered('N-3', { managerId: globalId('Person', lead.id) }))).fields).toMatchObject([
      { field: 'managerId', code: 'notAllowedHere' },
    ])
    expect((await create(european, entered('N-4'))).__typename).toBe('NotAllowed')
    expect((await create(lead, entered('N-1'))).fields).toMatchObject([{ field: 'number', code: 'taken' }])
  })

  it('is refused with every fault', async () => {
    const bad = entered('N-5', {
      name: 'x'.repeat(301),
      country: 'XX',
      language: 'tlh',
      timeZone: 'Nowhere',
      currency: 'usd',
      replacementDays: 0,
    })
    const { fields } = await create(lead, bad)
    expect(fields?.map(({ field, code }) => [field, code]).sort()).toEqual([
      ['country', 'badCountry'],
      ['currency', 'notACurrency'],
      ['language', 'badLanguage'],
      ['name', 'tooLong'],
      ['replacementDays', 'tooLow'],
      ['timeZone', 'badTimeZone'],
    ])
    expect((await create(lead, entered('N-5', { critical: true }))).fields).toMatchObject([
      { field: 'critical', code: 'notAllowedHere' },
    ])
    expect((await create(lead, entered('N-5', { name: 'a\u0000b' }))).fields).toMatchObject([
      { field: 'name', code: 'nul' },
    ])
    expect((await create(lead, entered('N-5', { managerId: globalId('Person', lead.id) }))).fields).toMatchObject([
      { field: 'managerId', code: 'personWithoutRole' },
    ])
  })

  it('is changed where the input says so, by who may', async () => {
    const update = (viewer: PersonViewer, input: Record<string, unknown>) =>
      sendCommand(world.engine, viewer, {
        name: 'updateAccount',
        success: 'Account',
        more: 'name replacementDays specialPolicy',
        input: { accountId: globalId('Account', sakura.id), ...input },
      })
    expect(await update(lead, { replacementDays: 20, specialPolicy: 'Calls first' })).toMatchObject({
      name: 'Sakura Works',
      replacementDays: 20,
      specialPolicy: 'Calls first',
    })
    expect(await update(manager, { specialPolicy: null })).toMatchObject({ replacementDays: 20, specialPolicy: null })
    expect((await update(manager, { managerId: null })).fields).toMatchObject([
      { field: 'managerId', code: 'notAllowedHere' },
    ])
    expect((await update(european, { name: 'Mine' })).__typename).toBe('NotAllowed')
    expect((await update(lead, { name: null })).fields).toMatchObject([{ field: 'name', code: 'required' }])
    const regional: PersonViewer = await givenPerson(world.database.owner, {
      name: 'Leo Lead',
      role: 'csLead',
      regionId: europe,
    })
    expect((await update(regional, { name: 'Mine' })).__typename).toBe('NotFound')
  })

  it('has people whom the front office keeps', async () => {
    const made = await sendCommand(world.engine, european, {
      name: 'createContact',
      success: 'Contact',
      more: 'id name email language',
      input: { accountId: globalId('Account', nordwind.id), name: 'Una Contact', email: 'Una@Example.test' },
    })
    expect(made).toMatchObject({ name: 'Una Contact', email: 'una@example.test', language: 'en' })
    const left = await sendCommand(world.engine, european, {
      name: 'updateContact',
      success: 'Contact',
      more: 'active jobTitle',
      input: { contactId: made.id, active: false, jobTitle: 'Buyer' },
    })
    expect(left).toMatchObject({ active: false, jobTitle: 'Buyer' })
    const foreign = await sendCommand(world.engine, manager, {
      name: 'updateContact',
      success: 'Contact',
      input: { contactId: made.id, active: true },
    })
    expect(foreign.__typename).toBe('NotFound')
  })
})
