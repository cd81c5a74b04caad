// What a person waits for, seen by the page itself: until the first list stands, and until an answer that arrived is drawn.
import type { Browser, BrowserContext, Page } from 'playwright-core'

const password = 'demo-world-only-1'

/** From the address that is entered to the first row of My work, with nothing kept in the browser; ms. */
export async function firstListTime(browser: Browser, url: string, email: string): Promise<number> {
  const context = await signedIn(browser, url, email)
  const page = await context.newPage()
  await page.addInitScript(watchFor, { selector: '.case-row', name: 'listDrawn' })
  await page.goto(url)
  const time = (await markOf(page, 'listDrawn')) - (await page.evaluate(() => performance.timeOrigin))
  await context.close()
  return time
}

/** From the press of "Sign in" to the first row of My work, with nothing kept in the browser; ms. */
export async function signInTime(browser: Browser, url: string, email: string): Promise<number> {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  await page.addInitScript(watchFor, { selector: '.case-row', name: 'listDrawn' })
  await page.goto(url)
  await page.locator('input[type=email]').fill(email)
  await page.locator('input[type=password]').fill(password)
  const pressed = await page.evaluate(() => performance.timeOrigin + performance.now())
  await page.keyboard.press('Enter')
  const time = (await markOf(page, 'listDrawn')) - pressed
  await context.close()
  return time
}

/** For each claim, from the arrival of the answer to its acknowledgement until the page shows the claim as it became; ms. */
export async function answerTimes(
  browser: Browser,
  url: string,
  email: string,
  numbers: readonly string[],
): Promise<number[]> {
  const context = await signedIn(browser, url, email)
  const times: number[] = []
  for (const number of numbers) {
    const page = await context.newPage()
    await page.addInitScript(tellArrival, 'acknowledgeClaim')
    await page.addInitScript(watchFor, { selector: '.toast', name: 'answerDrawn' })
    await page.goto(`${url}/cases/${number}`)
    await page.getByRole('button', { name: '1 Acknowledge' }).click()
    const form = page.locator('form.step')
    await form.locator('input[type=datetime-local]').first().fill(inTenDays())
    await form.locator('button[type=submit]').click()
    times.push((await markOf(page, 'answerDrawn')) - (await markOf(page, 'answerArrived')))
    await page.close()
  }
  await context.close()
  return times
}

async function signedIn(browser: Browser, url: string, email: string): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-GB' })
  const response = await context.request.post(`${url}/auth/sign-in/email`, {
    data: { email, password },
    headers: { origin: url },
  })
  if (!response.ok()) throw new Error(`Signing in failed: ${response.status()} ${await response.text()}`)
  return context
}

async function markOf(page: Page, name: string): Promise<number> {
  // Absolute, since the sign-in may load the page anew.
  const find = (wanted: string) => {
    const [mark] = performance.getEntriesByName(wanted)
    return mark && performance.timeOrigin + mark.startTime
  }
  const found = await page.waitForFunction(find, name, { timeout: 30_000 })
  return Number(await found.jsonValue())
}

/** In the page: marks the frame after the one in which the element was drawn. */
function watchFor({ selector, name }: { selector: string; name: string }): void {
  const watcher = new MutationObserver(() => {
    if (!document.querySelector(selector)) return
    watcher.disconnect()
    requestAnimationFrame(() => setTimeout(() => performance.mark(name)))
  })
  watcher.observe(document, { subtree: true, childList: true })
}

/** In the page: marks when the whole answer to the step has arrived. */
function tellArrival(step: string): void {
  const real = window.fetch
  window.fetch = async (input, init) => {
    const response = await real(input, init)
    if (typeof init?.body === 'string' && init.body.includes(step)) {
      await response.clone().arrayBuffer()
      performance.mark('answerArrived')
    }
    return response
  }
}

function inTenDays(): string {
  return `${new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)}T10:00`
}
