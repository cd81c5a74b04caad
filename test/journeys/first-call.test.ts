// A first call, as the engineer sees it: signs in, logs the claim, acknowledges it, finds it in the own work by keys alone.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenAccount, givenCoils, givenReference } from '../given.ts'
import { type Journey, noBrowser, startJourney } from './browser.ts'

if (noBrowser) console.warn(`Journeys are skipped: ${noBrowser}.`)

describe.skipIf(noBrowser !== null)('a first call', () => {
  let journey: Journey
  beforeAll(async () => {
    journey = await startJourney(new Date('2026-11-02T05:00:00Z'))
  }, 120_000)
  afterAll(() => journey?.end())

  it('is logged, acknowledged and found again', async () => {
    const { regions } = await givenReference(journey.database.app)
    const account = await givenAccount(journey.database.app, { name: 'Nordwind Tubes', regionId: regions.europe ?? '' })
    await givenCoils(journey.database.app, account.id, '71001', ['71001-1', '71001-2'])
    const email = await journey.person('Front Person', 'csEngineer')
    const page = await journey.open()
    await faultless(page)

    await journey.signIn(page, email)
    await page.getByText('Nothing waits for you').waitFor()
    await faultless(page)

    await page.keyboard.press('c')
    await page.getByLabel('Who').fill('nordwind')
    await page.getByRole('option', { name: /Nordwind Tubes/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByLabel('What happened').fill('Wavy edges on coil 71001-1, the line stopped twice')
    await page.getByRole('button', { name: 'Take 71001-1' }).click()
    await page.getByRole('button', { name: 'Discard' }).click()
    expect(await page.getByLabel('What happened').inputValue()).toBe('')
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
    expect(await page.getByLabel('What happened').inputValue()).toContain('Wavy edges on coil 71001-1')
    await faultless(page)
    await page.keyboard.press('Control+Enter')

    await page.getByRole('heading', { level: 1, name: /Wavy edges on coil 71001-1/ }).waitFor()
    expect(await page.locator('[aria-current=step]').innerText()).toContain('Registered')
    expect(await page.getByRole('row', { name: /71001-1/ }).innerText()).toContain('10.000')
    await faultless(page)

    await page.getByRole('button', { name: /^1 Acknowledge/ }).click()
    await page.getByRole('form', { name: 'Acknowledge' }).getByRole('button', { name: 'Acknowledge' }).click()
    await page.getByRole('alert').getByText('Needed').waitFor()
    await page.getByLabel('Promised answer date').fill('2026-11-12T10:00')
    await page.getByRole('form', { name: 'Acknowledge' }).getByRole('button', { name: 'Acknowledge' }).click()
    await page.locator('[aria-current=step]', { hasText: 'Screening' }).waitFor()

    await page.getByRole('link', { name: 'My work' }).click()
    await page.getByText('Wavy edges on coil 71001-1').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/cases\/C-2026-\d{6}$/)
  }, 120_000)
})

async function faultless(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}
