// Figures about claims in the graph, for management and the leads of the group.
import { stages } from '../../schema/vocabulary.ts'
import { ClaimFilter, claimFilterOf } from '../claims/filter-graphql.ts'
import { label } from '../core/labels/label.ts'
import { builder } from '../graphql/builder.ts'
import type { RequestContext } from '../graphql/context.ts'
import { labelIn } from '../graphql/labels.ts'
import { globalId } from '../graphql/node.ts'
import { ClaimState, Clock } from '../graphql/words.ts'
import { type Figures, type ParetoRow, readFigures } from './queries.ts'

const StateCount = builder.objectRef<Figures['counts'][number]>('StateCount').implement({
  description: 'Open claims in one state of their handling.',
  policy: 'figures',
  fields: (t) => ({
    state: t.expose('state', { type: ClaimState, description: 'The state.' }),
    stateLabel: t.string({
      description: "The state in the request's language.",
      resolve: ({ state }, _args, { language }) => label(language, 'claimState', state),
    }),
    n: t.exposeInt('n', { description: 'How many.' }),
    late: t.exposeInt('late', { description: 'Whose next clock has passed.' }),
    soon: t.exposeInt('soon', { description: 'Whose next clock ends within 48 hours.' }),
  }),
})

type Property = 'defect' | 'stage' | 'department' | 'product'

const ParetoBar = builder.objectRef<ParetoRow & { of: Property }>('ParetoBar').implement({
  description: 'Claims with one value of a property; a claim counts once for each of its values.',
  policy: 'figures',
  fields: (t) => ({
    key: t.string({
      description: 'What the filter of claims asks for: a code, a word, or the id of the department or product.',
      resolve: ({ of, key }) =>
        of === 'department' ? globalId('Department', key) : of === 'product' ? globalId('Product', key) : key,
    }),
    name: t.string({
      description: "Its name in the request's language.",
      resolve: (row, _args, context) => nameOf(row, context),
    }),
    n: t.exposeInt('n', { description: 'How many claims.' }),
    share: t.exposeFloat('share', { description: 'Of the sum of counts, 0 to 1.' }),
    cumulative: t.exposeFloat('cumulative', { description: 'Share of this and all before it, 0 to 1.' }),
  }),
})

const StateStay = builder.objectRef<Figures['stays'][number]>('StateStay').implement({
  description: 'How long claims stayed in a state: stays that have ended, in hours of the calendar.',
  policy: 'figures',
  fields: (t) => ({
    place: t.exposeInt('place', { description: 'Region of the chart: 1 handling, 2 waiting, 3 improvement.' }),
    state: t.exposeString('state', { description: 'Word of the state.' }),
    n: t.exposeInt('n', { description: 'How many stays.' }),
    median: t.exposeFloat('median', { description: 'Hours that half of them did not pass.' }),
    p90: t.exposeFloat('p90', { description: 'Hours that nine in ten did not pass.' }),
  }),
})

const ClockKept = builder.objectRef<Figures['kept'][number]>('ClockKept').implement({
  description: 'How often a clock was kept.',
  policy: 'figures',
  fields: (t) => ({
    clock: t.expose('clock', { type: Clock, description: 'The clock.' }),
    clockLabel: t.string({
      description: "The clock in the request's language.",
      resolve: ({ clock }, _args, { language }) => label(language, 'clock', clock),
    }),
    ended: t.exposeInt('ended', { description: 'How many have stopped.' }),
    kept: t.exposeInt('kept', { description: 'How many of them had not passed before.' }),
  }),
})

const Handover = builder.objectRef<Figures['handovers'][number]>('Handover').implement({
  description: 'A claim whose tasks went to and fro between offices.',
  policy: 'figures',
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Number of the claim.' }),
    title: t.exposeString('title', { description: 'Its title.' }),
    handed: t.exposeInt('handed', { description: 'How often a task was handed to a department.' }),
    returned: t.exposeInt('returned', { description: 'How often one came back: returned, or its answer rejected.' }),
    meanHanded: t.exposeFloat('meanHanded', { description: 'Mean of all claims with tasks.' }),
    meanReturned: t.exposeFloat('meanReturned', { description: 'Mean of all claims with tasks.' }),
    claims: t.exposeInt('claims', { description: 'How many claims with tasks the means are of.' }),
  }),
})

