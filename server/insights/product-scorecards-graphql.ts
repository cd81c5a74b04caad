// Products with their three gauges in the graph, and the cost index against its target as it is set.
import { sql } from 'kysely'
import { z } from 'zod'
import { decimal } from '../core/input.ts'
import { label } from '../core/labels/label.ts'
import { refuseField } from '../core/refusal.ts'
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'
import { nodeId } from '../graphql/input-of.ts'
import { globalId } from '../graphql/node.ts'
import { GaugeLevel } from '../graphql/words.ts'
import { type ProductScore, readProductScores } from './product-scorecards.ts'
import { type Gauge, qualityGauges } from './quality-gauges.ts'

const QualityGauge = builder.objectRef<Gauge>('QualityGauge').implement({
  description: 'One of the three parameters of quality management, and how it stands.',
  policy: 'figures',
  fields: (t) => ({
    value: t.exposeFloat('value', { description: 'Percent, mean mark or index.' }),
    level: t.expose('level', { type: GaugeLevel, description: 'How it stands.' }),
    levelLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ level }, _args, { language }) => label(language, 'gaugeLevel', level),
    }),
  }),
})

const ProductScorecard = builder.objectRef<ProductScore>('ProductScorecard').implement({
  description: 'How the quality of a product stands, over twelve months.',
  policy: 'figures',
  fields: (t) => ({
    productId: t.id({ description: 'The product.', resolve: ({ productId }) => globalId('Product', productId) }),
    code: t.exposeString('code', { description: 'Its code.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    grade: t.exposeString('grade', { nullable: true, description: 'Its steel grade.' }),
    tonnes: t.expose('tonnes', { type: 'Decimal', description: 'Tonnes delivered.' }),
    lots: t.exposeInt('lots', { description: 'Heats of which something was delivered.' }),
    conforming: t.exposeInt('conforming', {
      description: 'Of them without a value outside its limits and without a claim that was ours by a standard.',
    }),
    answers: t.exposeInt('answers', { description: 'Marks for product quality of customers who got it.' }),
    costTarget: t.float({
      nullable: true,
      description: 'Target of the cost index.',
      resolve: ({ target }) => (target === null ? null : Number(target)),
    }),
    costSetAt: t.expose('costSetAt', { type: 'DateTime', nullable: true, description: 'When the index was set.' }),
    conformity: t.field({
      type: QualityGauge,
      nullable: true,
      description: 'Percent of lots that conform.',
      resolve: (row) => qualityGauges(row).conformity,
    }),
    satisfaction: t.field({
      type: QualityGauge,
      nullable: true,
      description: 'Mean mark for product quality, 1 to 5; null without answers.',
      resolve: (row) => qualityGauges(row).satisfaction,
    }),
    cost: t.field({
      type: QualityGauge,
      nullable: true,
      description: 'Cost index; null where none was set.',
      resolve: (row) => qualityGauges(row).cost,
    }),
  }),
})

builder.queryField('productScorecards', (t) =>
  t.field({
    type: [ProductScorecard],
    policy: 'figures',
    nullable: true,
    description: 'Products delivered in twelve months with their three gauges, the heaviest first; at most 100.',
    resolve: (_root, _args, context) => readProductScores(context),
  }),
)

const indexLimits = { places: 1, above: '0', max: '10000' } as const

const ProductCost = builder
  .objectRef<{ productId: string; costIndex: string; target: string }>('ProductCost')
  .implement({
    description: 'What a product costs to make, as an index against its target.',
    policy: 'figures',
    fields: (t) => ({
      productId: t.id({ description: 'The product.', resolve: ({ productId }) => globalId('Product', productId) }),
      costIndex: t.expose('costIndex', { type: 'Decimal', description: 'The index.' }),
      target: t.expose('target', { type: 'Decimal', description: 'What it is to be at the most.' }),
    }),
  })

command({
  name: 'setProductCost',
  description: 'Sets the cost index of a product and its target; what was set before stays in the records.',
  action: 'productCost.write',
  input: z.object({
    productId: nodeId('Product').describe('The product.'),
    costIndex: decimal(indexLimits).describe('The index.'),
    target: decimal(indexLimits).describe('What it is to be at the most, 100 as a rule.'),
  }),
  success: ProductCost,
  run: async ({ trx }, { productId, costIndex, target }, { engine, viewer }) => {
    const product = await trx.selectFrom('product').where('id', '=', productId).select('id').executeTakeFirst()
    if (!product) throw refuseField('productId', 'unknown')
    const by = viewer.kind === 'person' ? viewer.id : null
    await sql`insert into product_cost (product_id, cost_index, target, set_by, set_at)
      values (${productId}, ${costIndex}, ${target}, ${by}, ${engine.now()})`.execute(trx)
    return { productId, costIndex, target }
  },
  read: (_context, _info, written) => written,
})
