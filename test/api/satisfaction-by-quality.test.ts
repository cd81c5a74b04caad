// Satisfaction as a function of quality (SAT-13): five products with rising conformity and rising satisfaction.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenAccount, givenCoils, givenPerson, givenReference } from '../given.ts'
import { ask, globalId } from '../graph.ts'
import { givenQuestionnaire, givenResponse, givenWave } from '../survey.ts'

let world: TestEngine
let lead: PersonViewer
let engineer: PersonViewer
let regionId: string
const productIds: string[] = []

/** Ten lots of 10 t each; on `faulty` of them a claim that was ours because a standard was not kept. */
const products = [
  { name: 'Plate', faulty: 4, mark: '2' },
  { name: 'Sheet', faulty: 3, mark: '3' },
  { name: 'Tinplate', faulty: 2, mark: '3' },
  { name: 'Galvanized', faulty: 0, outside: true, mark: '4' },
  { name: 'Painted', faulty: 0, mark: '5' },
]

beforeAll(async () => {
  world = await testEngine(new Date('2026-11-02T05:00:00Z'))
  const db = world.database.owner
  regionId = (await givenReference(db)).regions.eastAsia ?? ''
  lead = await givenPerson(db, { name: 'Lena Lead', role: 'csLead' })
  engineer = await givenPerson(db, { name: 'Eric Engineer', role: 'csEngineer' })
  const version = await givenQuestionnaire(db, 'works', 'steelWorks', [{ code: 'quality' }])
  const waveId = await givenWave(db, version)
  for (const [index, product] of products.entries()) {
    const accountId = await givenDeliveries(product.name, index)
    const answers = [{ item: 'quality', number: product.mark }]
    await givenResponse(db, { waveId, versionId: version, accountId, regionId, consumerType: 'endUser', answers })
  }
})
afterAll(() => world?.close())

