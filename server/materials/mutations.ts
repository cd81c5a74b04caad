// What is done with material: the import of a certificate, and when a customer applied for an order.
import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import type { WithRegion } from '../accounts/queries.ts'
import { day } from '../core/input.ts'
import { faultText } from '../core/labels/fault-text.ts'
import type { FieldFault } from '../core/refusal.ts'
import { refuseField } from '../core/refusal.ts'
import { type RowOf, readOne } from '../core/selection.ts'
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'
import { nodeId } from '../graphql/input-of.ts'
import { recordApplication } from './application-commands.ts'
import { Certificate } from './certificate-graphql.ts'
import { readCertificateRow } from './certificate-queries.ts'
import { type Imported, importCertificate } from './commands.ts'
import { CustomerOrder } from './graphql.ts'
import { orderShape } from './queries.ts'

const CertificateImport = builder.objectRef<Imported>('CertificateImport').implement({
  description: 'What came of the import of a certificate.',
  policy: 'open',
  fields: (t) => ({
    certificate: t.field({
      type: Certificate,
      nullable: true,
      description: 'The certificate.',
      resolve: ({ certificateId }, _args, context, info) => readCertificateRow(context, info, certificateId),
    }),
    known: t.exposeBoolean('known', {
      description: 'The same file had been imported for this customer before; nothing changed.',
    }),
    piecesMade: t.exposeInt('piecesMade', { description: 'Pieces made, for heats of which the customer had none.' }),
    withoutPieces: t.string({
      nullable: true,
      description: "Why no pieces could be made from it, in the request's language.",
      resolve: ({ fault }, _args, { language }) => fault && faultText(language, fault.code, paramsOf(fault)),
    }),
  }),
})

const importCertificateInput = z.object({
  accountId: nodeId('Account').describe('The customer it is for.'),
  text: z.string().nullish().describe('The JSON file as text.'),
  base64: z.string().nullish().describe('The file byte by byte in base64, instead of the text.'),
})

command({
  name: 'importCertificate',
  description:
    'Imports an EN 10168 certificate (JSON, versions 0.4 and 0.5). Heats, order and pieces that are not known are made from it; every fault is listed with its path.',
  action: 'material.import',
  input: importCertificateInput,
  success: CertificateImport,
  run: (work, { accountId, text, base64 }, { viewer }) =>
    importCertificate(work, viewer, accountId, bytesOf(text ?? null, base64 ?? null)),
  read: (_context, _info, imported) => imported,
})

command({
  name: 'recordOrderApplication',
  description: 'Records by when a customer was to apply for the delivery of an order, and when it did.',
  action: 'account.talk',
  input: z.object({
    orderId: nodeId('CustomerOrder').describe('The order.'),
    dueOn: day().nullish().describe('By when it was to apply.'),
    appliedOn: day().nullish().describe('When it did.'),
  }),
  success: CustomerOrder,
  run: async (work, { orderId, dueOn, appliedOn }, { viewer }) => ({
    id: await recordApplication(work, viewer, { orderId, dueOn: dueOn ?? null, appliedOn: appliedOn ?? null }),
  }),
  read: async (context, info, { id }) =>
    (await readOne(context, info, orderShape, sql<SqlBool>`customer_order.id = ${id}`)) as WithRegion<
      RowOf<'customer_order'>
    > | null,
})

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

function bytesOf(text: string | null, base64: string | null): Uint8Array {
  if (text !== null && base64 !== null) throw refuseField('base64', 'notAllowedHere')
  if (text !== null) return Buffer.from(text, 'utf8')
  if (base64 === null) throw refuseField('text', 'required')
  if (!BASE64.test(base64)) throw refuseField('base64', 'badBase64')
  return Buffer.from(base64, 'base64')
}

function paramsOf({ code, ...params }: NonNullable<Imported['fault']>): FieldFault['params'] {
  return params
}
