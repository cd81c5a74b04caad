// Waves through the graph: whom they would ask and whom not, the sample, opening, closing, giving up (SAT-01, SAT-02).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, globalId } from '../graph.ts'
import { autumn, givenAsked, type SurveyWorld, surveyWorld } from './survey-world.ts'

let world: SurveyWorld
let versionId: string

beforeAll(async () => {
  world = await surveyWorld()
  versionId = await world.published('steelWorks')
  const { owner } = world.database
  const given = (name: string, region: string, more = {}) => givenAsked(owner, world.regions, { name, region, ...more })
  await given('Anna', 'europe')
  await given('Boris', 'europe', { type: 'wholesaler', key: true })
  await given('Chen', 'eastAsia', { language: 'zh' })
  await given('Dara', 'iran', { language: 'fa' })
  await given('Elif', 'iran', { email: null, phone: '+98 21 0000 0000' })
  await given('Faye', 'europe', { active: false })
  await given('Gus', 'europe', { email: null })
  const out = await given('Hana', 'europe')
  await owner.insertInto('survey_opt_out').values({ contact_id: out.contactId, source: 'link' }).execute()
})
afterAll(() => world?.close())

interface Preview {
  count: number
  groups: { region: { code: string }; consumerType: string; count: number }[]
  leftOut: { reason: string; count: number }[]
}

async function preview(population: object = {}): Promise<Preview> {
  const { populationPreview } = await ask<{ populationPreview: Preview }>(
    world.engine,
    world.lead,
    `query($population: PlanWavePopulationInput) { populationPreview(population: $population, quietDays: 30) {
      count groups { region { code } consumerType count } leftOut { reason count } } }`,
    { population },
  )
  return populationPreview
}

const faults = (answer: { fields?: { field: string | null; code: string }[] }) =>
  answer.fields?.map(({ field, code }) => [field, code])

describe('a population', () => {
  it('is told before anybody is asked, with who is left out and why', async () => {
    const { count, groups, leftOut } = await preview()
    expect(count).toBe(5)
    expect(groups.map((group) => [group.region.code, group.consumerType, group.count]).sort()).toEqual([
      ['eastAsia', 'endUser', 1],
      ['europe', 'endUser', 1],
      ['europe', 'wholesaler', 1],
      ['iran', 'endUser', 2],
    ])
    expect(Object.fromEntries(leftOut.map((one) => [one.reason, one.count]))).toEqual({
      inactive: 1,
      noAddress: 1,
      optedOut: 1,
    })
  })

  it('is narrowed by region, type and key', async () => {
    expect((await preview({ regionIds: [globalId('Region', world.regions.iran ?? '')] })).count).toBe(2)
    expect((await preview({ consumerTypes: ['wholesaler'] })).count).toBe(1)
    expect((await preview({ keyOnly: true })).count).toBe(1)
  })
})

describe('a wave', () => {
  it('is refused over an empty population, without an end, and with an unpublished questionnaire', async () => {
    const middle = [globalId('Region', world.regions.middleEast ?? '')]
    const planned = await world.run('planWave', { ...autumn, versionId, population: { regionIds: middle } })
    expect(planned).toMatchObject({ __typename: 'SurveyWave', state: 'planned', revision: 1 })
    expect(faults(await world.run('openWave', { id: planned.id, revision: 1 }))).toEqual([['id', 'emptyPopulation']])
    const { closesAt: _, ...endless } = autumn
    expect(faults(await world.run('planWave', { ...endless, versionId }))).toEqual([['closesAt', 'required']])
    expect(faults(await world.run('planWave', { ...autumn, versionId, closesAt: autumn.opensAt }))).toEqual([
      ['closesAt', 'reversed'],
    ])
    const draft = globalId('QuestionnaireVersion', '00000000-0000-4000-8000-000000000000')
    expect(faults(await world.run('planWave', { ...autumn, versionId: draft }))).toEqual([['versionId', 'unknown']])
  })

  it('invites its sample once, each by his way and in his language, and leaves them in peace afterwards', async () => {
    const drawn = async (sampleSeed: number) => {
      const planned = await world.run('planWave', { ...autumn, versionId, sampleSize: 3, sampleSeed, quietDays: 0 })
      await world.run('openWave', { id: planned.id, revision: 1 })
      const { node } = await ask<{ node: { invitations: { nodes: { contact: { name: string } }[] } } }>(
        world.engine,
        world.lead,
        `query($id: ID!) { node(id: $id) { ... on SurveyWave { invitations(first: 10) { nodes { contact { name } } } } } }`,
        { id: planned.id },
      )
      await world.run('cancelWave', { id: planned.id, revision: 2 })
      return node.invitations.nodes.map(({ contact }) => contact.name).sort()
    }
    const first = await drawn(7)
    expect(first).toHaveLength(3)
    expect(await drawn(7)).toEqual(first)
    const others = [await drawn(8), await drawn(9), await drawn(10), await drawn(11), await drawn(12), await drawn(13)]
    expect(others.every((names) => names.join() === first.join())).toBe(false)
    await world.database.owner.deleteFrom('survey_invitation').execute()
    const wave = await world.opened(versionId)
    const { node } = await ask<{ node: { invitations: { nodes: { contact: { name: string } }[] } } }>(
      world.engine,
      world.engineer,
      `query($id: ID!) { node(id: $id) { ... on SurveyWave { state revision invitationCounts { state count } responseRate
        invitations(first: 10) { nodes { channel language state contact { name } } } } } }`,
      { id: wave.id },
    )
    expect(node).toMatchObject({
      state: 'open',
      revision: 2,
      invitationCounts: [{ state: 'queued', count: 5 }],
      responseRate: null,
    })
    expect(node.invitations.nodes.toSorted((a, b) => a.contact.name.localeCompare(b.contact.name))).toMatchObject([
      { channel: 'email', language: 'en', contact: { name: 'Anna' } },
      { channel: 'email', language: 'en', contact: { name: 'Boris' } },
      { channel: 'email', language: 'zh', contact: { name: 'Chen' } },
      { channel: 'email', language: 'fa', contact: { name: 'Dara' } },
      { channel: 'phone', language: 'en', contact: { name: 'Elif' } },
    ])
    expect(await preview()).toMatchObject({ count: 0 })
    const next = await world.run('planWave', { ...autumn, versionId })
    expect(faults(await world.run('openWave', { id: next.id, revision: 1 }))).toEqual([['id', 'emptyPopulation']])
    expect((await world.run('closeWave', { id: wave.id, revision: 1 })).__typename).toBe('Stale')
    expect(await world.run('closeWave', { id: wave.id, revision: 2 })).toMatchObject({
      state: 'closed',
      invitationCounts: [{ state: 'expired', count: 5 }],
    })
    expect(faults(await world.run('closeWave', { id: wave.id, revision: 3 }))).toEqual([['id', 'notRunning']])
  })

  it('is run by lead and management alone', async () => {
    expect((await world.run('planWave', { ...autumn, versionId }, world.engineer)).__typename).toBe('NotAllowed')
  })
})
