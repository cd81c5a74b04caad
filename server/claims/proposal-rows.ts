// The rows that a proposal of this moment is composed of.
import { sql } from 'kysely'
import type { RouteStep } from '../../schema/json.ts'
import type { Severity } from '../../schema/vocabulary.ts'
import type { FactsRequest } from '../core/engine.ts'
import type { LineInput } from '../workflows/claim-payloads.ts'

/** The claim a proposal is made on. */
export interface ProposedClaim {
  account_id: string
  region_id: string
  key: boolean
  severity: Severity | null
  our_fault: boolean | null
  /** Highest number of its proposals; 0 without one */
  proposals: number
}

/** Money with the currency it is in. */
export interface Amount {
  amount: string
  currency: string
}

export interface Rate {
  currency: string
  usd_per_unit: string
}

export interface BandRow {
  band: number
  up_to: string | null
  steps: RouteStep[]
}

/**
 * Queries of: the claim, what is executed, what is claimed (where it may count), what the account's other claims come to, rates,
 * bands.
 */
export function proposalRows({ subject, event, payload, at }: FactsRequest) {
  const { caseId } = subject
  const lines = (payload.lines ?? []) as LineInput[]
  const byClaim = event === 'declineFormally' || lines.some(({ kind }) => kind === 'goodwill')
  const currencies = lines.flatMap(({ currency }) => currency ?? [])
  return [
    claim(caseId),
    executed(caseId),
    claimed(caseId, byClaim),
    others(caseId, at),
    rates(caseId, currencies, at),
    bands(),
  ] as const
}

function claim(caseId: string) {
  return sql<ProposedClaim>`
    select service_case.account_id, service_case.severity, account.region_id, account.key, claim.our_fault,
      coalesce((select max(number) from proposal where case_id = service_case.id), 0) as proposals
    from service_case join account on account.id = service_case.account_id join claim on claim.case_id = service_case.id
    where service_case.id = ${caseId}`
}

function executed(caseId: string) {
  return sql<Amount>`
    select amount::text as amount, currency from settlement_line where case_id = ${caseId} and executed_at is not null`
}

/**
 * Claimed mass at a price: an item counts at the price of its piece's order, else of an order with a piece of its heat, else at the
 * highest price of the account, so that material nobody identified is not refused as if it were worth nothing. Without any priced
 * order of the account it counts nothing. Default of the product.
 */
function claimed(caseId: string, wanted: boolean) {
  return sql<Amount>`
    select round(item.claimed_mass * price.price_per_tonne, 2)::text as amount, price.currency
    from claim_item item
    join service_case on service_case.id = item.case_id
    left join piece on piece.id = item.piece_id
    join lateral (
      select price_per_tonne, currency from customer_order
      where account_id = service_case.account_id and price_per_tonne is not null and currency is not null
      order by customer_order.id = piece.order_id desc nulls last,
        exists (select from piece other where other.order_id = customer_order.id
          and other.heat_id = coalesce(item.heat_id, piece.heat_id)) desc,
        price_per_tonne desc
      limit 1) as price on true
    where ${wanted}::boolean and item.case_id = ${caseId} and item.claimed_mass is not null`
}

/** Sum of the amounts last proposed on the account's other claims within 90 days; merged and withdrawn ones left out. */
function others(caseId: string, at: Date) {
  return sql<{ total: string }>`
    select coalesce(sum(amount_usd), 0)::text as total from (
      select distinct on (proposal.case_id) proposal.amount_usd
      from proposal join service_case on service_case.id = proposal.case_id
      where proposal.account_id = (select account_id from service_case where id = ${caseId})
        and proposal.case_id <> ${caseId} and not proposal.refusal
        and proposal.proposed_at >= ${at}::timestamptz - interval '90 days'
        and service_case.state not in ('merged', 'withdrawn', 'discarded')
      order by proposal.case_id, proposal.number desc) as latest`
}

/** The rate of the day, or the latest before it, of every currency that the claim has to do with. */
function rates(caseId: string, currencies: readonly string[], at: Date) {
  return sql<Rate>`
    select distinct on (exchange_rate.currency) exchange_rate.currency, usd_per_unit::text as usd_per_unit
    from exchange_rate
    where day <= ${at.toISOString().slice(0, 10)}::date and exchange_rate.currency in (
      select unnest(${currencies}::text[])
      union select currency from settlement_line where case_id = ${caseId}
      union select customer_order.currency from customer_order
        join service_case on service_case.account_id = customer_order.account_id where service_case.id = ${caseId})
    order by exchange_rate.currency, day desc`
}

/** The bands of the newest version, lowest first. */
function bands() {
  return sql<BandRow>`
    select band, up_to::text as up_to, steps from approval_band
    where version = (select max(version) from approval_band) order by approval_band.band`
}
