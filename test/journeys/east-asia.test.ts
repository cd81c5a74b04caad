// Why is East Asia down? A director goes from the overview to the region, to the indicator, to the answer, to what was done about it; his pages in every look.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SurveyWorld, surveyWorld } from '../api/survey-world.ts'
import { sendCommand } from '../command-answer.ts'
import { givenAccount, givenPerson } from '../given.ts'
import { ask, globalId } from '../graph.ts'
import { annexRespondents, indicators } from '../rules/satisfaction-annex.ts'
import { givenQuestionnaire, givenResponse, givenWave } from '../survey.ts'
import { type Journey, noBrowser, startJourney } from './browser.ts'

if (noBrowser) console.warn(`Journeys are skipped: ${noBrowser}.`)

const done = 'Answers to claims now come within two days'
const at = new Date('2026-11-04T05:00:00Z')
/** Three widths, and each of the other looks at one of them. */
const looks = {
  desktop: [{ width: 1440, height: 900 }, {}],
  'dark tablet': [{ width: 820, height: 1180 }, { dark: true }],
  'Persian phone': [{ width: 390, height: 844 }, { language: 'fa' }],
} as const

describe.skipIf(noBrowser !== null)('a director', () => {
  let world: SurveyWorld
  let journey: Journey
  let email: string
  beforeAll(async () => {
    world = await surveyWorld(at)
    journey = await startJourney(at, world)
    const db = world.database.owner
    email = await journey.known(await givenPerson(db, { name: 'Dora Director', role: 'management' }))
    const works = await givenQuestionnaire(
      db,
      'works',
      'steelWorks',
      indicators.map((code) => ({ code })),
    )
    const waveId = await givenWave(db, works, { name: '2026-2' })
    for (const { name, region, type, volume, marks } of annexRespondents) {
      const regionId = world.regions[region] ?? ''
      const { id: accountId } = await givenAccount(db, { name: `${name} Works`, regionId })
      const answers = indicators.map((item) => ({ item, number: `${marks[item]}` }))
      const of = { waveId, versionId: works, accountId, regionId, consumerType: type, kilotonnes: `${volume}` }
      await givenResponse(db, { ...of, answers })
      if (name === 'R1') await closeFollowUp(world, accountId)
    }
  }, 120_000)
  afterAll(() => journey?.end())

  it('drills from the region to the answers and to what was done about one of them', async () => {
    const page = await journey.open()
    await journey.signIn(page, email)
    await page.getByRole('link', { name: 'Satisfaction' }).first().click()
    await page.getByRole('button', { name: 'East Asia 3.60' }).waitFor()
    await page.getByRole('combobox', { name: 'Region' }).selectOption({ label: 'East Asia' })
    // (2 + 2 + 4) ÷ 3.
    await page.getByRole('button', { name: 'claimsHandling 2.67' }).click()
    const answers = page.getByRole('region', { name: /Answers behind the number/ })
    await answers.getByText('R3 Works').waitFor()
    expect((await answers.locator('.mark').allInnerTexts()).sort()).toEqual(['2', '2', '4'])
    const row = answers.getByRole('listitem').filter({ hasText: 'R1 Works' })
    await row.getByRole('link', { name: 'Closed' }).click()
    await page.getByRole('listitem').filter({ hasText: 'R1 Works' }).getByText(done).waitFor()
  }, 90_000)

  it.each(Object.entries(looks))(
    'finds no fault on %s',
    async (_name, [size, look]) => {
      const page = await journey.open(size, look)
      await page.locator('input[type=email]').fill(email)
      await page.locator('input[type=password]').fill('a long enough password')
      await page.keyboard.press('Enter')
      await page.getByRole('main').waitFor()
      const found: [string, string[]][] = []
      for (const path of ['', '/quality?region=eastAsia', '/acting', '/acting?part=themes', '/acting?part=focus']) {
        await page.goto(`${journey.url}/satisfaction${path}`)
        await page.locator('h1').first().waitFor()
        await page.waitForFunction(() => document.querySelector('.bones') === null)
        found.push([path, await faultsOf(page)])
      }
      expect(found.filter(([, faults]) => faults.length > 0)).toEqual([])
    },
    90_000,
  )
})

async function closeFollowUp({ engine, lead }: SurveyWorld, accountId: string): Promise<void> {
  const source = 'query($accountId: ID!) { followUps(first: 1, accountId: $accountId) { nodes { id revision } } }'
  const { followUps } = await ask<{ followUps: { nodes: { id: string; revision: number }[] } }>(engine, lead, source, {
    accountId: globalId('Account', accountId),
  })
  const input = { ...followUps.nodes[0], outcome: 'solved', done }
  const answer = await sendCommand(engine, lead, { name: 'closeFollowUp', input, success: 'FollowUp', more: 'state' })
  if (answer.state !== 'closed') throw new Error(JSON.stringify(answer))
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  return [...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), ...(wide ? ['scrolls sideways'] : [])]
}
