// A small demo world: its people, customers and material, its claims in order, replayed, damaged and broken off.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../server/core/engine.ts'
import { demoPeople } from '../../server/tools/demo/people.ts'
import { scenarios, shareOut } from '../../server/tools/demo/scenarios.ts'
import { fullDemo, seedDemo } from '../../server/tools/demo/seed-demo.ts'
import { replayHistory } from '../../server/tools/replay-history.ts'
import { type TestEngine, testEngine } from '../engine.ts'

const now = new Date('2026-11-18T09:00:00Z')
const small = { ...fullDemo, claims: 30 }
const quiet = () => undefined

describe('a demo world', () => {
  let world: TestEngine

  beforeAll(async () => {
    world = await testEngine(now)
    expect(await seedDemo(world.engine, quiet, small)).toBe('made')
  }, 120_000)
  afterAll(async () => world.close())

  it('has twelve people who hold every role, six departments, four regions with their customers, and the material', async () => {
    const { db } = world.engine
    const roles = await db.selectFrom('role_grant').select('role').distinct().execute()
    const regions = await db
      .selectFrom('account')
      .innerJoin('region', 'region.id', 'account.region_id')
      .groupBy('region.code')
      .select(['region.code', (eb) => eb.fn.countAll<string>().as('accounts')])
      .select((eb) => eb.fn.countAll<string>().filterWhere('account.key', '=', true).as('key'))
      .execute()
    expect(Object.keys(demoPeople)).toHaveLength(12)
    expect(roles.map(({ role }) => role).sort()).toEqual([
      'administrator',
      'analyst',
      'csEngineer',
      'csLead',
      'departmentHead',
      'departmentResponder',
      'keyCustomerManager',
      'management',
    ])
    expect(new Map(regions.map(({ code, accounts, key }) => [code, `${accounts} of them key ${key}`]))).toEqual(
      new Map([
        ['europe', '18 of them key 4'],
        ['eastAsia', '16 of them key 3'],
        ['iran', '12 of them key 1'],
        ['middleEast', '14 of them key 1'],
      ]),
    )
    expect(await count('person')).toBe(12)
    expect(await count('department')).toBe(6)
    expect(await count('heat')).toBe(400)
    expect(await count('piece')).toBe(3_000)
    expect(await count('claim')).toBe(30)
  })

  it('numbers its claims in the order in which they were opened, and lets nothing happen after today', async () => {
    const cases = await world.engine.db
      .selectFrom('service_case')
      .where('kind', '=', 'claim')
      .orderBy('opened_at')
      .select(['number', 'opened_at', 'changed_at'])
      .execute()
    const serials = cases.map(({ number }) => number.slice(-6))
    expect(serials).toEqual([...serials].sort())
    expect(cases.every(({ opened_at, changed_at }) => opened_at <= changed_at && changed_at <= now)).toBe(true)
    expect(cases[0]?.opened_at.toISOString() ?? '').toMatch(/^202[45]-/)
    expect(cases.at(-1)?.opened_at.toISOString() ?? '').toMatch(/^2026-11-1/)
  })

  it('has lived through its clocks: none runs in an ended case, none is due and not fired', async () => {
    const { db } = world.engine
    const running = await db
      .selectFrom('deadline')
      .innerJoin('service_case', 'service_case.id', 'deadline.case_id')
      .where('deadline.stopped_at', 'is', null)
      .select(['service_case.number', 'service_case.open', 'deadline.clock', 'deadline.next_at'])
      .execute()
    expect(running.filter(({ open }) => !open)).toEqual([])
    expect(running.filter(({ next_at }) => next_at && next_at <= now)).toEqual([])
    expect(running.length).toBeGreaterThan(0)
  })

  it('leaves no letter to be sent', async () => {
    const unsent = await world.engine.db.selectFrom('letter').where('sent_at', 'is', null).select('id').execute()
    expect(unsent).toEqual([])
    expect(await count('letter')).toBeGreaterThan(30)
  })

  it('is not made twice', async () => {
    expect(await seedDemo(world.engine, quiet, small)).toBe('present')
    expect(await count('claim')).toBe(30)
  })

  it('replays without a difference, and a row damaged by hand is named with what differs', async () => {
    const { db } = world.engine
    const tasks = await count('task')
    expect(await replayHistory(db)).toMatchObject({ cases: 30 + 8 + 11, tasks, differences: [] })
    const damaged = await db
      .updateTable('service_case')
      .set({ state: 'closed' })
      .where('id', '=', (eb) =>
        eb.selectFrom('service_case').where('state', '=', 'registered').orderBy('id').limit(1).select('id'),
      )
      .returning(['id', 'number'])
      .executeTakeFirstOrThrow()
    const { differences } = await replayHistory(db)
    expect(differences).toEqual([
      `${damaged.number}: states is stored as ["closed","nothing","notRequired"], replayed it is ["registered","nothing","notRequired"]`,
    ])
    await db.updateTable('service_case').set({ state: 'registered' }).where('id', '=', damaged.id).execute()
  })

  it('names a case whose revision the history does not reach, and one whose stored memory differs', async () => {
    const { db } = world.engine
    const open = db.selectFrom('service_case').where('state', '=', 'registered').orderBy('id').selectAll()
    const first = await open.executeTakeFirstOrThrow()
    const closed = db.selectFrom('service_case').where('state', '=', 'declined').orderBy('id').selectAll()
    const second = await closed.executeTakeFirstOrThrow()
    const context = { ...(second.snapshot.context as object), silences: 7 }
    const damaged = JSON.stringify({ ...second.snapshot, context })
    await db
      .updateTable('service_case')
      .set({ revision: first.revision + 1 })
      .where('id', '=', first.id)
      .execute()
    await db.updateTable('service_case').set({ snapshot: damaged }).where('id', '=', second.id).execute()
    const { differences } = await replayHistory(db)
    expect(differences.sort()).toEqual(
      [
        `${first.number}: revision ${first.revision + 1} is stored, the history ends with ${first.revision}`,
        `${second.number}: context.silences is stored as 7, replayed it is 0`,
      ].sort(),
    )
    await db.updateTable('service_case').set({ revision: first.revision }).where('id', '=', first.id).execute()
    await db
      .updateTable('service_case')
      .set({ snapshot: JSON.stringify(second.snapshot) })
      .where('id', '=', second.id)
      .execute()
  })

  async function count(
    table: 'person' | 'department' | 'heat' | 'piece' | 'claim' | 'letter' | 'task',
  ): Promise<number> {
    const row = await world.engine.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<string>().as('rows'))
      .executeTakeFirstOrThrow()
    return Number(row.rows)
  }
})

