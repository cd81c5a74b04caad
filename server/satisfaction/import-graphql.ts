// Files of answers that were taken into a wave.
import { sql } from 'kysely'
import type { RowOf } from '../core/selection.ts'
import { relatedList, relatedOneOrNull } from '../core/selection-related.ts'
import { computed, list, one, type Shape, shape } from '../core/selection-shape.ts'
import { builder } from '../graphql/builder.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { Person } from '../organization/graphql.ts'
import { personShape } from '../organization/queries.ts'
import { people } from '../organization/visibility.ts'
import { SurveyWave } from './wave-graphql.ts'
import { waveShape } from './wave-queries.ts'

const responses = computed('responses', 'plain', (alias) => {
  return sql`(select count(*)::int from survey_response where import_id = ${sql.ref(`${alias}.id`)})`
})

const importShape: Shape<'survey_import'> = shape('AnswerImport', 'survey_import', {
  fields: {
    fileName: 'file_name',
    responses: [responses],
    createdAt: 'created_at',
    createdBy: one(() => personShape, 'created_by'),
    withdrawnAt: 'withdrawn_at',
    withdrawnBy: one(() => personShape, 'withdrawn_by'),
  },
})

const AnswerImport = builder.objectRef<RowOf<'survey_import'>>('AnswerImport').implement({
  description: 'A file of answers that was taken into a wave, and can be taken back as a whole.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    fileName: t.exposeString('file_name', { description: 'Name of the file.' }),
    responses: t.int({
      description: 'Respondents taken in; none once it was taken back.',
      resolve: (row) => (row as { responses?: number }).responses ?? 0,
    }),
    createdAt: t.expose('created_at', { type: 'DateTime', description: 'When it was begun.' }),
    createdBy: t.field({
      type: Person,
      nullable: true,
      description: 'By whom.',
      resolve: relatedOneOrNull<'person'>(importShape, 'createdBy'),
    }),
    withdrawnAt: t.expose('withdrawn_at', { type: 'DateTime', nullable: true, description: 'When it was taken back.' }),
    withdrawnBy: t.field({
      type: Person,
      nullable: true,
      description: 'By whom.',
      resolve: relatedOneOrNull<'person'>(importShape, 'withdrawnBy'),
    }),
  }),
})
answerNode(importShape, 'internal', people)

waveShape.fields.set(
  'imports',
  list(() => importShape, 'wave_id', { order: { columns: ['created_at', 'id'], direction: 'desc' }, limit: 20 }),
)
builder.objectField(SurveyWave, 'imports', (t) =>
  t.field({
    type: [AnswerImport],
    description: 'The last twenty files of answers, the newest first.',
    resolve: relatedList<'survey_import'>(waveShape, 'imports'),
  }),
)
