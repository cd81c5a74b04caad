// Reads of inspection certificates and their values.
import type { GraphQLResolveInfo } from 'graphql'
import { type Expression, type SqlBool, sql } from 'kysely'
import { accountShape, visibleAccounts } from '../accounts/queries.ts'
import { materialScope } from '../core/permissions.ts'
import { type RowOf, readOne } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import { connection, hang, list, one, type Shape, shape } from '../core/selection-shape.ts'
import type { Viewer } from '../core/viewer.ts'
import { personShape } from '../organization/queries.ts'
import { byNumber, heatShape, orderScope, orderShape, pieceShape } from './queries.ts'

const newest = { columns: ['imported_at', 'id'], direction: 'desc' } as const

export const certificateShape: Shape<'certificate'> = shape('Certificate', 'certificate', {
  always: ['account_id'],
  fields: {
    number: 'number',
    account: one(() => accountShape, 'account_id', visibleAccounts),
    order: one(() => orderShape, 'order_id', orderScope),
    documentType: 'document_type',
    en10204: 'en10204',
    schemaVersion: 'schema_version',
    issuer: 'issuer',
    purchaserOrder: 'purchaser_order',
    worksOrder: 'works_order',
    productName: 'product_name',
    pieceCount: 'piece_count',
    theoreticalMass: 'theoretical_mass',
    actualMass: 'actual_mass',
    issuedOn: 'issued_on',
    sha256: 'sha256',
    importedBy: one(() => personShape, 'imported_by'),
    importedAt: 'imported_at',
    heats: list(() => heatShape, heatOfCertificate, { order: byNumber, limit: 1_000 }),
    pieces: connection(() => pieceShape, pieceOfCertificate, { order: byNumber }),
    values: list(() => certificateValueShape, 'certificate_id', {
      order: { columns: ['position'], direction: 'asc' },
      limit: 5_000,
    }),
  },
})

export const certificateValueShape: Shape<'certificate_value'> = shape('CertificateValue', 'certificate_value', {
  fields: {
    group: 'value_group',
    code: 'code',
    name: 'name',
    heat: 'heat',
    piece: 'piece',
    rawText: 'raw_text',
    number: 'number',
    unit: 'unit',
    minimum: 'min_value',
    maximum: 'max_value',
  },
})

hang(
  accountShape,
  'certificates',
  connection(() => certificateShape, 'account_id', {
    order: newest,
    scope: certificateScope,
  }),
)

heatShape.fields.set(
  'certificates',
  list(() => certificateShape, certificateOfHeat, { order: newest, scope: certificateScope, limit: 50 }),
)

export function certificateScope(viewer: Viewer): Expression<SqlBool> {
  return materialScope('certificate.account_id', viewer)
}

export function readCertificateRow(
  reader: Reader,
  info: GraphQLResolveInfo,
  id: string,
): Promise<RowOf<'certificate'> | null> {
  const where = sql<SqlBool>`certificate.id = ${id} and ${certificateScope(reader.viewer)}`
  return readOne(reader, info, certificateShape, where)
}

function certificateOfHeat(certificate: string, heat: string) {
  return sql`${sql.ref(`${certificate}.id`)} in (select certificate_id from certificate_heat where heat_id = ${sql.ref(`${heat}.id`)})`
}

function heatOfCertificate(heat: string, certificate: string) {
  return sql`${sql.ref(`${heat}.id`)} in (select heat_id from certificate_heat where certificate_id = ${sql.ref(`${certificate}.id`)})`
}

/** The pieces of its heats that its account has. */
function pieceOfCertificate(piece: string, certificate: string) {
  return sql`${sql.ref(`${piece}.account_id`)} = ${sql.ref(`${certificate}.account_id`)}
    and ${sql.ref(`${piece}.heat_id`)} in (select heat_id from certificate_heat where certificate_id = ${sql.ref(`${certificate}.id`)})`
}
