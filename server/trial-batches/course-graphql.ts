// What became of a trial batch on its way, in the graph: inspection, concession, processing, verdict.
import type { IndicatorGroup as Group } from '../../schema/trial-vocabulary.ts'
import { relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { IndicatorGroup } from '../graphql/words.ts'
import { Certificate } from '../materials/certificate-graphql.ts'
import { CustomerOrder } from '../materials/graphql.ts'
import { TrialBatch } from './graphql.ts'
import { trialShape } from './queries.ts'

builder.objectFields(TrialBatch, (t) => ({
  certificate: t.field({
    type: Certificate,
    nullable: true,
    policy: 'internal',
    description: 'The inspection certificate of the last inspection.',
    resolve: relatedOneOrNull<'certificate', { region_id: string }>(trialShape, 'certificate'),
  }),
  concessionGroups: t.field({
    type: [IndicatorGroup],
    nullable: true,
    policy: 'internal',
    description: 'Groups that the customer takes although they do not conform.',
    resolve: ({ concession_groups }) => concession_groups as Group[],
  }),
  concessionSignedBy: t.exposeString('concession_signed_by', {
    nullable: true,
    policy: 'internal',
    description: 'Who signed the concession for the customer.',
  }),
  concessionSignedOn: t.expose('concession_signed_on', {
    type: 'Date',
    nullable: true,
    policy: 'internal',
    description: 'When it was signed.',
  }),
  concessionDocument: t.exposeString('concession_document', {
    nullable: true,
    policy: 'internal',
    description: 'Document of the concession.',
  }),
  receivedAt: t.expose('received_at', {
    type: 'DateTime',
    nullable: true,
    policy: 'internal',
    description: 'When the customer received it.',
  }),
  processingStartedAt: t.expose('processing_started_at', {
    type: 'DateTime',
    nullable: true,
    policy: 'internal',
    description: 'When processing began.',
  }),
  processingPlace: t.exposeString('processing_place', {
    nullable: true,
    policy: 'internal',
    description: 'Where it is processed.',
  }),
  attended: t.exposeBoolean('attended', {
    nullable: true,
    policy: 'internal',
    description: 'Whether our engineer attended.',
  }),
  notAttendedReason: t.exposeString('not_attended_reason', {
    nullable: true,
    policy: 'internal',
    description: 'Why not.',
  }),
  notProcessedReason: t.exposeString('not_processed_reason', {
    nullable: true,
    policy: 'internal',
    description: 'Why it was not processed.',
  }),
  verdict: t.exposeString('verdict', { nullable: true, policy: 'internal', description: "The customer's verdict." }),
  verdictSignatory: t.exposeString('verdict_signatory', {
    nullable: true,
    policy: 'internal',
    description: 'Who signed it.',
  }),
  verdictSignedOn: t.expose('verdict_signed_on', {
    type: 'Date',
    nullable: true,
    policy: 'internal',
    description: 'When it was signed.',
  }),
  shippedMaterial: t.exposeString('shipped_material', {
    nullable: true,
    policy: 'internal',
    description: 'What becomes of material that was shipped when the trial was called off.',
  }),
  followUpOrder: t.field({
    type: CustomerOrder,
    nullable: true,
    policy: 'internal',
    description: 'The order that followed.',
    resolve: relatedOneOrNull<'customer_order', { region_id: string }>(trialShape, 'followUpOrder'),
  }),
}))
