// Customer focus besides waves: markets, silence, marks of single people, assessments, thank-you calls (SAT-02, CLM-04, SAT-10, SAT-07, SAT-11).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { keepGratitudeCall } from '../../server/effects-gratitude.ts'
import { sendCommand } from '../command-answer.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenAccount, givenPerson, givenReference } from '../given.ts'
import { ask, globalId } from '../graph.ts'
import { givenQuestionnaire, givenResponse, givenWave } from '../survey.ts'

let world: TestEngine
let lead: PersonViewer
let management: PersonViewer
let head: PersonViewer
let regions: Record<string, string>
let eastAsia: string

beforeAll(async () => {
  world = await testEngine(new Date('2026-05-01T05:00:00Z'))
  const db = world.database.owner
  const reference = await givenReference(db)
  regions = reference.regions
  eastAsia = regions.eastAsia ?? ''
  lead = await givenPerson(db, { name: 'Lena Lead', role: 'csLead' })
  management = await givenPerson(db, { name: 'Max Management', role: 'management' })
  const departmentId = reference.departments.rollingMill ?? ''
  head = await givenPerson(db, { name: 'Hugo Head', role: 'departmentHead', departmentId })
})
afterAll(() => world?.close())

const send = (name: string, input: Record<string, unknown>, success: string, more = 'id', viewer = lead) =>
  sendCommand(world.engine, viewer, { name, input, success, more })
const asked = <T>(source: string, viewer = lead) => ask<T>(world.engine, viewer, source)

describe('the market (SAT-02)', () => {
  const set = (kilotonnes: string, viewer = lead) =>
    send(
      'setMarketVolume',
      { regionId: globalId('Region', eastAsia), year: 2026, kilotonnes },
      'MarketVolume',
      'kilotonnes',
      viewer,
    )

  it('is set by leads and management, and set again', async () => {
    expect(await set('200', head)).toMatchObject({ __typename: 'NotAllowed' })
    expect(await set('0')).toMatchObject({ fields: [{ field: 'kilotonnes', code: 'notPositive' }] })
    await set('190')
    expect(await set('200', management)).toMatchObject({ kilotonnes: '200.000' })
    const { marketVolumes } = await asked<{ marketVolumes: object[] }>('{ marketVolumes { regionId year kilotonnes } }')
    expect(marketVolumes).toEqual([{ regionId: globalId('Region', eastAsia), year: 2026, kilotonnes: '200.000' }])
  })
})

describe('silence (CLM-04)', () => {
  it('tells the customer shipped to monthly and last heard of seven months ago; not the one without shipments, nor the one who complained', async () => {
    const db = world.database.owner
    const customer = async (name: string, shipped: string | null, heard: string | null) => {
      const { id } = await givenAccount(db, { name, regionId: eastAsia })
      if (shipped)
        await db
          .insertInto('shipment')
          .values({ number: `S-${name}`, account_id: id, dispatched_on: shipped })
          .execute()
      const talk = {
        account_id: id,
        channel: 'phone' as const,
        begun_by: 'customer' as const,
        subject: 'Edges',
        person_id: lead.id,
      }
      if (heard)
        await db
          .insertInto('contact_entry')
          .values({ ...talk, at: new Date(heard) })
          .execute()
      return id
    }
    const quiet = await customer('A', '2026-04-20', '2025-10-01T08:00:00Z')
    await customer('B', null, null)
    await customer('C', '2026-04-20', '2026-03-01T08:00:00Z')
    await customer('D', '2025-08-01', null)
    const silent = (months: number) =>
      asked<{ silentCustomers: { nodes: { name: string; lastShippedOn: string; lastHeardAt: string | null }[] } }>(
        `{ silentCustomers(first: 10, months: ${months}) { nodes { name lastShippedOn lastHeardAt } } }`,
      )
    expect((await silent(6)).silentCustomers.nodes).toEqual([
      { name: 'A', lastShippedOn: '2026-04-20', lastHeardAt: '2025-10-01T08:00:00.000Z' },
    ])
    expect((await silent(8)).silentCustomers.nodes).toEqual([])
    expect(
      (await asked<{ silentCustomers: null }>('{ silentCustomers(first: 10) { nodes { name } } }', head))
        .silentCustomers,
    ).toBeNull()

    const ask = () => send('askSilentCustomer', { accountId: globalId('Account', quiet) }, 'FollowUp', 'reason state')
    expect(await ask()).toMatchObject({ reason: 'silence', state: 'open' })
    expect(await ask()).toMatchObject({ fields: [{ field: 'accountId', code: 'followUpRuns' }] })
  })
})

