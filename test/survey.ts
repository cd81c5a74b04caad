// A published questionnaire, a wave and its answers, as tests need them.
import type { Kysely } from 'kysely'
import type { Database } from '../schema/database.ts'
import type { Instrument, RespondentGroup } from '../schema/survey-vocabulary.ts'
import { type NewResponse, writeResponse } from '../server/satisfaction/response-commands.ts'

type Db = Kysely<Database>

export interface GivenItem {
  code: string
  kind?: 'rating' | 'recommendation' | 'agreement' | 'choices' | 'ranking' | 'text'
  max?: number
  options?: string[]
}

/** Ids of a published version; marks are from 1 to `max` (5), recommendations from 0 to 10. */
export async function givenQuestionnaire(db: Db, code: string, instrument: Instrument, items: GivenItem[]) {
  const made = await db
    .insertInto('questionnaire')
    .values({ code, instrument, name: JSON.stringify({ en: code }) })
    .onConflict((conflict) => conflict.column('code').doUpdateSet({ instrument }))
    .returning('id')
    .executeTakeFirstOrThrow()
  const { last } = await db
    .selectFrom('questionnaire_version')
    .where('questionnaire_id', '=', made.id)
    .select((eb) => eb.fn.coalesce(eb.fn.max('version'), eb.lit(0)).as('last'))
    .executeTakeFirstOrThrow()
  const version = await db
    .insertInto('questionnaire_version')
    .values({
      questionnaire_id: made.id,
      version: last + 1,
      languages: ['en'],
      state: 'published',
      published_at: new Date(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const section = await db
    .insertInto('survey_section')
    .values({ version_id: version.id, position: 1, title: JSON.stringify({ en: 'All' }) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('survey_item')
    .values(
      items.map(({ code: item, kind = 'rating', max = 5, options = [] }, index) => ({
        version_id: version.id,
        section_id: section.id,
        position: index + 1,
        code: item,
        kind,
        scale_min: kind === 'rating' ? 1 : kind === 'recommendation' ? 0 : null,
        scale_max: kind === 'rating' ? max : kind === 'recommendation' ? 10 : null,
        asks_importance: kind === 'rating',
        wording: JSON.stringify({ en: item }),
        options: JSON.stringify(options.map((option) => ({ code: option, wording: { en: option } }))),
      })),
    )
    .execute()
  return version.id
}

export async function givenWave(
  db: Db,
  versionId: string,
  { name = 'Autumn', opensAt = '2026-10-01', respondents = 'customers' as RespondentGroup } = {},
): Promise<string> {
  const wave = await db
    .insertInto('survey_wave')
    .values({
      version_id: versionId,
      name,
      kind: 'planned',
      state: 'open',
      respondents,
      opens_at: new Date(opensAt),
      closes_at: new Date('2027-01-01'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return wave.id
}

type Given = Partial<NewResponse> & Pick<NewResponse, 'waveId' | 'versionId' | 'regionId' | 'consumerType' | 'answers'>

/** One respondent's answers, by telephone unless said. */
export function givenResponse(db: Db, given: Given): Promise<string> {
  const made = { language: 'en', source: 'telephone' as const, answeredAt: new Date('2026-11-02T08:00:00Z') }
  return db.transaction().execute((trx) => writeResponse(trx, { ...made, ...given }))
}
