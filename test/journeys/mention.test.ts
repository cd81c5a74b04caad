// Two people at one claim: a mention rings the other's bell while he looks elsewhere, leads him there, and both see each other.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenAccount, givenReference } from '../given.ts'
import { type Journey, noBrowser, startJourney } from './browser.ts'

if (noBrowser) console.warn(`Journeys are skipped: ${noBrowser}.`)

describe.skipIf(noBrowser !== null)('two people at one claim', () => {
  let journey: Journey
  beforeAll(async () => {
    journey = await startJourney(new Date('2026-11-02T05:00:00Z'))
  }, 120_000)
  afterAll(() => journey?.end())

  it('name each other, see each other and do not overwrite each other', async () => {
    const { regions } = await givenReference(journey.database.app)
    await givenAccount(journey.database.app, { name: 'Nordwind Tubes', regionId: regions.europe ?? '' })
    const engineer = await journey.open()
    await journey.signIn(engineer, await journey.person('Front Person', 'csEngineer'))
    await engineer.getByText('Nothing waits for you').waitFor()
    await engineer.keyboard.press('c')
    await engineer.getByLabel('Who').fill('nordwind')
    await engineer.getByRole('option', { name: /Nordwind Tubes/ }).click()
    await engineer.getByLabel('What happened').fill('Wavy edges, the line stopped twice')
    await engineer.keyboard.press('Control+Enter')
    await engineer.getByRole('heading', { level: 1, name: /Wavy edges/ }).waitFor()

    const lead = await journey.open()
    await journey.signIn(lead, await journey.person('Lena Lead', 'csLead'))
    await lead.getByRole('button', { name: 'Notifications' }).waitFor()

    await engineer.getByRole('textbox', { name: 'Comment' }).fill('Please look, @len')
    await engineer.getByRole('option', { name: 'Lena Lead' }).waitFor()
    await faultless(engineer)
    await engineer.keyboard.press('Enter')
    expect(await engineer.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe('Please look, @Lena Lead ')
    await engineer.keyboard.press('Control+Enter')
    await engineer.locator('.named', { hasText: '@Lena Lead' }).waitFor()
    await engineer.getByRole('button', { name: 'Take back' }).click()
    await engineer.getByText('Taken back by Front Person').waitFor()
    await faultless(engineer)
    await engineer.getByRole('status').getByRole('button', { name: 'Undo' }).click()
    await engineer.locator('.named', { hasText: '@Lena Lead' }).waitFor()

    await lead.getByRole('button', { name: /Notifications.*1 unread/ }).waitFor()
    await lead.keyboard.press('n')
    await lead.getByRole('button', { name: /Front Person mentioned you.*unread/ }).waitFor()
    await faultless(lead)
    await lead.getByRole('button', { name: 'Settings' }).click()
    expect(await lead.getByRole('checkbox', { name: 'Clocks run out, In the app' }).isDisabled()).toBe(true)
    await lead.getByRole('checkbox', { name: 'Comments, E-mail' }).click()
    await expect.poll(() => lead.getByRole('checkbox', { name: 'Comments, E-mail' }).isChecked()).toBe(true)
    await faultless(lead)
    await lead.getByRole('button', { name: 'Back' }).click()
    await lead.getByRole('button', { name: /mentioned you/ }).click()
    await lead.waitForURL(/\/cases\/C-2026-\d{6}#/)
    await lead.getByText('Please look,').waitFor()
    await lead.getByText('Also here: Front Person').waitFor({ state: 'attached' })
    await engineer.getByText('Also here: Lena Lead').waitFor({ state: 'attached' })
    await expect.poll(() => lead.getByText('1 unread').count()).toBe(0)

    await lead.getByRole('button', { name: 'Watch' }).click()
    await lead.getByRole('button', { name: 'Watching' }).waitFor()
    await lead.keyboard.press('?')
    await lead.getByRole('dialog', { name: 'Shortcuts' }).getByText('Take the step: Acknowledge').waitFor()
    await faultless(lead)
    await lead.keyboard.press('Escape')
    await lead.keyboard.press('Control+k')
    await lead.getByRole('dialog', { name: 'Find or do' }).getByRole('combobox').fill('ackn')
    await lead.getByRole('option', { name: /Acknowledge/ }).waitFor()
    await faultless(lead)
    await lead.keyboard.press('Enter')
    await lead.getByLabel('Promised answer date').fill('2026-11-12T10:00')

    journey.setTime(new Date('2026-11-02T05:01:00Z'))
    await engineer.getByRole('button', { name: /^1 Acknowledge/ }).click()
    await engineer.getByLabel('Promised answer date').fill('2026-11-13T10:00')
    await engineer.getByRole('form', { name: 'Acknowledge' }).getByRole('button', { name: 'Acknowledge' }).click()
    await engineer.getByText('Done: Acknowledge').waitFor()

    await lead.getByText('Somebody changed this case while you wrote.').waitFor()
    await lead.getByRole('button', { name: 'Look at the difference' }).click()
    await lead
      .getByRole('region', { name: 'What happened since you opened the page' })
      .getByText('Front Person')
      .waitFor()
    await faultless(lead)
    expect(await lead.getByLabel('Promised answer date').inputValue()).toBe('2026-11-12T10:00')
    await lead.getByRole('button', { name: /Notifications.*1 unread/ }).waitFor()
  }, 120_000)
})

async function faultless(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}
