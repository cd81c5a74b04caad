// What was done about answers, with every column filled: follow-ups, themes.
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { givenAccount, givenPerson } from '../given.ts'
import { givenQuestionnaire, givenResponse, givenWave } from '../survey.ts'
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
      item: 'productQuality',
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
    const found = { finding: 'belowThreshold', item: 'productQuality' }
    for (const [place, source] of (regionId ? [found, heard] : [heard, found]).entries())
      await added(db, 'theme_source', {
        theme_id: id,
        added_by: personId,
        added_at: new Date(at.getTime() + place),
        ...source,
      })
    return id
  }
  const campaign = await added(db, 'gratitude_campaign', {
    name: 'Thank you',
    begins_on: '2026-10-01',
    cost: '5000',
    currency: 'USD',
    extra_margin: '5600',
    margin_known_on: '2027-10-01',
    planned_by: personId,
    planned_at: at,
  })
  const thanked = Object.entries(responses).map(async ([relation, responseId]): Promise<[string, string, string]> => {
    const { account_id } = await db
      .selectFrom('survey_response')
      .where('id', '=', responseId)
      .select('account_id')
      .executeTakeFirstOrThrow()
    const claim = await db
      .selectFrom('service_case')
      .where('account_id', '=', account_id)
      .select('id')
      .executeTakeFirst()
    const talk = { account_id, at, channel: 'phone', begun_by: 'works', subject: 'Thanks', person_id: personId }
    const call = {
      campaign_id: campaign,
      account_id,
      result: 'problem',
      said: 'Rust',
      called_by: personId,
      called_at: at,
      entry_id: await added(db, 'contact_entry', talk),
      claim_id: claim?.id ?? null,
    }
    return ['GratitudeCall', relation, await oneCall(db, call)]
  })
  await givenMarks(db, farRegionId)
  const assessment = {
    method: 'focusGroup',
    area: 'company',
    held_on: '2024-10-01',
    customers: 6,
    managers: 2,
    led_by: 'Guest',
    results: 'Answers come late',
    recorded_by: personId,
    recorded_at: at,
  }
  return [
    ...followUps,
    ...(await Promise.all(thanked)),
    ['GratitudeCampaign', 'any', campaign],
    ['Assessment', 'any', await added(db, 'assessment', assessment)],
    ['ImprovementTheme', 'any', await themeOf(null)],
    ['ImprovementTheme', 'region', await themeOf(farRegionId)],
  ]
}

/** Two relations may be of one customer: it is called once. */
async function oneCall(
  db: Kysely<Database>,
  call: { campaign_id: string; account_id: string | null },
): Promise<string> {
  const known = await db
    .selectFrom('gratitude_call')
    .where('campaign_id', '=', call.campaign_id)
    .where('account_id', '=', call.account_id ?? '')
    .select('id')
    .executeTakeFirst()
  return known?.id ?? added(db, 'gratitude_call', call)
}

/** Five marks of two people and one of each other: nobody's own mean is told, and a customer who buys and says nothing. */
async function givenMarks(db: Kysely<Database>, regionId: string): Promise<void> {
  const versionId = await givenQuestionnaire(db, 'three', 'threeQuestions', [
    { code: 'employee', max: 10 },
    { code: 'resolved', kind: 'agreement' },
    { code: 'again', kind: 'agreement' },
  ])
  const waveId = await givenWave(db, versionId, { name: 'After contact', opensAt: '2026-01-05' })
  const others = await db.selectFrom('person').select('id').execute()
  const marked = await Promise.all(['Aaa', 'Aab'].map((name) => givenPerson(db, { name, role: 'csEngineer' })))
  for (const [employeeId, marks] of [
    ...marked.map(({ id }) => [id, [8, 9, 8, 9, 8]] as const),
    ...others.map(({ id }) => [id, [7]] as const),
  ]) {
    for (const mark of marks) {
      const answers = [
        { item: 'employee', number: `${mark}` },
        { item: 'resolved', words: ['yes'] },
        { item: 'again', words: ['yes'] },
      ]
      await givenResponse(db, { waveId, versionId, regionId, consumerType: 'endUser', employeeId, answers })
    }
  }
  const silent = await givenAccount(db, { name: 'Aaa Silent', regionId })
  await added(db, 'shipment', { number: 'S-silent', account_id: silent.id, dispatched_on: '2026-11-01' })
}