describe('marks of single people (SAT-10)', () => {
  const people: Record<string, PersonViewer> = {}
  // Five answers each: means 8.6, 8.8, 8.4 and 5.2; E has four.
  const marks = { A: [8, 9, 9, 8, 9], B: [9, 9, 9, 9, 8], C: [8, 8, 9, 8, 9], D: [5, 5, 6, 5, 5], E: [1, 1, 1, 1] }

  beforeAll(async () => {
    const db = world.database.owner
    const version = await givenQuestionnaire(db, 'three', 'threeQuestions', [
      { code: 'employee', max: 10 },
      { code: 'resolved', kind: 'agreement' },
      { code: 'again', kind: 'agreement' },
    ])
    const wave = await givenWave(db, version, { name: 'After contact', opensAt: '2026-01-05' })
    for (const [name, given] of Object.entries(marks)) {
      const person = await givenPerson(db, { name, role: 'csEngineer' })
      people[name] = person
      for (const [index, mark] of given.entries()) {
        const answers = [
          { item: 'employee', number: `${mark}` },
          { item: 'resolved', words: [index === 0 ? 'partly' : 'yes'] },
          { item: 'again', words: [index === 0 ? 'no' : 'yes'] },
        ]
        const place = { waveId: wave, versionId: version, regionId: eastAsia, consumerType: 'endUser' as const }
        await givenResponse(db, {
          ...place,
          employeeId: person.id,
          answers,
          answeredAt: new Date('2026-04-01T08:00:00Z'),
        })
      }
    }
  })

  interface Marks {
    name: string
    n: number
    mean: number | null
    resolved: number | null
    again: number | null
    deviation: number | null
    flagged: boolean | null
  }
  const read = async (viewer = lead) =>
    (
      await asked<{ employeeMarks: Marks[] }>(
        '{ employeeMarks { name n mean resolved again deviation flagged } }',
        viewer,
      )
    ).employeeMarks

  it('D lies 3.4 below the colleagues and is flagged, A 1.13 above and is not; four answers say nothing of E', async () => {
    const [a, b, , d, e] = await read()
    expect(a).toMatchObject({
      n: 5,
      mean: 8.6,
      resolved: 0.9,
      again: 0.8,
      deviation: expect.closeTo(1.133, 3),
      flagged: false,
    })
    expect(b?.mean).toBe(8.8)
    expect(d).toMatchObject({ mean: 5.2, deviation: expect.closeTo(-3.4, 9), flagged: true })
    expect(e).toEqual({ name: 'E', n: 4, mean: null, resolved: null, again: null, deviation: null, flagged: false })
  })

  it('are personal: a person sees his own marks without the comparison, others none, a customer nothing', async () => {
    expect(await read(management)).toHaveLength(5)
    expect(await read(people.D ?? lead)).toEqual([
      { name: 'D', n: 5, mean: 5.2, resolved: 0.9, again: 0.8, deviation: null, flagged: null },
    ])
    expect(await read(head)).toEqual([])
  })
})

