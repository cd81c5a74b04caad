// Trial batches in the graph.
import { sql } from 'kysely'
import { Case } from '../cases/graph-refs.ts'
import { casesSeen } from '../cases/queries.ts'
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { TrialPace, TrialReason, TrialState } from '../graphql/words.ts'
import { Product } from '../materials/graphql.ts'
import type { RequirementFact } from '../workflows/trial-facts.ts'
import { trialShape } from './queries.ts'
import { CompetitorProduct } from './recommendation-graphql.ts'
import type { ProcessedLine } from './results.ts'

/** A trial batch lies on two tables; which of its columns are loaded, the selection says. */
export type TrialRow = RowOf<'service_case'> &
  Omit<RowOf<'trial_batch'>, 'case_id'> & {
    processed: ProcessedLine[]
    inspected: (RequirementFact & { values: string[] })[]
  }

export const TrialBatch = builder.objectRef<TrialRow>('TrialBatch').implement({
  description: 'A trial batch for a customer.',
  policy: 'open',
  interfaces: [Node, Case],
  facts: ({ id, account_id, region_id }) => ({ caseId: id, accountId: account_id, regionId: region_id }),
  isTypeOf: (row) => (row as TrialRow).kind === 'trialBatch',
  fields: (t) => ({
    state: t.expose('state' as never, {
      type: TrialState,
      description: 'Where it stands.',
    }),
    pace: t.field({
      type: TrialPace,
      description: 'Whether it goes on or is on hold.',
      resolve: ({ waiting }) => waiting as never,
    }),
    aim: t.exposeString('aim', { policy: 'internal', nullable: true, description: 'What is to be reached.' }),
    product: t.field({
      type: Product,
      nullable: true,
      policy: 'internal',
      description: 'The product that is tried.',
      resolve: relatedOneOrNull<'product'>(trialShape, 'product'),
    }),
    reason: t.expose('reason', {
      type: TrialReason,
      nullable: true,
      policy: 'internal',
      description: 'Why it is made.',
    }),
    reasonLabel: t.string({
      nullable: true,
      policy: 'internal',
      description: "The reason in the request's language.",
      resolve: ({ reason }, _args, { language }) => label(language, 'trialReason', reason),
    }),
    reasonText: t.exposeString('reason_text', {
      nullable: true,
      policy: 'internal',
      description: 'The need, the gap or the idea.',
    }),
    competitorProduct: t.field({
      type: CompetitorProduct,
      nullable: true,
      policy: 'internal',
      description: "The competitor's product that does better.",
      resolve: relatedOneOrNull<'competitor_product'>(trialShape, 'competitorProduct'),
    }),
    iteration: t.exposeInt('iteration', { description: 'Counts from 1.' }),
    cost: t.expose('cost', { type: 'Decimal', nullable: true, policy: 'money', description: 'What it costs.' }),
    costCurrency: t.exposeString('cost_currency', {
      nullable: true,
      policy: 'money',
      description: 'Currency of the cost.',
    }),
    costUsd: t.expose('cost_usd', {
      type: 'Decimal',
      nullable: true,
      policy: 'money',
      description: 'The cost in USD of the day it was confirmed.',
    }),
    slotAt: t.expose('slot_at', {
      type: 'DateTime',
      nullable: true,
      policy: 'internal',
      description: 'Slot in production.',
    }),
    tonnage: t.expose('tonnage', {
      type: 'Decimal',
      nullable: true,
      policy: 'internal',
      description: 'Planned tonnes.',
    }),
    plannedHeats: t.exposeInt('planned_heats', { nullable: true, policy: 'internal', description: 'Planned heats.' }),
    heldUntil: t.expose('held_until', {
      type: 'DateTime',
      nullable: true,
      policy: 'internal',
      description: 'Until when it is on hold.',
    }),
  }),
})
answerNode(trialShape, 'open', (viewer) => sql<boolean>`service_case.kind = 'trialBatch' and ${casesSeen(viewer)}`)
