// A published questionnaire with every column filled.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { added } from './works.ts'

/** Type, relation and key of each row: questionnaires are the same for everybody of the works. */
export async function givenSurveys(
  db: Kysely<Database>,
  personId: string,
  customers: Readonly<Record<string, { id: string; contactId: string }>>,
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
  const wave = await added(db, 'survey_wave', {
    version_id: version,
    name: 'Autumn',
    kind: 'planned',
    state: 'open',
    population: JSON.stringify({
      regionIds: [version],
      consumerTypes: ['endUser'],
      keyOnly: true,
      productIds: [version],
    }),
    sample_size: 8,
    reminder_days: [3],
    quiet_days: 90,
    mobile_channel: 'sms',
    opens_at: new Date('2026-05-01T07:00:00Z'),
    closes_at: new Date('2026-12-01T07:00:00Z'),
    created_by: personId,
    opened_at: at,
    closed_at: at,
  })
  const invited = Object.entries(customers).map(async ([relation, { id, contactId }]) => {
    const whom = { account_id: id, contact_id: contactId }
    const invitation = await added(db, 'survey_invitation', {
      ...whom,
      wave_id: wave,
      channel: 'email',
      language: 'en',
      state: 'answered',
      contact_type: 'claims',
      employee_id: personId,
      reminders: 1,
      queued_at: at,
      sent_at: at,
      next_reminder_at: at,
      opened_at: at,
      answered_at: at,
      expires_at: new Date('2026-12-01T07:00:00Z'),
    })
    const message = await added(db, 'mail_message', {
      ...whom,
      purpose: 'invitation',
      channel: 'email',
      receiver: 'sample@example.test',
      invitation_id: invitation,
      state: 'sent',
      tries: 2,
      last_error: 'Greylisted',
      queued_at: at,
      next_try_at: at,
      sent_at: at,
    })
    return [
      ['SurveyInvitation', relation, invitation],
      ['MailMessage', relation, message],
    ] satisfies [string, string, string][]
  })
  await givenSums(db, { version, section, wave })
  const taken = await added(db, 'survey_import', {
    wave_id: wave,
    file_name: 'answers.csv',
    created_by: personId,
    created_at: at,
    withdrawn_by: personId,
    withdrawn_at: at,
  })
  return [
    ['AnswerImport', 'any', taken],
    ['Questionnaire', 'any', questionnaire],
    ['QuestionnaireVersion', 'any', version],
    ['SurveyWave', 'any', wave],
    ...(await Promise.all(invited)).flat(),
  ]
}

/** Sums of one respondent who recommends us and buys ten kilotonnes a year. */
async function givenSums(db: Kysely<Database>, of: { version: string; section: string; wave: string }): Promise<void> {
  const item = await added(db, 'survey_item', {
    version_id: of.version,
    section_id: of.section,
    position: 2,
    code: 'recommendation',
    kind: 'recommendation',
    scale_min: 0,
    scale_max: 10,
    wording: JSON.stringify({ en: 'Would you recommend us?' }),
  })
  const { id: region_id } = await db.selectFrom('region').select('id').orderBy('code').executeTakeFirstOrThrow()
  const group = { wave_id: of.wave, region_id, consumer_type: 'endUser' as const }
  await db
    .insertInto('respondent_rollup')
    .values({ ...group, respondents: 1, kilotonnes: '10' })
    .execute()
  await db
    .insertInto('satisfaction_rollup')
    .values({
      ...group,
      item_id: item,
      ...{ n: 1, sum: '10', sum_of_squares: '100', top: 1, promoters: 1, passives: 0, detractors: 0 },
      ...{ counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], importance_n: 0, importance_sum: '0' },
      ...{ kilotonnes: '10', weighted_sum: '100' },
    })
    .execute()
}
