// An administrator adds a holiday: sees beforehand what it moves, adds it, and the claim's due time has moved.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenAccount, givenReference } from '../given.ts'
import { type Journey, noBrowser, startJourney } from './browser.ts'

if (noBrowser) console.warn(`Journeys are skipped: ${noBrowser}.`)

describe.skipIf(noBrowser !== null)('a holiday', () => {
  let journey: Journey
  beforeAll(async () => {
    journey = await startJourney(new Date('2026-11-02T06:00:00Z'))
  }, 120_000)
  afterAll(() => journey?.end())

  it('moves what is due, in five steps from the sign-in, and moves it back when it is removed', async () => {
    await givenClock(journey)
    const email = await journey.person('Ada Admin', 'administrator')
    const page = await journey.open()
    const steps: string[] = []
    const step = async (what: string, act: Promise<void>) => {
      await act
      steps.push(what)
    }
    await journey.signIn(page, email)
    await step('open administration', page.getByRole('link', { name: 'Administration' }).click())
    await page.getByRole('button', { name: /Ada Admin/ }).waitFor()
    await faultless(page)
    await step('open calendars', page.getByRole('link', { name: 'Calendars' }).click())
    await step('say the day', page.getByLabel('Day', { exact: true }).fill('2026-11-03'))
    await page.getByText('one running clock would move').waitFor()
    // Three working days from Monday 5:00 UTC end on Thursday; one more without work, on Friday.
    expect(await dueDay(journey)).toBe('2026-11-05')
    const moved = await page
      .getByRole('row', { name: /Screen/ })
      .first()
      .innerText()
    expect(new Set(moved.split('\t').slice(1)).size).toBe(2)
    await faultless(page)
    await step('say why', page.getByLabel('Why').fill('Day of the plant'))
    await step('add it', page.getByRole('button', { name: 'Add the day' }).click())
    await page.getByText('Day of the plant was added').waitFor()
    expect(await dueDay(journey)).toBe('2026-11-06')
    expect(steps).toHaveLength(5)

    await page.getByRole('button', { name: 'Remove: Day of the plant' }).click()
    await page.getByRole('button', { name: 'Remove it and move the clocks' }).click()
    await page.getByText('The day is an ordinary one again').waitFor()
    expect(await dueDay(journey)).toBe('2026-11-05')
  }, 120_000)

  it('is refused beside its field where something is missing', async () => {
    const email = await journey.person('Olga Office', 'administrator')
    const page = await journey.open({ width: 390, height: 844 })
    await journey.signIn(page, email)
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('link', { name: 'Administration' }).click()
    await page.getByRole('link', { name: 'Departments' }).click()
    await page.getByRole('button', { name: 'Add a department' }).click()
    const form = page.getByRole('form', { name: 'Add a department' })
    await form.getByLabel('Code').fill('not a code!')
    await form.getByLabel('Name in English').fill('Pickling line')
    await form.getByRole('button', { name: 'Add a department' }).click()
    await form.getByText('Needed').waitFor()
    await form.getByLabel('Office').selectOption('production')
    await form.getByRole('button', { name: 'Add a department' }).click()
    await form.locator('[aria-invalid=true]').waitFor()
    await form.getByLabel('Code').fill('picklingLine')
    await form.getByRole('button', { name: 'Add a department' }).click()
    await page.getByRole('cell', { name: 'Pickling line' }).waitFor()
    await faultless(page)
  }, 120_000)
})

async function givenClock({ database }: Journey): Promise<void> {
  const db = database.owner
  const { regions } = await givenReference(db)
  const account = await givenAccount(db, { name: 'Nordwind', regionId: regions.europe ?? '' })
  const started = new Date('2026-11-02T05:00:00Z')
  const due = new Date('2026-11-05T05:00:00Z')
  const { id } = await db
    .insertInto('service_case')
    .values({
      number: 'C-2026-000001',
      kind: 'claim',
      account_id: account.id,
      title: 'A claim',
      severity: 'minor',
      state: 'screening',
      waiting: 'nothing',
      improvement: 'notRequired',
      chart_version: 1,
      snapshot: JSON.stringify({ value: {}, context: {} }),
      due_at: due,
      opened_at: started,
      changed_at: started,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const policy = await db
    .selectFrom('deadline_policy')
    .select('id')
    .where('clock', '=', 'screen')
    .executeTakeFirstOrThrow()
  const calendar = await db.selectFrom('calendar').select('id').where('code', '=', 'plant').executeTakeFirstOrThrow()
  await db
    .insertInto('deadline')
    .values({
      case_id: id,
      clock: 'screen',
      generation: 1,
      policy_id: policy.id,
      calendar_id: calendar.id,
      amount: '3',
      unit: 'workingDays',
      started_at: started,
      due_at: due,
      pauses: '[]',
    })
    .execute()
}

async function dueDay({ database }: Journey): Promise<string | undefined> {
  const { due_at } = await database.owner.selectFrom('deadline').select('due_at').executeTakeFirstOrThrow()
  return due_at?.toISOString().slice(0, 10)
}

async function faultless(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}
