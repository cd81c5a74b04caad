// Every page in every look without a fault that axe finds, and the whole road of a claim without a mouse.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { administrationParts } from '../../client/administration/administration-parts.ts'
import { createCustomerLink } from '../../server/core/customer-link.ts'
import { globalId } from '../graph.ts'
import { claimIn } from '../stories/driven-claim.ts'
import { newVisit } from '../stories/driven-visit.ts'
import { monday, newCustomer, openWorld, type World } from '../stories/world.ts'
import { type Journey, noBrowser, startJourney } from './browser.ts'
import { lookedAt } from './page-list.ts'

if (noBrowser) console.warn(`Journeys are skipped: ${noBrowser}.`)

const desktop = { width: 1440, height: 900 }
const looks = {
  desktop: [desktop, {}],
  tablet: [{ width: 820, height: 1180 }, {}],
  phone: [{ width: 390, height: 844 }, {}],
  Persian: [desktop, { language: 'fa' }],
  dark: [desktop, { dark: true }],
} as const

describe.skipIf(noBrowser !== null)('every page', () => {
  let world: World
  let journey: Journey
  let email: string
  let pages: string[]
  beforeAll(async () => {
    world = await openWorld()
    journey = await startJourney(monday, world)
    const customer = await newCustomer(world, { key: true })
    const claim = await claimIn(world, 'collecting', customer)
    await claim.quickly(['recordContainment', 'sendTask'])
    const everything = world.people.lead
    const more = [
      { role: 'departmentHead' as const, department_id: world.departments.rollingMill ?? null },
      { role: 'administrator' as const },
    ]
    await world.database.owner
      .insertInto('role_grant')
      .values(more.map((grant) => ({ ...grant, person_id: everything.id })))
      .execute()
    email = await journey.known(everything)
    const { number } = await claim.row()
    const visit = await newVisit(world)
    const ids = { '/visits/$number': (await visit.row()).number, '/cases/$number': number }
    pages = lookedAt.pages.map((path) =>
      Object.entries(ids)
        .reduce((text, [part, id]) => text.replace(part, part.replace('$number', id)), path as string)
        .replace('$id', globalId('Account', customer.accountId)),
    )
    pages.push('/claims?show=all', `/cases/${(await visit.row()).number}`, '/nowhere')
    const link = { contactId: customer.contactId, caseId: claim.key, createdBy: everything.id, at: monday }
    pages.push(`/c/${await createCustomerLink(world.db, link)}`)
  }, 120_000)
  afterAll(() => journey?.end())

  it.each(Object.entries(looks))(
    'has no fault on %s',
    async (name, [size, look]) => {
      const page = await journey.open(size, look)
      const found = new Map([['sign-in', await faultsOf(page)]])
      await page.locator('input[type=email]').fill(email)
      await page.locator('input[type=password]').fill('a long enough password')
      await page.keyboard.press('Enter')
      await page.getByRole('main').waitFor()
      const parts =
        name === 'desktop' || name === 'phone' ? administrationParts.map((part) => `/administration?part=${part}`) : []
      for (const path of [...pages, ...parts]) {
        await page.goto(`${journey.url}${path}`)
        await page.locator('h1, .empty, main h2').first().waitFor()
        await page.waitForFunction(() => document.querySelector('.bones') === null)
        found.set(path, await faultsOf(page))
      }
      expect([...found].filter(([, faults]) => faults.length > 0)).toEqual([])
    },
    240_000,
  )

  it('is reached without a mouse: from the sign-in to an acknowledged claim', async () => {
    const page = await journey.open()
    const { keyboard } = page
    await page.locator('input[type=email]').waitFor()
    await reach(page, 'input[type=email]')
    await keyboard.insertText(await journey.known(world.people.engineer))
    await keyboard.press('Tab')
    await keyboard.insertText('a long enough password')
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: 'My work' }).waitFor()
    await keyboard.press('c')
    await page.locator('#caller:focus').waitFor()
    await keyboard.insertText('fictional')
    await page.getByRole('option').first().waitFor()
    await keyboard.press('Enter')
    await page.locator('#what-happened:focus').waitFor()
    await keyboard.insertText('Wavy edges, heard by phone')
    await keyboard.press('Control+Enter')
    await page.getByRole('heading', { level: 1, name: /heard by phone/ }).waitFor()
    await page.getByRole('button', { name: '1 Acknowledge' }).waitFor()
    await keyboard.press('1')
    await page.locator('form.step :focus').waitFor()
    await reach(page, 'form.step input[type=datetime-local]')
    await keyboard.type('11122026')
    await keyboard.press('ArrowRight')
    await keyboard.type('1000AM')
    expect(await page.getByLabel('Promised answer date').inputValue()).toBe('2026-11-12T10:00')
    await reach(page, 'form.step button[type=submit]')
    await keyboard.press('Enter')
    await page.getByText('Done: Acknowledge').waitFor()
  }, 60_000)
})

/** By Tab alone. */
async function reach(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await page.locator(`${selector}:focus`).count()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No Tab leads to ${selector}`)
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
