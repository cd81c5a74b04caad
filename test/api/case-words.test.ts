// What the graph says in the language of the request, and which department the routing table names.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { ask, globalId } from '../graph.ts'
import { claimIn, type DrivenClaim } from '../stories/driven-claim.ts'
import { openWorld, type World } from '../stories/world.ts'

let world: World
let claim: DrivenClaim
beforeAll(async () => {
  world = await openWorld()
  claim = await claimIn(world, 'screening')
})
afterAll(() => world.close())

const speaking = (language: PersonViewer['language']) => ({ ...world.people.lead, language })

interface Words {
  stateLabel: string
  actions: { event: string; label: string; requires: { code: string; text: string }[] }[]
  deadlines: { clock: string; label: string }[]
}

async function words(language: PersonViewer['language']): Promise<Words> {
  const { claim: seen } = await ask<{ claim: Words }>(
    world.engine,
    speaking(language),
    `query($id: ID!) { claim(id: $id) { stateLabel actions { event label requires { code text } } deadlines { clock label } } }`,
    { id: globalId('Claim', claim.key) },
  )
  return seen
}

it('states, steps, what they lack and clocks have words of their own in each language', async () => {
  const [en, ru, kk] = [await words('en'), await words('ru'), await words('kk')]
  expect(new Set([en.stateLabel, ru.stateLabel, kk.stateLabel]).size).toBe(3)
  expect(ru.stateLabel).toMatch(/^[а-яё ,]+$/i)
  const labels = ({ actions, deadlines }: Words) => [
    ...actions.map(({ event, label }) => [event, label]),
    ...actions.flatMap(({ requires }) => requires.map(({ code, text }) => [code, text])),
    ...deadlines.map(({ clock, label }) => [clock, label]),
  ]
  expect(labels(en).length).toBeGreaterThan(20)
  for (const [index, [word, label]] of labels(en).entries()) {
    const others = [labels(ru)[index], labels(kk)[index]]
    for (const other of others) {
      expect(other?.[0]).toBe(word)
      expect(other?.[1], word).toMatch(/[а-яёәғқңөұүһі]/i)
      expect(other?.[1], word).not.toBe(label)
    }
  }
})

it('of what somebody can do it tells what carries the case on from what can be done besides', async () => {
  const concluding = await claimIn(world, 'concluding')
  const able = async (who: 'lead' | 'analyst') => {
    const { claim: seen } = await ask<{ claim: { actions: { event: string; onward: boolean }[] } }>(
      world.engine,
      world.people[who],
      'query($id: ID!) { claim(id: $id) { actions { event onward } } }',
      { id: globalId('Claim', concluding.key) },
    )
    return seen.actions
  }
  expect((await able('analyst'))[0]).toEqual({ event: 'conclude', onward: true })
  // The analyst concludes: what the lead can do meanwhile is no next step.
  expect(await able('lead')).toContainEqual({ event: 'amend', onward: false })
  expect((await able('lead')).filter(({ onward }) => onward)).toEqual([])
})

it('a refusal too', async () => {
  const text = async (language: PersonViewer['language']) => {
    const { answer } = await ask<{ answer: { fields: { text: string }[] } }>(
      world.engine,
      speaking(language),
      `mutation($input: MergeClaimInput!) { answer: mergeClaim(input: $input) { ... on Invalid { fields { text } } } }`,
      { input: { id: globalId('Claim', claim.key), revision: 2, targetId: globalId('Claim', claim.key) } },
    )
    return answer.fields.map((fault) => fault.text)
  }
  expect(await text('en')).toEqual(['A claim cannot be merged into itself'])
  expect((await text('ru')).join()).toMatch(/[а-яё]/i)
  expect((await text('kk')).join()).toMatch(/[әғқңөұүһі]/i)
})

it('surface quality in production goes to the rolling mill, fastening in delivery to logistics', async () => {
  const { routingRules } = await ask<{
    routingRules: { subject: string; stage: string; department: { code: string }; dueWorkingDays: number }[]
  }>(world.engine, world.people.analyst, '{ routingRules { subject stage department { code } dueWorkingDays } }')
  const routed = (subject: string, stage: string) =>
    routingRules
      .filter((rule) => rule.subject === subject && rule.stage === stage)
      .map(({ department }) => department.code)
  expect(routed('surfaceQuality', 'production')).toEqual(['rollingMill'])
  expect(routed('fastening', 'delivery')).toEqual(['logistics'])
  expect(routed('other', 'delivery')).toEqual([])
})