describe('the calendar of assessments (SAT-07)', () => {
  const record = (input: Record<string, unknown>, viewer = lead) =>
    send(
      'recordAssessment',
      { area: 'company', results: 'Answers come late', ...input },
      'Assessment',
      'id missingMembers',
      viewer,
    )
  const overdue = (from: string) =>
    asked<{ overdueAssessments: object[] }>(`{ overdueAssessments(from: "${from}") { method missing } }`)

  it('on 1 May says that the survey of April 2026 is missing where nothing was asked in it', async () => {
    // Answers of the three questions came in in April; the wave opened in January.
    expect((await overdue('2026-01-01')).overdueAssessments).toEqual([
      { method: 'survey', missing: '2026-02' },
      { method: 'survey', missing: '2026-03' },
      { method: 'focusGroup', missing: null },
    ])
    await world.database.owner
      .updateTable('survey_response')
      .set({ answered_at: new Date('2026-03-31T08:00:00Z') })
      .execute()
    expect((await overdue('2026-03-01')).overdueAssessments).toContainEqual({ method: 'survey', missing: '2026-04' })
  })

  it('refuses a group of six customers and two managers without staff, and a review without its expert', async () => {
    expect(await record({ method: 'focusGroup', heldOn: '2025-01-20', customers: 6, managers: 2 })).toMatchObject({
      fields: [{ field: 'staff', code: 'groupIncomplete' }],
    })
    expect(await record({ method: 'expertReview', heldOn: '2026-04-01' })).toMatchObject({
      fields: [{ field: 'ledBy', code: 'required' }],
    })
    expect(await record({ method: 'survey', heldOn: '2027-01-01' })).toMatchObject({
      fields: [{ field: 'heldOn', code: 'inFuture' }],
    })
    expect(await record({ method: 'survey', heldOn: '2026-02-10' }, head)).toMatchObject({ __typename: 'NotAllowed' })
  })

  it('a focus group of 20 January 2025 is overdue on 1 February 2026', async () => {
    await record({ method: 'focusGroup', heldOn: '2025-01-20', customers: 6, managers: 2, staff: 1 })
    world.setTime(new Date('2026-02-01T05:00:00Z'))
    expect((await overdue('2026-02-01')).overdueAssessments).toEqual([{ method: 'focusGroup', missing: '2026-01-20' }])
    world.setTime(new Date('2026-01-20T05:00:00Z'))
    expect((await overdue('2026-01-20')).overdueAssessments).toEqual([])
  })
})

describe('thank-you calls (SAT-11)', () => {
  it('50 calls with 12 questions and 4 problems are 16 talks and 4 claims; 5,600 of margin recover a cost of 5,000', async () => {
    world.setTime(new Date('2026-11-02T05:00:00Z'))
    const accountIds: string[] = []
    for (let index = 0; index < 50; index++)
      accountIds.push(
        globalId(
          'Account',
          (await givenAccount(world.database.owner, { name: `Thanked ${index}`, regionId: eastAsia })).id,
        ),
      )
    const plan = { name: 'Thank you', beginsOn: '2026-11-01', cost: '5000', currency: 'USD', accountIds }
    expect(await send('planGratitude', { ...plan, accountIds: [] }, 'GratitudeCampaign')).toMatchObject({
      fields: [{ field: 'accountIds', code: 'required' }],
    })
    const { id } = await send('planGratitude', plan, 'GratitudeCampaign')
    const source = `query($id: ID!) { node(id: $id) { ... on GratitudeCampaign { cost recovered
      counts { customers called questions problems talks claims } calls(first: 100) { nodes { id claimId entryId } } } } }`
    const campaign = async (viewer = lead) =>
      (
        await ask<{ node: { calls: { nodes: { id: string }[] } } & Record<string, unknown> }>(
          world.engine,
          viewer,
          source,
          { id },
        )
      ).node
    const calls = (await campaign()).calls.nodes
    const call = (index: number, result: string, said: string | null = null) =>
      send('recordGratitudeCall', { id: calls[index]?.id, result, said }, 'GratitudeCall', 'result')
    expect(await call(0, 'problem')).toMatchObject({ fields: [{ field: 'said', code: 'required' }] })
    for (let index = 0; index < 50; index++) {
      const result = index < 12 ? 'question' : index < 16 ? 'problem' : 'noIssue'
      expect(await call(index, result, index < 16 ? `Said by ${index}` : null)).toMatchObject({ result })
    }
    expect(await call(0, 'noIssue')).toMatchObject({ fields: [{ field: 'id', code: 'calledAlready' }] })
    for (const { id: callId } of calls) {
      const [, key = ''] = Buffer.from(callId, 'base64url').toString().split(':')
      // The job may come twice: what it keeps is kept once.
      for (let time = 0; time < 2; time++) await keepGratitudeCall(world.engine, key)
    }
    expect(await campaign()).toMatchObject({
      recovered: null,
      counts: { customers: 50, called: 50, questions: 12, problems: 4, talks: 16, claims: 4 },
    })
    await send('setGratitudeEffect', { id, extraMargin: '5600', knownOn: '2027-11-01' }, 'GratitudeCampaign')
    expect(await campaign(management)).toMatchObject({ cost: '5000.00', recovered: true })
  })
})
