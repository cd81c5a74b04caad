// Figures of satisfaction in the graph: each with its n, its interval, and null with `hidden` where too few answered.
import { builder } from '../graphql/builder.ts'
import { globalId } from '../graphql/node.ts'
import { ConsumerType } from '../graphql/words.ts'
import type { Interval } from './intervals.ts'
import type { Figure } from './overview.ts'
import type { Gap } from './overview-gaps.ts'
import type { PromoterRow } from './overview-promoters.ts'
import type { RespondentsRow } from './overview-respondents.ts'
import type { TrendPoint } from './overview-trend.ts'
import { wordingIn } from './wording.ts'

export const Bounds = builder.objectRef<Interval>('Bounds').implement({
  description: 'An interval that holds the true value in 95 of 100 such surveys.',
  policy: 'internal',
  fields: (t) => ({
    low: t.exposeFloat('low', { description: 'Its lower end.' }),
    high: t.exposeFloat('high', { description: 'Its upper end.' }),
  }),
})

const regionOf = ({ regionId }: { regionId: string | null }) =>
  regionId === null ? null : globalId('Region', regionId)

export const SatisfactionFigure = builder.objectRef<Figure>('SatisfactionFigure').implement({
  description:
    'A mean of one group of answers. No data is null, never 0; items of different scales are never averaged.',
  policy: 'internal',
  fields: (t) => ({
    item: t.exposeString('item', { nullable: true, description: 'Code of the item; null: the level of all items.' }),
    name: t.string({
      nullable: true,
      description: "The item's question in the request's language.",
      resolve: ({ wording }, _args, { language }) => wording && wordingIn(language, wording),
    }),
    regionId: t.id({ nullable: true, description: 'Region of the group; null: all.', resolve: regionOf }),
    consumerType: t.expose('consumerType', {
      type: ConsumerType,
      nullable: true,
      description: 'Consumer type of the group; null: both.',
    }),
    scaleMin: t.exposeInt('scaleMin', { description: 'Lowest point of the scale.' }),
    scaleMax: t.exposeInt('scaleMax', { description: 'Highest point of the scale.' }),
    n: t.exposeInt('n', { description: 'Answers to the item; of a level, respondents.' }),
    hidden: t.exposeBoolean('hidden', {
      description: 'Fewer than five answered, and the viewer may not read single answers: all values are null.',
    }),
    mean: t.exposeFloat('mean', { nullable: true, description: "Arithmetic mean; of a level, of the items' means." }),
    interval: t.expose('interval', {
      type: Bounds,
      nullable: true,
      description: "Of the mean: bootstrap of the answers; of a level, Student's of the respondents' own means.",
    }),
    top: t.exposeFloat('top', { nullable: true, description: 'Share of the two highest points, 0 to 1.' }),
    topInterval: t.expose('topInterval', {
      type: Bounds,
      nullable: true,
      description: "Of that share, by Wilson's score.",
    }),
    byVolume: t.exposeFloat('byVolume', {
      nullable: true,
      description: 'Mean weighted by what the respondents buy a year.',
    }),
    importance: t.exposeFloat('importance', {
      nullable: true,
      description: "Mean importance given beside the marks; of a level, the items' means weighted by it.",
    }),
  }),
})

export const SatisfactionGap = builder.objectRef<Gap>('SatisfactionGap').implement({
  description: 'End users against wholesalers on one item.',
  policy: 'internal',
  fields: (t) => ({
    item: t.exposeString('item', { description: 'Code of the item.' }),
    name: t.string({
      description: "The item's question in the request's language.",
      resolve: ({ wording }, _args, { language }) => wordingIn(language, wording),
    }),
    endUsers: t.expose('endUsers', { type: SatisfactionFigure, nullable: true, description: 'End users.' }),
    wholesalers: t.expose('wholesalers', { type: SatisfactionFigure, nullable: true, description: 'Wholesalers.' }),
    gap: t.exposeFloat('gap', { nullable: true, description: 'Mean of end users less that of wholesalers.' }),
    over: t.exposeBoolean('over', { description: 'Whether it is larger than 0.5 either way.' }),
    p: t.float({
      nullable: true,
      description: "Chance of such a gap between groups that think alike: Welch's test, two-sided.",
      resolve: ({ comparison }) => comparison?.p ?? null,
    }),
  }),
})

