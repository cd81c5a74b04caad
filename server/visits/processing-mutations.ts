// What came of processing an important order of our metal, as the visitor saw it: the record of a trial batch, on regular material (TRB-02).
import { sql } from 'kysely'
import { z } from 'zod'
import type { JsonObject } from '../../schema/json.ts'
import { writing } from '../cases/writing.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import { readOne } from '../core/selection.ts'
import { relatedList } from '../core/selection-related.ts'
import { computed, list } from '../core/selection-shape.ts'
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'
import { nodeId } from '../graphql/input-of.ts'
import { byId, inOrder, processedLines, processingShape } from '../trial-batches/part-queries.ts'
import { TrialProcessing, TrialResult } from '../trial-batches/parts-graphql.ts'
import { processingInput } from '../trial-batches/processing-input.ts'
import { competitorValueShape } from '../trial-batches/queries.ts'
import { CompetitorValue } from '../trial-batches/recommendation-graphql.ts'
import { type ProcessedLine, resultOf } from '../trial-batches/results.ts'
import { processingFaults } from '../workflows/trial-rules-use.ts'
import { Visit, type VisitRow } from './graphql.ts'
import { visitShape, visitsSeen } from './queries.ts'
import { byEffect, refuseUnless } from './report-commands.ts'
import { VisitReportAnswer } from './report-mutations.ts'

visitShape.fields.set(
  'processing',
  list(() => processingShape, 'case_id', { order: inOrder }),
)
visitShape.fields.set(
  'comparisons',
  list(() => competitorValueShape, 'case_id', { order: byId }),
)
visitShape.fields.set('result', {
  kind: 'columns',
  columns: [],
  values: [computed('processed', 'plain', (alias) => processedLines(sql.ref(`${alias}.id`), sql`1`))],
})

builder.objectFields(Visit, (t) => ({
  processing: t.field({
    type: [TrialProcessing],
    nullable: true,
    policy: 'internal',
    description: 'Results of processing an important order, line by line.',
    resolve: relatedList<'trial_processing'>(visitShape, 'processing'),
  }),
  result: t.field({
    type: TrialResult,
    nullable: true,
    policy: 'internal',
    description: 'What came of processing, over all lines; null where none was recorded.',
    resolve: (row) => {
      // The row type is that of the case; `values` adds the lines to it.
      const { processed } = row as unknown as { processed: ProcessedLine[] }
      return processed.length > 0 ? resultOf(processed) : null
    },
  }),
  comparisons: t.field({
    type: [CompetitorValue],
    nullable: true,
    policy: 'internal',
    description: "Competitors' values side by side with ours.",
    resolve: relatedList<'competitor_value'>(visitShape, 'comparisons'),
  }),
}))

command({
  name: 'recordVisitProcessing',
  description:
    'Records what came of processing an important order that was visited; said again, it replaces the record.',
  action: 'visit.submitReport',
  input: z.object({ id: nodeId('Visit').describe('The visit.'), ...processingInput }),
  success: VisitReportAnswer,
  run: async (work, { id, ...processed }, { engine, viewer }) => {
    const { scope } = await writing(engine, work, viewer, id, 'visit.submitReport')
    await refuseUnless(scope, ['underway', 'reporting', 'followUp'])
    const { purpose } = await work.trx
      .selectFrom('visit')
      .where('case_id', '=', id)
      .select('purpose')
      .executeTakeFirstOrThrow()
    if (purpose !== 'importantOrder') throw refuseField('id', 'notAllowedHere')
    const lacking = processingFaults(processed)
    if (lacking.length > 0) throw new Refused({ kind: 'invalid', fields: lacking })
    await byEffect(scope, 'processingFromVisit', processed as JsonObject)
    work.changed({ caseId: id, taskId: null, personIds: [] })
    return { caseId: id }
  },
  read: async (context, info, { caseId }) => {
    const where = sql<boolean>`service_case.id = ${caseId} and ${visitsSeen(context.viewer)}`
    return (await readOne(context, info, visitShape, where)) as VisitRow | null
  },
})