describe('the scenarios of the full demo world', () => {
  it('make 250 claims, each scenario as often as it says', () => {
    const shared = shareOut(250)
    expect(shared).toHaveLength(250)
    expect(scenarios.filter((scenario) => shared.filter((one) => one === scenario).length !== scenario.count)).toEqual(
      [],
    )
  })
})

describe('a demo world whose making broke off', () => {
  it('is finished by the next start', async () => {
    const world = await testEngine(now)
    try {
      const broken = breakingOff(world.engine, 150)
      await expect(seedDemo(broken, quiet, { ...small, claims: 16 })).rejects.toThrow('cannot go on')
      const before = await replayHistory(world.engine.db)
      expect(before.cases).toBeLessThan(16)
      expect(await seedDemo(world.engine, quiet, { ...small, claims: 16 })).toBe('finished')
      expect(await replayHistory(world.engine.db)).toMatchObject({ cases: 16 + 8 + 11, differences: [] })
      expect(await seedDemo(world.engine, quiet, { ...small, claims: 16 })).toBe('present')
    } finally {
      await world.close()
    }
  }, 120_000)

  it('is not begun where there are customers already', async () => {
    const world = await testEngine(now)
    try {
      const { db } = world.engine
      const region = { code: 'here', name: JSON.stringify({ en: 'Here' }) }
      const { id } = await db.insertInto('region').values(region).returning('id').executeTakeFirstOrThrow()
      const account = { number: 'A-1', name: 'Own', region_id: id, consumer_type: 'endUser' as const, country: 'KZ' }
      await db.insertInto('account').values(account).execute()
      expect(await seedDemo(world.engine, quiet, small)).toBe('left')
    } finally {
      await world.close()
    }
  })
})

/** An engine whose notifications fail from the nth on. */
function breakingOff(engine: Engine, nth: number): Engine {
  let sent = 0
  const { notify } = engine.effects
  return {
    ...engine,
    effects: {
      ...engine.effects,
      async notify(scope, params) {
        if (++sent >= nth) throw new Error('The power is gone')
        await notify?.(scope, params)
      },
    },
  }
}
