// Waves through the graph: whom they would ask and whom not, the sample, opening, closing, giving up (SAT-01, SAT-02).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendCommand } from '../command-answer.ts'
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

interface Regional {
  region: { code: string }
  counts: { state: string; count: number }[]
}

interface Invited {
  id: string
  messages: { state: string; purpose: string }[]
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

  it('is planned anew until people are asked, by SMS only where a gateway is set', async () => {
    const planned = await world.run('planWave', { ...autumn, versionId, sampleSize: 2, quietDays: 0 })
    const plan = { ...autumn, versionId, name: 'Winter', quietDays: 0, id: planned.id, revision: 1 }
    expect(faults(await world.run('changeWave', { ...plan, mobileChannel: 'sms' }))).toEqual([
      ['mobileChannel', 'noGateway'],
    ])
    expect(await world.run('changeWave', plan)).toMatchObject({ name: 'Winter', revision: 2 })
    expect((await world.run('changeWave', plan)).__typename).toBe('Stale')
    const engine = { ...world.engine, gateway: true }
    const bySms = { name: 'changeWave', input: { ...plan, revision: 2, mobileChannel: 'sms' }, success: 'SurveyWave' }
    await sendCommand(engine, world.lead, bySms)
    await world.run('openWave', { id: planned.id, revision: 3 })
    const { node } = await ask<{ node: { invitations: { nodes: { channel: string; contact: { name: string } }[] } } }>(
      world.engine,
      world.lead,
      `query($id: ID!) { node(id: $id) { ... on SurveyWave { invitations(first: 10) { nodes { channel contact { name } } } } } }`,
      { id: planned.id },
    )
    expect(node.invitations.nodes.filter(({ channel }) => channel === 'sms')).toMatchObject([
      { contact: { name: 'Elif' } },
    ])
    expect(faults(await world.run('changeWave', { ...plan, revision: 4 }))).toEqual([['id', 'notPlannedAny']])
    await world.run('cancelWave', { id: planned.id, revision: 4 })
  })

  it('shows its progress by region, and reminds by hand, which can be taken back', async () => {
    const { id, key, revision } = await world.opened(versionId, { quietDays: 0 })
    const db = world.database.owner
    await db.updateTable('survey_invitation').set({ state: 'sent' }).where('wave_id', '=', key).execute()
    const read = async () =>
      (
        await ask<{ node: { invitationsByRegion: Regional[]; invitations: { nodes: Invited[] } } }>(
          world.engine,
          world.lead,
          `query($id: ID!, $region: ID!) { node(id: $id) { ... on SurveyWave {
            invitationsByRegion { region { code } counts { state count } }
            invitations(first: 10, regionId: $region) { nodes { id messages { state purpose } } } } } }`,
          { id, region: globalId('Region', world.regions.europe ?? '') },
        )
      ).node
    const { invitationsByRegion, invitations } = await read()
    expect(invitationsByRegion.map(({ region, counts }) => [region.code, counts])).toContainEqual([
      'europe',
      [{ state: 'sent', count: 2 }],
    ])
    expect(invitations.nodes).toHaveLength(2)
    const send = (name: string, input: object) =>
      sendCommand(world.engine, world.lead, {
        name,
        input: { waveId: id, ...input },
        success: 'InvitationReminders',
        more: 'messageIds leftOut',
      })
    const invitationIds = invitations.nodes.map((one) => one.id)
    const told = await send('remindInvitations', { invitationIds })
    expect(told).toMatchObject({ leftOut: 0 })
    expect(await send('remindInvitations', { invitationIds })).toMatchObject({ messageIds: [], leftOut: 2 })
    expect(await send('withdrawReminders', { messageIds: told.messageIds })).toMatchObject({ leftOut: 0 })
    const dropped = { state: 'dropped', purpose: 'reminder' }
    expect((await read()).invitations.nodes).toMatchObject([{ messages: [dropped] }, { messages: [dropped] }])
    expect(await send('withdrawReminders', { messageIds: told.messageIds })).toMatchObject({ leftOut: 2 })
    await world.run('cancelWave', { id, revision })
  })

  it('is run by lead and management alone', async () => {
    expect((await world.run('planWave', { ...autumn, versionId }, world.engineer)).__typename).toBe('NotAllowed')
  })
})
