// What an account comes to in figures: one statement over deliveries, cases, talks, orders and answers.
import { expressionBuilder, sql } from 'kysely'
import type { LoyaltyPhase, ParetoClass } from '../../schema/account-vocabulary.ts'
import type { Database } from '../../schema/database.ts'
import { percentOf } from '../accounts/completeness.ts'
import { classesSql } from '../accounts/contribution.ts'
import { loyaltyPhase } from '../accounts/loyalty.ts'
import { growth, needShare } from '../accounts/need-coverage.ts'
import { criteriaMet, depends } from '../accounts/partnership.ts'
import { batched } from '../core/batched.ts'
import { policies } from '../core/permission-table.ts'
import { accountScope } from '../core/permissions.ts'
import type { Reader } from '../core/selection-plans.ts'
import { satisfactionOf } from './loyalty-moves.ts'

interface Counted {
  id: string
  tonnes: string
  tonnes_before: string
  all_tonnes: string
  total_need: string | null
  claims: number
  open_claims: number
  open_trials: number
  open_visits: number
  late_cases: number
  next_due_at: string | null
  next_visit_at: string | null
  duties_lacking: number
  shortages_untold: number
  products: string[]
  last_contact_at: string | null
  last_contact: string | null
  promises: number
  promises_overdue: number
  orders: number
  mean: number | null
  referrals: number
  competences: number
  target: boolean
  much_larger: boolean
  rule: ParetoClass | null
  own_class: ParetoClass | null
  class_reason: string | null
  waves: Wave[]
}

export interface Wave {
  name: string
  mean: number
  n: number
}

export interface AccountFigures extends Counted {
  growth: number | null
  share: { percent: number; potential: string } | null
  claimsPer1000: number | null
  volumePercent: number | null
  dependent: boolean
  criteria: number
  phase: LoyaltyPhase
}

/** Null where the viewer does not read the terms of the account. Accounts that ask in the same breath share a statement. */
export const readAccountFigures = batched(load)

/** Windows are of twelve months up to now. */
async function load(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, AccountFigures>> {
  const { engine, viewer } = reader
  const known = accountScope(expressionBuilder<Database, 'account'>(), viewer, policies.contract)
  const today = sql`(${engine.now()} at time zone 'UTC')::date`
  const delivered = (
    of: ReturnType<typeof sql>,
    from: number,
    to: number,
  ) => sql`(select coalesce(sum(piece.mass), 0)::text
    from piece join shipment on shipment.id = piece.shipment_id
    where ${of} and shipment.dispatched_on > ${today} - ${sql.lit(from)}::int and shipment.dispatched_on <= ${today} - ${sql.lit(to)}::int)`
  const own = sql`piece.account_id = account.id`
  const cases = (condition: ReturnType<typeof sql>) =>
    sql`(select count(*)::int from service_case where service_case.account_id = account.id and ${condition})`
  const { rows } = await sql<Counted>`
    with ruled as materialized (${classesSql(today)})
    select account.id, ${delivered(own, 365, 0)} as tonnes, ${delivered(own, 730, 365)} as tonnes_before,
      ${delivered(sql`true`, 365, 0)} as all_tonnes, profile.total_need::text as total_need,
      ${cases(sql`kind = 'claim' and opened_at > ${engine.now()} - interval '365 days'`)} as claims,
      ${cases(sql`kind = 'claim' and open`)} as open_claims, ${cases(sql`kind = 'trialBatch' and open`)} as open_trials,
      ${cases(sql`kind = 'visit' and open`)} as open_visits,
      ${cases(sql`open and due_at < ${engine.now()}`)} as late_cases,
      (select min(due_at)::text from service_case where account_id = account.id and open and due_at >= ${engine.now()}) as next_due_at,
      (select min(starts_at)::text from visit join service_case on service_case.id = visit.case_id
        where service_case.account_id = account.id and service_case.open and starts_at >= ${engine.now()}) as next_visit_at,
      (select count(*)::int from obligation where account_id = account.id and state <> 'met') as duties_lacking,
      (select count(*)::int from shortage_notice where account_id = account.id and told_at is null) as shortages_untold,
      coalesce((select jsonb_agg(distinct product.name) from customer_order join product on product.id = product_id
        where customer_order.account_id = account.id), '[]') as products,
      talk.at::text as last_contact_at, talk.subject as last_contact,
      (select count(*)::int from account_promise where account_id = account.id and kept_on is null)
        + (select count(*)::int from promise join service_case on service_case.id = case_id
            where service_case.account_id = account.id and kept_at is null) as promises,
      (select count(*)::int from account_promise where account_id = account.id and kept_on is null and due_on < ${today})
        + (select count(*)::int from promise join service_case on service_case.id = case_id
            where service_case.account_id = account.id and kept_at is null and promise.due_at < ${engine.now()}) as promises_overdue,
      (select count(*)::int from customer_order where account_id = account.id and placed_on > ${today} - 365) as orders,
      ${satisfactionOf(engine.now())} as mean,
      (select count(*)::int from referral where account_id = account.id) as referrals,
      (select count(*)::int from account_competence where account_id = account.id) as competences,
      coalesce(segment.target, false) as target, coalesce(profile.much_larger, false) as much_larger,
      (select class from ruled where ruled.account_id = account.id) as rule,
      account_class.class as own_class, account_class.reason as class_reason,
      coalesce((select jsonb_agg(jsonb_build_object('name', name, 'mean', mean, 'n', n) order by opened, name) from (
        select survey_wave.name, min(survey_wave.opens_at) as opened, round(avg(answer.number), 2)::float as mean,
          count(distinct response.id)::int as n
        from survey_response as response join survey_wave on survey_wave.id = response.wave_id
        join survey_answer as answer on answer.response_id = response.id
        join survey_item on survey_item.id = answer.item_id and survey_item.kind = 'rating' and survey_item.scale_max = 5
        where response.account_id = account.id and response.person_id is null group by survey_wave.id) as wave), '[]') as waves
    from account
    left join account_profile as profile on profile.account_id = account.id
    left join segment on segment.id = account.segment_id
    left join account_class on account_class.account_id = account.id
    left join lateral (select at, subject from contact_entry where account_id = account.id order by at desc, id desc limit 1)
      as talk on true
    where account.id = any(${ids}) and ${known}`.execute(engine.db)
  return new Map(rows.map((row) => [row.id, judged(row)]))
}

function judged(row: Counted): AccountFigures {
  const volumePercent = percentOf(Number(row.tonnes), Number(row.all_tonnes))
  const dependent = depends(volumePercent, row.much_larger)
  const tonnes = Number(row.tonnes)
  return {
    ...row,
    growth: growth(row.tonnes_before, row.tonnes),
    share: needShare(row.tonnes, row.total_need),
    claimsPer1000: tonnes === 0 ? null : Math.round((row.claims * 100_000) / tonnes) / 100,
    volumePercent,
    dependent,
    criteria: criteriaMet({ competences: row.competences, inTargetSegment: row.target, dependent }),
    phase: loyaltyPhase(row),
  }
}
