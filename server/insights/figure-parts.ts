// Figures about claims, each a part of one statement over `seen`: the claims of the filter that the viewer may see.
import { type RawBuilder, sql } from 'kysely'
import { type ClaimFilter, onTrialMaterial, soon } from '../claims/claim-filter.ts'
import { materialScope, policyScope } from '../core/permissions.ts'
import type { Reader } from '../core/selection-plans.ts'

export type FigurePart = (reader: Reader, filter: ClaimFilter) => RawBuilder<unknown>

/** Open claims by the state of their handling; `late`: the next clock has passed, `soon`: it ends within 48 hours. */
const counts: FigurePart = (reader) => sql`
  select service_case.state, count(*)::int as n,
    count(*) filter (where service_case.due_at < ${reader.engine.now()})::int as late,
    count(*) filter (where ${soon(reader)})::int as soon
  from seen join service_case using (id) where service_case.open
  group by service_case.state order by n desc, service_case.state`

/**
 * Claims by a property, the most frequent first. A claim counts once for each of its values, so the counts may add up to
 * more than the claims; `share` and `cumulative` are of the sum of counts (Juran's Pareto analysis), in 0 … 1.
 */
function pareto(values: RawBuilder<unknown>): FigurePart {
  return () => sql`
    select key, name, n, round(n::numeric / sum(n) over (), 4)::float as share,
      round(sum(n) over (order by n desc, key)::numeric / sum(n) over (), 4)::float as cumulative
    from (select value.key, value.name, count(distinct value.case_id)::int as n
      from (${values}) as value group by value.key, value.name) as counted
    order by n desc, key limit 50`
}

const byDefect = pareto(sql`
  select claim_item.case_id, claim_item.defect as key, catalogue_entry.name
  from seen join claim_item on claim_item.case_id = seen.id
  left join catalogue_entry on catalogue_entry.catalogue = 'defect' and catalogue_entry.code = claim_item.defect
  where claim_item.defect is not null`)

const byStage = pareto(sql`
  select claim.case_id, claim.stage as key, null::jsonb as name
  from seen join claim on claim.case_id = seen.id where claim.stage is not null`)

/** Departments found responsible, wholly or in part. */
const byDepartment = pareto(sql`
  select responsible_share.case_id, department.id::text as key, department.name
  from seen join responsible_share on responsible_share.case_id = seen.id
  join department on department.id = responsible_share.department_id`)

const byProduct = pareto(sql`
  select claim_item.case_id, product.id::text as key, jsonb_build_object('en', concat_ws(' ', product.name, product.grade)) as name
  from seen join claim_item on claim_item.case_id = seen.id
  join piece on piece.id = claim_item.piece_id join product on product.id = piece.product_id`)

/**
 * How long claims stayed in each state of each region, in hours of the calendar, over stays that have ended; a claim that
 * came back has two stays. Percentiles interpolate between neighbours (PERCENTILE_CONT of ISO 9075).
 */
const stays: FigurePart = () => sql`
  with entered as (
    select region.place, history.to_states[region.place] as state, history.at,
      lead(history.at) over (partition by history.case_id, region.place order by history.at, history.id) as ended
    from seen join history on history.case_id = seen.id cross join generate_series(1, 3) as region (place)
    where history.task_id is null and history.kind = 'event'
      and history.from_states[region.place] is distinct from history.to_states[region.place])
  select place, state, count(*)::int as n,
    round((percentile_cont(0.5) within group (order by extract(epoch from ended - at)) / 3600)::numeric, 2)::float as median,
    round((percentile_cont(0.9) within group (order by extract(epoch from ended - at)) / 3600)::numeric, 2)::float as p90
  from entered where ended is not null group by place, state order by place, state`

/** Clocks of the claims and their tasks that have stopped, and how many of them had not passed before. */
const kept: FigurePart = () => sql`
  select deadline.clock, count(*)::int as ended, count(*) filter (where deadline.breached_at is null)::int as kept
  from seen join deadline on deadline.case_id = seen.id
  where deadline.stopped_at is not null group by deadline.clock order by deadline.clock`

