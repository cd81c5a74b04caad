// Papers of a case: the dossier as page and as PDF, to who sees it on the page alone; what is said where nothing can print.
import express from 'express'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../server/core/chromium.ts'
import { printedPage } from '../../server/core/print-page.ts'
import { openPrinter, type Printer } from '../../server/core/print-pdf.ts'
import type { ContactViewer, PersonViewer } from '../../server/core/viewer.ts'
import { printedPages } from '../../server/http-printed.ts'
import { answerRefusals } from '../../server/http-refusal.ts'
import { identifyRequests } from '../../server/http-request-id.ts'
import { listen } from '../../server/http-server.ts'
import { newVisit } from '../stories/driven-visit.ts'
import { contactOf, newCustomer, openWorld, type World } from '../stories/world.ts'

const program = findChromium(process.env.CHROMIUM_PATH)
let world: World
let server: Awaited<ReturnType<typeof listen>>
let viewer: PersonViewer | ContactViewer | null
let printer: Printer = openPrinter({ program: null })
let number: string
let contact: ContactViewer

beforeAll(async () => {
  world = await openWorld()
  const customer = await newCustomer(world, { name: '<b>Kühne & Söhne</b>' })
  const visit = await (await newVisit(world, { customer })).through('triage', 'propose', 'confirm', 'prepare')
  number = (await visit.row()).number
  contact = contactOf(customer, visit.key)
  const logger = pino({ level: 'silent' })
  const app = express()
  app.use(identifyRequests(logger))
  const lent: Printer = { able: true, print: (html) => printer.print(html) }
  app.use(printedPages({ engine: world.engine, viewerOf: async () => viewer, printer: lent }))
  app.use(answerRefusals(logger))
  server = await listen(app, { port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await server?.close(100)
  await world?.close()
})

const read = (as: typeof viewer, path: string, language = 'en') => {
  viewer = as
  return fetch(`http://127.0.0.1:${server.port}/visits/${path}`, { headers: { 'accept-language': language } })
}

describe('the dossier on paper', () => {
  it('is a page in the language of who reads, with what people wrote as text', async () => {
    const english = await read(world.people.engineer, `${number}/dossier.html`)
    expect(english.status).toBe(200)
    expect(english.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
    const page = await english.text()
    expect(page).toContain('<html lang="en" dir="ltr">')
    expect(page).toContain('&#60;b&#62;Kühne &#38; Söhne&#60;/b&#62;')
    expect(page).not.toContain('<b>')
    const russian = await read(world.people.engineer, `${number}/dossier.html`, 'ru')
    expect(await russian.text()).toContain('Досье визита')
  })

  it('is there for those alone who see it on the page', async () => {
    const statuses = []
    for (const who of [world.people.roller, world.people.administrator, contact, null])
      statuses.push((await read(who, `${number}/dossier.pdf`)).status)
    expect(statuses).toEqual([404, 404, 404, 401])
    expect((await read(world.people.engineer, 'V-2026-999999/dossier.html')).status).toBe(404)
  })

  it('says so where there is no browser to print with', async () => {
    const answer = await read(world.people.engineer, `${number}/dossier.pdf`, 'ru')
    expect(answer.status).toBe(501)
    expect(await answer.json()).toMatchObject({ code: 'NO_BROWSER', message: expect.stringContaining('нет браузера') })
  })

  it.skipIf(!program)('is a PDF of at least one page', async () => {
    printer = openPrinter({ program })
    const answer = await read(world.people.engineer, `${number}/dossier.pdf`)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${number}-dossier.pdf"`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.length).toBeGreaterThan(5_000)
  })
})

describe.skipIf(!program)('the printer', () => {
  it('prints Persian from the right, one page after the other', async () => {
    const page = printedPage({
      language: 'fa',
      kind: 'پرونده',
      title: 'بازدید ۱۲',
      facts: [],
      sections: [{ title: 'موضوع', lines: [['نوار شل بود', 'C-2026-000001', '2026-11-02']], empty: '' }],
      foot: '',
    })
    expect(page).toContain('<html lang="fa" dir="rtl">')
    const { print } = openPrinter({ program, longestLine: 2 })
    const line = await Promise.allSettled([print(page), print(page), print(page)])
    expect(
      line.map((one) => (one.status === 'rejected' ? one.reason.fault : one.value.subarray(0, 5).toString())),
    ).toEqual(['%PDF-', '%PDF-', 'printersBusy'])
  })

  it('runs no script of a page, asks nothing of the network, and stops in time', async () => {
    let asked = 0
    const other = express().use((_request, response) => {
      asked += 1
      response.end('')
    })
    const listener = await listen(other, { port: 0, host: '127.0.0.1' })
    const address = `http://127.0.0.1:${listener.port}`
    const page = `<img src="${address}/a.png"><link rel=stylesheet href="${address}/a.css">
      <script>for (;;) fetch('${address}/script')</script><p>Text`
    const pdf = await openPrinter({ program }).print(page)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(asked).toBe(0)
    await listener.close(100)
    await expect(openPrinter({ program, limitMs: 1 }).print(page)).rejects.toMatchObject({ fault: 'printTooSlow' })
  })
})
