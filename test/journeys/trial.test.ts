// A whole trial batch in the browser, from the request to regular supply: each form is sent wrong first, and says so where it can be repaired.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DrivenTrial, givenTrialWorld, type TrialWorld } from '../driven-trial.ts'
import { globalId } from '../graph.ts'
import { type Journey, noBrowser, startJourney } from './browser.ts'

if (noBrowser) console.warn(`Journeys are skipped: ${noBrowser}.`)

/** Indicator, unit, lower limit, upper limit of the six groups in their order. */
const asked = [
  ['C', '%', '', '0.12'],
  ['Re', 'MPa', '', '280'],
  ['Rejects', '%', '', '2'],
  ['Width', 'mm', '', '1250'],
  ['Thickness', 'mm', '1.86', '2.14'],
  ['Flatness', 'mm', '', '8'],
] as const

describe.skipIf(noBrowser !== null)('a trial batch', () => {
  let journey: Journey
  let world: TrialWorld
  let email: string
  beforeAll(async () => {
    journey = await startJourney(new Date('2026-11-02T05:00:00Z'))
    world = await givenTrialWorld(journey.engine, journey.database.owner)
    email = await journey.known(world.lead)
    const heads = ['orderManagement', 'rollingMill', 'laboratory'].map((code) => ({
      role: 'departmentHead' as const,
      department_id: world.departments[code] ?? null,
    }))
    await journey.database.owner
      .insertInto('role_grant')
      .values(
        [{ role: 'analyst' as const }, { role: 'management' as const }, ...heads].map((grant) => ({
          ...grant,
          person_id: world.lead.id,
        })),
      )
      .execute()
  }, 120_000)
  afterAll(() => journey?.end())

  it('goes from the request to supply', async () => {
    const page = await journey.open()
    page.setDefaultTimeout(10_000)
    const form = new StepForms(page)
    await journey.signIn(page, email)
    await page.getByRole('link', { name: 'Trial batches' }).first().click()
    await page.getByRole('button', { name: 'Request a trial' }).click()
    await form.choose('accountId', 'Nordwind Tubes')
    await form.choose('productId', 'HR-2 Hot-rolled coil 2.00')
    await form.fill('aim', 'Flatter coils for the tube line')
    await form.choose('reason', 'Idea')
    await page.getByRole('dialog').getByRole('button', { name: 'Request a trial' }).click()
    await form.refusedAt('reasonText')
    await form.fill('reasonText', 'Skin pass at a lower tension')
    await page.getByRole('dialog').getByRole('button', { name: 'Request a trial' }).click()
    await form.take('Agree requirements')

    await form.open('Submit to departments')
    for (const [index, [indicator, unit, min, max]] of asked.entries()) {
      await form.fill(`requirements.${index}.indicator`, indicator)
      await form.fill(`requirements.${index}.unit`, unit)
      await form.fill(`requirements.${index}.min`, min)
      await form.fill(`requirements.${index}.max`, max)
    }
    await form.fill('requirements.0.property', 'C')
    for (const [index, office] of ['Order management', 'Rolling mill', 'Laboratory'].entries()) {
      await page.locator('[id="step-tasks"]').getByRole('button', { name: 'Add a line' }).click()
      await form.choose(`tasks.${index}.departmentId`, office)
      await form.fill(`tasks.${index}.question`, 'Can it be made?')
      await form.fill(`tasks.${index}.dueAt`, '2026-11-06T10:00')
    }
    // A lower limit above the upper one.
    await form.fill('requirements.4.min', '3')
    await form.send('Submit to departments')
    await form.refusedAt('requirements.4.min')
    await form.fill('requirements.4.min', '1.86')
    await form.sent('Submit to departments')
    await new DrivenTrial(world).answerTasks()
    await page.reload()
    await form.open('Confirm feasibility')
    await form.fill('cost', '10000.01')
    await form.fill('currency', 'USD')
    await form.sent('Confirm feasibility')
    await form.take('Approve the cost')
    await form.open('Set the slot')
    await form.fill('slotAt', '2026-12-14T04:00')
    await form.fill('tonnage', '20')
    await form.fill('plannedHeats', '1')
    await form.sent('Set the slot')
    await form.take('Start production')

    await form.open('Record production')
    await form.found('heats.0.heatId', '71001')
    await form.fill('heats.0.variant', 'Tension 38 kN')
    for (const _coil of [1, 2]) await form.found('pieceIds', '71001')
    await form.sent('Record production')

    await form.open('Conforms')
    await form.choose('certificateId', 'Z-71001')
    for (const [index, value] of ['240', '1.2', '1249', '2.11'].entries())
      await form.fill(`measurements.${index}.value`, value)
    // A value without its unit, and a group without a value.
    await form.fill('measurements.0.unit', '')
    await form.fill('measurements.4.value', '11')
    await form.send('Conforms')
    await form.refusedAt('measurements.0.unit')
    await form.fill('measurements.0.unit', 'MPa')
    await form.send('Conforms')
    await form.refused(/flatness/i)
    // The words say what to do: it fails, and goes on its way once the customer signed for the group.
    await form.refused(/record that it does not conform, then rework it or ship it under a concession/i)
    await form.cancel()
    await form.open('Does not conform')
    await form.choose('certificateId', 'Z-71001')
    for (const [index, value] of ['240', '1.2', '1249', '2.11', '11'].entries())
      await form.fill(`measurements.${index}.value`, value)
    await form.sent('Does not conform')
    await form.open('Ship under concession')
    await form.check('groups', 'Geometry')
    await form.fill('signedBy', 'Mx Sample')
    await form.fill('signedOn', '2026-11-01')
    await form.fill('document', 'L-7')
    await form.send('Ship under concession')
    await form.refused(/customer's signature for the group: flatness/i)
    await form.check('groups', 'Flatness')
    await form.sent('Ship under concession')
    await page.getByText('Concession signed by Mx Sample').waitFor()

    await form.open('Record receipt')
    await form.fill('receivedAt', '2026-11-02T04:00')
    await form.choose('stages.0.stage', 'Rail delivery')
    await form.fill('stages.0.at', '2026-11-01T20:00')
    await form.sent('Record receipt')
    await form.open('Record processing')
    await form.choose('attended', 'Yes')
    await form.fill('place', 'Tube line 2')
    await form.fill('lines.0.inputMass', '20')
    await form.fill('lines.0.goodMass', '20.6')
    await form.fill('lines.0.pieces', '5')
    await form.fill('lines.0.stops', '2')
    await form.fill('lines.0.rating', '3')
    await page.locator('[id="step-competitors"]').getByRole('button', { name: 'Add a line' }).click()
    await form.choose('competitors.0.productId', 'Other Works: Rival coil')
    await form.choose('competitors.0.measure', 'Yield')
    await form.fill('competitors.0.theirs', '95.5')
    await form.send('Record processing')
    await form.refusedAt('lines.0.reasonAbove')
    await form.fill('lines.0.goodMass', '18.6')
    await form.sent('Record processing')
    await page.getByText('93.0 %').first().waitFor()
    await page.getByText('weakness').waitFor()

    await form.open('Approve for supply')
    await form.fill('verdict', 'Approve')
    await form.fill('signatory', 'Mx Sample')
    await form.fill('signedOn', '2026-11-01')
    await form.sent('Approve for supply')
    await page.getByText('Adopted for supply').first().waitFor()
    await page.getByText('≥ 95.5 %').waitFor()
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/trial.png`, fullPage: true })
    await page.goto(`${journey.url}/accounts/${globalId('Account', world.account.id)}`)
    await page.getByText('1 weakness').waitFor()
  }, 120_000)
})

/** The forms of a case's steps, as a person fills them. */
class StepForms {
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  private field(path: string) {
    return this.page.locator(`[id="step-${path}"]`)
  }

  fill(path: string, value: string): Promise<void> {
    return this.field(path).fill(value)
  }

  async choose(path: string, label: string): Promise<void> {
    await this.field(path).selectOption({ label })
  }

  /** Types part of a number and takes what is offered. */
  async found(path: string, text: string): Promise<void> {
    await this.field(path).fill(text)
    await this.page.getByRole('option').first().click()
  }

  async open(step: string): Promise<void> {
    const bar = this.page.getByRole('region', { name: 'Actions' })
    const button = bar.getByRole('button', { name: step }).first()
    await bar.waitFor()
    if (!(await button.isVisible())) await bar.getByRole('button', { name: 'More' }).click()
    await button.click()
    await this.page.locator('form.step').waitFor()
  }

  async send(step: string): Promise<void> {
    await this.page.locator('form.step').getByRole('button', { name: step }).click()
  }

  /** Sends what is right: the form goes. */
  async sent(step: string): Promise<void> {
    await this.send(step)
    await this.page.locator('form.step').waitFor({ state: 'detached' })
  }

  cancel(): Promise<void> {
    return this.page.locator('form.step').getByRole('button', { name: 'Cancel' }).click()
  }

  /** Ticks one of several words. */
  async check(path: string, label: string): Promise<void> {
    await this.field(path).getByLabel(label, { exact: true }).check()
  }

  /** A step whose form has nothing that must be said. */
  async take(step: string): Promise<void> {
    await this.open(step)
    await this.sent(step)
  }

  /** The field says what is wrong with it. */
  refusedAt(path: string): Promise<void> {
    return this.page.locator(`[id="step-${path}-fault"]`).waitFor()
  }

  async refused(words: RegExp): Promise<void> {
    await this.page.getByRole('alert').filter({ hasText: words }).first().waitFor()
  }
}
