// Segments with their characteristics, and core competences, in the graph.

import { sumMoney } from '../core/money.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedList, relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { people } from '../organization/visibility.ts'
import { competenceScore, manyCompetences } from './core-competence.ts'
import { Account } from './graphql.ts'
import { dayOf } from './key-plan-graphql.ts'
import { accountShape } from './queries.ts'
import {
  characteristicShape,
  competenceShape,
  readCharacteristics,
  readCompetences,
  readSegments,
  segmentShape,
} from './segment-queries.ts'
import { isOverdue } from './silence.ts'

export const SegmentCharacteristic = builder.objectRef<RowOf<'segment_characteristic'>>('SegmentCharacteristic')
SegmentCharacteristic.implement({
  description: 'Something by which customers are told apart.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name.' }),
    dependsOnSupplier: t.exposeBoolean('depends_on_supplier', {
      description: 'Whether it depends on our own attitude: purchases from us, our rating, length of the relationship.',
    }),
    measurable: t.exposeBoolean('measurable', { description: 'Whether it is measurable and unambiguous.' }),
    correlatedWith: t.field({
      type: [SegmentCharacteristic],
      description: 'Others that say the same and do not go together with it.',
      resolve: relatedList<'segment_characteristic'>(characteristicShape, 'correlatedWith'),
    }),
  }),
})
answerNode(characteristicShape, 'internal', people)

type SegmentRead = RowOf<'segment'> & { read_at: Date; accounts: number }

export const Segment = builder.objectRef<RowOf<'segment'>>('Segment').implement({
  description: 'A group of customers that are served alike.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name.' }),
    target: t.exposeBoolean('target', { description: 'Whether its customers are target customers.' }),
    characteristics: t.field({
      type: [SegmentCharacteristic],
      description: 'What makes it.',
      resolve: relatedList<'segment_characteristic'>(segmentShape, 'characteristics'),
    }),
    strategy: t.exposeString('strategy', { nullable: true, policy: 'contract', description: 'How it is served.' }),
    team: t.exposeString('team', { nullable: true, description: 'Who serves it.' }),
    missing: t.int({
      description: 'Of strategy and team, how many it lacks: with any it is incomplete.',
      resolve: ({ strategy, team }) => [strategy, team].filter((part) => !part).length,
    }),
    reviewOn: t.expose('review_on', { type: 'Date', nullable: true, description: 'When it is reviewed.' }),
    reviewOverdue: t.boolean({
      description: 'Whether that day is over.',
      resolve: (row) => row.review_on !== null && isOverdue(row.review_on, null, dayOf((row as SegmentRead).read_at)),
    }),
    currency: t.exposeString('currency', { nullable: true, policy: 'money', description: 'Currency of the costs.' }),
    serviceCost: t.expose('service_cost', {
      type: 'Decimal',
      nullable: true,
      policy: 'money',
      description: 'Yearly cost of service.',
    }),
    productCost: t.expose('product_cost', {
      type: 'Decimal',
      nullable: true,
      policy: 'money',
      description: 'Yearly cost of products made for it.',
    }),
    solutionCost: t.expose('solution_cost', {
      type: 'Decimal',
      nullable: true,
      policy: 'money',
      description: 'Yearly cost of solutions.',
    }),
    contactCost: t.expose('contact_cost', {
      type: 'Decimal',
      nullable: true,
      policy: 'money',
      description: 'Yearly cost of contacts.',
    }),
    cost: t.field({
      type: 'Decimal',
      nullable: true,
      policy: 'money',
      description: 'Sum of the four; null where none is known.',
      resolve: (row) => {
        const known = [row.service_cost, row.product_cost, row.solution_cost, row.contact_cost]
        const given = known.filter((amount) => amount !== null)
        return given.length === 0 ? null : sumMoney(given)
      },
    }),
    accounts: t.int({
      description: 'How many customers it has.',
      resolve: (row) => (row as SegmentRead).accounts,
    }),
  }),
})
answerNode(segmentShape, 'internal', people)

export const CoreCompetence = builder.objectRef<RowOf<'core_competence'>>('CoreCompetence').implement({
  description: 'What the works does better than others; active with five of five alone.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    wording: t.exposeString('wording', { description: 'What it is, extremely specific.' }),
    longTerm: t.exposeBoolean('long_term', { description: 'Not short-term or one-off.' }),
    recognised: t.exposeBoolean('recognised', { description: 'Recognised by management.' }),
    repeatable: t.exposeBoolean('repeatable', { description: 'Used regularly: staff can repeat the success.' }),
    specific: t.exposeBoolean('specific', { description: 'Worded specifically, not declaratively.' }),
    perceived: t.exposeBoolean('perceived', { description: 'Perceived by the customer.' }),
    score: t.int({ description: 'How many of the five hold.', resolve: (row) => competenceScore(row) }),
    active: t.exposeBoolean('active', { description: 'Whether the works builds on it.' }),
    crowded: t.boolean({
      description: 'Whether more than five are active: a works cannot have many core competences.',
      resolve: (row) => row.active && (row as RowOf<'core_competence'> & { actives: number }).actives > manyCompetences,
    }),
  }),
})
answerNode(competenceShape, 'internal', people)

builder.objectFields(Account, (t) => ({
  segment: t.field({
    type: Segment,
    nullable: true,
    description: 'Segment that it belongs to.',
    resolve: relatedOneOrNull<'segment'>(accountShape, 'segment'),
  }),
  competences: t.field({
    type: [CoreCompetence],
    description: 'Core competences of ours that it makes use of.',
    resolve: relatedList<'core_competence'>(accountShape, 'competences'),
  }),
}))

builder.queryFields((t) => ({
  segments: t.field({
    type: [Segment],
    policy: 'internal',
    description: 'All segments by name.',
    resolve: (_root, _args, context, info) => readSegments(context, info),
  }),
  segmentCharacteristics: t.field({
    type: [SegmentCharacteristic],
    policy: 'internal',
    description: 'All characteristics that segments can be made of.',
    resolve: (_root, _args, context, info) => readCharacteristics(context, info),
  }),
  coreCompetences: t.field({
    type: [CoreCompetence],
    policy: 'internal',
    description: 'All core competences, active or not.',
    resolve: (_root, _args, context, info) => readCompetences(context, info),
  }),
}))
