// What each role does on an ordinary day, in the browser, with every click and key counted from the sign-in on.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { givenPerson } from '../given.ts'
import { claimIn } from '../stories/driven-claim.ts'
import { monday, newCustomer, openWorld, type World } from '../stories/world.ts'
import { type Journey, noBrowser, startJourney } from './browser.ts'
import { Steps } from './steps.ts'

if (noBrowser) console.warn(`Journeys are skipped: ${noBrowser}.`)

describe.skipIf(noBrowser !== null)('a day of', () => {
  let world: World
  let journey: Journey
  beforeAll(async () => {
    world = await openWorld()
    journey = await startJourney(monday, world)
  }, 120_000)
  afterAll(() => journey?.end())

  it('the engineer: a claim by phone is logged in less than a minute of typing', async () => {
    const { accountId } = await newCustomer(world, { name: 'Nordwind Tubes' })
    const coil = await world.db
      .selectFrom('piece')
      .where('account_id', '=', accountId)
      .select('number')
      .orderBy('number')
      .executeTakeFirstOrThrow()
    const { page, steps } = await at(world.people.engineer)
    await steps.press('c')
    await page.locator('#caller:focus').waitFor()
    await steps.type('nordw')
    await page.getByRole('option', { name: /Nordwind Tubes/ }).waitFor()
    await steps.press('Enter')
    await page.locator('#what-happened:focus').waitFor()
    await steps.type(`Wavy edges on coil ${coil.number}, the line stopped twice, they ask for a visit`)
    await steps.click(page.getByRole('button', { name: `Take ${coil.number}` }))
    await steps.press('Control+Enter')
    await page.getByRole('heading', { level: 1, name: /Wavy edges on coil/ }).waitFor()
    expect(steps.counted()).toEqual({ clicks: 1, keys: 3, characters: 77 })
    expect(steps.seconds()).toBeLessThan(60)
  }, 60_000)

  it('the responder: three clicks from the sign-in to the answer', async () => {
    const claim = await claimIn(world, 'collecting')
    await claim.quickly(['recordContainment', ['sendTask', { question: 'Which tension was set on the coiler?' }]])
    const { page, steps } = await at(world.people.roller)
    await steps.click(page.getByRole('link', { name: /Which tension was set/ }))
    await steps.click(page.getByRole('button', { name: 'Uneven tension' }))
    await page.getByLabel('Your answer').focus()
    await steps.type('42 kN, as ordered')
    await steps.click(page.getByRole('button', { name: 'Send answer' }))
    await page.getByText('Answer sent.').waitFor()
    expect(steps.counted()).toEqual({ clicks: 3, keys: 0, characters: 17 })
    expect((await claim.tasks()).map(({ state }) => state)).toEqual(['answered'])
  }, 60_000)

  it('the analyst: from the list of what waits to a decision', async () => {
    const claim = await claimIn(world, 'concluding')
    const { number } = await claim.row()
    const { page, steps } = await at(world.people.analyst)
    await steps.click(page.getByRole('link', { name: new RegExp(number) }).first())
    await page.getByRole('button', { name: '1 Conclude the cause' }).waitFor()
    await steps.press('1')
    const form = page.getByRole('form', { name: 'Conclude the cause' })
    const chosen = {
      'Why it happened': 'Uneven tension',
      'Stage of the chain': 'Rail delivery',
      'Quality layer': 'Care on the way',
      'The fault is ours': 'Yes',
      Department: 'Rolling mill',
    }
    for (const [list, label] of Object.entries(chosen)) await steps.choose(form.getByLabel(list), label)
    for (const list of ['Why it was not found', 'System cause'])
      await steps.choose(
        form.getByLabel(list),
        (await form.getByLabel(list).locator('option').nth(1).innerText()).trim(),
      )
    // One department bears all of it unless lines are added.
    expect(await form.getByLabel('Percent').inputValue()).toBe('100')
    await steps.click(form.getByRole('button', { name: 'Conclude the cause' }))
    await page.getByText('Done: Conclude the cause').waitFor()
    expect((await claim.row()).state).toBe('decision')
    expect(steps.counted()).toEqual({ clicks: 16, keys: 1, characters: 0 })
  }, 60_000)

  it('the approver: two clicks and a key to the approval', async () => {
    const claim = await claimIn(world, 'approval')
    const { number } = await claim.row()
    const { page, steps } = await at(world.people.lead2)
    await steps.click(page.getByRole('link', { name: new RegExp(number) }).first())
    await page.getByRole('button', { name: '1 Approve' }).waitFor()
    await steps.press('1')
    await steps.click(page.getByRole('form', { name: 'Approve' }).getByRole('button', { name: 'Approve' }))
    await page.getByText('Done: Approve').waitFor()
    expect((await claim.proposals()).map(({ state }) => state)).toEqual(['approved'])
    expect(steps.counted()).toEqual({ clicks: 2, keys: 1, characters: 0 })
  }, 60_000)

  it('the key-customer manager: what the own customers wait for, and a word on it', async () => {
    const manager = await givenPerson(world.db, { name: 'Key Manager', role: 'keyCustomerManager' })
    const customer = await newCustomer(world, { name: 'Ostwind Pipes', key: true, managerId: manager.id })
    const claim = await claimIn(world, 'offered', customer)
    const { number } = await claim.row()
    const { page, steps } = await at(manager)
    await steps.click(page.getByRole('link', { name: 'Accounts' }))
    await steps.click(page.getByLabel('Key accounts only'))
    await steps.click(page.getByRole('link', { name: /Ostwind Pipes/ }))
    await page.getByRole('heading', { level: 1, name: 'Ostwind Pipes' }).waitFor()
    await steps.click(page.getByRole('link', { name: new RegExp(number) }))
    await steps.click(page.getByRole('textbox', { name: 'Comment' }))
    await steps.type('I am there on Thursday and ask')
    await steps.press('Control+Enter')
    await page.getByRole('main').getByText('I am there on Thursday and ask').waitFor()
    expect(steps.counted()).toEqual({ clicks: 5, keys: 1, characters: 30 })
  }, 60_000)

  async function at(viewer: PersonViewer): Promise<{ page: Page; steps: Steps }> {
    const page = await journey.open()
    await journey.signIn(page, await journey.known(viewer))
    await page.getByRole('heading', { name: 'My work' }).waitFor()
    return { page, steps: new Steps(page) }
  }
})
