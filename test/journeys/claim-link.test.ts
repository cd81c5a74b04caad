// A customer on his phone: the link he was given by a person of the works, his languages, a file refused and one taken, until it is taken back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimIn } from '../stories/driven-claim.ts'
import { monday, newCustomer, openWorld, type World } from '../stories/world.ts'
import { type Journey, noBrowser, startJourney } from './browser.ts'

if (noBrowser) console.warn(`Journeys are skipped: ${noBrowser}.`)

const words = {
  en: 'We are looking into it',
  ru: 'Мы разбираемся в причине',
  kk: 'Себебін анықтап жатырмыз',
  fa: 'در حال بررسی هستیم',
  zh: '我们正在调查',
} as const

describe.skipIf(noBrowser !== null)('the link to a claim', () => {
  let world: World
  let journey: Journey
  let number: string
  let email: string
  beforeAll(async () => {
    world = await openWorld()
    journey = await startJourney(monday, world)
    const claim = await claimIn(world, 'collecting', await newCustomer(world))
    number = (await claim.row()).number
    email = await journey.known(world.people.engineer)
  }, 120_000)
  afterAll(() => journey?.end())

  it('is given, read in five languages, takes a file, and opens nothing once it is taken back', async () => {
    const staff = await journey.open()
    await staff.locator('input[type=email]').fill(email)
    await staff.locator('input[type=password]').fill('a long enough password')
    await staff.keyboard.press('Enter')
    await staff.getByRole('heading', { name: 'My work' }).waitFor()
    await staff.goto(`${journey.url}/cases/${number}`)
    const links = staff.getByRole('region', { name: 'Links of the customer' })
    await links.getByRole('button', { name: 'Give a link' }).click()
    const address = await links.getByLabel('Address of the link').inputValue()

    const phone = await journey.open({ width: 390, height: 844 })
    await phone.goto(address)
    for (const [language, heading] of Object.entries(words)) {
      await phone.getByRole('combobox').selectOption(language)
      await phone.getByRole('heading', { level: 1, name: heading }).waitFor()
      expect(await phone.locator('html').getAttribute('dir')).toBe(language === 'fa' ? 'rtl' : 'ltr')
    }
    await phone.getByRole('combobox').selectOption('en')
    await phone.getByText('Up to 20 files of 50 MB each').waitFor()
    const bad = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])
    await phone.setInputFiles('#files', { name: 'coil.jpg', mimeType: 'image/jpeg', buffer: bad })
    await phone.getByText('Files of this kind are not taken').waitFor()
    await phone.setInputFiles('#files', { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('Rust') })
    await phone.getByRole('button', { name: 'note.txt' }).waitFor()
    await phone.getByText('Your claim is with').waitFor()

    await staff.reload()
    await staff.locator('.file-row').filter({ hasText: 'note.txt' }).getByText('Customer contact').waitFor()
    await links.getByText('last opened').waitFor()
    await links.getByRole('button', { name: /^Take back/ }).click()
    await links.getByRole('button', { name: 'Take back', exact: true }).click()
    await links.getByText('1 ended').waitFor()
    await phone.reload()
    await phone.getByRole('heading', { name: /no longer valid/ }).waitFor()
  }, 60_000)
})
