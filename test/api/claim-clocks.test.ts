// Clocks at the boundary: warnings, breaches, escalation, severity changed in between, pauses, and how a due time is explained.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AlarmSender, fireDue } from '../../server/core/deadline-poll.ts'
import { sendAlarm } from '../../server/effects.ts'
import { ask, globalId } from '../graph.ts'
import { claimIn, type DrivenClaim, newClaim } from '../stories/driven-claim.ts'
import { goTo, nextStory, openWorld, type World } from '../stories/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(() => nextStory(world))

const at = (text: string) => new Date(`2026-11-${text}:00.000Z`)

describe('warnings and breaches', () => {
  it('half and four fifths of a day to the owner, then the lead, a day later management; each once', async () => {
    const claim = await newClaim(world)
    const { engineer, lead, lead2, quality, director, treasurer, board1, board2 } = world.people
    // Eight hours from Monday 10:00: half is 15:00, four fifths (6 h 24 min) is 17:24, all of it Tuesday 10:00.
    await goTo(world, at('02T09:59'))
    expect(await alarms(claim)).toEqual([])
    await goTo(world, at('02T10:00'))
    expect(await alarms(claim)).toEqual([['clock.warning', engineer.id]])
    await goTo(world, at('02T12:24'))
    await goTo(world, at('02T12:25'))
    expect(await alarms(claim)).toHaveLength(2)
    await goTo(world, at('03T05:00'))
    expect((await alarms(claim)).slice(2)).toEqual([lead.id, lead2.id].sort().map((id) => ['clock.due', id]))
    expect(await passed(claim)).toBe(1)
    await goTo(world, at('04T05:00'))
    const board = [quality.id, director.id, treasurer.id, board1.id, board2.id]
    expect((await alarms(claim)).slice(4)).toEqual(board.sort().map((id) => ['clock.escalation', id]))
    expect(await goTo(world, at('06T05:00'))).toBe(0)
    expect(await passed(claim)).toBe(1)
  })

  it('a poll that comes late fires everything once, in order', async () => {
    const claim = await newClaim(world)
    await goTo(world, at('05T05:00'))
    expect((await alarms(claim)).map(([kind]) => kind)).toEqual([
      ...['clock.warning', 'clock.warning', 'clock.due', 'clock.due'],
      ...Array(5).fill('clock.escalation'),
    ])
  })

  it('one that cannot be told holds up none that is fired with it, and is tried again five minutes later', async () => {
    const claims = [await newClaim(world), await newClaim(world), await newClaim(world)]
    const [, broken] = claims
    const reported: string[] = []
    const options = { report: (error: Error) => reported.push(error.message) }
    const alarm: AlarmSender = async (scope, ...rest) => {
      await sendAlarm(scope, ...rest)
      if (scope.subject.caseId === broken?.key) throw new Error('Nobody answers')
    }
    world.setTime(at('02T10:00'))
    await fireDue(world.engine, alarm, options)
    expect(reported).toEqual(['Nobody answers'])
    expect(await Promise.all(claims.map(async (claim) => (await alarms(claim)).length))).toEqual([1, 0, 1])
    expect(await goTo(world, at('02T10:04'))).toBe(0)
    expect(await goTo(world, at('02T10:05'))).toBe(1)
    expect(await Promise.all(claims.map(async (claim) => (await alarms(claim)).length))).toEqual([1, 1, 1])
  })

  it('nothing rings once the state was left', async () => {
    const claim = await newClaim(world)
    await claim.quickly(['acknowledge', 'withdraw'])
    expect(await goTo(world, at('30T05:00'))).toBe(0)
    expect(await passed(claim)).toBe(0)
  })

  it('the answer: lead, manager of the account, management, a working day apart', async () => {
    const claim = await claimIn(world, 'decision')
    await world.db
      .updateTable('account')
      .set({ manager_id: world.people.engineer2.id })
      .where('id', '=', claim.customer.accountId)
      .execute()
    // Promised for Thursday 15:00.
    await goTo(world, at('13T10:00'))
    const told = (await alarms(claim)).filter(([kind]) => kind !== 'clock.warning')
    expect(told.at(-1)).toEqual(['clock.escalation', world.people.engineer2.id])
  })
})