async function givenDeliveries(name: string, index: number): Promise<string> {
  const db = world.database.owner
  const { faulty = 0, outside } = products[index] ?? {}
  const account = await givenAccount(db, { name, regionId })
  const lots = []
  for (let lot = 0; lot < 10; lot++) lots.push(await givenCoils(db, account.id, `H-${name}-${lot}`, ['1']))
  const product = await db.insertInto('product').values({ code: name, name }).returning('id').executeTakeFirstOrThrow()
  productIds.push(product.id)
  const shipment = await db
    .insertInto('shipment')
    .values({ number: `S-${name}`, account_id: account.id, dispatched_on: '2026-03-01' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const places = { shipment_id: shipment.id, product_id: product.id }
  await db.updateTable('piece').set(places).where('account_id', '=', account.id).execute()
  for (const [at, { coils }] of lots.slice(0, faulty).entries())
    await givenOwnFault(account.id, coils[0] ?? '', index * 10 + at)
  if (outside) await givenCertificate(account.id, lots[0]?.heatId ?? '')
  return account.id
}

async function givenOwnFault(accountId: string, pieceId: string, n: number): Promise<void> {
  const opened = new Date('2026-05-01T00:00:00Z')
  const { id } = await world.database.owner
    .insertInto('service_case')
    .values({
      number: `C-2026-${String(n + 1).padStart(6, '0')}`,
      kind: 'claim',
      account_id: accountId,
      title: 'Rust',
      severity: 'minor',
      state: 'screening',
      waiting: 'nothing',
      improvement: 'notRequired',
      chart_version: 1,
      snapshot: JSON.stringify({ value: {}, context: {} }),
      due_at: null,
      opened_at: opened,
      changed_at: opened,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const found = { our_fault: true, quality_layer: 'standard' as const }
  await world.database.owner
    .insertInto('claim')
    .values({ case_id: id, received_at: opened, what_happened: 'Rust', ...found })
    .execute()
  await world.database.owner
    .insertInto('claim_item')
    .values({ case_id: id, origin_case_id: id, position: 1, piece_id: pieceId })
    .execute()
}

/** A certificate of the heat whose first piece is too soft: 240 MPa where 250 are asked for. */
async function givenCertificate(accountId: string, heatId: string): Promise<void> {
  const { id } = await world.database.owner
    .insertInto('certificate')
    .values({
      number: 'Z-1',
      account_id: accountId,
      document_type: '3.1',
      schema_version: '0.4',
      issuer: 'Works',
      product_name: 'Galvanized',
      sha256: '0'.repeat(64),
      raw: Buffer.from('{}'),
      imported_by: lead.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.database.owner.insertInto('certificate_heat').values({ certificate_id: id, heat_id: heatId }).execute()
  const strength = { value_group: 'tensile' as const, code: 'C11', unit: 'MPa', min_value: '250', max_value: null }
  await world.database.owner
    .insertInto('certificate_value')
    .values([
      { certificate_id: id, position: 1, piece: '1', raw_text: '240', number: '240', ...strength },
      { certificate_id: id, position: 2, piece: '2', raw_text: '260', number: '260', ...strength },
    ])
    .execute()
}

interface ByQuality {
  points: { name: string; n: number; satisfaction: number; conformity: number; claimsPer1000: number }[]
  conformity: { n: number; r: number; interval: { low: number; high: number } } | null
  claims: { n: number; r: number } | null
}
const read = async (by: string, viewer = lead) => {
  const source = `query($by: QualityGrouping!) { satisfactionByQuality(by: $by) {
    points { name n satisfaction conformity claimsPer1000 } conformity { n r interval { low high } } claims { n r } } }`
  return (await ask<{ satisfactionByQuality: ByQuality | null }>(world.engine, viewer, source, { by }))
    .satisfactionByQuality
}

it('rises with conformity and falls with claims per 1,000 t', async () => {
  const found = await read('product')
  const byName = new Map(found?.points.map(({ name, ...point }) => [name, point]))
  expect(byName).toEqual(
    new Map([
      ['Plate', { n: 1, satisfaction: 2, conformity: 0.6, claimsPer1000: 40 }],
      ['Sheet', { n: 1, satisfaction: 3, conformity: 0.7, claimsPer1000: 30 }],
      ['Tinplate', { n: 1, satisfaction: 3, conformity: 0.8, claimsPer1000: 20 }],
      ['Galvanized', { n: 1, satisfaction: 4, conformity: 0.9, claimsPer1000: 0 }],
      ['Painted', { n: 1, satisfaction: 5, conformity: 1, claimsPer1000: 0 }],
    ]),
  )
  // Σxy 0.7, Σxx 0.1, Σyy 5.2; with claims Σxy −76, Σxx 1,280.
  expect(found?.conformity).toMatchObject({ n: 5, r: expect.closeTo(0.7 / Math.sqrt(0.52), 6) })
  expect(found?.conformity?.interval.low).toBeGreaterThan(0)
  expect(found?.claims).toEqual({ n: 5, r: expect.closeTo(-76 / Math.sqrt(6656), 6) })
})

it('says nothing of one region, and leads from a product to the answers of those who got it', async () => {
  expect(await read('region')).toEqual({
    points: [{ name: 'East Asia', n: 5, satisfaction: 3.4, conformity: 0.8, claimsPer1000: 18 }],
    conformity: null,
    claims: null,
  })
  const source = `query($productId: ID) { surveyResponses(first: 10, productId: $productId) { nodes { account { name } } } }`
  const { surveyResponses } = await ask<{ surveyResponses: { nodes: unknown[] } }>(world.engine, lead, source, {
    productId: globalId('Product', productIds[1] ?? ''),
  })
  expect(surveyResponses.nodes).toEqual([{ account: { name: 'Sheet' } }])
})

it('is for those who read figures', async () => {
  expect(await read('product', engineer)).toBeNull()
})
