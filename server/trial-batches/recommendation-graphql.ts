// Competitors' products, values beside ours, and recommendations, in the graph.
import { Task } from '../cases/graph-refs.ts'
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { IndicatorDirection, RecommendationState } from '../graphql/words.ts'
import { Department } from '../organization/graphql.ts'
import { people } from '../organization/visibility.ts'
import { trimDecimal } from '../workflows/decimal.ts'
import { competitorProductShape, competitorValueShape, recommendationShape, recommendationsSeen } from './queries.ts'
import { comparison } from './results.ts'

export const CompetitorProduct = builder.objectRef<RowOf<'competitor_product'>>('CompetitorProduct').implement({
  description: "A competitor's product.",
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    competitor: t.exposeString('competitor', { description: 'Who makes it.' }),
    name: t.exposeString('name', { description: 'What it is called.' }),
    grade: t.exposeString('grade', { nullable: true, description: 'Its grade.' }),
    note: t.exposeString('note', { nullable: true, description: 'What is known of it.' }),
    active: t.exposeBoolean('active', { description: 'Whether it is still on the market.' }),
  }),
})
answerNode(competitorProductShape, 'internal', people)

export const CompetitorValue = builder.objectRef<RowOf<'competitor_value'>>('CompetitorValue').implement({
  description: "A competitor's value of an indicator beside ours.",
  policy: 'internal',
  fields: (t) => ({
    iteration: t.exposeInt('iteration', { nullable: true, description: 'Iteration of the trial, from 1.' }),
    product: t.field({
      type: CompetitorProduct,
      nullable: true,
      description: "The competitor's product.",
      resolve: relatedOneOrNull<'competitor_product'>(competitorValueShape, 'product'),
    }),
    indicator: t.exposeString('indicator', { description: 'Name of the indicator.' }),
    unit: t.exposeString('unit', { description: 'Unit of both values.' }),
    direction: t.expose('direction', { type: IndicatorDirection, description: 'Which values are better.' }),
    theirs: t.field({
      type: 'Decimal',
      description: "The competitor's value.",
      resolve: ({ theirs }) => trimDecimal(theirs),
    }),
    ours: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Our value.',
      resolve: ({ ours }) => ours && trimDecimal(ours),
    }),
    difference: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Ours less theirs.',
      resolve: (row) => compared(row)?.difference ?? null,
    }),
    strength: t.boolean({
      nullable: true,
      description: 'Whether ours is better: a strength; false: a weakness; null: equal.',
      resolve: (row) => compared(row)?.strength ?? null,
    }),
    recordedAt: t.expose('recorded_at', { type: 'DateTime', description: 'When it was recorded.' }),
  }),
})

export const Recommendation = builder.objectRef<RowOf<'recommendation'>>('Recommendation').implement({
  description: 'What should be made better because an indicator does not suit the customer.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    indicator: t.exposeString('indicator', { description: 'Name of the indicator.' }),
    problem: t.exposeString('problem', { description: 'What was found.' }),
    target: t.exposeString('target', { description: 'What it is to become.' }),
    measure: t.exposeString('measure', { nullable: true, description: 'What is to be done.' }),
    state: t.expose('state', { type: RecommendationState, description: 'What became of it.' }),
    stateLabel: t.string({
      description: "The state in the request's language.",
      resolve: ({ state }, _args, { language }) => label(language, 'recommendationState', state),
    }),
    department: t.field({
      type: Department,
      nullable: true,
      description: 'Who carries it out.',
      resolve: relatedOneOrNull<'department'>(recommendationShape, 'department'),
    }),
    dueOn: t.expose('due_on', { type: 'Date', nullable: true, description: 'Until when.' }),
    task: t.field({
      type: Task,
      nullable: true,
      description: 'The task that the department got.',
      resolve: relatedOneOrNull<'task'>(recommendationShape, 'task'),
    }),
    decisionReason: t.exposeString('decision_reason', { nullable: true, description: 'Why it is not followed.' }),
    decidedAt: t.expose('decided_at', { type: 'DateTime', nullable: true, description: 'When it was decided.' }),
    effectValue: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Value after the measure.',
      resolve: ({ effect_value }) => effect_value && trimDecimal(effect_value),
    }),
    effectUnit: t.exposeString('effect_unit', { nullable: true, description: 'Its unit.' }),
    effectNote: t.exposeString('effect_note', { nullable: true, description: 'What is to be known of the effect.' }),
    effectOn: t.expose('effect_on', { type: 'Date', nullable: true, description: 'When the effect was measured.' }),
    createdAt: t.expose('created_at', { type: 'DateTime', description: 'When it was drafted.' }),
  }),
})
answerNode(recommendationShape, 'internal', recommendationsSeen)

function compared({ ours, theirs, direction }: RowOf<'competitor_value'>) {
  return ours === null ? null : comparison(ours, theirs, direction)
}
