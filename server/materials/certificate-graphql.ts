// Inspection certificates in the graph.
import { Account } from '../accounts/graphql.ts'
import { accountShape } from '../accounts/queries.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedList, relatedOne, relatedOneOrNull, relatedPage } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { Person } from '../organization/graphql.ts'
import { certificateScope, certificateShape } from './certificate-queries.ts'
import { CustomerOrder, Heat, PieceConnection } from './graphql.ts'
import { heatShape } from './queries.ts'

const valueGroups = {
  chemistry: { value: 'chemistry', description: 'Share of an element.' },
  tensile: { value: 'tensile', description: 'Tensile test.' },
  impact: { value: 'impact', description: 'Notched-bar impact test.' },
  hardness: { value: 'hardness', description: 'Hardness test.' },
  otherMechanical: { value: 'otherMechanical', description: 'Another mechanical test.' },
  other: { value: 'other', description: 'Another test or condition.' },
} as const
const CertificateValueGroup = builder.enumType('CertificateValueGroup', {
  description: 'What kind of test a value comes from.',
  values: valueGroups,
})

const CertificateValue = builder.objectRef<RowOf<'certificate_value'>>('CertificateValue').implement({
  description: 'A tested value as the certificate states it.',
  policy: 'open',
  fields: (t) => ({
    group: t.expose('value_group', { type: CertificateValueGroup, description: 'Kind of test.' }),
    code: t.exposeString('code', { description: 'Field of EN 10168: C71, C11 …' }),
    name: t.exposeString('name', { nullable: true, description: 'Element, property or key.' }),
    heat: t.exposeString('heat', {
      nullable: true,
      description: 'Heat it belongs to; null where the certificate does not say.',
    }),
    piece: t.exposeString('piece', { nullable: true, description: 'Sample or piece that was tested.' }),
    rawText: t.exposeString('raw_text', { description: 'The value as written.' }),
    number: t.expose('number', {
      type: 'Decimal',
      nullable: true,
      description: 'The same as a number, where it is one.',
    }),
    unit: t.exposeString('unit', { nullable: true, description: 'Unit.' }),
    minimum: t.expose('min_value', { type: 'Decimal', nullable: true, description: 'Lower limit it is held against.' }),
    maximum: t.expose('max_value', { type: 'Decimal', nullable: true, description: 'Upper limit it is held against.' }),
  }),
})

export const Certificate = builder.objectRef<RowOf<'certificate'>>('Certificate').implement({
  description: 'An inspection certificate as it was imported for a customer.',
  policy: 'open',
  interfaces: [Node],
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Number of the certificate (A03).' }),
    account: t.field({
      type: Account,
      nullable: true,
      description: 'The customer; null where the viewer may not see it.',
      resolve: relatedOneOrNull<'account'>(certificateShape, 'account'),
    }),
    order: t.field({
      type: CustomerOrder,
      nullable: true,
      description: 'The order it belongs to.',
      resolve: relatedOneOrNull<'customer_order', { region_id: string }>(certificateShape, 'order'),
    }),
    documentType: t.exposeString('document_type', { description: 'Type of document in the words of the works (A02).' }),
    en10204: t.exposeString('en10204', { nullable: true, description: 'Type after EN 10204 that these words name.' }),
    schemaVersion: t.exposeString('schema_version', { description: 'Version of the EN 10168 schema of the file.' }),
    issuer: t.exposeString('issuer', { description: 'Works that issued it (A01).' }),
    purchaserOrder: t.exposeString('purchaser_order', {
      nullable: true,
      description: "The purchaser's order number (A07).",
    }),
    worksOrder: t.exposeString('works_order', { nullable: true, description: "The works' order number (A08)." }),
    productName: t.exposeString('product_name', { description: 'Product (B01).' }),
    pieceCount: t.exposeInt('piece_count', { nullable: true, description: 'Number of pieces (B08).' }),
    theoreticalMass: t.expose('theoretical_mass', {
      type: 'Decimal',
      nullable: true,
      description: 'Theoretical mass in tonnes (B12).',
    }),
    actualMass: t.expose('actual_mass', {
      type: 'Decimal',
      nullable: true,
      description: 'Actual mass in tonnes (B13).',
    }),
    issuedOn: t.expose('issued_on', { type: 'Date', nullable: true, description: 'Day of validation (Z02).' }),
    sha256: t.exposeString('sha256', { description: 'Fingerprint of the file that is kept.' }),
    importedBy: t.field({
      type: Person,
      description: 'Who imported it.',
      resolve: relatedOne<'person'>(certificateShape, 'importedBy'),
    }),
    importedAt: t.expose('imported_at', { type: 'DateTime', description: 'When it was imported.' }),
    heats: t.field({
      type: [Heat],
      description: 'Heats it names (B07).',
      resolve: relatedList<'heat'>(certificateShape, 'heats'),
    }),
    pieces: t.field({
      type: PieceConnection,
      description: 'Pieces of these heats that the customer has.',
      args: pageArgs(),
      resolve: relatedPage<'piece'>(certificateShape, 'pieces'),
    }),
    values: t.field({
      type: [CertificateValue],
      description: 'Tested values, in the order of the file.',
      resolve: relatedList<'certificate_value'>(certificateShape, 'values'),
    }),
  }),
})
answerNode(certificateShape, 'open', certificateScope)

builder.objectField(Heat, 'certificates', (t) =>
  t.field({
    type: [Certificate],
    description: 'Certificates that name it, the newest first.',
    resolve: relatedList<'certificate'>(heatShape, 'certificates'),
  }),
)

builder.objectField(Account, 'certificates', (t) =>
  t.field({
    type: connectionOf(Certificate),
    description: 'Certificates imported for it, the newest first.',
    args: pageArgs(),
    resolve: relatedPage<'certificate'>(accountShape, 'certificates'),
  }),
)