const CurrencySum = builder.objectRef<Figures['money'][number]>('CurrencySum').implement({
  description: 'Money of claims in one currency.',
  policy: 'money',
  fields: (t) => ({
    currency: t.exposeString('currency', { description: 'Code as in ISO 4217.' }),
    claimed: t.expose('claimed', {
      type: 'Decimal',
      description: 'Claimed mass at the price of its order, where known.',
    }),
    offered: t.expose('offered', { type: 'Decimal', description: 'Lines of approved proposals.' }),
    accepted: t.expose('accepted', { type: 'Decimal', description: 'Those that the customer accepted.' }),
    paid: t.expose('paid', { type: 'Decimal', description: 'Those that were executed.' }),
  }),
})

const RegionRate = builder.objectRef<Figures['rates'][number]>('RegionRate').implement({
  description: 'Claims of a region, measured by what was delivered there.',
  policy: 'figures',
  fields: (t) => ({
    regionId: t.id({ description: 'The region.', resolve: ({ key }) => globalId('Region', key) }),
    name: t.string({ description: 'Its name.', resolve: ({ name }, _args, context) => labelIn(context, name) }),
    n: t.exposeInt('n', { description: 'How many claims.' }),
    tonnes: t.expose('tonnes', { type: 'Decimal', nullable: true, description: 'Tonnes delivered; null: none known.' }),
    rate: t.exposeFloat('rate', { nullable: true, description: 'Claims per 1,000 t; null without deliveries.' }),
  }),
})

const bars = (of: Property, rows: readonly ParetoRow[]) => rows.map((row) => ({ ...row, of }))

const ClaimFigures = builder.objectRef<Figures>('ClaimFigures').implement({
  description: 'Figures about the claims of a filter, all of one moment.',
  policy: 'figures',
  fields: (t) => ({
    claims: t.exposeInt('claims', { description: 'How many claims the filter means.' }),
    trialClaims: t.exposeInt('trialClaims', {
      description: 'Of them on material of trial batches: rates leave them out.',
    }),
    counts: t.expose('counts', { type: [StateCount], description: 'The open ones by state, the most frequent first.' }),
    byDefect: t.field({ type: [ParetoBar], description: 'By defect.', resolve: (row) => bars('defect', row.byDefect) }),
    byStage: t.field({ type: [ParetoBar], description: 'By stage.', resolve: (row) => bars('stage', row.byStage) }),
    byDepartment: t.field({
      type: [ParetoBar],
      description: 'By department found responsible, wholly or in part.',
      resolve: (row) => bars('department', row.byDepartment),
    }),
    byProduct: t.field({
      type: [ParetoBar],
      description: 'By product.',
      resolve: (row) => bars('product', row.byProduct),
    }),
    stays: t.expose('stays', { type: [StateStay], description: 'Lead time by state.' }),
    kept: t.expose('kept', { type: [ClockKept], description: 'Deadlines kept, by clock.' }),
    handovers: t.expose('handovers', { type: [Handover], description: 'The ten claims that came back most often.' }),
    money: t.expose('money', { type: [CurrencySum], description: 'Money by currency.' }),
    rates: t.expose('rates', { type: [RegionRate], description: 'Claims per 1,000 t delivered, by region.' }),
  }),
})

builder.queryField('claimFigures', (t) =>
  t.field({
    type: ClaimFigures,
    policy: 'figures',
    nullable: true,
    description: 'Figures about claims that the viewer may see.',
    args: { filter: t.arg({ type: ClaimFilter, description: 'Which claims.' }) },
    resolve: (_root, { filter }, context, info) => readFigures(context, info, claimFilterOf(filter)),
  }),
)

function nameOf({ of, key, name }: ParetoRow & { of: Property }, context: RequestContext): string {
  if (of === 'stage' && key in stages) return label(context.language, 'stage', key as keyof typeof stages)
  return name ? labelIn(context, name) : key
}
