// The analysis of satisfaction in the graph: one field, of which each part is read only where it is asked for.
import type { GraphQLResolveInfo } from 'graphql'
import { mayRead } from '../core/permissions.ts'
import { builder } from '../graphql/builder.ts'
import type { RequestContext } from '../graphql/context.ts'
import { globalId } from '../graphql/node.ts'
import { AnswerGrouping, ConsumerType } from '../graphql/words.ts'
import { readTells } from './cell-queries.ts'
import { levelFigures, markFigures } from './overview.ts'
import { agreementsOf } from './overview-agreements.ts'
import { driversOf } from './overview-drivers.ts'
import { factorRows } from './overview-factors.ts'
import {
  PromoterFigure,
  RespondentGroupFigures,
  SatisfactionFigure,
  SatisfactionGap,
  SatisfactionTrendPoint,
} from './overview-figure-graphql.ts'
import type { OverviewFilter } from './overview-filter.ts'
import { overviewFilterOf, SatisfactionFilter } from './overview-filter-graphql.ts'
import {
  AgreementFigure,
  PerceptionGap,
  PurchaseFactor,
  SatisfactionDriver,
  SatisfactionFinding,
} from './overview-finding-graphql.ts'
import { overviewFindings } from './overview-findings.ts'
import { gapsOf } from './overview-gaps.ts'
import { perceptionOf } from './overview-perception.ts'
import { promoterRows } from './overview-promoters.ts'
import { readOverview } from './overview-queries.ts'
import { respondentRows } from './overview-respondents.ts'
import type { Overview } from './overview-rows.ts'
import { trendPoints } from './overview-trend.ts'
import { tellsAll } from './subtraction-guard.ts'

const ComparedWave = builder.objectRef<Overview['waves'][number]>('ComparedWave').implement({
  description: 'A wave whose answers the figures are of.',
  policy: 'internal',
  fields: (t) => ({
    waveId: t.id({ description: 'The wave.', resolve: ({ id }) => globalId('SurveyWave', id) }),
    name: t.exposeString('name', { description: 'Its name.' }),
    opensAt: t.field({ type: 'DateTime', description: 'When it opened.', resolve: (row) => new Date(row.opensAt) }),
    invited: t.exposeInt('invited', { description: 'People invited.' }),
    answered: t.exposeInt('answered', { description: 'Invitations that were answered.' }),
  }),
})

const by = builder.args((t) => ({
  by: t.field({ type: AnswerGrouping, description: 'How answers are put together; `all` unless said.' }),
}))

const Satisfaction = builder.objectRef<Overview>('Satisfaction').implement({
  description: 'What the answers of a filter say, all of one moment, from sums that are kept with the answers.',
  policy: 'internal',
  fields: (t) => ({
    waves: t.expose('waves', { type: [ComparedWave], description: 'The waves, the newest first.' }),
    levels: t.field({
      type: [SatisfactionFigure],
      args: by,
      description: "General level: the plain mean of the indicators' means, one for each scale.",
      resolve: (row, args) => levelFigures(row, args.by ?? 'all'),
    }),
    figures: t.field({
      type: [SatisfactionFigure],
      args: by,
      description: 'Each item that is answered by marks.',
      resolve: (row, args) => markFigures(row, args.by ?? 'all'),
    }),
    respondents: t.field({
      type: [RespondentGroupFigures],
      args: by,
      description: 'Who answered.',
      resolve: (row, args) => respondentRows(row, args.by ?? 'all'),
    }),
    gaps: t.field({ type: [SatisfactionGap], description: 'End users against wholesalers.', resolve: gapsOf }),
    findings: t.field({ type: [SatisfactionFinding], description: 'What can be stated.', resolve: overviewFindings }),
    factors: t.field({
      type: [PurchaseFactor],
      args: { consumerType: t.arg({ type: ConsumerType, description: 'Of this type alone.' }) },
      description: 'What decides a purchase, the most important first.',
      resolve: (row, { consumerType }) => factorRows(row, consumerType ?? null),
    }),
    promoters: t.field({
      type: [PromoterFigure],
      args: by,
      description: 'Net promoter score.',
      resolve: (row, args) => promoterRows(row, args.by ?? 'all'),
    }),
    agreements: t.field({
      type: [AgreementFigure],
      description: 'Items that were answered by yes, partly or no; last all together.',
      resolve: agreementsOf,
    }),
    trend: t.field({ type: [SatisfactionTrendPoint], description: 'Wave to wave.', resolve: trendPoints }),
    drivers: t.field({ type: [SatisfactionDriver], description: 'The strongest first.', resolve: driversOf }),
    perception: t.field({ type: [PerceptionGap], description: 'Customers against staff.', resolve: perceptionOf }),
  }),
})

builder.queryField('satisfaction', (t) =>
  t.field({
    type: Satisfaction,
    policy: 'internal',
    nullable: true,
    description: 'Satisfaction of customers within the regions that the viewer may see.',
    args: { filter: t.arg({ type: SatisfactionFilter, description: 'Which answers.' }) },
    resolve: (_root, { filter }, context, info) => readFor(context, info, overviewFilterOf(filter)),
  }),
)

async function readFor(context: RequestContext, info: GraphQLResolveInfo, filter: OverviewFilter): Promise<Overview> {
  const tells = mayRead(context.viewer, 'answers') ? tellsAll : await readTells(context, filter)
  return readOverview(context, info, filter, tells)
}
