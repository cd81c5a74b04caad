// What the demo group did about its answers: follow-ups in all states, two themes, a calendar with gaps, thank-you calls.
import { sql, type Transaction } from 'kysely'
import type { Database } from '../../../schema/database.ts'
import type { Work } from '../../core/work.ts'
import { insertMarks } from './marks.ts'

type Trx = Transaction<Database>
const dayLength = 86_400_000
const daysBefore = (end: Date, days: number) => new Date(end.getTime() - days * dayLength)
const civil = (date: Date) => date.toISOString().slice(0, 10)

/** Goes on where the waves ended; `waveIds`: the older, then the newer. */
export async function insertActing(work: Work, end: Date, waveIds: readonly string[]): Promise<void> {
  const { trx } = work
  const { id: person } = await trx
    .selectFrom('person')
    .innerJoin('role_grant', 'role_grant.person_id', 'person.id')
    .where('role', 'in', ['csLead', 'analyst', 'csEngineer'])
    .orderBy(sql`role = 'csLead'`, 'desc')
    .select('person.id')
    .limit(1)
    .executeTakeFirst()
    .then((row) => row ?? { id: null })
  if (!person) return
  await workOff(trx, end)
  await insertThemes(trx, end, person, waveIds)
  await insertFocus(trx, end, person)
  await insertMarks(work, end)
}

/** Most are closed in time; of the newest some were called, two are late, and one is due tomorrow. */
async function workOff(trx: Trx, end: Date): Promise<void> {
  await sql`with ranked as (
      select id, owner_id, opened_at, due_at, row_number() over (order by opened_at desc, id) as place from survey_follow_up)
    update survey_follow_up set
      opened_at = case when place = 1 then ${daysBefore(end, 1)}::timestamptz else ranked.opened_at end,
      due_at = case when place = 1 then ${daysBefore(end, -1)}::timestamptz else ranked.due_at end,
      state = case when place <= 3 then 'open' when place <= 6 then 'called' else 'closed' end,
      called_at = case when place <= 3 then null
        else ranked.due_at + case when place % 5 = 0 then interval '1 day' else interval '-3 hours' end end,
      called_by = case when place > 3 then ranked.owner_id end,
      said = case when place > 3 then 'Answers to claims come too late; wants to hear from us before the tenth day.' end,
      outcome = case when place > 6 then case place % 3 when 0 then 'promised' when 1 then 'solved' else 'improvement' end end,
      done = case when place > 6 then 'Spoke about the open claims and named the day of the answer.' end,
      closed_at = case when place > 6 then ranked.due_at + interval '2 days' end,
      closed_by = case when place > 6 then ranked.owner_id end
    from ranked where ranked.id = survey_follow_up.id`.execute(trx)
}

async function insertThemes(trx: Trx, end: Date, ownerId: string, [older, newer]: readonly string[]): Promise<void> {
  const themes = [
    {
      wave_id: older ?? '',
      title: 'Answer claims within five working days',
      description: 'Named in every third comment of the first wave. Each claim gets an interim word on the third day.',
      item: 'claimsHandling',
      days: 190,
      due: -20,
      state: 'underway' as const,
    },
    {
      wave_id: newer ?? '',
      title: 'Offer thinner gauges to end users',
      description: 'Asked for in comments; two trial batches are planned.',
      item: 'productDevelopment',
      days: 9,
      due: -120,
      state: 'open' as const,
    },
  ]
  for (const { days, due, ...theme } of themes) {
    const at = daysBefore(end, days)
    const { id } = await trx
      .insertInto('improvement_theme')
      .values({ ...theme, owner_id: ownerId, opened_by: ownerId, opened_at: at, due_on: civil(daysBefore(end, due)) })
      .returning('id')
      .executeTakeFirstOrThrow()
    const answers = await trx
      .selectFrom('survey_response')
      .innerJoin('survey_answer', 'survey_answer.response_id', 'survey_response.id')
      .where('wave_id', '=', theme.wave_id)
      .where('survey_answer.text', 'is not', null)
      .orderBy('survey_response.id')
      .select('survey_response.id')
      .limit(2)
      .execute()
    const common = { theme_id: id, added_by: ownerId, added_at: at }
    await trx
      .insertInto('theme_source')
      .values([
        { ...common, finding: 'belowThreshold' as const, item: theme.item },
        ...answers.map((answer) => ({ ...common, response_id: answer.id })),
      ])
      .execute()
  }
}

async function insertFocus(trx: Trx, end: Date, personId: string): Promise<void> {
  const recorded = { recorded_by: personId, area: 'company' as const }
  const [group, review] = [daysBefore(end, 400), daysBefore(end, 80)]
  await trx
    .insertInto('assessment')
    .values([
      {
        ...recorded,
        method: 'focusGroup',
        held_on: civil(group),
        recorded_at: group,
        customers: 6,
        managers: 2,
        staff: 3,
        led_by: 'Clara Caliper',
        results: 'Customers want one person to speak with, and a word before the answer is due.',
      },
      {
        ...recorded,
        method: 'expertReview',
        held_on: civil(review),
        recorded_at: review,
        led_by: 'Guest of a service institute',
        results: 'Advises to call every detractor within two days and to show who did.',
      },
    ])
    .execute()
  const accounts = await trx.selectFrom('account').orderBy('number').select('id').limit(12).execute()
  const { id } = await trx
    .insertInto('gratitude_campaign')
    .values({
      name: 'Thank you for the year',
      begins_on: civil(daysBefore(end, 12)),
      cost: '1800',
      currency: 'USD',
      planned_by: personId,
      planned_at: daysBefore(end, 14),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (accounts.length === 0) return
  await trx
    .insertInto('gratitude_call')
    .values(
      accounts.map(({ id: accountId }, index) => ({
        campaign_id: id,
        account_id: accountId,
        ...(index < 7 && {
          result: 'noIssue' as const,
          called_by: personId,
          called_at: daysBefore(end, 12 - index),
        }),
      })),
    )
    .execute()
}
