// What was done about answers, with every column filled: follow-ups, themes.
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { added } from './works.ts'

const at = new Date('2026-11-03T06:00:00Z')

/** Type, relation and key of each row; the follow-ups were opened with the answers. */
export async function givenFollowed(
  db: Kysely<Database>,
  personId: string,
  responses: Readonly<Record<string, string>>,
  farRegionId: string,
): Promise<[type: string, relation: string, key: string][]> {
  await sql`update survey_follow_up set state = 'closed', owner_id = ${personId}, called_at = ${at}, called_by = ${personId},
    said = 'It rusts', outcome = 'solved', done = 'Sent another', closed_at = ${at}, closed_by = ${personId}`.execute(
    db,
  )
  const opened = await db.selectFrom('survey_follow_up').select(['id', 'response_id']).execute()
  const followUps = Object.entries(responses).map(([relation, responseId]): [string, string, string] => [
    'FollowUp',
    relation,
    opened.find(({ response_id }) => response_id === responseId)?.id ?? '',
  ])
  await db.insertInto('follow_up_rule').values({ set_by: personId, set_at: at }).execute()
  // Of nobody and late: a lead's work.
  const silent = await db
    .selectFrom('survey_follow_up')
    .select('account_id')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  await added(db, 'survey_follow_up', { ...silent, reason: 'silence', opened_at: at, due_at: at })
  const { id: wave_id } = await db
    .selectFrom('survey_wave')
    .where('name', '=', 'Spring')
    .select('id')
    .executeTakeFirstOrThrow()
  const themeOf = async (regionId: string | null): Promise<string> => {
    const id = await added(db, 'improvement_theme', {
      title: 'Answer sooner',
      description: 'Heard in three answers',
      wave_id,
      item: 'quality',
      region_id: regionId,
      consumer_type: 'endUser',
      owner_id: personId,
      due_on: '2026-12-01',
      state: 'done',
      done: 'Two more people',
      opened_by: personId,
      opened_at: new Date('2026-03-01T06:00:00Z'),
      closed_at: at,
    })
    const heard = { response_id: responses.own }
    const found = { finding: 'belowThreshold', item: 'quality' }
    for (const [place, source] of (regionId ? [found, heard] : [heard, found]).entries())
      await added(db, 'theme_source', {
        theme_id: id,
        added_by: personId,
        added_at: new Date(at.getTime() + place),
        ...source,
      })
    return id
  }
  return [
    ...followUps,
    ['ImprovementTheme', 'any', await themeOf(null)],
    ['ImprovementTheme', 'region', await themeOf(farRegionId)],
  ]
}
