// The dossier of a visit: what is known of the customer on the day it is prepared, kept as it was.
import { type RawBuilder, sql } from 'kysely'
import { type CodedWord, type DossierLine, type DossierTopic, dossierTopics } from '../../schema/visit-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import type { EffectScope } from '../core/engine.ts'

/** Lines of one topic at the most. */
const longest = 20

/** Reads every topic and keeps it with the visit; a dossier made before is replaced. */
export async function makeDossier({ trx, subject, locked, at }: EffectScope): Promise<void> {
  const sections = []
  for (const topic of words(dossierTopics)) {
    const query = topics[topic](locked.accountId, subject.caseId)
    const { rows } = await sql<DossierLine>`${query} limit ${sql.lit(longest)}`.execute(trx)
    sections.push({ topic, lines: rows })
  }
  const content = JSON.stringify({ sections })
  await trx
    .insertInto('visit_dossier')
    .values({ case_id: subject.caseId, content, dossier_at: at })
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet({ content, dossier_at: at }))
    .execute()
}

type Query = (accountId: string, visitId: string) => RawBuilder<unknown>

/** Each topic as rows of text, number and time, the most pressing first. */
const topics: Record<DossierTopic, Query> = {
  claims: (accountId) => sql`
    select title as text, number, ${isoText('opened_at')} as at from service_case
    where account_id = ${accountId} and kind = 'claim' and open order by opened_at, id`,
  promises: (accountId) => sql`
    select promise.text, service_case.number, ${isoText('promise.due_at')} as at
    from promise join service_case on service_case.id = promise.case_id
    where service_case.account_id = ${accountId} and promise.kept_at is null order by promise.due_at, promise.id`,
  trials: (accountId) => sql`
    select title as text, number, ${isoText('opened_at')} as at from service_case
    where account_id = ${accountId} and kind = 'trialBatch' order by open desc, opened_at desc, id`,
  deliveries: (accountId) => sql`
    select concat_ws(', ', shipment.number, shipment.transport,
      (select trim_scale(sum(piece.mass)) || ' t' from piece where piece.shipment_id = shipment.id)) as text, null as number,
      coalesce(shipment.arrived_on, shipment.dispatched_on)::text as at
    from shipment where shipment.account_id = ${accountId}
    order by coalesce(shipment.arrived_on, shipment.dispatched_on) desc nulls last, shipment.id`,
  survey: (accountId) => sql`
    select concat_ws(' ', survey_item.code || ':', trim_scale(survey_answer.number)::text, survey_answer.text) as text,
      null as number, ${isoText('survey_response.answered_at')} as at
    from survey_response join survey_answer on survey_answer.response_id = survey_response.id
    join survey_item on survey_item.id = survey_answer.item_id
    where survey_response.account_id = ${accountId} and (survey_answer.number is not null or survey_answer.text is not null)
    order by survey_response.answered_at desc, survey_item.position, survey_item.id`,
  competitors: (accountId) => sql`
    select text, number, at from (${outcomes(accountId, 'competitor')} union all select concat(competitor_product.competitor, ' ', competitor_product.name, ': ', competitor_value.indicator, ' ',
      trim_scale(competitor_value.theirs), ' / ', coalesce(trim_scale(competitor_value.ours)::text, '–'), ' ',
      competitor_value.unit) as text, service_case.number, ${isoText('competitor_value.recorded_at')} as at
    from competitor_value
    join competitor_product on competitor_product.id = competitor_value.competitor_product_id
    left join service_case on service_case.id = competitor_value.case_id
    where competitor_value.account_id = ${accountId}) as note order by at desc, text`,
  needs: (accountId) => sql`
    select text, number, at from (
      select concat_ws(' ', product, grade, size, requirements) as text, null::text as number, null::text as at
      from product_need where account_id = ${accountId} and not supplied
      union all select text, null, null from unique_need where account_id = ${accountId} and not met
      union all ${outcomes(accountId, 'need')}) as need order by at desc nulls last, text`,
  plans: (accountId) => sql`
    select text, number, at, coded from (
      select text, null::text as number, planned_for::text as at, ${coded('planSide', 'side')} as coded
      from account_plan where account_id = ${accountId}
      union all select text, number, at, null from (${outcomes(accountId, 'plan')}) as outcome) as plan
    order by at desc nulls last, text`,
  obligations: (accountId) => sql`
    select coalesce(note, '') as text, null as number, null as at,
      ${coded('obligationKind', 'kind')} || ${coded('obligationState', 'state')} as coded
    from obligation where account_id = ${accountId} order by kind, id`,
  visits: (accountId, visitId) => sql`
    select visit_finding.body as text, service_case.number, ${isoText('visit.reported_at')} as at
    from visit_finding join visit on visit.case_id = visit_finding.case_id
    join service_case on service_case.id = visit.case_id
    where service_case.account_id = ${accountId} and visit.case_id <> ${visitId} and visit_finding.closed_at is null
    order by visit.reported_at desc, visit_finding.number`,
}

/** What earlier visits noted of this kind and that stands nowhere else. */
function outcomes(accountId: string, kind: string): RawBuilder<unknown> {
  return sql`
    select visit_outcome.note as text, service_case.number, ${isoText('visit_outcome.made_at')} as at
    from visit_outcome join service_case on service_case.id = visit_outcome.case_id
    where service_case.account_id = ${accountId} and visit_outcome.kind = ${kind}
      and visit_outcome.need_id is null and visit_outcome.plan_id is null`
}

/** A word of a closed list, to be said in the language of whoever reads it. */
function coded(list: CodedWord['list'], column: string): RawBuilder<unknown> {
  return sql`jsonb_build_array(jsonb_build_object('list', ${list}::text, 'word', ${sql.ref(column)}))`
}

function isoText(column: string): RawBuilder<string> {
  return sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
}
