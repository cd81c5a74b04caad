// A published questionnaire with every column filled.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { added } from './works.ts'

/** Type, relation and key of each row: questionnaires are the same for everybody of the works. */
export async function givenSurveys(
  db: Kysely<Database>,
  personId: string,
): Promise<[type: string, relation: string, key: string][]> {
  const text = JSON.stringify({ en: 'Quality', ru: 'Качество', kk: 'Сапа' })
  const questionnaire = await added(db, 'questionnaire', {
    code: 'works',
    instrument: 'steelWorks',
    name: text,
    created_by: personId,
  })
  const at = new Date('2026-11-02T07:00:00Z')
  const version = await added(db, 'questionnaire_version', {
    questionnaire_id: questionnaire,
    version: 1,
    state: 'published',
    languages: ['en', 'ru'],
    introduction: text,
    thanks: text,
    created_by: personId,
    published_by: personId,
    published_at: at,
  })
  const section = await added(db, 'survey_section', { version_id: version, position: 1, title: text })
  await added(db, 'survey_item', {
    version_id: version,
    section_id: section,
    position: 1,
    code: 'quality',
    kind: 'rating',
    scale_min: 1,
    scale_max: 5,
    wording: text,
    options: JSON.stringify([{ code: 'price', wording: { en: 'Price' } }]),
  })
  return [
    ['Questionnaire', 'any', questionnaire],
    ['QuestionnaireVersion', 'any', version],
  ]
}
