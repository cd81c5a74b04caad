// Answers of customers to one wave of the works' questionnaire, set by set, with the invitations they came by and the sums that are kept with them.
import pg from 'pg'
import { openDatabase } from '../../server/core/database.ts'
import { tokenHash } from '../../server/satisfaction/invitation-link.ts'
import { rebuildRollups } from '../../server/satisfaction/rollup-commands.ts'
import { dropIndexes, SETTINGS } from './multiply.ts'
import { type BenchDatabase, setBulk } from './open-world.ts'
import { drawn } from './stage.ts'

/** Adds a wave that runs, with so many answers (single ones, to one item each) and `open` invitations whose links are returned. */
export async function addAnswers(database: BenchDatabase, answers: number, open: number): Promise<string[]> {
  const tokens = Array.from({ length: open }, (_, at) => `measured${at}`.padEnd(43, 'x'))
  await setBulk(database.superuser, true)
  const client = new pg.Client(database.superuser)
  await client.connect()
  try {
    await client.query(SETTINGS)
    await client.query('create schema if not exists bench')
    await client.query(drawn)
    for (const statement of plan) await client.query(statement)
    const { rows } = await client.query<{ respondents: number }>(PER_RESPONDENT, [answers])
    await client.query(RESPONDENTS, [rows[0]?.respondents ?? 0])
    const indexes = await dropIndexes(client, ['contact', 'survey_invitation', 'survey_response', 'survey_answer'])
    for (const statement of given) await client.query(statement)
    for (const definition of indexes) await client.query(definition)
    await client.query(INVITED, [tokens.map(tokenHash)])
    await client.query(`update survey_wave set invited = (select count(*) from survey_invitation where wave_id = survey_wave.id)
      where id in (select id from bench.wave)`)
    await client.query('vacuum (analyze) survey_response, survey_answer, survey_invitation, contact')
  } finally {
    await client.end()
    await setBulk(database.superuser, false)
  }
  const db = openDatabase({ connection: database.app, poolSize: 1 })
  await rebuildRollups(db)
  await db.destroy()
  return tokens
}

const plan = [
  `create table bench.wave as
     with fresh as (
       insert into survey_wave (version_id, name, kind, state, opens_at, closes_at, opened_at)
       select version_id, 'Measured', 'planned', 'open', now() - interval '1 day', now() + interval '60 days', now() - interval '1 day'
         from survey_wave order by opens_at desc limit 1
       returning id, version_id)
     select * from fresh`,
  `create unlogged table bench.item as
     select item.*, array(select option ->> 'code' from jsonb_array_elements(options) as option) as codes
       from survey_item as item join bench.wave using (version_id) where kind <> 'text'`,
  `create unlogged table bench.customer as
     select row_number() over (order by number) as at, id, region_id, consumer_type from account`,
]

/** Comments are left out: no figure is made of them. */
const PER_RESPONDENT = 'select ceil($1::float8 / count(*))::int as respondents from bench.item'

const RESPONDENTS = `create unlogged table bench.respondent as
  select n, uuidv7() as contact, uuidv7() as invitation, uuidv7() as response, customer.id as account_id, customer.region_id, customer.consumer_type,
         case customer.consumer_type when 'endUser' then 3.3 else 3.9 end + (customer.at % 7) * 0.1 as mood
    from generate_series(1, $1::int) as n
    join bench.customer on customer.at = 1 + floor((select count(*) from bench.customer) * bench.u(n, 31))`

const given = [
  `insert into contact (id, account_id, name, language) select contact, account_id, 'Mx Sample', 'en' from bench.respondent`,
  `insert into survey_invitation (id, wave_id, account_id, contact_id, channel, language, state, queued_at, sent_at, opened_at, answered_at, expires_at)
     select invitation, wave.id, account_id, contact, 'email', 'en', 'answered', now(), now(), now(), now(), now() + interval '30 days'
       from bench.respondent cross join bench.wave`,
  `insert into survey_response (id, wave_id, version_id, invitation_id, account_id, contact_id, region_id, consumer_type, kilotonnes, source, language, answered_at)
     select response, wave.id, wave.version_id, invitation, account_id, contact, region_id, consumer_type, 2 + round((bench.u(n, 32) * 12)::numeric, 1), 'link', 'en', now()
       from bench.respondent cross join bench.wave`,
  `insert into survey_answer (response_id, item_id, number, importance, words, ranks)
     select response, item.id,
            case item.kind when 'rating' then greatest(1, least(5, round(mood + bench.u(n, 40 + item.position) * 2.4 - 1.2)))
                           when 'recommendation' then greatest(0, least(10, round(mood * 2 + bench.u(n, 33) * 4 - 2))) end,
            case when item.asks_importance then 3 + floor(bench.u(n, 60 + item.position) * 3) end,
            case item.kind when 'choices' then item.codes[1 : 1 + (n % 3)::int] end,
            case item.kind when 'ranking' then (select jsonb_object_agg(code, 1 + (place + n) % cardinality(item.codes)) from unnest(item.codes) with ordinality as option (code, place)) end
       from bench.respondent cross join bench.item as item`,
]

const INVITED = `with invited as (
    insert into contact (account_id, name, language)
    select customer.id, 'Mx Sample', 'en' from generate_series(1, cardinality($1::text[])) as n
      join bench.customer on customer.at = 1 + n % (select count(*) from bench.customer)
    returning id, account_id)
  insert into survey_invitation (wave_id, account_id, contact_id, channel, language, state, token_hash, queued_at, sent_at, expires_at)
  select wave.id, account_id, invited.id, 'email', 'en', 'sent', ($1::text[])[row_number() over ()], now(), now(), now() + interval '30 days'
    from invited cross join bench.wave`