describe('another severity', () => {
  it('counts running clocks anew from their start', async () => {
    const claim = await newClaim(world)
    await goTo(world, at('02T07:00'))
    await claim.do('changeSeverity', { severity: 'critical' })
    expect((await claim.clocks()).acknowledge).toBe('2026-11-02T10:00:00.000Z')
    await claim.do('changeSeverity', { severity: 'major' })
    expect((await claim.clocks()).acknowledge).toBe('2026-11-03T05:00:00.000Z')
    const collecting = await claimIn(world, 'collecting')
    await collecting.do('changeSeverity', { severity: 'critical' })
    // One working day instead of two; the other clocks do not ask for the severity.
    expect(await collecting.clocks()).toMatchObject({
      containment: '2026-11-03T07:00:00.000Z',
      answer: '2026-11-12T10:00:00.000Z',
    })
    const pinned = (await collecting.deadlines()).find(({ clock }) => clock === 'containment')
    expect(pinned).toMatchObject({ generation: 1, amount: '1.0000' })
  })

  it('that makes a clock overdue lets it pass at once, and only once', async () => {
    const claim = await newClaim(world)
    await goTo(world, at('03T04:30'))
    await claim.do('changeSeverity', { severity: 'critical' })
    expect((await claim.clocks()).acknowledge).toBe('2026-11-02T10:00:00.000Z')
    await goTo(world, at('03T04:31'))
    expect(await passed(claim)).toBe(1)
    const before = await alarms(claim)
    await goTo(world, at('06T05:00'))
    await claim.do('changeSeverity', { severity: 'major' })
    await claim.do('changeSeverity', { severity: 'critical' })
    await goTo(world, at('06T06:00'))
    expect(await passed(claim)).toBe(1)
    expect((await alarms(claim)).length).toBe(before.length + 5)
  })

  it('that gives more time takes the breach back', async () => {
    const claim = await newClaim(world, undefined, { severity: 'critical' })
    await goTo(world, at('02T10:00'))
    expect(await passed(claim)).toBe(1)
    await claim.do('changeSeverity', { severity: 'minor' })
    const [clock] = (await claim.deadlines()).filter(({ clock }) => clock === 'acknowledge')
    expect(clock).toMatchObject({ breached_at: null, due_at: at('03T05:00') })
    await goTo(world, at('03T05:00'))
    expect(await passed(claim)).toBe(2)
  })

  it('while paused leaves what was warned of', async () => {
    const claim = await claimIn(world, 'screening')
    await goTo(world, at('03T05:00'))
    const warned = (await alarms(claim)).length
    await claim.do('requestInformation')
    await claim.do('changeSeverity', { severity: 'critical' })
    await goTo(world, at('04T05:00'))
    await claim.do('provideInformation')
    expect((await claim.clocks()).screen).toBe('2026-11-05T05:00:00.000Z')
    await goTo(world, at('04T05:01'))
    expect((await alarms(claim)).length).toBe(warned)
  })
})

describe('what the graph says of a clock', () => {
  it('explains the due time by what counted and what did not', async () => {
    const claim = await claimIn(world, 'screening')
    await claim.do('requestInformation')
    await goTo(world, at('03T05:00'))
    await claim.do('provideInformation')
    const { claim: seen } = await ask<{ claim: { deadlines: Clock[] } }>(
      world.engine,
      world.people.engineer,
      `query($id: ID!) { claim(id: $id) { deadlines { clock state dueAt
        explain { policyVersion intervals { kind name minutes } sums { kind minutes } } } } }`,
      { id: globalId('Claim', claim.key) },
    )
    const screen = seen.deadlines.find(({ clock }) => clock === 'screen')
    expect(screen).toMatchObject({ state: 'running', dueAt: '2026-11-05T05:00:00.000Z', explain: { policyVersion: 1 } })
    const minutes = Object.fromEntries((screen?.explain.sums ?? []).map(({ kind, minutes }) => [kind, minutes]))
    // Two days of eight hours count, one is paused.
    expect(minutes).toMatchObject({ paused: 480 })
    expect((minutes.counted ?? 0) + (minutes.stillToRun ?? 0)).toBe(960)
    expect(screen?.explain.intervals.find(({ kind }) => kind === 'paused')?.name).toBe('customer')
  })
})

interface Clock {
  clock: string
  state: string
  dueAt: string | null
  explain: {
    policyVersion: number
    intervals: { kind: string; name: string | null; minutes: number }[]
    sums: { kind: string; minutes: number }[]
  }
}

async function alarms(claim: DrivenClaim): Promise<[string, string][]> {
  const rows = await world.db
    .selectFrom('notification')
    .select(sql<string>`detail ->> 'what'`.as('what'))
    .select('person_id')
    .where('case_id', '=', claim.key)
    .where(sql<boolean>`detail ->> 'what' like 'clock.%'`)
    .orderBy('at')
    .orderBy('what', 'desc')
    .orderBy('person_id')
    .execute()
  const order = ['clock.warning', 'clock.due', 'clock.escalation']
  return rows
    .map(({ what, person_id }): [string, string] => [what, person_id])
    .sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]) || (a[1] < b[1] ? -1 : 1))
}

/** How often a clock passed. */
async function passed(claim: DrivenClaim): Promise<number> {
  const rows = await world.db
    .selectFrom('history')
    .select('id')
    .where('case_id', '=', claim.key)
    .where('event', '=', 'deadlinePassed')
    .execute()
  return rows.length
}
