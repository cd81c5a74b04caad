// The report of a visit in the graph: blocks, findings with what came of them, and the dossier it began with.
import { AccountOffer, AccountPlan, ProductNeed } from '../accounts/needs-graphql.ts'
import { Case, Task } from '../cases/graph-refs.ts'
import type { Table } from '../core/column-kinds.ts'
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedList, relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { VisitBlock, VisitOutcomeKind } from '../graphql/words.ts'
import { Person } from '../organization/graphql.ts'
import { Recommendation } from '../trial-batches/recommendation-graphql.ts'
import { knownParts, visitBlockShape, visitFindingShape, visitOutcomeShape } from './queries.ts'

/** A part of a visit, with where its case lies: the knowledge of a customer is not told to everybody who sees the visit. */
export type Part<T extends Table> = RowOf<T> & Placed
export type Placed = { account_id: string; region_id: string }
const facts = ({ account_id, region_id }: Placed) => ({ accountId: account_id, regionId: region_id })

export const VisitBlockText = builder.objectRef<Part<'visit_block'>>('VisitBlockText').implement({
  description: 'One of the ten blocks of a report.',
  policy: 'knowledge',
  interfaces: [Node],
  facts,
  fields: (t) => ({
    block: t.expose('block', { type: VisitBlock, description: 'Which.' }),
    blockLabel: t.string({
      description: "Its heading in the request's language.",
      resolve: ({ block }, _args, { language }) => label(language, 'visitBlock', block),
    }),
    text: t.exposeString('body', { description: 'What was written.' }),
    writtenBy: t.field({
      type: Person,
      nullable: true,
      description: 'Who wrote it last.',
      resolve: relatedOneOrNull<'person'>(visitBlockShape, 'writtenBy'),
    }),
    writtenAt: t.expose('written_at', { type: 'DateTime', description: 'When it was written last.' }),
  }),
})
answerNode(visitBlockShape, 'knowledge', knownParts('visit_block.case_id'))

const VisitOutcome = builder.objectRef<Part<'visit_outcome'>>('VisitOutcome').implement({
  description: 'What a finding was turned into.',
  policy: 'knowledge',
  interfaces: [Node],
  facts,
  fields: (t) => ({
    kind: t.expose('kind', { type: VisitOutcomeKind, description: 'Into what.' }),
    kindLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ kind }, _args, { language }) => label(language, 'visitOutcomeKind', kind),
    }),
    note: t.exposeString('note', { description: 'In words: the question of a task, what happened, what is needed.' }),
    task: t.field({
      type: Task,
      nullable: true,
      description: 'The task.',
      resolve: relatedOneOrNull<'task'>(visitOutcomeShape, 'task'),
    }),
    claim: t.field({
      type: Case,
      nullable: true,
      description: 'The claim.',
      resolve: relatedOneOrNull<'service_case'>(visitOutcomeShape, 'claim'),
    }),
    need: t.field({
      type: ProductNeed,
      nullable: true,
      description: 'The need as it stands with the customer.',
      resolve: relatedOneOrNull<'product_need', { region_id: string }>(visitOutcomeShape, 'need'),
    }),
    offer: t.field({
      type: AccountOffer,
      nullable: true,
      description: 'The offer as it stands with the customer.',
      resolve: relatedOneOrNull<'account_offer', { region_id: string }>(visitOutcomeShape, 'offer'),
    }),
    plan: t.field({
      type: AccountPlan,
      nullable: true,
      description: 'The plan as it stands with the customer.',
      resolve: relatedOneOrNull<'account_plan', { region_id: string }>(visitOutcomeShape, 'plan'),
    }),
    recommendation: t.field({
      type: Recommendation,
      nullable: true,
      description: 'The recommendation.',
      resolve: relatedOneOrNull<'recommendation'>(visitOutcomeShape, 'recommendation'),
    }),
    madeBy: t.field({
      type: Person,
      nullable: true,
      description: 'Who did it.',
      resolve: relatedOneOrNull<'person'>(visitOutcomeShape, 'madeBy'),
    }),
    madeAt: t.expose('made_at', { type: 'DateTime', description: 'When.' }),
  }),
})
answerNode(visitOutcomeShape, 'knowledge', knownParts('visit_outcome.case_id'))

export const VisitFinding = builder.objectRef<Part<'visit_finding'>>('VisitFinding').implement({
  description: 'One sentence of a report that asks for something to be done.',
  policy: 'knowledge',
  interfaces: [Node],
  facts,
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Its number in the report, from 1.' }),
    block: t.expose('block', { type: VisitBlock, description: 'The block it belongs to.' }),
    blockLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ block }, _args, { language }) => label(language, 'visitBlock', block),
    }),
    text: t.exposeString('body', { description: 'What was found.' }),
    confirmedOn: t.expose('confirmed_on', {
      type: 'Date',
      nullable: true,
      description: 'Day on which the customer confirmed that it is settled.',
    }),
    closedReason: t.exposeString('closed_reason', {
      nullable: true,
      description: 'Why a lead closed it without his confirmation.',
    }),
    closedBy: t.field({
      type: Person,
      nullable: true,
      description: 'Who recorded that.',
      resolve: relatedOneOrNull<'person'>(visitFindingShape, 'closedBy'),
    }),
    closedAt: t.expose('closed_at', { type: 'DateTime', nullable: true, description: 'When that was recorded.' }),
    outcomes: t.field({
      type: [VisitOutcome],
      description: 'What it was turned into.',
      resolve: relatedList<'visit_outcome', Placed>(visitFindingShape, 'outcomes'),
    }),
  }),
})
answerNode(visitFindingShape, 'knowledge', knownParts('visit_finding.case_id'))
