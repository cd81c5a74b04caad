// Reads of questionnaires and their versions.
import type { GraphQLResolveInfo } from 'graphql'
import { type SqlBool, sql } from 'kysely'
import { type RowOf, readList, readOne } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import { list, one, type Shape, shape } from '../core/selection-shape.ts'
import { personShape } from '../organization/queries.ts'

const inOrder = { columns: ['position', 'id'], direction: 'asc' } as const

export const questionnaireShape: Shape<'questionnaire'> = shape('Questionnaire', 'questionnaire', {
  fields: {
    code: 'code',
    instrument: 'instrument',
    instrumentLabel: 'instrument',
    name: 'name',
    names: 'name',
    createdAt: 'created_at',
    versions: list(() => questionnaireVersionShape, 'questionnaire_id', {
      order: { columns: ['version', 'id'], direction: 'desc' },
    }),
  },
})

export const questionnaireVersionShape: Shape<'questionnaire_version'> = shape(
  'QuestionnaireVersion',
  'questionnaire_version',
  {
    fields: {
      questionnaire: one(() => questionnaireShape, 'questionnaire_id'),
      version: 'version',
      state: 'state',
      stateLabel: 'state',
      languages: 'languages',
      introduction: 'introduction',
      thanks: 'thanks',
      revision: 'revision',
      createdAt: 'created_at',
      publishedAt: 'published_at',
      publishedBy: one(() => personShape, 'published_by'),
      sections: list(() => surveySectionShape, 'version_id', { order: inOrder }),
    },
  },
)

export const surveySectionShape: Shape<'survey_section'> = shape('SurveySection', 'survey_section', {
  fields: {
    title: 'title',
    items: list(() => surveyItemShape, 'section_id', { order: inOrder }),
  },
})

export const surveyItemShape: Shape<'survey_item'> = shape('SurveyItem', 'survey_item', {
  fields: {
    code: 'code',
    kind: 'kind',
    kindLabel: 'kind',
    scaleMin: 'scale_min',
    scaleMax: 'scale_max',
    decimals: 'decimals',
    obligatory: 'obligatory',
    asksImportance: 'asks_importance',
    tiesAllowed: 'ties_allowed',
    wording: 'wording',
    wordings: 'wording',
    options: 'options',
  },
})

export function readQuestionnaires(reader: Reader, info: GraphQLResolveInfo): Promise<RowOf<'questionnaire'>[]> {
  return readList(reader, info, questionnaireShape, {
    where: sql<SqlBool>`true`,
    order: { columns: ['code'], direction: 'asc' },
  })
}

export function readQuestionnaire(
  reader: Reader,
  info: GraphQLResolveInfo,
  id: string,
): Promise<RowOf<'questionnaire'> | null> {
  return readOne(reader, info, questionnaireShape, sql<SqlBool>`questionnaire.id = ${id}`)
}

export function readQuestionnaireVersion(
  reader: Reader,
  info: GraphQLResolveInfo,
  id: string,
): Promise<RowOf<'questionnaire_version'> | null> {
  return readOne(reader, info, questionnaireVersionShape, sql<SqlBool>`questionnaire_version.id = ${id}`)
}
