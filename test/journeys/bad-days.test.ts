// Bad input and bad days: the server gone in a decision, fields left empty, a huge photo on a slow line, endless lists and names.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { globalId } from '../graph.ts'
import { claimIn } from '../stories/driven-claim.ts'
import { monday, newCustomer, openWorld, type World } from '../stories/world.ts'
import { type Journey, noBrowser, startJourney } from './browser.ts'

if (noBrowser) console.warn(`Journeys are skipped: ${noBrowser}.`)

describe.skipIf(noBrowser !== null)('a bad day', () => {
  let world: World
  let journey: Journey
  beforeAll(async () => {
    world = await openWorld()
    journey = await startJourney(monday, world)
  }, 120_000)
  afterAll(() => journey?.end())

  it('marks each field that is missing, and keeps a decision when the server is gone', async () => {
    const claim = await claimIn(world, 'concluding')
    const { number } = await claim.row()
    const page = await signedIn(world.people.analyst)
    await page.goto(`${journey.url}/cases/${number}`)
    await page.getByRole('button', { name: '1 Conclude the cause' }).click()
    const form = page.getByRole('form', { name: 'Conclude the cause' })
    const conclude = form.getByRole('button', { name: 'Conclude the cause' })
    await conclude.click()
    const marked = form.locator('[aria-invalid=true]')
    await expect.poll(() => marked.count()).toBeGreaterThanOrEqual(3)
    await expect.poll(() => form.locator('[aria-invalid=true]:focus').count()).toBe(1)
    for (const list of await form.locator('select').all()) {
      if ((await list.inputValue()) === '') await list.selectOption({ index: 1 })
    }
    const chosen = await form.getByLabel('Why it happened').inputValue()
    journey.reach(false)
    await conclude.click()
    await page.getByText(/Without a connection this cannot be decided/).waitFor()
    expect(await form.getByLabel('Why it happened').inputValue()).toBe(chosen)
    journey.reach(true)
    await conclude.click()
    await page.getByText('Done: Conclude the cause').waitFor()
    expect((await claim.row()).state).toBe('decision')
    await page.context().close()
  }, 60_000)

  it('sends a photo of 30 MB over a slow line that breaks off, whole and once', async () => {
    const claim = await claimIn(world, 'collecting')
    const { number } = await claim.row()
    const page = await signedIn(world.people.engineer, { width: 390, height: 844 })
    await page.goto(`${journey.url}/cases/${number}`)
    await page.getByRole('button', { name: 'Choose files' }).waitFor()
    const line = await page.context().newCDPSession(page)
    const slow = { offline: false, latency: 40, downloadThroughput: 4_000_000, uploadThroughput: 8_000_000 }
    await line.send('Network.emulateNetworkConditions', slow)
    const buffer = await largePhoto()
    expect(buffer.length).toBeGreaterThan(30_000_000)
    await page.locator('.case-files input[type=file][multiple]').setInputFiles({
      name: 'yard.png',
      mimeType: 'image/png',
      buffer,
    })
    await expect.poll(() => share(), { timeout: 20_000 }).toBeGreaterThan(0.2)
    const cut = page.waitForEvent('requestfailed')
    journey.reach(false)
    await cut
    journey.reach(true)
    await expect.poll(() => arrived(), { timeout: 30_000 }).toHaveLength(1)
    expect(await arrived()).toEqual([createHash('sha256').update(buffer).digest('hex')])
    await page.context().close()

    async function share(): Promise<number> {
      const progress = page.locator('.case-files progress')
      return (await progress.count()) === 0 ? 0 : Number(await progress.getAttribute('value'))
    }
    async function arrived(): Promise<string[]> {
      const rows = await world.db.selectFrom('attachment').where('case_id', '=', claim.key).select('sha256').execute()
      return rows.map(({ sha256 }) => sha256)
    }
  }, 90_000)

  it('folds a name of 300 letters from right to left into every page of a phone', async () => {
    const name = 'شرکت فولاد و لوله‌سازی شرق '.repeat(12).slice(0, 300)
    const customer = await newCustomer(world, { name, key: true })
    const claim = await claimIn(world, 'collecting', customer)
    await claim.quickly(['recordContainment', ['sendTask', { question: name }]])
    await world.database.owner.updateTable('service_case').set({ title: name }).where('id', '=', claim.key).execute()
    const page = await signedIn(world.people.lead, { width: 390, height: 844 })
    const account = `/accounts/${globalId('Account', customer.accountId)}`
    const pages = ['/', '/claims', `/cases/${(await claim.row()).number}`, '/accounts', account]
    const wide: string[] = []
    for (const path of pages) {
      await page.goto(`${journey.url}${path}`)
      await page.locator('main h1').waitFor()
      await page.waitForFunction(() => document.querySelector('.bones') === null)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > 390) wide.push(`${path}: ${width}`)
    }
    expect(wide).toEqual([])
    await page.context().close()
  }, 60_000)

  it('shows a list of 5,000 rows by the few that are in sight, however far one goes', async () => {
    await manyClaims(5_000)
    const page = await signedIn(world.people.lead2)
    await page.goto(`${journey.url}/claims`)
    const table = page.getByRole('table', { name: 'Claims' })
    await table.waitFor()
    await expect.poll(async () => Number(await table.getAttribute('aria-rowcount'))).toBeGreaterThan(5_000)
    const height = () => page.evaluate(() => document.documentElement.scrollHeight)
    const bottom = () => page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
    for (let grown = await height(); grown < 500 * 40; ) {
      await bottom()
      await expect.poll(height, { timeout: 10_000 }).toBeGreaterThan(grown)
      grown = await height()
    }
    await page.locator('.case-row').first().waitFor()
    expect(await table.getByRole('row').count()).toBeLessThan(80)
    await page.context().close()
  }, 60_000)

  async function signedIn(viewer: { id: string }, size?: { width: number; height: number }): Promise<Page> {
    const page = await journey.open(size)
    await journey.signIn(page, await journey.known(viewer))
    await page.getByRole('heading', { name: 'My work' }).waitFor()
    return page
  }

  /** As many copies of one claim, each a minute older than the one before. */
  async function manyClaims(count: number): Promise<void> {
    const claim = await claimIn(world, 'screening')
    const columns = async (table: 'service_case' | 'claim') => {
      const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
        where table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`.execute(world.database.owner)
      return rows.map(({ name }) => name)
    }
    const cases = (await columns('service_case')).filter((name) => !['id', 'number', 'opened_at'].includes(name))
    const claims = (await columns('claim')).filter((name) => name !== 'case_id')
    const list = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)))
    await sql`with made as (
        insert into service_case (number, opened_at, ${list(cases)})
        select 'C-2025-' || lpad(place::text, 6, '0'), opened_at - make_interval(mins => place), ${list(cases)}
        from service_case, generate_series(1, ${count}) as place where id = ${claim.key} returning id)
      insert into claim (case_id, ${list(claims)})
      select made.id, ${list(claims)} from made, claim where claim.case_id = ${claim.key}`.execute(world.database.owner)
  }
})

/** Noise does not shrink: as large as a camera's raw picture. */
async function largePhoto(): Promise<Buffer> {
  const [width, height] = [3_400, 3_000]
  return sharp({
    create: { width, height, channels: 3, background: '#888888', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  })
    .png({ compressionLevel: 1 })
    .toBuffer()
}
