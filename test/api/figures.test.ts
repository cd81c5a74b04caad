// Figures about claims, with numbers worked by hand, and the rows behind each of them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenAccount, givenCoils, givenPerson, givenReference } from '../given.ts'
import { ask, globalId } from '../graph.ts'

let world: TestEngine
let director: PersonViewer
let europe: string
let asia: string
const accounts: { id: string; regionId: string }[] = []

interface GivenClaim {
  account: number
  defects: string[]
  opened: string
  state: string
  due?: string
  /** Hours after opening at which each state began. */
  course?: [state: string, hours: number][]
}

beforeAll(async () => {
  world = await testEngine(new Date('2026-11-10T00:00:00Z'))
  const db = world.database.owner
  const { regions } = await givenReference(db)
  europe = regions.europe ?? ''
  asia = regions.eastAsia ?? ''
  director = await givenPerson(db, { name: 'Dora Director', role: 'management' })
  for (const [name, regionId] of [
    ['Nordwind', europe],
    ['Hanwol', asia],
  ] as const) {
    accounts.push({ id: (await givenAccount(db, { name, regionId })).id, regionId })
  }
  await givenClaim({
    account: 0,
    defects: ['scratch', 'rust'],
    opened: '2026-11-01T00:00:00Z',
    state: 'screening',
    due: '2026-11-09T00:00:00Z',
    course: [
      ['registered', 0],
      ['screening', 10],
    ],
  })
  await givenClaim({
    account: 0,
    defects: ['scratch', 'scratch'],
    opened: '2026-11-02T00:00:00Z',
    state: 'screening',
    due: '2026-11-11T00:00:00Z',
    course: [
      ['registered', 0],
      ['screening', 20],
    ],
  })
  await givenClaim({
    account: 1,
    defects: ['dent'],
    opened: '2026-11-03T00:00:00Z',
    state: 'closed',
    course: [
      ['registered', 0],
      ['screening', 30],
      ['closed', 130],
    ],
  })
}, 120_000)
afterAll(() => world?.close())

