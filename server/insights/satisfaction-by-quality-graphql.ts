// Satisfaction against conformity and against claims per 1,000 t, in the graph.
import type { QualityGrouping as By } from '../../schema/survey-vocabulary.ts'
import { builder } from '../graphql/builder.ts'
import { labelIn } from '../graphql/labels.ts'
import { globalId } from '../graphql/node.ts'
import { QualityGrouping } from '../graphql/quality-words.ts'
import type { Correlation } from '../satisfaction/intervals.ts'
import { Bounds } from '../satisfaction/overview-figure-graphql.ts'
import { overviewFilterOf, SatisfactionFilter } from '../satisfaction/overview-filter-graphql.ts'
import {
  type QualityPoint as Point,
  type SatisfactionByQuality,
  satisfactionByQuality,
} from './satisfaction-by-quality.ts'
import { readQualitySums } from './satisfaction-by-quality-queries.ts'

const QualityPoint = builder.objectRef<Point & { by: By }>('QualityPoint').implement({
  description: 'A product or region with its satisfaction, and its quality in the year before the newest wave.',
  policy: 'figures',
  fields: (t) => ({
    key: t.id({
      description: 'Id of the product or the region.',
      resolve: ({ by, key }) => globalId(by === 'product' ? 'Product' : 'Region', key),
    }),
    name: t.string({ description: 'Its name.', resolve: ({ name }, _args, context) => labelIn(context, name) }),
    n: t.exposeInt('respondents', { description: 'Respondents; of a product, those to whom it was delivered.' }),
    satisfaction: t.exposeFloat('satisfaction', {
      nullable: true,
      description: "Plain mean of the indicators' means on the scale 1 to 5; null without answers.",
    }),
    lots: t.exposeInt('lots', { description: 'Lots delivered: heats of which something left.' }),
    conformity: t.exposeFloat('conformity', {
      nullable: true,
      description: 'Share of them that conform, 0 to 1, as on the scorecard of a product.',
    }),
    tonnes: t.exposeFloat('tonnes', { description: 'Tonnes delivered.' }),
    claims: t.exposeInt('claims', { description: 'Claims opened; those on trial material are left out.' }),
    claimsPer1000: t.exposeFloat('claimsPer1000', { nullable: true, description: 'Claims per 1,000 t delivered.' }),
  }),
})

const QualityCorrelation = builder.objectRef<Correlation>('QualityCorrelation').implement({
  description: 'How closely satisfaction goes with a measure of quality, over products or regions.',
  policy: 'figures',
  fields: (t) => ({
    n: t.exposeInt('n', { description: 'Products or regions with both values.' }),
    r: t.exposeFloat('r', { description: "Pearson's coefficient, −1 to 1." }),
    interval: t.expose('interval', { type: Bounds, nullable: true, description: "By Fisher's transformation." }),
  }),
})

type ByQuality = SatisfactionByQuality & { by: By }

const SatisfactionByQualityType = builder.objectRef<ByQuality>('SatisfactionByQuality').implement({
  description: 'Satisfaction as a function of quality.',
  policy: 'figures',
  fields: (t) => ({
    points: t.field({
      type: [QualityPoint],
      description: 'Products or regions, the most delivered first; at most 50.',
      resolve: ({ points, by }) => points.map((point) => ({ ...point, by })),
    }),
    conformity: t.expose('conformity', {
      type: QualityCorrelation,
      nullable: true,
      description: 'Satisfaction with conformity; null below three points.',
    }),
    claims: t.expose('claims', {
      type: QualityCorrelation,
      nullable: true,
      description: 'Satisfaction with claims per 1,000 t; null below three points.',
    }),
  }),
})

builder.queryField('satisfactionByQuality', (t) =>
  t.field({
    type: SatisfactionByQualityType,
    nullable: true,
    policy: 'figures',
    description: 'Satisfaction held against conformity and against claims per 1,000 t delivered.',
    args: {
      filter: t.arg({ type: SatisfactionFilter, description: 'Which answers.' }),
      by: t.arg({ type: QualityGrouping, required: true, description: 'What is compared.' }),
      item: t.arg.string({ description: 'Satisfaction with the indicator of this code alone.' }),
    },
    resolve: async (_root, { filter, by, item }, context) => {
      const sums = await readQualitySums(context, overviewFilterOf(filter), by, item ?? null)
      return { ...satisfactionByQuality(sums), by }
    },
  }),
)
