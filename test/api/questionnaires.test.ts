// Questionnaires through the graph: made from templates, written, translated, published, frozen, begun anew (SAT-01).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { type Sent, sendCommand } from '../command-answer.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenPerson, givenReference } from '../given.ts'
import { ask } from '../graph.ts'

let world: TestEngine
let lead: PersonViewer
let engineer: PersonViewer

beforeAll(async () => {
  world = await testEngine()
  await givenReference(world.database.owner)
  lead = await givenPerson(world.database.owner, { name: 'Lena Lead', role: 'csLead' })
  engineer = await givenPerson(world.database.owner, { name: 'Eric Engineer', role: 'csEngineer' })
})
afterAll(() => world?.close())

const send = (sent: Sent, viewer = lead) => sendCommand(world.engine, viewer, sent)
const faultsOf = async (sent: Sent) => ((await send(sent)).fields ?? []).map(({ field, code }) => [field, code])

interface Version {
  id: string
  version: number
  state: string
  revision: number
  languages: string[]
  sections: { title: string; items: { code: string; kind: string; scaleMax: number | null; wording: string }[] }[]
}
const version = 'id version state revision languages sections { title items { code kind scaleMax wording } }'

async function create(code: string, instrument: string): Promise<Version> {
  const made = await send({
    name: 'createQuestionnaire',
    success: 'Questionnaire',
    input: { code, instrument, name: { en: code } },
    more: `versions { ${version} }`,
  })
  const [first] = made.versions as Version[]
  if (!first) throw new Error(JSON.stringify(made))
  return first
}

const act = (name: string, input: Record<string, unknown>): Sent => ({
  name,
  input,
  success: 'QuestionnaireVersion',
  more: version,
})
const named = ({ id, revision }: Version) => ({ versionId: id, revision })
const en = (text: string) => [{ language: 'en', text }]
const mark = { code: 'quality', kind: 'rating', scaleMin: 1, scaleMax: 5, wording: en('Quality') }

describe('a template', () => {
  it.each([
    ['steelWorks', 15, ['rating', 'choices', 'ranking', 'recommendation', 'text']],
    ['questionnaire', 7, ['choice', 'agreement', 'text']],
    ['threeQuestions', 3, ['rating', 'agreement']],
    ['promoters', 2, ['recommendation', 'text']],
    ['sevenPillars', 7, ['rating']],
  ])('%s is complete in five languages and can be published as it is', async (instrument, items, kinds) => {
    const draft = await create(`${instrument}Template`, instrument)
    const all = draft.sections.flatMap((section) => section.items)
    expect(all).toHaveLength(items)
    expect([...new Set(all.map(({ kind }) => kind))]).toEqual(kinds)
    expect(draft.languages).toEqual(['en', 'ru', 'kk', 'fa', 'zh'])
    expect(await send(act('publishQuestionnaireVersion', named(draft)))).toMatchObject({
      state: 'published',
      revision: 2,
    })
  })
})

describe('a draft', () => {
  it('is written whole, and refuses what was read before another wrote it', async () => {
    const draft = await create('written', 'own')
    const sections = [{ title: en('The works'), items: [mark] }]
    const input = { ...named(draft), languages: ['en'], sections }
    const written = await send(act('writeQuestionnaireVersion', input))
    expect(written.sections).toEqual([
      { title: 'The works', items: [{ code: 'quality', kind: 'rating', scaleMax: 5, wording: 'Quality' }] },
    ])
    expect((await send(act('writeQuestionnaireVersion', input))).__typename).toBe('Stale')
  })

  it('names every fault at its place', async () => {
    const draft = await create('faulty', 'own')
    const items = [
      { ...mark, scaleMax: 1 },
      { code: 'likely', kind: 'recommendation', scaleMin: 1, scaleMax: 10, wording: en('Likely?') },
      { code: 'order', kind: 'ranking', wording: en('Order'), options: [{ code: 'one', wording: en('One') }] },
      { code: 'order', kind: 'text', wording: en('More'), scaleMax: 5 },
    ]
    const input = { ...named(draft), languages: ['en'], sections: [{ title: en('All'), items }] }
    expect(await faultsOf(act('writeQuestionnaireVersion', input))).toEqual([
      ['sections.0.items.0.scaleMax', 'badScale'],
      ['sections.0.items.1.scaleMax', 'promoterScale'],
      ['sections.0.items.2.options', 'tooFewOptions'],
      ['sections.0.items.3.code', 'taken'],
      ['sections.0.items.3.scaleMin', 'notAllowedHere'],
    ])
    const empty = { ...named(draft), languages: ['en'], sections: [] }
    expect(await faultsOf(act('writeQuestionnaireVersion', empty))).toEqual([['sections', 'noItems']])
  })

  it('is not published while a text is missing in one of its languages', async () => {
    const draft = await create('untranslated', 'own')
    const items = [{ ...mark, wording: [...en('Quality'), { language: 'fa', text: 'کیفیت' }] }]
    const input = { ...named(draft), languages: ['en', 'fa'], sections: [{ title: en('All'), items }] }
    const written = (await send(act('writeQuestionnaireVersion', input))) as unknown as Version
    expect(await faultsOf(act('publishQuestionnaireVersion', named(written)))).toEqual([
      ['sections.0.title', 'untranslated'],
    ])
  })
})

describe('a published version', () => {
  it('is frozen; the next one is begun from it, keeps its scales, and retires it when published', async () => {
    const first = (await send(
      act('publishQuestionnaireVersion', named(await create('pillars', 'sevenPillars'))),
    )) as unknown as Version
    const frozen = { ...named(first), languages: ['en'], sections: [{ title: en('All'), items: [mark] }] }
    expect(await faultsOf(act('writeQuestionnaireVersion', frozen))).toEqual([['versionId', 'frozen']])
    const { questionnaires } = await ask<{ questionnaires: { id: string; code: string }[] }>(
      world.engine,
      engineer,
      '{ questionnaires { id code } }',
    )
    const questionnaireId = questionnaires.find(({ code }) => code === 'pillars')?.id
    const begin = act('beginQuestionnaireVersion', { questionnaireId })
    const second = (await send(begin)) as unknown as Version
    expect([second.version, second.state, second.sections]).toEqual([2, 'draft', first.sections])
    expect(await faultsOf(begin)).toEqual([['questionnaireId', 'draftExists']])
    const items = [{ ...mark, code: 'loyalty', scaleMax: 10 }]
    const other = { ...named(second), languages: ['en'], sections: [{ title: en('All'), items }] }
    expect(await faultsOf(act('writeQuestionnaireVersion', other))).toEqual([['sections.0.items.0.code', 'otherScale']])
    await send(act('publishQuestionnaireVersion', named(second)))
    const { node } = await ask<{ node: { versions: Version[] } }>(
      world.engine,
      engineer,
      `query($id: ID!) { node(id: $id) { ... on Questionnaire { versions { ${version} } } } }`,
      { id: questionnaireId },
    )
    expect(node.versions.map((one) => [one.version, one.state])).toEqual([
      [2, 'published'],
      [1, 'retired'],
    ])
    expect(node.versions[1]?.sections).toEqual(first.sections)
  })

  it('is no business of those who only use it', async () => {
    const sent = {
      name: 'createQuestionnaire',
      success: 'Questionnaire',
      input: { code: 'mine', instrument: 'own', name: { en: 'Mine' } },
    }
    expect((await send(sent, engineer)).__typename).toBe('NotAllowed')
    await send(sent)
    expect((await send(sent)).fields?.map(({ field, code }) => [field, code])).toEqual([['code', 'taken']])
  })
})
