// What is known of the quality of each product that was delivered in twelve months: one statement.
import { sql } from 'kysely'
import { materialScope } from '../core/permissions.ts'
import type { Reader } from '../core/selection-plans.ts'
import { responseScope } from '../satisfaction/answer-queries.ts'
import { heatsThatDoNotConform } from './conforming-lots.ts'
import type { GaugeFacts } from './quality-gauges.ts'

export interface ProductScore extends GaugeFacts {
  productId: string
  code: string
  name: string
  grade: string | null
  tonnes: string
  answers: number
  costSetAt: Date | null
}

const mostProducts = 100

/**
 * A lot is a heat of which something left to customers that the viewer may see. Satisfaction:
 * marks of `productQuality` given by customers who got the product. The heaviest product first.
 */
export async function readProductScores(
  { engine, viewer }: Reader,
  productId: string | null = null,
): Promise<ProductScore[]> {
  const today = sql`(${engine.now()} at time zone 'UTC')::date`
  const { rows } = await sql<ProductScore>`
    with lot as materialized (
      select piece.product_id, piece.heat_id, sum(piece.mass) as mass, array_agg(distinct piece.account_id) as accounts,
        array_agg(piece.id) as pieces
      from piece join shipment on shipment.id = piece.shipment_id
      where piece.product_id is not null and shipment.dispatched_on > ${today} - 365 and shipment.dispatched_on <= ${today}
        and ${productId ? sql`piece.product_id = ${productId}` : sql`true`} and ${materialScope('piece.account_id', viewer)}
      group by piece.product_id, piece.heat_id),
    bad as (${heatsThatDoNotConform}),
    product_lots as (
      select product_id, count(*)::int as lots, sum(mass) as tonnes,
        (count(*) filter (where heat_id not in (select id from bad)))::int as conforming
      from lot group by product_id),
    told as (
      select taken.product_id, avg(answer.number)::float8 as mean, count(*)::int as answers
      from (select distinct product_id, account_id from lot cross join unnest(accounts) as account_id) as taken
      join survey_response on survey_response.account_id = taken.account_id and survey_response.person_id is null
        and survey_response.answered_at > ${engine.now()} - interval '365 days' and ${responseScope(viewer)}
      join survey_answer as answer on answer.response_id = survey_response.id
      join survey_item on survey_item.id = answer.item_id and survey_item.code = 'productQuality'
        and survey_item.kind = 'rating' and survey_item.scale_max = 5
      group by taken.product_id)
    select product.id as "productId", product.code, product.name, product.grade, product_lots.lots, product_lots.conforming,
      product_lots.tonnes::text, told.mean, coalesce(told.answers, 0) as answers,
      cost.cost_index::text as "costIndex", cost.target::text, cost.set_at as "costSetAt"
    from product_lots join product on product.id = product_lots.product_id left join told using (product_id)
    left join lateral (select cost_index, target, set_at from product_cost where product_cost.product_id = product.id
      order by id desc limit 1) as cost on true
    order by product_lots.tonnes desc, product.id limit ${mostProducts}`.execute(engine.db)
  return rows
}
