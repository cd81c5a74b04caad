// The rows that keep a certificate: its head with the raw file, and one per tested value.
import type { Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { Refused } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { ReadCertificate } from './certificate.ts'

export async function insertCertificate(
  trx: Transaction<Database>,
  accountId: string,
  orderId: string,
  viewer: Viewer,
  certificate: ReadCertificate,
  bytes: Uint8Array,
): Promise<string> {
  if (viewer.kind !== 'person') throw new Refused({ kind: 'notAllowed' })
  const { id } = await trx
    .insertInto('certificate')
    .values({
      number: certificate.number,
      account_id: accountId,
      order_id: orderId,
      document_type: certificate.documentType,
      en10204: certificate.en10204,
      schema_version: certificate.schemaVersion,
      issuer: certificate.issuer,
      purchaser_order: certificate.purchaserOrder,
      works_order: certificate.worksOrder,
      product_name: certificate.product.name,
      piece_count: certificate.pieceCount,
      theoretical_mass: certificate.theoreticalMass,
      actual_mass: certificate.actualMass,
      issued_on: certificate.issuedOn,
      sha256: certificate.sha256,
      raw: Buffer.from(bytes),
      imported_by: viewer.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function insertValues(
  trx: Transaction<Database>,
  certificateId: string,
  { values }: ReadCertificate,
): Promise<void> {
  const rows = values.map(({ group, code, name, heat, piece, rawText, number, unit, min, max }, position) => ({
    certificate_id: certificateId,
    position,
    value_group: group,
    code,
    name,
    heat,
    piece,
    raw_text: rawText,
    number,
    unit,
    min_value: min ?? null,
    max_value: max ?? null,
  }))
  for (let from = 0; from < rows.length; from += 1_000) {
    await trx
      .insertInto('certificate_value')
      .values(rows.slice(from, from + 1_000))
      .execute()
  }
}