describe('figures', () => {
  it('count a claim once for each of its defects, the most frequent first, with cumulative shares', async () => {
    const { byDefect } = await figures('byDefect { key n share cumulative }')
    expect(byDefect).toEqual([
      // Four counts of three claims: 2 of 4, then 1 and 1 in the order of their codes.
      { key: 'scratch', n: 2, share: 0.5, cumulative: 0.5 },
      { key: 'dent', n: 1, share: 0.25, cumulative: 0.75 },
      { key: 'rust', n: 1, share: 0.25, cumulative: 1 },
    ])
  })

  it('lead from a bar to exactly its rows', async () => {
    const { claims } = await ask<{ claims: { nodes: { number: string }[] } }>(
      world.engine,
      director,
      '{ claims(first: 50, filter: { defect: "scratch" }) { nodes { number } } }',
    )
    expect(claims.nodes.map(({ number }) => number).sort()).toEqual(['C-2026-000001', 'C-2026-000002'])
  })

  it('tell open claims by state, late and soon', async () => {
    const { counts } = await figures('counts { state n late soon }')
    expect(counts).toEqual([{ state: 'screening', n: 2, late: 1, soon: 1 }])
  })

  it('tell median and ninth decile of ended stays', async () => {
    const { stays } = await figures('stays { place state n median p90 }')
    // Registered: 10, 20, 30 h; the ninth decile lies 0.8 of the way from 20 to 30. Screening: the one that has ended, 100 h.
    expect(stays).toEqual([
      { place: 1, state: 'registered', n: 3, median: 20, p90: 28 },
      { place: 1, state: 'screening', n: 1, median: 100, p90: 100 },
    ])
  })

  it('lead from a stay, a clock and a sum of money to exactly its rows', async () => {
    const db = world.database.owner
    const [first, second, third] = await db
      .selectFrom('service_case')
      .orderBy('number')
      .select(['id', 'account_id'])
      .execute()
    if (!first || !second || !third) throw new Error('Three claims were given')
    const started = { started_at: '2026-11-01T00:00:00Z', stopped_at: '2026-11-05T00:00:00Z' }
    const clock = { clock: 'acknowledge' as const, generation: 1, due_at: null, ...started }
    const { calendar_id, policy_id } = await anyPolicy()
    const of = { calendar_id, policy_id, amount: 8, unit: 'workingHours' }
    await db
      .insertInto('deadline')
      .values([
        { case_id: first.id, ...clock, ...of, breached_at: '2026-11-04T00:00:00Z' },
        { case_id: second.id, ...clock, ...of },
      ] as never)
      .execute()
    // Of the three, only the closed one has left "screening".
    expect(await numbers('leftState: "screening"')).toEqual(['C-2026-000003'])
    expect(await numbers('stoppedClock: acknowledge')).toEqual(['C-2026-000001', 'C-2026-000002'])
    expect(await numbers('missedClock: acknowledge')).toEqual(['C-2026-000001'])
    const proposal = {
      number: 1,
      hash: 'a'.repeat(64),
      amount_usd: '10',
      total_usd: '10',
      route: '[]',
      state: 'approved',
    }
    const made = await db
      .insertInto('proposal')
      .values({
        ...proposal,
        case_id: third.id,
        proposed_by: director.id,
        proposed_at: '2026-11-05T00:00:00Z',
      } as never)
      .returning('id')
      .executeTakeFirstOrThrow()
    const line = { kind: 'priceAllowance', position: 1, amount: '10', currency: 'EUR', ground: 'notOurs' }
    await db
      .insertInto('settlement_line')
      .values({ ...line, case_id: third.id, proposal_id: made.id } as never)
      .execute()
    const sums = { claimed: [], offered: ['C-2026-000003'], accepted: ['C-2026-000003'], paid: [] }
    for (const [sum, found] of Object.entries(sums)) {
      expect(await numbers(`money: { currency: "EUR", sum: ${sum} }`)).toEqual(found)
    }
    expect(await numbers('money: { currency: "USD", sum: offered }')).toEqual([])
  })

  it('measure claims by what was delivered, and tell no rate without deliveries', async () => {
    const db = world.database.owner
    const [nordwind] = accounts
    const { coils } = await givenCoils(db, nordwind?.id ?? '', '81001', ['81001-1', '81001-2'])
    const shipment = await db
      .insertInto('shipment')
      .values({ number: 'S-1', account_id: nordwind?.id ?? '', dispatched_on: '2026-10-01' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db.updateTable('piece').set({ shipment_id: shipment.id }).where('id', 'in', coils).execute()
    const { rates } = await figures('rates { regionId n tonnes rate }')
    // Two claims over 20 t: 100 per 1,000 t.
    expect(rates).toContainEqual({ regionId: globalId('Region', europe), n: 2, tonnes: '20.000', rate: 100 })
    expect(rates).toContainEqual({ regionId: globalId('Region', asia), n: 1, tonnes: null, rate: null })
  })

  it('narrow with the filter, and to what the viewer may see', async () => {
    const lead = await givenPerson(world.database.owner, { name: 'Lena Lead', role: 'csLead', regionId: asia })
    expect(await claimsOf(director, `regionId: "${globalId('Region', europe)}"`)).toBe(2)
    expect(await claimsOf(director, 'openedFrom: "2026-11-02T00:00:00Z", openedBefore: "2026-11-03T00:00:00Z"')).toBe(1)
    expect(await claimsOf(lead, '')).toBe(1)
  })

  it('are for management and leads', async () => {
    const analyst = await givenPerson(world.database.owner, { name: 'Ana Lyst', role: 'analyst' })
    const { claimFigures } = await ask<{ claimFigures: null }>(world.engine, analyst, '{ claimFigures { claims } }')
    expect(claimFigures).toBeNull()
  })
})

async function numbers(filter: string): Promise<string[]> {
  const { claims } = await ask<{ claims: { nodes: { number: string }[] } }>(
    world.engine,
    director,
    `{ claims(first: 50, filter: { ${filter} }) { nodes { number } } }`,
  )
  return claims.nodes.map(({ number }) => number).sort()
}

async function anyPolicy() {
  const db = world.database.owner
  const calendar = await db.selectFrom('calendar').select('id').executeTakeFirstOrThrow()
  const policy = await db
    .selectFrom('deadline_policy')
    .where('clock', '=', 'acknowledge')
    .select('id')
    .executeTakeFirst()
  return { calendar_id: calendar.id, policy_id: policy?.id ?? null }
}

async function figures(fields: string): Promise<Record<string, unknown>> {
  const { claimFigures } = await ask<{ claimFigures: Record<string, unknown> }>(
    world.engine,
    director,
    `{ claimFigures { ${fields} } }`,
  )
  return claimFigures
}

async function claimsOf(viewer: PersonViewer, filter: string): Promise<number> {
  const { claimFigures } = await ask<{ claimFigures: { claims: number } }>(
    world.engine,
    viewer,
    `{ claimFigures(filter: { ${filter} }) { claims } }`,
  )
  return claimFigures.claims
}

let numbered = 0

async function givenClaim({ account, defects, opened, state, due, course = [] }: GivenClaim): Promise<void> {
  const db = world.database.owner
  numbered += 1
  const at = (hours: number) => new Date(new Date(opened).getTime() + hours * 3_600_000)
  const { id } = await db
    .insertInto('service_case')
    .values({
      number: `C-2026-00000${numbered}`,
      kind: 'claim',
      account_id: accounts[account]?.id ?? '',
      owner_id: director.id,
      title: 'A claim',
      severity: 'minor',
      state,
      waiting: 'nothing',
      improvement: 'notRequired',
      open: state !== 'closed',
      chart_version: 1,
      snapshot: JSON.stringify({ value: {}, context: {} }),
      due_at: due ? new Date(due) : null,
      opened_at: new Date(opened),
      closed_at: null,
      changed_at: new Date(opened),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('claim')
    .values({ case_id: id, received_at: new Date(opened), what_happened: 'Something' })
    .execute()
  for (const [index, defect] of defects.entries()) {
    await db
      .insertInto('claim_item')
      .values({ case_id: id, origin_case_id: id, position: index + 1, defect })
      .execute()
  }
  for (const [index, [entered, hours]] of course.entries()) {
    const line = {
      case_id: id,
      revision: index + 1,
      kind: 'event' as const,
      event: 'amend',
      by_name: 'Dora',
      as_role: 'csLead' as const,
    }
    const from = [course[index - 1]?.[0] ?? 'draft', 'nothing', 'notRequired']
    await db
      .insertInto('history')
      .values({ ...line, from_states: from, to_states: [entered, 'nothing', 'notRequired'], at: at(hours) })
      .execute()
  }
}
