// A lead works through the list of claims: keeps a view, comments on three claims of which one refuses, exports what is shown.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskBlobs } from '../../server/core/disk-blobs.ts'
import { writeExport } from '../../server/export-list.ts'
import { givenAccount, givenPerson, givenReference } from '../given.ts'
import { globalId, send } from '../graph.ts'
import { type Journey, noBrowser, startJourney } from './browser.ts'

if (noBrowser) console.warn(`The journey through the lists is left out: ${noBrowser}`)

describe.skipIf(noBrowser !== null)('the list of claims', () => {
  const at = new Date('2026-11-02T05:00:00Z')
  let journey: Journey
  let lead: string
  let customer: string
  beforeAll(async () => {
    journey = await startJourney(at)
    await journey.engine.jobs.work('export', ({ exportId }) =>
      writeExport(journey.engine, diskBlobs(join(journey.dataDirectory, 'attachments')), String(exportId)),
    )
    const db = journey.database.owner
    const { regions } = await givenReference(db)
    const account = await givenAccount(db, { name: 'Anvil & Sons', regionId: regions.europe ?? '' })
    customer = account.id
    const engineer = await givenPerson(db, { name: 'Eva Engineer', role: 'csEngineer' })
    for (let at = 1; at <= 60; at++) {
      await send(journey.engine, engineer, 'registerClaim', {
        accountId: globalId('Account', account.id),
        whatHappened: at === 60 ? '=1+1 edge crack' : `Wavy edge ${at}`,
        receivedAt: '2026-11-02T04:00:00Z',
        severity: at % 2 === 0 ? 'major' : 'minor',
      })
    }
    lead = await journey.person('Lena Lead', 'csLead')
  }, 60_000)
  afterAll(() => journey?.end())

  it('is kept as a view, acted on and exported', async () => {
    const page = await journey.open()
    await journey.signIn(page, lead)
    await page.getByRole('link', { name: 'Claims' }).first().click()
    const table = page.getByRole('table', { name: 'Claims' })
    await table.waitFor()
    expect(await table.getAttribute('aria-rowcount')).toBe('61')
    expect(await table.getByRole('row').count()).toBeLessThan(50)

    await page.getByRole('combobox', { name: 'Severity' }).selectOption('major')
    await page.getByText('30 rows').waitFor()
    await page.locator('summary', { hasText: 'No saved view' }).click()
    await page.getByRole('button', { name: 'Save as…' }).click()
    await page.getByLabel('Name of the view').fill('Major ones')
    await page.getByRole('button', { name: 'Keep' }).click()
    await page.locator('summary', { hasText: 'Major ones' }).waitFor()
    await page.getByRole('combobox', { name: 'Order' }).selectOption('newest')
    await page.getByLabel('Changed since it was saved').waitFor()

    // The list is read anew in its order; a row can be stood on when it is there, and not while a field has the keyboard.
    await table.getByRole('row', { name: /=1\+1 edge crack/ }).waitFor()
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('j')
    await page.locator('.rows-row.chosen').waitFor()
    for (const key of ['x', 'Shift+J', 'Shift+J']) await page.keyboard.press(key)
    await page.getByText('3 chosen').waitFor()
    const [, refused] = await journey.database.owner
      .selectFrom('service_case')
      .where('severity', '=', 'major')
      .orderBy('opened_at', 'desc')
      .orderBy('id', 'desc')
      .limit(2)
      .select(['id', 'number'])
      .execute()
    await page.getByRole('button', { name: 'Comment' }).click()
    await page.getByText('3 claims are meant.').waitFor()
    await page.getByLabel('Comment to colleagues').fill('We look into it')
    // Meanwhile the lead's role is limited to this customer, and one of the claims goes to another.
    const db = journey.database.owner
    await db.updateTable('role_grant').set({ account_id: customer }).where('role', '=', 'csLead').execute()
    const { region_id } = await db
      .selectFrom('account')
      .where('id', '=', customer)
      .select('region_id')
      .executeTakeFirstOrThrow()
    const other = await givenAccount(db, { name: 'Far Works', regionId: region_id })
    await db
      .updateTable('service_case')
      .set({ account_id: other.id })
      .where('id', '=', refused?.id ?? '')
      .execute()
    await page.getByRole('button', { name: 'Do it for 3' }).click()
    await page.getByText('2 done. 1 refused.').waitFor()
    const first = page.getByRole('dialog').locator('tbody tr').first()
    expect(await first.textContent()).toContain(refused?.number)
    await page.getByRole('button', { name: 'Close' }).click()

    await page.locator('summary', { hasText: 'Export' }).click()
    await page.getByRole('button', { name: 'CSV', exact: true }).click()
    const download = page.waitForEvent('download')
    await page.locator('.toast').getByRole('link', { name: 'Download' }).click()
    const path = await (await download).path()
    const rows = parse(await readFile(path, 'utf8'), { bom: true }) as string[][]
    const shown = await page.locator('.case-row .number').allTextContents()
    expect(rows).toHaveLength(30)
    expect(rows.slice(1, 11).map(([number]) => number)).toEqual(shown.slice(0, 10))
    expect(rows[1]?.[1]).toBe("'=1+1 edge crack")
    await page.keyboard.press('Escape')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  }, 60_000)
})