/**
 * Ping-pong between offices: how often a claim's tasks were handed to a department (sent, sent on) and how often they came
 * back (returned, or the answer rejected). The ten claims with most returns; averages are over all claims with a task.
 */
const handovers: FigurePart = () => sql`
  select service_case.number, service_case.title, handed, returned, mean_handed as "meanHanded", mean_returned as "meanReturned", claims
  from (select history.case_id,
      count(*) filter (where event in ('send', 'redirect', 'insist'))::int as handed,
      count(*) filter (where event in ('return', 'rejectAnswer'))::int as returned,
      round(avg(count(*) filter (where event in ('send', 'redirect', 'insist'))) over (), 2)::float as mean_handed,
      round(avg(count(*) filter (where event in ('return', 'rejectAnswer'))) over (), 2)::float as mean_returned,
      count(*) over ()::int as claims
    from seen join history on history.case_id = seen.id
    where history.task_id is not null and history.kind = 'event' group by history.case_id) as passed
  join service_case on service_case.id = passed.case_id
  order by returned desc, handed desc, service_case.number limit 10`

/**
 * Money by currency, as decimal text. Claimed: claimed mass at the price of its order, where both are known. Offered: lines
 * of approved proposals. Accepted: those of claims the customer accepted. Paid: those that were executed.
 */
const money: FigurePart = ({ viewer }) => sql`
  select currency, sum(claimed)::text as claimed, sum(offered)::text as offered, sum(accepted)::text as accepted, sum(paid)::text as paid
  from (
    select customer_order.currency, round(claim_item.claimed_mass * customer_order.price_per_tonne, 2) as claimed,
      0 as offered, 0 as accepted, 0 as paid
    from seen join service_case using (id) join claim_item on claim_item.case_id = seen.id
    join piece on piece.id = claim_item.piece_id join customer_order on customer_order.id = piece.order_id
    where customer_order.currency is not null and customer_order.price_per_tonne is not null and claim_item.claimed_mass is not null
      and ${policyScope(viewer, 'money')}
    union all
    select settlement_line.currency, 0, settlement_line.amount,
      case when service_case.state in ('settlement', 'closing', 'closed') then settlement_line.amount else 0 end,
      case when settlement_line.executed_at is not null then settlement_line.amount else 0 end
    from seen join service_case using (id) join proposal on proposal.case_id = seen.id and proposal.state = 'approved'
    join settlement_line on settlement_line.proposal_id = proposal.id
    where ${policyScope(viewer, 'money')}) as sums
  group by currency order by currency`

/**
 * Claims per 1,000 t delivered, by region: claims of the filter, over the mass of pieces whose shipment left in the period to
 * customers of the region and consumer type; claims on material of trial batches are left out. No rate where nothing was delivered or no shipment is known.
 */
const rates: FigurePart = ({ viewer }, { regionId, consumerType, openedFrom, openedBefore }) => sql`
  select region.id::text as key, region.name, coalesce(found.n, 0)::int as n, delivered.tonnes::text as tonnes,
    round(coalesce(found.n, 0) * 1000 / nullif(delivered.tonnes, 0), 2)::float as rate
  from region
  left join (select service_case.region_id, count(*) as n from seen join service_case using (id)
    where ${onTrialMaterial(false)} group by 1) as found
    on found.region_id = region.id
  left join (select account.region_id, sum(piece.mass) as tonnes
    from shipment join piece on piece.shipment_id = shipment.id join account on account.id = piece.account_id
    where shipment.dispatched_on >= coalesce(${openedFrom ?? null}::timestamptz, '-infinity')::date
      and shipment.dispatched_on < coalesce(${openedBefore ?? null}::timestamptz, 'infinity')::date
      and (${consumerType ?? null}::text is null or account.consumer_type = ${consumerType ?? null})
      and (${regionId ?? null}::uuid is null or account.region_id = ${regionId ?? null})
      and ${materialScope('piece.account_id', viewer)}
    group by 1) as delivered on delivered.region_id = region.id
  where found.n > 0 or delivered.tonnes > 0 order by region.position, region.id`

export const figureParts = {
  counts,
  byDefect,
  byStage,
  byDepartment,
  byProduct,
  stays,
  kept,
  handovers,
  money,
  rates,
} satisfies Record<string, FigurePart>
