// Prints pages of our own making to PDF by Chromium: one at a time, within a time limit, with neither network nor scripts.
import type { Browser } from 'playwright-core'

/** Why a page was not printed: no browser on this machine, too many pages before it, or it took too long. */
export type PrintFault = 'noBrowser' | 'printersBusy' | 'printTooSlow'

export class PrintRefused extends Error {
  override name = 'PrintRefused'
  readonly fault: PrintFault

  constructor(fault: PrintFault) {
    super(`not printed: ${fault}`)
    this.fault = fault
  }
}

export interface Printer {
  /** False where there is no browser: each print is refused. */
  readonly able: boolean
  /**
   * The page as PDF, in the size that its `@page` names. The page brings its styles and pictures with it.
   * @throws PrintRefused
   */
  print(html: string): Promise<Buffer>
}

export interface PrinterSettings {
  /** Path of the browser; null where there is none. */
  program: string | null
  /** Longest time for one page; default 20 s. */
  limitMs?: number
  /** How many pages may stand in line; default 10. */
  longestLine?: number
}

export function openPrinter({ program, limitMs = 20_000, longestLine = 10 }: PrinterSettings): Printer {
  let line: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return {
    able: program !== null,
    async print(html) {
      if (program === null) throw new PrintRefused('noBrowser')
      if (waiting >= longestLine) throw new PrintRefused('printersBusy')
      waiting += 1
      const printed = line.then(() => printOnce(program, html, limitMs)).finally(() => (waiting -= 1))
      line = printed.catch(() => undefined)
      return printed
    },
  }
}

async function printOnce(program: string, html: string, limitMs: number): Promise<Buffer> {
  const until = performance.now() + limitMs
  const left = () => Math.max(1, until - performance.now())
  // Loaded with the first page: a server that prints nothing does without it.
  const { chromium, errors } = await import('playwright-core')
  let browser: Browser | undefined
  try {
    browser = await chromium.launch({
      executablePath: program,
      timeout: left(),
      chromiumSandbox: process.getuid?.() !== 0,
      args: quiet,
      env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8' },
    })
    return await Promise.race([printIn(browser, html, left), tooSlow(left())])
  } catch (error) {
    throw error instanceof errors.TimeoutError ? new PrintRefused('printTooSlow') : error
  } finally {
    await browser?.close()
  }
}

async function printIn(browser: Browser, html: string, left: () => number): Promise<Buffer> {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true, serviceWorkers: 'block' })
  await context.route('**/*', (route) => route.abort())
  const page = await context.newPage()
  page.setDefaultTimeout(left())
  await page.setContent(html, { waitUntil: 'load', timeout: left() })
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })
}

function tooSlow(ms: number): Promise<never> {
  return new Promise((_, refuse) => {
    setTimeout(() => refuse(new PrintRefused('printTooSlow')), ms).unref()
  })
}

const quiet = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND',
]
