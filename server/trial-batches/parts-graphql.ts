// The parts of a trial batch in the graph: requirements with values, heats, changes, stages, results of processing.
import { partsSeen } from '../cases/queries.ts'
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedList, relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { ChainStage, IndicatorGroup } from '../graphql/words.ts'
import { Heat, Piece } from '../materials/graphql.ts'
import { trimDecimal } from '../workflows/decimal.ts'
import { measurementShape, processingShape, requirementShape, trialHeatShape } from './part-queries.ts'
import { type ProcessingResult, yieldOf } from './results.ts'

const iteration = 'Iteration of the trial, from 1.'

const TrialMeasurement = builder.objectRef<RowOf<'trial_measurement'>>('TrialMeasurement').implement({
  description: 'A measured value of an indicator.',
  policy: 'internal',
  fields: (t) => ({
    inspection: t.exposeInt('inspection', { description: 'Which inspection, from 1; the last one counts.' }),
    value: t.field({ type: 'Decimal', description: 'The value.', resolve: ({ value }) => trimDecimal(value) }),
    unit: t.exposeString('unit', { description: 'Its unit.' }),
    conforms: t.exposeBoolean('conforms', { description: 'Whether it keeps to the limits.' }),
    ofCertificate: t.exposeBoolean('of_certificate', { description: 'Whether the inspection certificate says it.' }),
    heat: t.field({
      type: Heat,
      nullable: true,
      description: 'The heat it was measured of.',
      resolve: relatedOneOrNull<'heat'>(measurementShape, 'heat'),
    }),
    piece: t.field({
      type: Piece,
      nullable: true,
      description: 'The coil it was measured on.',
      resolve: relatedOneOrNull<'piece'>(measurementShape, 'piece'),
    }),
  }),
})

export const TrialRequirement = builder.objectRef<RowOf<'trial_requirement'>>('TrialRequirement').implement({
  description: 'What the customer asks of one indicator.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    iteration: t.exposeInt('iteration', { description: iteration }),
    group: t.expose('indicator_group', { type: IndicatorGroup, description: 'One of the six groups.' }),
    groupLabel: t.string({
      description: "The group in the request's language.",
      resolve: ({ indicator_group }, _args, { language }) => label(language, 'indicatorGroup', indicator_group),
    }),
    indicator: t.exposeString('indicator', { description: 'Name of the indicator.' }),
    unit: t.exposeString('unit', { description: 'Unit of limits and values.' }),
    min: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Lower limit, included.',
      resolve: ({ min_value }) => min_value && trimDecimal(min_value),
    }),
    max: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Upper limit, included.',
      resolve: ({ max_value }) => max_value && trimDecimal(max_value),
    }),
    property: t.exposeString('property', {
      nullable: true,
      description: 'Code under which the inspection certificate holds it.',
    }),
    measurements: t.field({
      type: [TrialMeasurement],
      description: 'Measured values of all inspections.',
      resolve: relatedList<'trial_measurement'>(requirementShape, 'measurements'),
    }),
  }),
})
answerNode(requirementShape, 'internal', partsSeen('trial_requirement.case_id'))

export const TrialHeat = builder.objectRef<RowOf<'trial_heat'>>('TrialHeat').implement({
  description: 'A heat that was made for the trial: one variant.',
  policy: 'internal',
  fields: (t) => ({
    iteration: t.exposeInt('iteration', { description: iteration }),
    variant: t.exposeString('variant', { nullable: true, description: 'What is different in it.' }),
    heat: t.field({
      type: Heat,
      nullable: true,
      description: 'The heat.',
      resolve: relatedOneOrNull<'heat'>(trialHeatShape, 'heat'),
    }),
  }),
})

export const TrialCardChange = builder.objectRef<RowOf<'trial_card_change'>>('TrialCardChange').implement({
  description: 'A change to the technical card.',
  policy: 'internal',
  fields: (t) => ({
    iteration: t.exposeInt('iteration', { description: iteration }),
    parameter: t.exposeString('parameter', { description: 'What was set otherwise.' }),
    before: t.exposeString('before', { description: 'As the card had it.' }),
    after: t.exposeString('after', { description: 'As it was made.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why.' }),
  }),
})

export const TrialStage = builder.objectRef<RowOf<'trial_stage'>>('TrialStage').implement({
  description: 'A stage of the quality chain that the material passed.',
  policy: 'internal',
  fields: (t) => ({
    iteration: t.exposeInt('iteration', { description: iteration }),
    stage: t.expose('stage', { type: ChainStage, description: 'The stage.' }),
    stageLabel: t.string({
      description: "The stage in the request's language.",
      resolve: ({ stage }, _args, { language }) => label(language, 'chainStage', stage),
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was passed.' }),
    note: t.exposeString('note', { nullable: true, description: 'What is to be known of it.' }),
  }),
})

export const TrialProcessing = builder.objectRef<RowOf<'trial_processing'>>('TrialProcessing').implement({
  description: 'What came of processing one variant, or all of the material.',
  policy: 'internal',
  fields: (t) => ({
    iteration: t.exposeInt('iteration', { description: iteration }),
    heat: t.field({
      type: Heat,
      nullable: true,
      description: 'The heat, where variants are told apart.',
      resolve: relatedOneOrNull<'heat'>(processingShape, 'heat'),
    }),
    inputMass: t.expose('input_mass', { type: 'Decimal', description: 'Input in tonnes.' }),
    goodMass: t.expose('good_mass', { type: 'Decimal', description: 'Good output in tonnes.' }),
    reasonAbove: t.exposeString('reason_above', {
      nullable: true,
      description: 'Why the output is above the input.',
    }),
    stops: t.exposeInt('stops', { description: 'Stops and breaks.' }),
    pieces: t.exposeInt('pieces', { description: 'Coils processed.' }),
    rating: t.exposeInt('rating', { description: 'How easily it was processed, 1 to 5.' }),
    note: t.exposeString('note', { nullable: true, description: 'What is to be known of it.' }),
    yield: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Good output in percent of the input.',
      resolve: ({ input_mass, good_mass }) => yieldOf({ inputMass: input_mass, goodMass: good_mass }).yield,
    }),
    consumption: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Tonnes of input for a tonne of good product.',
      resolve: ({ input_mass, good_mass }) => yieldOf({ inputMass: input_mass, goodMass: good_mass }).consumption,
    }),
  }),
})

export const TrialResult = builder.objectRef<ProcessingResult>('TrialResult').implement({
  description: 'What came of processing the present iteration, over all variants.',
  policy: 'internal',
  fields: (t) => ({
    inputMass: t.expose('inputMass', { type: 'Decimal', description: 'Input in tonnes.' }),
    goodMass: t.expose('goodMass', { type: 'Decimal', description: 'Good output in tonnes.' }),
    yield: t.expose('yield', { type: 'Decimal', nullable: true, description: 'Good output in percent of the input.' }),
    consumption: t.expose('consumption', {
      type: 'Decimal',
      nullable: true,
      description: 'Tonnes of input for a tonne of good product.',
    }),
    stops: t.expose('stops', { type: 'Decimal', description: 'Stops and breaks.' }),
    pieces: t.exposeInt('pieces', { description: 'Coils processed.' }),
    rating: t.expose('rating', { type: 'Decimal', nullable: true, description: 'Mean ease of processing, 1 to 5.' }),
  }),
})
