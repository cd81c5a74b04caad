// The state of quality of East Asia in a year: four sections, each total the sum of its rows (QLT-04).
import express from 'express'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPrinter } from '../../server/core/print-pdf.ts'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { printedPages } from '../../server/http-printed.ts'
import { listen } from '../../server/http-server.ts'
import { qualityReportPage } from '../../server/insights/quality-report-page.ts'
import { readQualityReport } from '../../server/insights/quality-report-queries.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenAccount, givenCoils, givenPerson, givenReference } from '../given.ts'
import { globalId, send } from '../graph.ts'
import { givenQuestionnaire, givenResponse, givenWave } from '../survey.ts'

let world: TestEngine
let lead: PersonViewer
let engineer: PersonViewer

beforeAll(async () => {
  world = await testEngine(new Date('2026-11-02T05:00:00Z'))
  const db = world.database.owner
  const { regions } = await givenReference(db)
  lead = await givenPerson(db, { name: 'Lena Lead', role: 'csLead' })
  engineer = await givenPerson(db, { name: 'Eric Engineer', role: 'csEngineer' })
  const regionId = regions.eastAsia ?? ''
  const { id } = await givenAccount(db, { name: 'Customer', regionId })
  await givenCoils(db, id, 'H-1', ['1', '2', '3'])
  const shipment = await db
    .insertInto('shipment')
    .values({ number: 'S-1', account_id: id, dispatched_on: '2026-03-01' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.updateTable('piece').set({ shipment_id: shipment.id }).where('account_id', '=', id).execute()
  await givenCoils(db, id, 'H-0', ['8', '9'])
  const before = await db
    .insertInto('shipment')
    .values({ number: 'S-0', account_id: id, dispatched_on: '2025-12-31' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.updateTable('piece').set({ shipment_id: before.id }).where('number', 'in', ['8', '9']).execute()
  const claim = { accountId: globalId('Account', id), whatHappened: 'Rust', receivedAt: '2026-11-01T08:00:00Z' }
  await send(world.engine, lead, 'registerClaim', claim)
  const version = await givenQuestionnaire(db, 'works', 'steelWorks', [
    { code: 'quality' },
    { code: 'comment', kind: 'text' },
  ])
  const waveId = await givenWave(db, version)
  for (const mark of ['3', '4']) {
    const answers = [
      { item: 'quality', number: mark },
      { item: 'comment', text: 'Thinner gauges' },
    ]
    await givenResponse(db, { waveId, versionId: version, accountId: id, regionId, consumerType: 'endUser', answers })
  }
})
afterAll(() => world?.close())

it('lists shipments, claims, comments and survey, whose totals are the sums of their rows, beside the year before', async () => {
  const report = await readQualityReport(world.engine.db, lead, { code: 'eastAsia', year: 2026, language: 'en' })
  expect(report?.sections).toMatchObject([
    { topic: 'shipments', total: 30, totalBefore: 20 },
    { topic: 'claims', rows: [{ value: 1, before: 0 }], total: 1, totalBefore: 0 },
    { topic: 'comments', rows: [{ key: 'survey', value: 2, before: 0 }], total: 2 },
    { topic: 'survey', rows: [{ key: 'quality', value: 2, mean: 3.5, before: 0, meanBefore: null }], total: 2 },
  ])
  for (const { rows, total, totalBefore } of report?.sections ?? []) {
    expect(rows.reduce((sum, { value }) => sum + value, 0)).toBe(total)
    expect(rows.reduce((sum, { before }) => sum + before, 0)).toBe(totalBefore)
  }
  // One claim on 30 t: 33.33 on 1,000 t; none on the 20 t of the year before.
  expect(report).toMatchObject({ claimsPer1000: expect.closeTo(33.333, 2), claimsPer1000Before: 0 })
  const page = report && qualityReportPage(report, 'en')
  for (const shown of ['33.33', '>2026<', '>2025<', '2 (mean 3.50)']) expect(page).toContain(shown)
  const next = await readQualityReport(world.engine.db, lead, { code: 'eastAsia', year: 2027, language: 'en' })
  expect(next?.sections[0]).toMatchObject({ total: 0, totalBefore: 30 })
  expect(next?.claimsPer1000).toBeNull()
})

it('is a workbook too, in which numbers are numbers and a formula is a text', async () => {
  const product = { code: 'P-1', name: '=HYPERLINK("http://evil.example")' }
  const { id } = await world.database.owner
    .insertInto('product')
    .values(product)
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.database.owner.updateTable('piece').set({ product_id: id }).where('number', '=', '1').execute()
  const app = express()
  const printer = openPrinter({ program: null })
  app.use(printedPages({ engine: world.engine, viewerOf: async () => lead, printer }))
  const server = await listen(app, { port: 0, host: '127.0.0.1' })
  const answer = await fetch(`http://127.0.0.1:${server.port}/regions/eastAsia-2026/quality.xlsx`)
  const bytes = Buffer.from(await answer.arrayBuffer())
  await server.close(100)
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="eastAsia-2026-quality.xlsx"')
  const rows = await readSheet(bytes)
  expect(rows[0]).toEqual(['Section', 'Row', '2026', '2025', '2026, mean', '2025, mean'])
  expect(rows.find(([, row]) => row === product.name)).toEqual(['Shipments, tonnes', product.name, 10, 0, null, null])
  expect(rows.at(-1)).toEqual([null, 'Claims per 1,000 t', expect.closeTo(33.333, 2), 0, null, null])
})

it('is for leads and management, and there is none of an unknown region', async () => {
  const asked = { code: 'eastAsia', year: 2026, language: 'en' }
  expect(await readQualityReport(world.engine.db, engineer, asked)).toBeNull()
  expect(await readQualityReport(world.engine.db, lead, { ...asked, code: 'nowhere' })).toBeNull()
})
