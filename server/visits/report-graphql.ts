// The report of a visit in the graph: blocks, findings with what came of them, and the dossier it began with.
import type { VisitDossier as Dossier, DossierLine as Line } from '../../schema/visit-vocabulary.ts'
import { Case, Task } from '../cases/graph-refs.ts'
import type { Table } from '../core/column-kinds.ts'
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedList, relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { DossierTopic, VisitBlock, VisitOutcomeKind } from '../graphql/words.ts'
import { Person } from '../organization/graphql.ts'
import { knownParts, visitBlockShape, visitFindingShape, visitOutcomeShape } from './queries.ts'

/** A part of a visit, with where its case lies: the knowledge of a customer is not told to everybody who sees the visit. */
type Part<T extends Table> = RowOf<T> & Placed
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

const DossierLine = builder.objectRef<Line>('DossierLine').implement({
  description: 'One thing to know before a visit.',
  policy: 'internal',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'In words.' }),
    number: t.exposeString('number', { nullable: true, description: 'Number of the case it tells of.' }),
    at: t.string({
      nullable: true,
      description: 'Day it is of: 2026-11-21.',
      resolve: ({ at }) => at?.slice(0, 10) ?? null,
    }),
  }),
})

const DossierSection = builder.objectRef<Dossier['sections'][number]>('DossierSection').implement({
  description: 'What was known on one topic.',
  policy: 'internal',
  fields: (t) => ({
    topic: t.expose('topic', { type: DossierTopic, description: 'The topic.' }),
    topicLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ topic }, _args, { language }) => label(language, 'dossierTopic', topic),
    }),
    kept: t.boolean({
      description: 'Whether the product keeps anything of this topic.',
      resolve: ({ lines }) => lines !== null,
    }),
    lines: t.field({
      type: [DossierLine],
      description: 'What there was, the most pressing first; at most 20.',
      resolve: ({ lines }) => lines ?? [],
    }),
  }),
})

export const VisitDossier = builder.objectRef<Part<'visit_dossier'>>('VisitDossier').implement({
  description: 'What was known of the customer when the visit was prepared, kept as it was.',
  policy: 'knowledge',
  facts,
  fields: (t) => ({
    madeAt: t.expose('dossier_at', { type: 'DateTime', description: 'When it was made.' }),
    sections: t.field({
      type: [DossierSection],
      description: 'Topic by topic.',
      resolve: ({ content }) => content.sections,
    }),
  }),
})
