// The state of quality of East Asia in a year: four sections, each total the sum of its rows (QLT-04).
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { qualityReportPage } from '../../server/insights/quality-report-page.ts'
import { readQualityReport, totalOf } from '../../server/insights/quality-report-queries.ts'
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

it('lists shipments, claims, comments and survey, whose totals are the sums of their rows', async () => {
  const asked = { code: 'eastAsia', year: 2026, language: 'en' }
  const report = await readQualityReport(world.engine.db, lead, asked)
  expect(report).toMatchObject({
    shipments: [{ value: 30 }],
    claims: [{ value: 1 }],
    comments: [{ name: 'survey', value: 2 }],
    survey: [{ name: 'quality', value: 2, mean: 3.5 }],
  })
  expect(
    [report?.shipments, report?.claims, report?.comments, report?.survey].map((rows) => totalOf(rows ?? [])),
  ).toEqual([30, 1, 2, 2])
  // One claim on 30 t: 33.33 on 1,000 t.
  expect(report && qualityReportPage(report, 'en')).toContain('33.33')
  expect(await readQualityReport(world.engine.db, lead, { ...asked, year: 2025 })).toMatchObject({
    shipments: [],
    survey: [],
  })
})

it('is for leads and management, and there is none of an unknown region', async () => {
  const asked = { code: 'eastAsia', year: 2026, language: 'en' }
  expect(await readQualityReport(world.engine.db, engineer, asked)).toBeNull()
  expect(await readQualityReport(world.engine.db, lead, { ...asked, code: 'nowhere' })).toBeNull()
})
