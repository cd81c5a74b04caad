// Visits through the graph: clocks, clashes, who is first, host and room, the report, and what comes of its findings.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { visitFigures } from '../../server/visits/visit-figures.ts'
import { ask, globalId } from '../graph.ts'
import { faultsOf, newVisit, sendVisit } from '../stories/driven-visit.ts'
import { goTo, later, newCustomer, nextStory, openWorld, type World } from '../stories/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(() => nextStory(world))

const arranged = ['triage', 'propose', 'confirm', 'prepare', 'begin', 'finish'] as const

describe('arranging', () => {
  it('TSK-2g: a request that waits eight days with a limit of seven is overdue, postponed or not', async () => {
    const visit = await (await newVisit(world)).through('triage', 'propose', 'postpone', 'propose', 'postpone')
    const due = (await visit.clocks()).visitRequest
    expect(due?.slice(0, 10)).toBe('2026-11-09')
    const overdue = async () => {
      const { visits } = await ask<{ visits: { nodes: { id: string }[] } }>(
        world.engine,
        world.people.engineer,
        '{ visits(first: 100, filter: { overdue: true }) { nodes { id } } }',
      )
      return visits.nodes.some(({ id }) => id === globalId('Visit', visit.key))
    }
    expect(await overdue()).toBe(false)
    await goTo(world, later(world, 8))
    expect(await overdue()).toBe(true)
  })

  it('two visits of one engineer at the same hour are refused, one after the other is not', async () => {
    const first = await (await newVisit(world)).through('triage', 'propose')
    const { starts_at, ends_at, number } = await first.row()
    const second = await (await newVisit(world)).through('triage')
    const hour = { startsAt: starts_at?.toISOString(), endsAt: ends_at?.toISOString() }
    expect(await second.faults('propose', hour)).toEqual(['startsAt: personBusy'])
    const told = await second.attempt('propose', hour)
    expect(told.fields?.[0]?.text).toBe(`Front Engineer is in visit ${number} at that time`)
    const after = { startsAt: ends_at?.toISOString(), endsAt: hourAfter(ends_at) }

    expect(await second.do('propose', after)).toBe('proposed')
  })

  it('ACC-07: a visit goes before a waiting one of a key account with a reason alone', async () => {
    const key = await newVisit(world, { customer: await newCustomer(world, { key: true }) })
    const plain = await newVisit(world)
    expect(await plain.faults('triage')).toEqual(['aheadReason: keyVisitsWait'])
    expect(await plain.do('triage', { aheadReason: 'A line stands still' })).toBe('triaged')
    expect((await plain.row()).ahead_reason).toBe('A line stands still')
    await key.do('cancel')
  })

  it('VIS-03: a visit of the customer to us is not confirmed without host and room, and he names neither', async () => {
    const visit = await (await newVisit(world, { incoming: true } as object)).through('triage', 'propose')
    expect(await visit.faults('confirm')).toEqual(['host', 'room'])
    const host = { hostId: globalId('Person', world.people.lead.id), room: 'Blue room' }
    expect(await visit.faults('confirm', host)).toEqual(['NotAllowed'])
    expect(await visit.do('confirm', host, 'engineer')).toBe('confirmed')
  })

  it('a customer asks through the link of his claim for his own account, and for no other', async () => {
    const own = await newVisit(world)
    const ask = (accountId: string) =>
      sendVisit(world, own.viewer('contact'), 'requestVisit', {
        accountId: globalId('Account', accountId),
        reason: 'Come soon',
      })
    expect(await ask(own.customer.accountId)).toMatchObject({ __typename: 'VisitMoved', visit: null })
    expect(await ask((await newCustomer(world)).accountId)).toMatchObject({ __typename: 'NotFound' })
  })
})

function hourAfter(moment: Date | null): string {
  return new Date((moment?.getTime() ?? 0) + 3_600_000).toISOString()
}

