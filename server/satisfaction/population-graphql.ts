// The population of a wave in the graph: its filter, and whom it would ask and leave out.

import { type Language as LanguageWord, languages, words } from '../../schema/vocabulary.ts'
import { Region } from '../accounts/graphql.ts'
import { readRegions } from '../accounts/queries.ts'
import { parseInput } from '../core/input.ts'
import { label } from '../core/labels/label.ts'
import { builder } from '../graphql/builder.ts'
import { inputOf } from '../graphql/input-of.ts'
import { globalId } from '../graphql/node.ts'
import { ConsumerType, Language, LeftOutReason } from '../graphql/words.ts'
import { type PopulationCounts, type PopulationFilter, readPopulation } from './population-queries.ts'
import { populationInput } from './wave-inputs.ts'

export const WavePopulation = builder.objectRef<PopulationFilter>('WavePopulation').implement({
  description: 'The filter that makes the population of a wave; what is empty limits nothing.',
  policy: 'internal',
  fields: (t) => ({
    regionIds: t.idList({
      description: 'Regions.',
      resolve: ({ regionIds }) => (regionIds ?? []).map((id) => globalId('Region', id)),
    }),
    consumerTypes: t.field({
      type: [ConsumerType],
      description: 'Types of customers.',
      resolve: ({ consumerTypes }) => [...(consumerTypes ?? [])],
    }),
    keyOnly: t.boolean({ description: 'Only key customers.', resolve: ({ keyOnly }) => keyOnly ?? false }),
    productIds: t.idList({
      description: 'Products that were sent to them.',
      resolve: ({ productIds }) => (productIds ?? []).map((id) => globalId('Product', id)),
    }),
  }),
})

const PopulationGroup = builder.objectRef<PopulationCounts['groups'][number]>('PopulationGroup').implement({
  description: 'People of one region and type of customer who would be asked.',
  policy: 'figures',
  fields: (t) => ({
    region: t.field({
      type: Region,
      nullable: true,
      description: 'The region.',
      resolve: async ({ regionId }, _args, context, info) =>
        (await readRegions(context, info)).find(({ id }) => id === regionId) ?? null,
    }),
    consumerType: t.expose('consumerType', { type: ConsumerType, description: 'The type.' }),
    consumerTypeLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ consumerType }, _args, { language }) => label(language, 'consumerType', consumerType),
    }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
})

const LeftOut = builder.objectRef<PopulationCounts['leftOut'][number]>('LeftOut').implement({
  description: 'People of the population who are not asked.',
  policy: 'figures',
  fields: (t) => ({
    reason: t.expose('reason', { type: LeftOutReason, description: 'Why.' }),
    reasonLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ reason }, _args, { language }) => label(language, 'leftOutReason', reason),
    }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
})

const PopulationLanguage = builder.objectRef<PopulationCounts['languages'][number]>('PopulationLanguage').implement({
  description: 'People who would be asked in a language.',
  policy: 'figures',
  fields: (t) => ({
    language: t.field({
      type: Language,
      description: 'Language of the contacts.',
      resolve: ({ language }): LanguageWord => words(languages).find((word) => word === language) ?? 'en',
    }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
})

const PopulationPreview = builder.objectRef<PopulationCounts>('PopulationPreview').implement({
  description: 'Whom a wave would ask if it were opened now.',
  policy: 'figures',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'How many people would be asked, before a sample is drawn.' }),
    groups: t.field({
      type: [PopulationGroup],
      description: 'By region and type of customer.',
      resolve: ({ groups }) => groups,
    }),
    languages: t.field({
      type: [PopulationLanguage],
      description: 'By the language of the contact.',
      resolve: (row) => row.languages,
    }),
    byMail: t.exposeInt('byMail', { description: 'Of all of them, those with an e-mail address.' }),
    leftOut: t.field({ type: [LeftOut], description: 'Who is left out, and why.', resolve: ({ leftOut }) => leftOut }),
  }),
})

builder.queryField('populationPreview', (t) =>
  t.field({
    type: PopulationPreview,
    nullable: true,
    policy: 'figures',
    description: 'Whom a wave with this population would ask now.',
    args: {
      population: t.arg({
        type: inputOf('PlanWavePopulationInput', 'Who is asked; what is left out limits nothing.', populationInput),
        description: 'Everybody unless said.',
      }),
      quietDays: t.arg.int({ description: '90 unless said.' }),
    },
    resolve: (_root, { population, quietDays }, { engine, viewer }) => {
      const days = Math.min(Math.max(quietDays ?? 90, 0), 365)
      return readPopulation(engine.db, viewer, parseInput(populationInput, population ?? {}), days, engine.now())
    },
  }),
)
