// A manager asks what is claimed most often, presses the bar, and sees exactly its claims.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenAccount, givenReference } from '../given.ts'
import { type Journey, noBrowser, startJourney } from './browser.ts'

if (noBrowser) console.warn(`Journeys are skipped: ${noBrowser}.`)

describe.skipIf(noBrowser !== null)('a manager', () => {
  let journey: Journey
  beforeAll(async () => {
    journey = await startJourney(new Date('2026-11-10T00:00:00Z'))
  }, 120_000)
  afterAll(() => journey?.end())

  it('drills from a bar to its rows in two steps from the sign-in', async () => {
    const { regions } = await givenReference(journey.database.owner)
    const account = await givenAccount(journey.database.owner, { name: 'Nordwind', regionId: regions.europe ?? '' })
    await givenClaim(journey, account.id, 1, 'Scratches on both edges', 'scratch')
    await givenClaim(journey, account.id, 2, 'Scratches in the middle', 'scratch')
    await givenClaim(journey, account.id, 3, 'A dent', 'dent')
    const email = await journey.person('Dora Director', 'management')
    const page = await journey.open()
    await journey.signIn(page, email)

    await page.getByRole('link', { name: 'Management' }).click()
    const bar = page.locator('.pareto a').first()
    await bar.waitFor()
    // Two of three claims.
    expect((await bar.innerText()).replace(/\s+/g, ' ')).toMatch(/2 67\s?%/)
    await faultless(page)
    await bar.click()

    await page.getByText('Scratches in the middle').waitFor()
    expect(await page.getByText('Scratches on both edges').count()).toBe(1)
    expect(await page.getByText('A dent').count()).toBe(0)
    await page.goBack()
    await page.locator('.pareto a').first().waitFor()
  }, 120_000)
})

async function givenClaim({ database }: Journey, accountId: string, n: number, title: string, defect: string) {
  const opened = new Date('2026-11-01T00:00:00Z')
  const { id } = await database.owner
    .insertInto('service_case')
    .values({
      number: `C-2026-00000${n}`,
      kind: 'claim',
      account_id: accountId,
      title,
      severity: 'minor',
      state: 'screening',
      waiting: 'nothing',
      improvement: 'notRequired',
      chart_version: 1,
      snapshot: JSON.stringify({ value: {}, context: {} }),
      due_at: null,
      opened_at: opened,
      changed_at: opened,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await database.owner.insertInto('claim').values({ case_id: id, received_at: opened, what_happened: title }).execute()
  await database.owner
    .insertInto('claim_item')
    .values({ case_id: id, origin_case_id: id, position: 1, defect })
    .execute()
}

async function faultless(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}
