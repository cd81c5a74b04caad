// Findings, factors of a purchase, drivers and perception in the graph.
import { builder } from '../graphql/builder.ts'
import { ConsumerType, FindingKind, Quadrant } from '../graphql/words.ts'
import type { Finding } from './findings.ts'
import type { Agreement } from './overview-agreements.ts'
import type { Driver } from './overview-drivers.ts'
import type { FactorRow } from './overview-factors.ts'
import { Bounds } from './overview-figure-graphql.ts'
import type { Perception } from './overview-perception.ts'
import { wordingIn } from './wording.ts'

export const SatisfactionFinding = builder
  .objectRef<Finding & { n: number; threshold: number }>('SatisfactionFinding')
  .implement({
    description: 'A statement that the figures allow; no fixed sentence, but a rule with the numbers it rests on.',
    policy: 'internal',
    fields: (t) => ({
      kind: t.expose('kind', { type: FindingKind, description: 'What it states.' }),
      good: t.boolean({
        description: 'Whether it is nothing to act on.',
        resolve: (row) =>
          row.kind === 'generalLevel'
            ? row.level === 'good'
            : ['content', 'consistent', 'constantPriority'].includes(row.kind),
      }),
      items: t.stringList({
        description: 'Codes of the indicators or factors it speaks of; of the general level, its exceptions.',
        resolve: (row) => {
          if (row.kind === 'generalLevel') return row.exceptions
          if ('indicators' in row) return row.indicators
          if ('indicator' in row) return [row.indicator]
          return 'factor' in row ? [row.factor] : []
        },
      }),
      value: t.float({
        nullable: true,
        description: 'The mean, gap or spread it rests on; of a constant priority, in how many waves.',
        resolve: (row) => {
          if ('mean' in row) return row.mean
          if ('gap' in row) return row.gap
          if ('spread' in row) return row.spread
          return 'waves' in row ? row.waves : null
        },
      }),
      threshold: t.exposeFloat('threshold', { description: 'The mean from which a level is good.' }),
      n: t.exposeInt('n', { description: 'Answers it rests on, the fewest of its figures.' }),
    }),
  })

export const PurchaseFactor = builder.objectRef<FactorRow>('PurchaseFactor').implement({
  description:
    'What decides a purchase: how often it is named, how it is ranked, how content the respondents are with it.',
  policy: 'internal',
  fields: (t) => ({
    factor: t.exposeString('factor', { description: 'Code of the option.' }),
    name: t.string({
      description: "The option in the request's language.",
      resolve: ({ wording }, _args, { language }) => wordingIn(language, wording),
    }),
    consumerType: t.expose('consumerType', { type: ConsumerType, nullable: true, description: 'Type; null: both.' }),
    n: t.exposeInt('n', { description: 'Respondents who were asked what decides.' }),
    hidden: t.exposeBoolean('hidden', { description: 'Too few answered for who asks.' }),
    chosen: t.exposeInt('chosen', { nullable: true, description: 'How many named it.' }),
    importance: t.exposeFloat('importance', { nullable: true, description: 'The same as a share, 0 to 1.' }),
    satisfaction: t.exposeFloat('satisfaction', { nullable: true, description: 'Mean of the item with its code.' }),
    quadrant: t.expose('quadrant', {
      type: Quadrant,
      nullable: true,
      description: 'Important is what half of the respondents name, content a mean of 3.5 and above.',
    }),
    rankedBy: t.exposeInt('rankedBy', { description: 'How many put it in order.' }),
    meanRank: t.exposeFloat('meanRank', { nullable: true, description: 'Its mean rank, 1 the most important.' }),
    firstPlaces: t.exposeInt('firstPlaces', { nullable: true, description: 'How many put it first.' }),
    place: t.exposeInt('place', {
      nullable: true,
      description: 'Place by mean rank, then by first places; ties share it.',
    }),
  }),
})

export const SatisfactionDriver = builder.objectRef<Driver>('SatisfactionDriver').implement({
  description:
    'How an indicator goes with the willingness to recommend, or with the general level where that is not asked.',
  policy: 'internal',
  fields: (t) => ({
    item: t.exposeString('item', { description: 'Code of the item.' }),
    name: t.string({
      description: "The item's question in the request's language.",
      resolve: ({ wording }, _args, { language }) => wordingIn(language, wording),
    }),
    n: t.exposeInt('n', { description: 'Respondents who answered both.' }),
    r: t.exposeFloat('r', { description: "Pearson's coefficient, −1 to 1." }),
    interval: t.expose('interval', { type: Bounds, nullable: true, description: "By Fisher's transformation." }),
  }),
})

export const PerceptionGap = builder.objectRef<Perception>('PerceptionGap').implement({
  description: 'What customers say against what the works thinks they say.',
  policy: 'internal',
  fields: (t) => ({
    item: t.exposeString('item', { nullable: true, description: 'Code of the item; null: all together.' }),
    name: t.string({
      nullable: true,
      description: "The item's question in the request's language.",
      resolve: ({ wording }, _args, { language }) => wording && wordingIn(language, wording),
    }),
    n: t.exposeInt('n', { description: 'Customers who answered.' }),
    staffN: t.exposeInt('staffN', { description: 'People of the works who answered.' }),
    customers: t.exposeFloat('customers', { nullable: true, description: 'Mean of the customers.' }),
    staff: t.exposeFloat('staff', { nullable: true, description: "Mean of the works' estimate." }),
    gap: t.exposeFloat('gap', { nullable: true, description: 'Staff less customers.' }),
  }),
})

export const AgreementFigure = builder.objectRef<Agreement>('AgreementFigure').implement({
  description: 'How far respondents agree with an item that is answered by yes, partly or no.',
  policy: 'internal',
  fields: (t) => ({
    item: t.exposeString('item', { nullable: true, description: 'Code of the item; null: all together.' }),
    name: t.string({
      nullable: true,
      description: "The item's question in the request's language.",
      resolve: ({ wording }, _args, { language }) => wording && wordingIn(language, wording),
    }),
    n: t.exposeInt('n', { description: 'Answers.' }),
    hidden: t.exposeBoolean('hidden', { description: 'Too few answered for who asks.' }),
    yes: t.exposeInt('yes', { nullable: true, description: 'Yes.' }),
    partly: t.exposeInt('partly', { nullable: true, description: 'Partly.' }),
    no: t.exposeInt('no', { nullable: true, description: 'No.' }),
    score: t.exposeFloat('score', { nullable: true, description: 'Yes 1, partly ½, no 0, over the answers; 0 to 1.' }),
  }),
})
