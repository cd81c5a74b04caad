// Without a network, as the engineer in a customer's cellar sees it: pages open, a claim waits, arrives once; sessions end, others sign in.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenAccount, givenCoils, givenReference } from '../given.ts'
import { type Journey, noBrowser, startJourney } from './browser.ts'

if (noBrowser) console.warn(`Journeys are skipped: ${noBrowser}.`)

describe.skipIf(noBrowser !== null)('without a network', () => {
  let journey: Journey
  let email: string
  beforeAll(async () => {
    journey = await startJourney(new Date('2026-11-02T05:00:00Z'))
    const { regions } = await givenReference(journey.database.app)
    const account = await givenAccount(journey.database.app, { name: 'Nordwind Tubes', regionId: regions.europe ?? '' })
    await givenCoils(journey.database.app, account.id, '71001', ['71001-1'])
    email = await journey.person('Front Person', 'csEngineer')
  }, 120_000)
  afterAll(() => journey?.end())

  it('a claim with two photos is captured, outlives a reload and arrives once', async () => {
    const page = await journey.open({ width: 390, height: 844 })
    await journey.signIn(page, email)
    await page.getByText('Nothing waits for you').waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.goto(`${journey.url}/log`)
    await page.getByLabel('Who').fill('nordwind')
    await page.getByRole('option', { name: /Nordwind Tubes/ }).click()

    journey.reach(false)
    await page.getByLabel('What happened').fill('Rust on the edge of 71001-1')
    await page.getByText(/Draft kept on this device/).waitFor()
    await page
      .locator('.log input[type=file][multiple]')
      .setInputFiles([await photo('edge', 0), await photo('wraps', 90)])
    await page.getByText('wraps.png', { exact: true }).waitFor()
    await page.reload()
    await page.getByText('edge.png', { exact: true }).waitFor()
    expect(await page.getByLabel('What happened').inputValue()).toBe('Rust on the edge of 71001-1')
    await page.getByText('No connection').waitFor()
    await faultless(page)
    await page.getByRole('button', { name: /Save/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Waiting to be sent' }).waitFor()
    await page.getByText('Rust on the edge of 71001-1').waitFor()
    await page.reload()
    await page.getByRole('link', { name: '1 claim and 2 photos waiting' }).waitFor()
    await faultless(page)
    expect(await claims()).toBe(0)

    journey.reach(true)
    await page.getByText('Nothing is waiting').waitFor()
    expect(await claims()).toBe(1)
    expect(await files()).toEqual(['edge.png', 'wraps.png'])
    await page.reload()
    await page.getByText('Nothing is waiting').waitFor()
    expect(await claims()).toBe(1)
    expect(await files()).toEqual(['edge.png', 'wraps.png'])
    await page.context().close()
  }, 180_000)

  it('a session that ends in the middle of a form takes nothing along, and the same is sent again', async () => {
    const page = await journey.open()
    await journey.signIn(page, email)
    await page.getByText('Rust on the edge').first().waitFor()
    await page.goto(`${journey.url}/log`)
    await page.getByLabel('Who').fill('nordwind')
    await page.getByRole('option', { name: /Nordwind Tubes/ }).click()
    await page.getByLabel('What happened').fill('Dents on the outer wraps')
    const before = await claims()
    await journey.database.owner.deleteFrom('session').execute()
    await page.keyboard.press('Control+Enter')
    const dialog = page.getByRole('dialog', { name: 'Sign in' })
    await dialog.waitFor()
    await faultless(page)
    expect(await page.getByLabel('What happened').inputValue()).toBe('Dents on the outer wraps')
    await journey.signIn(page, email)
    await page.getByRole('heading', { level: 1, name: 'Dents on the outer wraps' }).waitFor()
    expect(await claims()).toBe(before + 1)
    await page.context().close()
  }, 120_000)

  it('another person who signs in on the device finds nothing of the first', async () => {
    const other = await journey.person('Other Person', 'csEngineer')
    const page = await journey.open()
    await journey.signIn(page, email)
    await page.getByText('Rust on the edge').first().waitFor()
    await page.goto(`${journey.url}/log`)
    await page.getByLabel('What happened').fill('A secret of the first')
    await page.getByText(/Draft saved/).waitFor()
    await journey.database.owner.deleteFrom('session').execute()
    await page.goto(journey.url)
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await journey.signIn(page, other)
    await page.getByText('Other Person').first().waitFor()
    await page.goto(`${journey.url}/log`)
    expect(await page.getByLabel('What happened').inputValue()).toBe('')
    expect(await kept(page)).not.toMatch(/secret|Rust on the edge/)
    await page.context().close()
  }, 120_000)

  /** Names of the files of the first claim, as they arrived. */
  async function files(): Promise<string[]> {
    const rows = await journey.database.owner.selectFrom('attachment').select('name').orderBy('name').execute()
    return rows.map(({ name }) => name)
  }

  async function claims(): Promise<number> {
    return (await journey.database.owner.selectFrom('claim').select('case_id').execute()).length
  }
})

/** Two pictures of one colour each, so that they are different files. */
async function photo(name: string, red: number) {
  const background = { r: red, g: 40, b: 40 }
  const buffer = await sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .png()
    .toBuffer()
  return { name: `${name}.png`, mimeType: 'image/png', buffer }
}

/** Everything that the browser holds: databases, storage, caches. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
    const rows = await Promise.all(names.map(rowsOf))
    const pages = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
    return JSON.stringify([rows, { ...localStorage }, pages.flat().map(({ url }) => url)])

    function rowsOf(name: string): Promise<unknown> {
      return new Promise((done, fail) => {
        const opening = indexedDB.open(name)
        opening.onerror = () => fail(opening.error)
        opening.onsuccess = async () => {
          const database = opening.result
          const stores = [...database.objectStoreNames].map((store) => all(database, store))
          done(await Promise.all(stores))
          database.close()
        }
      })
    }

    function all(database: IDBDatabase, store: string): Promise<unknown> {
      return new Promise((done) => {
        const asking = database.transaction(store).objectStore(store).getAll()
        asking.onsuccess = () => done(asking.result)
      })
    }
  })
}

async function faultless(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}
