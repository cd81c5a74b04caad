// Visits in the graph.
import { Account, Contact } from '../accounts/graphql.ts'
import { accountShape } from '../accounts/queries.ts'
import { Case } from '../cases/graph-refs.ts'
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedList, relatedOneOrNull, relatedPage } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { VisitOrigin, VisitPurpose, VisitState } from '../graphql/words.ts'
import { Person } from '../organization/graphql.ts'
import { Recommendation } from '../trial-batches/recommendation-graphql.ts'
import { VisitCheck, VisitDossier } from './dossier-graphql.ts'
import { visitShape, visitsSeen } from './queries.ts'
import { type Placed, VisitBlockText, VisitFinding } from './report-graphql.ts'

/** A visit lies on two tables; which of its columns are loaded, the selection says. */
export type VisitRow = RowOf<'service_case'> & Omit<RowOf<'visit'>, 'case_id'>

export const Visit = builder.objectRef<VisitRow>('Visit').implement({
  description: 'A visit at a customer, or of a customer to us.',
  policy: 'open',
  interfaces: [Node, Case],
  facts: ({ id, account_id, region_id }) => ({ caseId: id, accountId: account_id, regionId: region_id }),
  isTypeOf: (row) => (row as VisitRow).kind === 'visit',
  fields: (t) => ({
    state: t.field({ type: VisitState, description: 'Where it stands.', resolve: ({ state }) => state as never }),
    origin: t.expose('origin', { type: VisitOrigin, description: 'Who wanted it.' }),
    originLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ origin }, _args, { language }) => label(language, 'visitOrigin', origin),
    }),
    reason: t.exposeString('occasion', { description: 'What it is about, in the words of who asked.' }),
    purpose: t.expose('purpose', { type: VisitPurpose, nullable: true, description: 'What it is for.' }),
    purposeLabel: t.string({
      nullable: true,
      description: "The same in the request's language.",
      resolve: ({ purpose }, _args, { language }) => purpose && label(language, 'visitPurpose', purpose),
    }),
    about: t.field({
      type: Case,
      nullable: true,
      description: 'The claim or trial batch it is about.',
      resolve: relatedOneOrNull<'service_case'>(visitShape, 'about'),
    }),
    orderNumber: t.exposeString('order_number', { nullable: true, description: 'Number of the order it is about.' }),
    incoming: t.exposeBoolean('incoming', { description: 'Whether the customer comes to us.' }),
    askedBy: t.field({
      type: Contact,
      nullable: true,
      description: 'Who of the customer asked for it, or is visited.',
      resolve: relatedOneOrNull<'contact', { region_id: string }>(visitShape, 'askedBy'),
    }),
    wishedFrom: t.expose('wished_from', {
      type: 'Date',
      nullable: true,
      description: 'First day that would suit him.',
    }),
    wishedTo: t.expose('wished_to', { type: 'Date', nullable: true, description: 'Last day that would suit him.' }),
    requestedAt: t.expose('requested_at', { type: 'DateTime', description: 'When it was asked for or planned.' }),
    aheadReason: t.exposeString('ahead_reason', {
      nullable: true,
      policy: 'internal',
      description: 'Why it went before the waiting visits of key accounts.',
    }),
    engineer: t.field({
      type: Person,
      nullable: true,
      description: 'Who goes.',
      resolve: relatedOneOrNull<'person'>(visitShape, 'engineer'),
    }),
    team: t.field({
      type: [Person],
      description: 'People of ours who take part, by name.',
      resolve: relatedList<'person'>(visitShape, 'team'),
    }),
    startsAt: t.expose('starts_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When it begins; null without a date.',
    }),
    endsAt: t.expose('ends_at', { type: 'DateTime', nullable: true, description: 'When it ends.' }),
    place: t.exposeString('place', { nullable: true, description: 'Where.' }),
    host: t.field({
      type: Person,
      nullable: true,
      description: 'Who receives the customer.',
      resolve: relatedOneOrNull<'person'>(visitShape, 'host'),
    }),
    room: t.exposeString('room', { nullable: true, description: 'Where the customer is received.' }),
    confirmedAt: t.expose('confirmed_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When the customer agreed to the date.',
    }),
    begunAt: t.expose('begun_at', { type: 'DateTime', nullable: true, description: 'When it began.' }),
    finishedAt: t.expose('finished_at', { type: 'DateTime', nullable: true, description: 'When it was over.' }),
    reportedAt: t.expose('reported_at', {
      type: 'DateTime',
      nullable: true,
      policy: 'internal',
      description: 'When the report was submitted.',
    }),
    completeness: t.int({
      nullable: true,
      policy: 'internal',
      description: 'Blocks of the report with text, in percent of the ten.',
      resolve: (row) => (row as unknown as { completeness: number }).completeness,
    }),
    blocks: t.field({
      type: [VisitBlockText],
      description: 'Blocks of the report that were written.',
      resolve: relatedList<'visit_block', Placed>(visitShape, 'blocks'),
    }),
    findings: t.field({
      type: [VisitFinding],
      description: 'What was found, in the order of the report.',
      resolve: relatedList<'visit_finding', Placed>(visitShape, 'findings'),
    }),
    recommendations: t.field({
      type: [Recommendation],
      policy: 'knowledge',
      nullable: true,
      description: 'What should be made better, as its findings say.',
      resolve: relatedList<'recommendation'>(visitShape, 'recommendations'),
    }),
    checks: t.field({
      type: [VisitCheck],
      policy: 'knowledge',
      nullable: true,
      description: 'How the visitor kept to the eight steps for more satisfaction.',
      resolve: relatedList<'visit_check', Placed>(visitShape, 'checks'),
    }),
    dossier: t.field({
      type: VisitDossier,
      nullable: true,
      description: 'What was known of the customer when it was prepared.',
      resolve: relatedOneOrNull<'visit_dossier', Placed>(visitShape, 'dossier'),
    }),
  }),
})
answerNode(visitShape, 'open', visitsSeen)

export const VisitConnection = connectionOf(Visit)

builder.objectField(Account, 'visits', (t) =>
  t.field({
    type: VisitConnection,
    description: 'Visits of the customer that the viewer may see, the newest first.',
    args: pageArgs(),
    resolve: relatedPage<'service_case', Omit<RowOf<'visit'>, 'case_id'>>(accountShape, 'visits'),
  }),
)
