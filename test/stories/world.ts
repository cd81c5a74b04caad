// One world that many stories share: people of every office, and for each claim a customer and material of its own.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { fireDue } from '../../server/core/deadline-poll.ts'
import type { ContactViewer, PersonViewer } from '../../server/core/viewer.ts'
import { sendAlarm } from '../../server/effects.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { type GivenAccount, givenAccount, givenCoils, givenPerson, givenReference } from '../given.ts'

/** Monday, 10:00 at the plant, which works from 9 to 13 and from 14 to 18, five hours ahead of UTC. */
export const monday = new Date('2026-11-02T05:00:00Z')

export interface World extends TestEngine {
  db: Kysely<Database>
  departments: Record<string, string>
  regions: Record<string, string>
  people: People
  time: Date
}
export type Who = keyof People
type People = Awaited<ReturnType<typeof givenPeople>>

export interface Customer {
  accountId: string
  contactId: string
  heatId: string
  /** The first is claimed, the second is its sister of the same heat. */
  coils: string[]
}

export async function openWorld(): Promise<World> {
  const test = await testEngine(monday)
  const db = test.database.app
  const { departments, regions } = await givenReference(db)
  const people = await givenPeople(db, departments)
  const world: World = {
    ...test,
    db,
    departments,
    regions,
    people,
    time: monday,
    setTime(at) {
      world.time = at
      test.setTime(at)
    },
  }
  return world
}

async function givenPeople(db: Kysely<Database>, departments: Record<string, string>) {
  const of = (departmentId = '') => ({ departmentId })
  const person = (name: string, role: PersonViewer['grants'][number]['role'], more = {}) =>
    givenPerson(db, { name, role, ...more })
  return {
    engineer: await person('Front Engineer', 'csEngineer'),
    engineer2: await person('Second Engineer', 'csEngineer'),
    lead: await person('Front Lead', 'csLead'),
    lead2: await person('Second Lead', 'csLead'),
    analyst: await person('Back Analyst', 'analyst'),
    analyst2: await person('Second Analyst', 'analyst'),
    roller: await person('Mill Responder', 'departmentResponder', of(departments.rollingMill)),
    roller2: await person('Mill Colleague', 'departmentResponder', of(departments.rollingMill)),
    millHead: await person('Mill Head', 'departmentHead', of(departments.rollingMill)),
    coater: await person('Coating Responder', 'departmentResponder', of(departments.coatingLine)),
    chemist: await person('Laboratory Responder', 'departmentResponder', of(departments.laboratory)),
    payer: await person('Finance Responder', 'departmentResponder', of(departments.finance)),
    quality: await person('Head Quality', 'management', { positions: ['headOfQuality'] }),
    director: await person('Commercial Director', 'management', { positions: ['commercialDirector'] }),
    treasurer: await person('Head Finance', 'management', { positions: ['finance'] }),
    board1: await person('Board One', 'management'),
    board2: await person('Board Two', 'management'),
    administrator: await person('Plain Administrator', 'administrator'),
  }
}

let customers = 0

/** A customer whom no other claim of the world concerns: account, heat, grade and line are his alone. */
export async function newCustomer(world: World, given: Partial<GivenAccount> = {}): Promise<Customer> {
  customers += 1
  const name = `Fictional Tubes ${customers}`
  const account = await givenAccount(world.db, { name, regionId: world.regions.europe ?? '', ...given })
  const heat = `${70_000 + customers}`
  const { heatId, coils } = await givenCoils(world.db, account.id, heat, [`${heat}-1`, `${heat}-2`], {
    grade: `G-${heat}`,
    line: `L-${heat}`,
  })
  return { accountId: account.id, contactId: account.contactId, heatId, coils }
}

/** The customer's contact with the signed link to one case. */
export function contactOf(customer: Customer, caseId: string): ContactViewer {
  return {
    kind: 'contact',
    id: customer.contactId,
    name: 'Mx Sample',
    language: 'en',
    timeZone: 'Europe/Berlin',
    accountId: customer.accountId,
    caseId,
  }
}

export function later(world: World, days: number): Date {
  return new Date(world.time.getTime() + days * 86_400_000)
}

/** Sets the time and fires whatever is due by then. */
export async function goTo(world: World, at: Date): Promise<number> {
  world.setTime(at)
  let fired = 0
  for (let more = 1; more > 0; fired += more) more = await fireDue(world.engine, sendAlarm, { limit: 100 })
  return fired
}

/** Back to the first Monday; clocks of stories already told do not ring in the next one. */
export async function nextStory(world: World): Promise<void> {
  world.setTime(monday)
  await world.db
    .updateTable('deadline')
    .set({ stopped_at: monday, next_at: null })
    .where('stopped_at', 'is', null)
    .execute()
}
