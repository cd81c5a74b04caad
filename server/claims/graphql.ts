// Claims in the graph.
import { sql } from 'kysely'
import { Contact } from '../accounts/graphql.ts'
import { Case } from '../cases/graph-refs.ts'
import { casesSeen } from '../cases/queries.ts'
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedList, relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { answerNode, Node } from '../graphql/node.ts'
import {
  ChainStage,
  Channel,
  ClaimImprovementState,
  ClaimState,
  ClaimWaitingState,
  QualityLayer,
  Remedy,
  Stage,
} from '../graphql/words.ts'
import { Person } from '../organization/graphql.ts'
import { ClaimItem, Containment, Improvement, ResponsibleShare } from './parts-graphql.ts'
import { claimShape } from './queries.ts'
import { Proposal, SettlementLine } from './settlement-graphql.ts'

/** A claim lies on two tables; which of its columns are loaded, the selection says. */
export type ClaimRow = RowOf<'service_case'> & Omit<RowOf<'claim'>, 'case_id'>

export const Claim = builder.objectRef<ClaimRow>('Claim').implement({
  description: 'A quality claim of a customer.',
  policy: 'open',
  interfaces: [Node, Case],
  facts: ({ id, account_id, region_id }) => ({ caseId: id, accountId: account_id, regionId: region_id }),
  isTypeOf: (row) => (row as ClaimRow).kind === 'claim',
  fields: (t) => ({
    state: t.expose('state' as never, {
      type: ClaimState,
      description: 'Where its handling stands.',
    }),
    waiting: t.expose('waiting' as never, {
      type: ClaimWaitingState,
      description: 'What it waits for.',
    }),
    waitingLabel: t.string({
      description: "What it waits for, in the request's language.",
      resolve: ({ waiting }, _args, { language }) => label(language, 'claimWaitingState', waiting as never),
    }),
    improvementState: t.field({
      type: ClaimImprovementState,
      nullable: true,
      policy: 'internal',
      description: 'Where its 8D stands.',
      resolve: ({ improvement }) => improvement as never,
    }),
    receivedAt: t.expose('received_at', { type: 'DateTime', description: 'When the customer told it.' }),
    channel: t.expose('channel', { type: Channel, nullable: true, description: 'How the customer told it.' }),
    whatHappened: t.exposeString('what_happened', { description: 'What happened, in the words heard.' }),
    stage: t.expose('stage', { type: Stage, nullable: true, description: 'Stage in which the matter arose.' }),
    remedySought: t.expose('remedy_sought', {
      type: Remedy,
      nullable: true,
      description: 'What the customer asks for.',
    }),
    contact: t.field({
      type: Contact,
      nullable: true,
      description: 'Who told it.',
      resolve: relatedOneOrNull<'contact', { region_id: string }>(claimShape, 'contact'),
    }),
    analyst: t.field({
      type: Person,
      nullable: true,
      policy: 'internal',
      description: 'Who investigates it.',
      resolve: relatedOneOrNull<'person'>(claimShape, 'analyst'),
    }),
    promisedAnswerAt: t.expose('promised_answer_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When the answer is promised.',
    }),
    repeat: t.exposeBoolean('repeat', {
      nullable: true,
      policy: 'internal',
      description: 'Whether the defect was claimed before within 12 months.',
    }),
    occurrenceCause: t.exposeString('occurrence_cause', {
      nullable: true,
      policy: 'internal',
      description: 'Code of why it happened.',
    }),
    escapeCause: t.exposeString('escape_cause', {
      nullable: true,
      policy: 'internal',
      description: 'Code of why it was not found.',
    }),
    systemCause: t.exposeString('system_cause', {
      nullable: true,
      policy: 'internal',
      description: 'Code of what in the system let it happen.',
    }),
    qualityLayer: t.expose('quality_layer', {
      type: QualityLayer,
      nullable: true,
      policy: 'internal',
      description: 'Layer of quality that failed.',
    }),
    chainStage: t.expose('chain_stage', {
      type: ChainStage,
      nullable: true,
      policy: 'internal',
      description: 'Stage of the quality chain.',
    }),
    ourFault: t.exposeBoolean('our_fault', {
      nullable: true,
      policy: 'internal',
      description: 'Whether the fault is ours; null until it is concluded.',
    }),
    apologySent: t.exposeBoolean('apology_sent', {
      nullable: true,
      policy: 'internal',
      description: 'Whether the customer has our apology.',
    }),
    mergedInto: t.field({
      type: Case,
      nullable: true,
      policy: 'internal',
      description: 'The claim it goes on in.',
      resolve: relatedOneOrNull<'service_case'>(claimShape, 'mergedInto'),
    }),
    items: t.field({
      type: [ClaimItem],
      description: 'What is claimed.',
      resolve: relatedList<'claim_item'>(claimShape, 'items'),
    }),
    containment: t.field({
      type: [Containment],
      description: 'What happened to sister pieces.',
      resolve: relatedList<'containment'>(claimShape, 'containment'),
    }),
    shares: t.field({
      type: [ResponsibleShare],
      description: 'Responsible departments.',
      resolve: relatedList<'responsible_share'>(claimShape, 'shares'),
    }),
    proposals: t.field({
      type: [Proposal],
      policy: 'money',
      description: 'Proposals, the newest first.',
      resolve: relatedList<'proposal'>(claimShape, 'proposals'),
    }),
    settlementLines: t.field({
      type: [SettlementLine],
      description: 'Settlement lines that the viewer may read.',
      resolve: relatedList<'settlement_line'>(claimShape, 'settlementLines'),
    }),
    improvement: t.field({
      type: Improvement,
      nullable: true,
      description: 'Its 8D, once it is begun.',
      resolve: relatedOneOrNull<'improvement'>(claimShape, 'improvement'),
    }),
  }),
})
answerNode(claimShape, 'open', (viewer) => sql<boolean>`service_case.kind = 'claim' and ${casesSeen(viewer)}`)