export const RespondentGroupFigures = builder.objectRef<RespondentsRow>('RespondentGroupFigures').implement({
  description: 'Who answered, and how much of the market they buy.',
  policy: 'internal',
  fields: (t) => ({
    regionId: t.id({ nullable: true, description: 'Region; null: all.', resolve: regionOf }),
    consumerType: t.expose('consumerType', { type: ConsumerType, nullable: true, description: 'Type; null: both.' }),
    respondents: t.exposeInt('respondents', { description: 'Respondents.' }),
    share: t.exposeFloat('share', { description: 'Of all respondents, 0 to 1.' }),
    kilotonnes: t.exposeFloat('kilotonnes', { nullable: true, description: 'Kilotonnes they buy a year.' }),
    market: t.exposeFloat('market', { nullable: true, description: 'Kilotonnes of the whole segment, where known.' }),
    coverage: t.exposeFloat('coverage', { nullable: true, description: 'Theirs by the segment, 0 to 1.' }),
  }),
})

export const PromoterFigure = builder.objectRef<PromoterRow>('PromoterFigure').implement({
  description: 'The net promoter score of a group: percent of 9 and 10 less percent of 0 to 6.',
  policy: 'internal',
  fields: (t) => ({
    item: t.exposeString('item', { description: 'Code of the item that asked it.' }),
    regionId: t.id({ nullable: true, description: 'Region; null: all.', resolve: regionOf }),
    consumerType: t.expose('consumerType', { type: ConsumerType, nullable: true, description: 'Type; null: both.' }),
    n: t.exposeInt('n', { description: 'Answers.' }),
    hidden: t.exposeBoolean('hidden', { description: 'Too few answered for who asks.' }),
    score: t.float({ nullable: true, description: '−100 to 100.', resolve: ({ score }) => score?.score ?? null }),
    promoters: t.int({ nullable: true, description: '9 and 10.', resolve: ({ score }) => score?.promoters ?? null }),
    passives: t.int({ nullable: true, description: '7 and 8.', resolve: ({ score }) => score?.passives ?? null }),
    detractors: t.int({ nullable: true, description: '0 to 6.', resolve: ({ score }) => score?.detractors ?? null }),
  }),
})

export const SatisfactionTrendPoint = builder.objectRef<TrendPoint>('SatisfactionTrendPoint').implement({
  description: 'A figure in one wave; items join from wave to wave by code, kind and scale.',
  policy: 'internal',
  fields: (t) => ({
    waveId: t.id({ description: 'The wave.', resolve: ({ waveId }) => globalId('SurveyWave', waveId) }),
    wave: t.exposeString('wave', { description: 'Its name.' }),
    opensAt: t.field({ type: 'DateTime', description: 'When it opened.', resolve: (row) => new Date(row.opensAt) }),
    item: t.exposeString('item', { nullable: true, description: 'Code of the item; null: the level of all.' }),
    name: t.string({
      nullable: true,
      description: "The item's question in the request's language.",
      resolve: ({ wording }, _args, { language }) => wording && wordingIn(language, wording),
    }),
    n: t.exposeInt('n', { description: 'Answers.' }),
    hidden: t.exposeBoolean('hidden', { description: 'Too few answered for who asks.' }),
    mean: t.exposeFloat('mean', { nullable: true, description: 'Mean.' }),
    change: t.exposeFloat('change', {
      nullable: true,
      description: 'Less the mean of the wave before that asked it.',
    }),
    p: t.float({
      nullable: true,
      description: "Chance of such a change between waves that think alike: Welch's test, two-sided.",
      resolve: ({ comparison }) => comparison?.p ?? null,
    }),
  }),
})
