// A key-customer manager opens his account in the morning: sees what is promised and lacking, and writes the key plan.
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenAccount, givenReference } from '../given.ts'
import { type Journey, noBrowser, startJourney } from './browser.ts'

if (noBrowser) console.warn(`Journeys are skipped: ${noBrowser}.`)

describe.skipIf(noBrowser !== null)('a key-customer manager', () => {
  let journey: Journey
  beforeAll(async () => {
    journey = await startJourney(new Date('2026-11-02T05:00:00Z'))
  }, 120_000)
  afterAll(() => journey?.end())

  it('sees his account whole and writes its plan', async () => {
    const db = journey.database.owner
    const { regions } = await givenReference(db)
    const email = await journey.person('Kim Manager', 'keyCustomerManager')
    const { id: managerId } = await db
      .selectFrom('person')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow()
    const { id } = await givenAccount(db, {
      name: 'Nordwind Tubes',
      regionId: regions.europe ?? '',
      key: true,
      managerId,
    })
    const own = { account_id: id }
    await db
      .insertInto('account_promise')
      .values({ ...own, text: 'Send the certificate', due_on: '2026-10-30' })
      .execute()
    await db
      .insertInto('unique_need')
      .values({
        ...own,
        kind: 'emergencyStock',
        text: 'Stock of DX51D',
        wanted_stock: '40',
        actual_stock: '25',
        met: true,
      })
      .execute()
    const page = await journey.open()
    await journey.signIn(page, email)
    await page.getByRole('link', { name: 'Accounts' }).first().click()
    await page.getByRole('link', { name: /Nordwind Tubes/ }).click()
    await page.getByText('Send the certificate').waitFor()
    await page.getByText('overdue', { exact: true }).waitFor()
    await page.getByText('15 t lacking').waitFor()
    await page.getByRole('button', { name: 'Write the plan' }).click()
    for (const part of [
      'What makes it major',
      'Success factors',
      'What attracts and keeps it',
      'Problems',
      'What raises satisfaction',
    ])
      await page.getByLabel(part).fill('Known')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('83.3 %').waitFor()
    for (const size of [
      [1440, 900],
      [820, 1180],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width: size[0], height: size[1] })
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([])
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/account-${size[0]}.png`, fullPage: true })
    }
  }, 120_000)
})
