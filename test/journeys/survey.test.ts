// A lead plans a wave, a customer answers it on his phone, and the wave shows it; its pages are looked at in every look.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invitationToken, tokenHash } from '../../server/satisfaction/invitation-link.ts'
import { givenAsked, type SurveyWorld, surveyWorld } from '../api/survey-world.ts'
import { type Journey, noBrowser, startJourney } from './browser.ts'
import { lookedAt } from './page-list.ts'

if (noBrowser) console.warn(`Journeys are skipped: ${noBrowser}.`)

const at = new Date('2026-11-02T05:00:00Z')
/** Three widths, and each of the other looks at one of them. */
const looks = {
  desktop: [{ width: 1440, height: 900 }, {}],
  'dark tablet': [{ width: 820, height: 1180 }, { dark: true }],
  'Persian phone': [{ width: 390, height: 844 }, { language: 'fa' }],
} as const

describe.skipIf(noBrowser !== null)('a survey', () => {
  let world: SurveyWorld
  let journey: Journey
  let email: string
  let wave: string
  let token: string
  beforeAll(async () => {
    world = await surveyWorld(at)
    journey = await startJourney(at, world)
    email = await journey.known(world.lead)
    await givenAsked(world.database.owner, world.regions, { name: 'Anna', region: 'europe', language: 'ru' })
    await givenAsked(world.database.owner, world.regions, { name: 'Dara', region: 'iran', language: 'fa' })
    await world.published('promoters')
  }, 120_000)
  afterAll(() => journey?.end())

  it('is planned, answered on a phone, and seen', async () => {
    const page = await journey.open()
    await journey.signIn(page, email)
    await page.getByRole('link', { name: 'Surveys' }).click()
    await page.getByText('No wave yet').waitFor()
    await page.getByRole('link', { name: 'Plan a wave' }).first().click()
    await page.getByLabel('Questionnaire').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Middle East' }).click()
    await page.getByText('Nobody would be asked: widen').waitFor()
    await page.getByRole('button', { name: 'Ask now' }).click()
    await page.getByText('Needed').waitFor()
    await page.getByLabel('Name of the wave').fill('Autumn')
    await page.getByRole('button', { name: 'Ask now' }).click()
    await page.getByRole('alert').filter({ hasText: 'Choose more regions' }).waitFor()
    await page.getByRole('button', { name: 'All regions' }).click()
    await page.getByLabel('Would be asked now').getByText('2', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: 'Ask now' }).click()
    await page.getByRole('heading', { level: 1, name: 'Autumn' }).waitFor()
    wave = new URL(page.url()).pathname
    token = await sentTo('Anna')
    const phone = await journey.open({ width: 390, height: 844 })
    await phone.goto(`${journey.url}/s/${token}`)
    await phone.locator('html[lang=ru] h1').waitFor()
    const tops = await phone
      .locator('.points.many .point')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
    expect([tops.length, new Set(tops).size]).toEqual([11, 1])
    await phone.locator('.points.many input[value="4"]').check()
    await phone.getByRole('button', { name: 'Далее' }).click()
    await phone.locator('textarea').fill('Долго ждали ответа')
    await phone.getByRole('button', { name: 'Отправить' }).click()
    await phone.getByText('Спасибо').waitFor()
    await page.reload()
    await page.locator('.invitation-line').filter({ hasText: 'Anna' }).filter({ hasText: 'Answered' }).waitFor()
    await page.getByText('−100').waitFor()
  }, 60_000)

  it.each(Object.entries(looks))(
    'has no fault on %s',
    async (_name, [size, look]) => {
      const page = await journey.open(size, look)
      await page.locator('input[type=email]').fill(email)
      await page.locator('input[type=password]').fill('a long enough password')
      await page.keyboard.press('Enter')
      await page.getByRole('main').waitFor()
      const questionnaire = await world.database.app.selectFrom('questionnaire').select('id').executeTakeFirstOrThrow()
      const builder = `/surveys/questionnaires/${Buffer.from(`Questionnaire:${questionnaire.id}`).toString('base64url')}`
      const pages = lookedAt.surveys.map((path) =>
        path.replace('/surveys/waves/$id', wave).replace('/surveys/questionnaires/$id', builder),
      )
      const found = new Map<string, string[]>()
      for (const path of [...pages, `/s/${await sentTo('Dara')}`, `/c/${'A'.repeat(43)}`]) {
        await page.goto(`${journey.url}${path}`)
        await page.locator('h1').first().waitFor()
        await page.waitForFunction(() => document.querySelector('.bones') === null)
        found.set(path, await faultsOf(page))
      }
      expect([...found].filter(([, faults]) => faults.length > 0)).toEqual([])
    },
    120_000,
  )

  /** The secret of the link that a contact of this name got. */
  async function sentTo(name: string): Promise<string> {
    const db = world.database.owner
    const { id } = await db
      .selectFrom('survey_invitation')
      .innerJoin('contact', 'contact.id', 'contact_id')
      .where('contact.name', '=', name)
      .select('survey_invitation.id')
      .executeTakeFirstOrThrow()
    const secret = invitationToken('x'.repeat(32), id)
    await db
      .updateTable('survey_invitation')
      .set({ token_hash: tokenHash(secret) })
      .where('id', '=', id)
      .execute()
    return secret
  }
})

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
