// A new colleague's first days: an own password in place of the one on paper, then a code beside it, then a backup code.
import { createOTP } from '@better-auth/utils/otp'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givePassword } from '../../server/core/credentials.ts'
import { type Journey, noBrowser, startJourney } from './browser.ts'

if (noBrowser) console.warn(`Journeys are skipped: ${noBrowser}.`)

const GIVEN = 'handed over on paper 7'
const OWN = 'a quiet river in autumn'

describe.skipIf(noBrowser !== null)('signing in', () => {
  let journey: Journey
  beforeAll(async () => {
    journey = await startJourney(new Date('2026-11-02T04:50:00Z'))
  }, 120_000)
  afterAll(() => journey?.end())

  async function signIn(page: Page, email: string, password: string) {
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }

  it('asks for an own password first, then for the code of a device that was set up, and takes a backup code instead', async () => {
    const email = await journey.person('Nina Newcomer', 'csEngineer')
    const db = journey.database.owner
    const { id } = await db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirstOrThrow()
    await givePassword(db, id, GIVEN)
    const page = await journey.open()
    await signIn(page, email, GIVEN)
    await page.getByRole('heading', { name: 'Choose your own password' }).waitFor()
    await page.getByLabel('New password').fill('passwordpassword')
    await page.getByRole('button', { name: 'Set password' }).click()
    await page.getByText('That is easily guessed').waitFor()
    await page.getByLabel('New password').fill(OWN)
    await page.getByRole('button', { name: 'Set password' }).click()
    await page.getByRole('navigation', { name: 'Main' }).waitFor()

    await page.goto(`${journey.url}/me`)
    await page.getByText('Chose an own password').waitFor()
    await page.getByRole('button', { name: 'Set up a second factor' }).click()
    const setup = page.getByRole('form', { name: 'Set up a second factor' })
    await setup.getByLabel('Present password').fill(OWN)
    await setup.getByRole('button', { name: 'Set up a second factor' }).click()
    await page.getByRole('img', { name: 'Picture for the authenticator' }).waitFor()
    const secret = (await setup.locator('code').innerText()).replaceAll(' ', '')
    const code = (ahead: number) => createOTP(fromBase32(secret)).hotp(Math.floor(Date.now() / 30_000) + ahead)
    await setup.getByLabel('Code').fill(await code(0))
    await setup.getByRole('button', { name: 'Turn on' }).click()
    await page.getByRole('button', { name: 'I have kept them' }).waitFor()
    const codes = await page.locator('.access-codes li').allInnerTexts()
    expect(codes).toHaveLength(10)
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await page.getByText('Set up a second factor', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: 'New backup codes' }).waitFor()

    const elsewhere = await journey.open()
    await signIn(elsewhere, email, OWN)
    await elsewhere.getByRole('heading', { name: 'Second step' }).waitFor()
    await elsewhere.getByLabel('Code').fill(await code(0))
    await elsewhere.getByRole('button', { name: 'Sign in' }).click()
    await elsewhere.getByText('That code was used already').waitFor()
    await elsewhere.getByRole('button', { name: 'Device not at hand? Use a backup code' }).click()
    await elsewhere.getByLabel('Backup code').fill(codes[0] ?? '')
    await elsewhere.getByRole('button', { name: 'Sign in' }).click()
    await elsewhere.getByRole('navigation', { name: 'Main' }).waitFor()
  })
})

function fromBase32(text: string): string {
  const bits = [...text].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))).toString('utf8')
}
