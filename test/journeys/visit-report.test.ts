// A visit in the browser: its engineer writes the report on a tablet without a network, it arrives once; the pages of visits without a fault that axe finds.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitBlocks } from '../../schema/visit-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import { createCustomerLink } from '../../server/core/customer-link.ts'
import { type DrivenVisit, newVisit } from '../stories/driven-visit.ts'
import { monday, openWorld, type World } from '../stories/world.ts'
import { type Journey, noBrowser, startJourney } from './browser.ts'

if (noBrowser) console.warn(`Journeys are skipped: ${noBrowser}.`)

const tablet = { width: 820, height: 1180 }

describe.skipIf(noBrowser !== null)('a visit', () => {
  let world: World
  let journey: Journey
  let visit: DrivenVisit
  let number: string
  let token: string
  beforeAll(async () => {
    world = await openWorld()
    journey = await startJourney(monday, world)
    visit = await (await newVisit(world)).through('triage', 'propose', 'confirm', 'prepare', 'begin')
    number = (await visit.row()).number
    const proposed = await (await newVisit(world)).through('triage', 'propose')
    const { contactId } = proposed.customer
    const { id: createdBy } = world.people.engineer
    token = await createCustomerLink(world.db, { contactId, caseId: proposed.key, createdBy, at: monday })
  }, 120_000)
  afterAll(() => journey?.end())

  it('is reported on a tablet without a network, and the report arrives once', async () => {
    const page = await journey.open(tablet)
    await journey.signIn(page, await journey.known(world.people.engineer))
    await page.getByRole('link', { name: 'Visits' }).first().waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.goto(`${journey.url}/cases/${number}`)
    await page.getByRole('heading', { name: 'Report in ten blocks' }).waitFor()
    journey.reach(false)
    const blocks = words(visitBlocks)
    for (const block of blocks.slice(0, 9)) await page.locator(`#block-${block}`).fill(`Seen: ${block}`)
    await page.getByRole('button', { name: 'Add a finding' }).nth(1).click()
    await page.getByLabel(/Finding in Delivery/).fill('Straps come loose')
    const send = page.getByRole('button', { name: 'Finish the visit and submit the report' })
    await send.click()
    await page.getByText('1 block is empty').waitFor()
    await page.reload()
    await page.getByText('9 of 10 blocks').waitFor()
    await page.locator('#block-promises').fill('Nothing was promised')
    await send.click()
    await page.getByText('The report waits on this device').waitFor()
    expect(await visit.findings()).toEqual([])

    journey.reach(true)
    await page.getByRole('heading', { name: 'Findings' }).waitFor({ timeout: 60_000 })
    expect((await visit.findings()).map(({ body }) => body)).toEqual(['Straps come loose'])
    await page.reload()
    await page.getByText('10 of 10 blocks').waitFor()
    expect(await visit.findings()).toHaveLength(1)
    expect((await visit.row()).state).toBe('followUp')
    expect(await faultsOf(page)).toEqual([])
    await page.context().close()
  }, 180_000)

  it('has pages without a fault, in the office and for the customer', async () => {
    const page = await journey.open(undefined, { dark: true })
    await journey.signIn(page, await journey.known(world.people.engineer))
    await page.getByRole('link', { name: 'Visits' }).first().waitFor()
    const found: Record<string, string[]> = {}
    for (const path of ['/visits', '/visits?ask=true', '/visits/calendar', `/visits/${number}/dossier`]) {
      await page.goto(`${journey.url}${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForFunction(() => document.querySelector('.bones') === null)
      found[path] = await faultsOf(page)
    }
    await page.goto(`${journey.url}/v/${token}`)
    await page.getByRole('button', { name: 'Another date, please' }).click()
    found.link = await faultsOf(page)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Please write a few words.').waitFor()
    await page.getByRole('button', { name: 'This date suits us' }).click()
    await page.getByText('You have agreed to this date').waitFor()
    found.agreed = await faultsOf(page)
    expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([])
    await page.context().close()
  }, 120_000)
})

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
}
