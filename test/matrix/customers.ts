// A customer of the permission matrix with contacts, an order, a delivery, a heat with a certificate and three coils.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { givenAccount, givenCoils } from '../given.ts'
import { givenDevelopment } from './developments.ts'
import { added } from './works.ts'

export interface Customer {
  id: string
  name: string
  /** The contact with the link, and the one who called. */
  contactId: string
  callerId: string
  heatId: string
  coils: string[]
  rows: Record<string, string>
}

export async function givenCustomer(
  db: Kysely<Database>,
  given: { name: string; regionId: string; managerId: string; importedBy: string },
): Promise<Customer> {
  const { name, regionId, managerId, importedBy } = given
  const { id, contactId } = await givenAccount(db, {
    name,
    regionId,
    key: true,
    managerId,
    replacementDays: 30,
    silenceAccepts: true,
  })
  await db
    .updateTable('account')
    .set({ currency: 'USD', special_policy: `Policy of ${name}`, contract_number: `K-${name}` })
    .where('id', '=', id)
    .execute()
  await db
    .updateTable('contact')
    .set({
      job_title: 'Buyer',
      email: `buyer@${name.toLowerCase()}.test`,
      phone: `+49 555 ${name}`,
      preferred_channel: 'phone',
    })
    .where('id', '=', contactId)
    .execute()
  const callerId = await added(db, 'contact', {
    account_id: id,
    name: `Caller of ${name}`,
    job_title: 'Inspector',
    email: `caller@${name.toLowerCase()}.test`,
    phone: '+49 555 7',
    language: 'en',
  })
  const product = await db
    .insertInto('product')
    .values({ code: 'HDG', name: 'Galvanized coil', grade: 'DX51D', norm: 'EN 10346' })
    .onConflict((conflict) => conflict.column('code').doUpdateSet({ grade: 'DX51D' }))
    .returning('id')
    .executeTakeFirstOrThrow()
  const cost = { product_id: product.id, cost_index: '103', target: '100', set_at: new Date('2026-10-01') }
  await db.insertInto('product_cost').values(cost).execute()
  const heat = `H-${name}`
  const { heatId, coils } = await givenCoils(db, id, heat, [`${name}-1`, `${name}-2`, `${name}-3`])
  await db.updateTable('heat').set({ cast_on: '2026-08-01' }).where('id', '=', heatId).execute()
  const order = await db
    .updateTable('customer_order')
    .set({
      product_id: product.id,
      ordered_mass: '30.000',
      placed_on: '2026-07-01',
      application_due_on: '2026-07-05',
      applied_on: '2026-07-08',
    })
    .where('account_id', '=', id)
    .returning('id')
    .executeTakeFirstOrThrow()
  const shipmentId = await added(db, 'shipment', {
    number: `S-${name}`,
    account_id: id,
    order_id: order.id,
    transport: 'Wagon 7',
    promised_on: '2026-09-01',
    dispatched_on: '2026-08-20',
    arrived_on: '2026-08-30',
  })
  await db
    .updateTable('piece')
    .set({ shipment_id: shipmentId, product_id: product.id })
    .where('account_id', '=', id)
    .execute()
  const before = { number: `S0-${name}`, account_id: id, dispatched_on: '2025-08-20' }
  const earlier = await added(db, 'shipment', before)
  const delivered = {
    number: `${name}-0`,
    kind: 'coil',
    heat_id: heatId,
    account_id: id,
    shipment_id: earlier,
    mass: '10.000',
  }
  await added(db, 'piece', delivered)
  const certificateId = await givenCertificate(db, { accountId: id, orderId: order.id, heatId, heat, importedBy })
  const rows = {
    Account: id,
    Contact: contactId,
    Heat: heatId,
    Piece: coils[0] ?? '',
    CustomerOrder: order.id,
    Shipment: shipmentId,
    Certificate: certificateId,
    ...(await givenDevelopment(db, { accountId: id, contactId, personId: importedBy })),
  }
  return { id, name, contactId, callerId, heatId, coils, rows }
}

async function givenCertificate(
  db: Kysely<Database>,
  given: { accountId: string; orderId: string; heatId: string; heat: string; importedBy: string },
): Promise<string> {
  const certificateId = await added(db, 'certificate', {
    number: `Z-${given.heat}`,
    account_id: given.accountId,
    order_id: given.orderId,
    document_type: '3.1',
    en10204: '3.1',
    schema_version: '0.0.1',
    issuer: 'The works',
    purchaser_order: 'PO-1',
    works_order: 'WO-1',
    product_name: 'Galvanized coil',
    piece_count: 3,
    theoretical_mass: '30.000',
    actual_mass: '30.000',
    issued_on: '2026-08-20',
    sha256: given.heat
      .padEnd(64, '0')
      .toLowerCase()
      .replace(/[^0-9a-f]/g, '0'),
    raw: Buffer.from('{}'),
    imported_by: given.importedBy,
  })
  await db.insertInto('certificate_heat').values({ certificate_id: certificateId, heat_id: given.heatId }).execute()
  await added(db, 'certificate_value', {
    certificate_id: certificateId,
    position: 1,
    value_group: 'tensile',
    code: 'C12',
    name: 'Tensile strength',
    heat: given.heat,
    piece: '1',
    raw_text: '350',
    number: '350',
    unit: 'MPa',
    min_value: '300',
    max_value: '400',
  })
  return certificateId
}
