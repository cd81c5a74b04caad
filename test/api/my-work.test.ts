// What waits for a person: a claim stands on the list of whoever runs it, investigates it or has its next step.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClaimState } from '../../schema/claim-vocabulary.ts'
import { ask } from '../graph.ts'
import { claimIn } from '../stories/driven-claim.ts'
import { openWorld, type Who, type World } from '../stories/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** The engineer runs each of them; the lead proposes 5,000 USD, which one other lead approves. */
const next: Partial<Record<ClaimState, Who[]>> = {
  registered: ['engineer'],
  screening: ['engineer', 'lead', 'lead2'],
  collecting: ['engineer', 'analyst'],
  concluding: ['engineer', 'analyst'],
  decision: ['engineer', 'lead', 'lead2', 'analyst'],
  approval: ['engineer', 'lead2', 'analyst'],
  offered: ['engineer', 'analyst'],
  disputed: ['engineer', 'lead', 'lead2', 'analyst'],
}
const asked: Who[] = [
  'engineer',
  'engineer2',
  'lead',
  'lead2',
  'analyst',
  'analyst2',
  'roller',
  'quality',
  'administrator',
]

describe('a claim waits for', () => {
  it.each(Object.entries(next))('%s: %s', async (state, people) => {
    const claim = await claimIn(world, state as ClaimState)
    const seeing = []
    for (const who of asked) if (await listed(who, claim.key)) seeing.push(who)
    expect(seeing).toEqual(people)
  })
})

async function listed(who: Who, caseId: string): Promise<boolean> {
  const { number } = await world.db
    .selectFrom('service_case')
    .where('id', '=', caseId)
    .select('number')
    .executeTakeFirstOrThrow()
  const data = await ask<{ myCases: { nodes: { number: string }[] } }>(
    world.engine,
    world.people[who],
    '{ myCases(first: 100) { nodes { number } } }',
  )
  return data.myCases.nodes.some((row) => row.number === number)
}