describe('the report', () => {
  it('VIS-02: with 8 of 10 blocks it is 80 % complete and lacks the two; its tasks carry the visit', async () => {
    const visit = await (await newVisit(world)).through(...arranged)
    const write = (block: string) =>
      sendVisit(world, world.people.engineer, 'writeVisitBlock', {
        id: globalId('Visit', visit.key),
        block,
        text: 'Looked at',
      })
    const eight = ['claims', 'delivery', 'processing', 'competitors', 'needs', 'customerPlans', 'ourPlans', 'offer']
    for (const block of eight) await write(block)
    expect(await write('offer')).toMatchObject({ completeness: 80 })
    expect(await visit.faults('submitReport', { blocks: [] })).toEqual(['blocks: blockEmpty', 'blocks: blockEmpty'])
    const rest = ['knowledge', 'promises'].map((block) => ({ block, text: 'Looked at' }))
    const findings = [
      { block: 'delivery', text: 'Straps are loose' },
      { block: 'processing', text: 'Edges crack' },
      { block: 'needs', text: 'He could use 1.2 mm' },
    ]
    await visit.do('submitReport', { blocks: rest, findings })
    const [straps, edges, need] = await visit.findings()
    const turn = (id: string | undefined, kind: string, more = {}) =>
      sendVisit(world, world.people.engineer, 'turnVisitFinding', {
        id: globalId('VisitFinding', id ?? ''),
        kind,
        note: 'Look at it',
        ...more,
      })
    const asked = {
      departmentId: globalId('Department', world.departments.rollingMill ?? ''),
      dueAt: later(world, 5).toISOString(),
    }
    expect(faultsOf(await turn(straps?.id, 'task'))).toEqual(['departmentId: required'])
    await turn(straps?.id, 'task', asked)
    await turn(edges?.id, 'task', asked)
    await turn(edges?.id, 'claim')
    await turn(need?.id, 'need')
    const tasks = await world.db.selectFrom('task').where('case_id', '=', visit.key).selectAll().execute()
    expect(tasks.map(({ purpose }) => purpose)).toEqual(['visitFollowUp', 'visitFollowUp'])
    const outcomes = await world.db.selectFrom('visit_outcome').where('case_id', '=', visit.key).selectAll().execute()
    expect(outcomes.map(({ kind, task_id, claim_id }) => [kind, task_id !== null, claim_id !== null])).toEqual([
      ['task', true, false],
      ['task', true, false],
      ['claim', false, true],
      ['need', false, false],
    ])
    expect(await visit.faults('close')).toEqual(['findingOpen', 'findingOpen', 'findingOpen'])
    const confirm = { findingId: globalId('VisitFinding', straps?.id ?? '') }
    expect(await visit.faults('confirmFinding', { ...confirm, confirmedOn: null, reason: 'Seen' })).toEqual([
      'confirmedOn: findingConfirmation',
    ])
    for (const { id } of await visit.findings())
      await visit.do('confirmFinding', { findingId: globalId('VisitFinding', id) })
    expect(await visit.do('close')).toBe('closed')
  })

  it('is refused for a visit that was called off, block by block too', async () => {
    const visit = await (await newVisit(world)).through('cancel')
    expect(await visit.faults('submitReport')).toEqual(['WrongState'])
    const id = globalId('Visit', visit.key)
    const block = await sendVisit(world, world.people.engineer, 'writeVisitBlock', {
      id,
      block: 'claims',
      text: 'Late',
    })
    expect(block.__typename).toBe('WrongState')
  })

  it('begins with a dossier: what is kept of the customer, and what is not kept said so', async () => {
    const visit = await (await newVisit(world)).through('triage', 'propose', 'confirm', 'prepare')
    const { visit: found } = await ask<{
      visit: { dossier: { sections: { topic: string; kept: boolean }[] } }
    }>(
      world.engine,
      world.people.engineer,
      'query($id: ID!) { visit(id: $id) { dossier { sections { topic kept } } } }',
      {
        id: globalId('Visit', visit.key),
      },
    )
    expect(found.dossier.sections.map(({ topic }) => topic)).toEqual([
      ...['claims', 'promises', 'trials', 'deliveries', 'survey'],
      ...['competitors', 'needs', 'plans', 'obligations', 'visits'],
    ])
    expect(found.dossier.sections.every(({ kept }) => kept)).toBe(true)
  })

  it('says the words of closed lists in the language of whoever reads it', async () => {
    const customer = await newCustomer(world, { key: true })
    const account_id = customer.accountId
    await world.db
      .insertInto('obligation')
      .values({ account_id, kind: 'creditLine', state: 'atRisk', note: 'Second reminder sent' })
      .execute()
    await world.db
      .insertInto('account_plan')
      .values({ account_id, side: 'theirs', text: 'A second line', planned_for: '2027-03-01' })
      .execute()
    const visit = await (await newVisit(world, { customer })).through('triage', 'propose', 'confirm', 'prepare')
    const { visit: found } = await ask<{
      visit: { dossier: { sections: { topic: string; lines: { text: string }[] }[] } }
    }>(
      world.engine,
      world.people.engineer,
      'query($id: ID!) { visit(id: $id) { dossier { sections { topic lines { text } } } } }',
      { id: globalId('Visit', visit.key) },
    )
    const linesOf = (topic: string) => found.dossier.sections.find((section) => section.topic === topic)?.lines
    expect(linesOf('obligations')).toEqual([{ text: 'Credit line: At risk – Second reminder sent' }])
    expect(linesOf('plans')).toEqual([{ text: "Customer's plan – A second line" }])
  })
})

describe('figures', () => {
  it('VIS-01: 7 requested and 5 planned are 41.7 % initiative; the median of 2, 3, 4, 4, 6, 7, 9 days is 4', () => {
    const figures = visitFigures({ requested: 7, planned: 5, waitingDays: [9, 4, 2, 7, 3, 6, 4], byPurpose: [] })
    expect(figures).toMatchObject({ requested: 7, planned: 5, initiative: 41.7, medianDays: 4 })
    expect(visitFigures({ requested: 0, planned: 0, waitingDays: [], byPurpose: [] })).toMatchObject({
      initiative: null,
      medianDays: null,
    })
  })
})
