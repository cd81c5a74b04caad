// The state of quality of a region and year in the graph.
import { label } from '../core/labels/label.ts'
import { builder } from '../graphql/builder.ts'
import { labelIn } from '../graphql/labels.ts'
import { globalId } from '../graphql/node.ts'
import { QualityTopic } from '../graphql/quality-words.ts'
import type { QualityReport as Report, QualityRow as Row, QualitySection as Section } from './quality-report.ts'
import { readQualityReport } from './quality-report-queries.ts'
import { rowName } from './quality-report-words.ts'

type TopicRow = Row & { topic: Section['topic'] }

const QualityRow = builder.objectRef<TopicRow>('QualityRow').implement({
  description: 'One row of a section, in the year and in the one before.',
  policy: 'figures',
  fields: (t) => ({
    key: t.exposeString('key', {
      description: 'Code of the defect or the indicator, key of the product; empty: not known.',
    }),
    name: t.string({
      description: "Its name in the request's language.",
      resolve: (row, _args, { language }) => rowName(row.topic, row, language),
    }),
    value: t.exposeFloat('value', { description: 'Tonnes, or how many.' }),
    before: t.exposeFloat('before', { description: 'The same in the year before.' }),
    mean: t.exposeFloat('mean', { nullable: true, description: 'Mean of the answers; null elsewhere.' }),
    meanBefore: t.exposeFloat('meanBefore', { nullable: true, description: 'The same in the year before.' }),
  }),
})

const QualitySection = builder.objectRef<Section>('QualitySection').implement({
  description: 'A section, whose total is the sum of its rows.',
  policy: 'figures',
  fields: (t) => ({
    topic: t.expose('topic', { type: QualityTopic, description: 'What it is about.' }),
    title: t.string({
      description: "The same in the request's language.",
      resolve: ({ topic }, _args, { language }) => label(language, 'qualityTopic', topic),
    }),
    rows: t.field({
      type: [QualityRow],
      description: 'The largest of the year first.',
      resolve: ({ topic, rows }) => rows.map((row) => ({ ...row, topic })),
    }),
    total: t.exposeFloat('total', { description: 'Sum of the year.' }),
    totalBefore: t.exposeFloat('totalBefore', { description: 'Sum of the year before.' }),
  }),
})

const QualityReport = builder.objectRef<Report>('QualityReport').implement({
  description: 'The state of quality of a region in a year, beside the year before.',
  policy: 'figures',
  fields: (t) => ({
    regionId: t.id({ description: 'The region.', resolve: ({ regionId }) => globalId('Region', regionId) }),
    region: t.string({ description: 'Its name.', resolve: ({ region }, _args, context) => labelIn(context, region) }),
    year: t.exposeInt('year', { description: 'The year.' }),
    sections: t.field({
      type: [QualitySection],
      description: 'Shipments, claims, comments, survey.',
      args: { topic: t.arg({ type: QualityTopic, description: 'This one alone.' }) },
      resolve: ({ sections }, { topic }) => sections.filter((section) => !topic || section.topic === topic),
    }),
    claimsPer1000: t.exposeFloat('claimsPer1000', {
      nullable: true,
      description: 'Claims per 1,000 t shipped; null without shipments.',
    }),
    claimsPer1000Before: t.exposeFloat('claimsPer1000Before', {
      nullable: true,
      description: 'The same in the year before.',
    }),
  }),
})

builder.queryField('qualityReport', (t) =>
  t.field({
    type: QualityReport,
    nullable: true,
    policy: 'figures',
    description: 'The state of quality of a region and year, of accounts that the viewer may see.',
    args: {
      code: t.arg.string({ required: true, description: 'Code of the region.' }),
      year: t.arg.int({ required: true, description: 'The year, 1970 to 2199.' }),
    },
    resolve: (_root, { code, year }, { engine, viewer, language }) =>
      year < 1970 || year >= 2200 ? null : readQualityReport(engine.db, viewer, { code, year, language }),
  }),
)
