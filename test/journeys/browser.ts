// The whole product before a real browser: server, database and built client of their own for one journey.
import { mkdtemp, rm } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { GrantableRole } from '../../schema/vocabulary.ts'
import { schema } from '../../server/api.ts'
import { attachmentPlaces } from '../../server/cases/attachment-places.ts'
import { createAuthentication } from '../../server/core/authentication.ts'
import { findChromium } from '../../server/core/chromium.ts'
import { createPerson, givePassword } from '../../server/core/credentials.ts'
import { createApp } from '../../server/http.ts'
import { listen } from '../../server/http-server.ts'
import { provideClient } from '../../server/tools/provide-client.ts'
import { type TestEngine, testEngine } from '../engine.ts'

const program = findChromium(process.env.CHROMIUM_PATH)
const password = 'a long enough password'

/** Why journeys cannot run here; null where they can. */
export const noBrowser = program ? null : 'no Chromium was found: install it, or name its program in CHROMIUM_PATH'

export interface Journey extends TestEngine {
  url: string
  /** Where its files lie. */
  dataDirectory: string
  person(name: string, role: GrantableRole): Promise<string>
  /** The e-mail of somebody of the furnished world, who can sign in from now on. */
  known(viewer: { id: string }): Promise<string>
  /** A page at the sign-in, whose clock stands at the engine's time. */
  open(size?: { width: number; height: number }, look?: { dark?: boolean; language?: string }): Promise<Page>
  signIn(page: Page, email: string): Promise<void>
  /** Takes the network away: no request comes through, as a browser sees it in a cellar. */
  reach(now: boolean): void
  end(): Promise<void>
}

/** On a world of its own, or on one that is furnished already. */
export async function startJourney(at: Date, given?: TestEngine): Promise<Journey> {
  await provideClient(() => undefined)
  const world = given ?? (await testEngine(at))
  const logger = pino({ level: 'silent' })
  let reachable = true
  const answer: RequestListener = (request, response) => {
    // Pages go by the server's clock, which stands at the engine's time.
    response.setHeader('Date', at.toUTCString())
    if (reachable) app(request, response)
    else request.socket.destroy()
  }
  const server = await listen(answer, { port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${server.port}`
  const configuration = { publicUrl: url, authSecret: 'x'.repeat(32), trustedProxies: [], introspection: false }
  const auth = createAuthentication(world.database.app, configuration, logger)
  const dataDirectory = await mkdtemp(join(tmpdir(), 'journey-'))
  const attachmentLimits = { mostBytes: 50 * 1_048_576, mostPerCase: 200 }
  const places = attachmentPlaces({ dataDirectory, attachmentLimits, s3: undefined })
  const app = createApp({ engine: world.engine, auth, schema, configuration, logger, places })
  const browser = await launch()
  return {
    ...world,
    url,
    dataDirectory,
    async person(name, role) {
      const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.test`
      const id = await createPerson(world.database.owner, {
        name,
        email,
        password,
        chosen: true,
        language: 'en',
        timeZone: 'UTC',
      })
      await world.database.owner.insertInto('role_grant').values({ person_id: id, role }).execute()
      return email
    },
    async known({ id }) {
      await givePassword(world.database.owner, id, password)
      await world.database.owner.updateTable('credential').set({ chosen: true }).where('person_id', '=', id).execute()
      const people = world.database.owner.selectFrom('person').where('id', '=', id)
      return (await people.select('email').executeTakeFirstOrThrow()).email
    },
    async open(viewport = { width: 1440, height: 900 }, { dark = false, language } = {}) {
      const colorScheme = dark ? 'dark' : 'light'
      const context = await browser.newContext({ viewport, colorScheme, locale: 'en-GB', timezoneId: 'UTC' })
      if (language) await context.addInitScript((chosen) => localStorage.setItem('language', chosen), language)
      const page = await context.newPage()
      await page.clock.setFixedTime(at)
      await page.goto(url)
      return page
    },
    async signIn(page, email) {
      await page.getByLabel('E-mail').fill(email)
      await page.getByLabel('Password').fill(password)
      await page.getByRole('button', { name: 'Sign in' }).click()
    },
    reach(now) {
      reachable = now
    },
    async end() {
      await browser.close()
      await server.close()
      await world.close()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

async function launch(): Promise<Browser> {
  const quiet = [
    '--lang=en-US',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return chromium.launch({ executablePath: program ?? '', args: ['--no-sandbox', ...quiet] })
}
