// What is done with recommendations and competitors' products.
import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { day, decimal, line, moment, text } from '../core/input.ts'
import { type RowOf, readOne } from '../core/selection.ts'
import { command } from '../graphql/command.ts'
import { nodeId } from '../graphql/input-of.ts'
import { competitorProductShape, recommendationShape, recommendationsSeen } from './queries.ts'
import {
  acceptRecommendation,
  declineRecommendation,
  recordRecommendationEffect,
  setCompetitorProduct,
} from './recommendation-commands.ts'
import { CompetitorProduct, Recommendation } from './recommendation-graphql.ts'

type Read = Parameters<typeof command<z.ZodObject, { id: string }, RowOf<'recommendation'>>>[0]['read']
const read: Read = (context, info, { id }) =>
  readOne(
    context,
    info,
    recommendationShape,
    sql<SqlBool>`recommendation.id = ${id} and ${recommendationsSeen(context.viewer)}`,
  ) as Promise<RowOf<'recommendation'> | null>
const id = nodeId('Recommendation').describe('The recommendation.')

command({
  name: 'acceptRecommendation',
  description: 'Accepts a recommendation: the department gets a task.',
  action: 'recommendation.decide',
  input: z.object({
    id,
    departmentId: nodeId('Department').describe('Who carries it out.'),
    measure: text(2_000).describe('What is to be done.'),
    dueAt: moment().describe('Until when.'),
  }),
  success: Recommendation,
  run: (work, input, { engine, viewer }) => acceptRecommendation(engine, work, viewer, input),
  read,
})

command({
  name: 'declineRecommendation',
  description: 'Declines a recommendation with the reason.',
  action: 'recommendation.decide',
  input: z.object({ id, reason: text(2_000).describe('Why it is not followed.') }),
  success: Recommendation,
  run: (work, input, { engine, viewer }) => declineRecommendation(engine, work, viewer, input),
  read,
})

command({
  name: 'recordRecommendationEffect',
  description: 'Records the value measured after the measure, and whether it suits the customer now.',
  action: 'recommendation.measure',
  input: z.object({
    id,
    value: decimal({ places: 6, min: '-1000000000', max: '1000000000' }).describe('The measured value.'),
    unit: line(40).describe('Its unit.'),
    measuredOn: day().describe('When it was measured.'),
    effective: z.boolean().describe('Whether it suits now.'),
    note: text(2_000).nullish().describe('What is to be known of it.'),
  }),
  success: Recommendation,
  run: (work, input, { engine, viewer }) => recordRecommendationEffect(engine, work, viewer, input),
  read,
})

command({
  name: 'setCompetitorProduct',
  description: "Enters a competitor's product or changes it.",
  action: 'competitor.write',
  input: z.object({
    competitor: line(200).describe('Who makes it.'),
    name: line(200).describe('What it is called.'),
    grade: line(100).nullish().describe('Its grade.'),
    note: text(2_000).nullish().describe('What is known of it.'),
    active: z.boolean().nullish().describe('Whether it is on the market.'),
  }),
  success: CompetitorProduct,
  run: (work, input) => setCompetitorProduct(work, input),
  read: (context, info, { id }) =>
    readOne(context, info, competitorProductShape, sql<SqlBool>`competitor_product.id = ${id}`),
})
