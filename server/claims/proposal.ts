// What a proposal of this moment would be: its number, hash, amounts, route and who could approve it.
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { JsonObject, RouteStep } from '../../schema/json.ts'
import type { FactsRequest } from '../core/engine.ts'
import { convert, sumMoney } from '../core/money.ts'
import { actorsFor } from '../core/permissions.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import { canonical } from '../core/transaction.ts'
import type { LineInput } from '../workflows/claim-payloads.ts'
import { compareDecimals } from '../workflows/decimal.ts'
import { type ApprovalBand, approvalRoute } from './approval-route.ts'
import { claimedAmount, ratesOf } from './claimed-amount.ts'

type Db = Kysely<Database>

export interface ComposedProposal {
  number: number
  hash: string
  /** The lines of this proposal with what is already executed, in USD of the day */
  amountUsd: string
  /** With the account's other claims of the last 90 days */
  totalUsd: string
  route: RouteStep[]
}

/** What the database keeps of a sum at the most. */
const mostUsd = '999999999999.99'

/** Composes the proposal that `propose` or `declineFormally` makes. Refuses `invalid` for a currency without a rate of the day and for a sum beyond all limits. */
export async function composeProposal(db: Db, request: FactsRequest): Promise<ComposedProposal> {
  const claim = await claimOf(db, request.subject.caseId)
  const lines = (request.payload.lines ?? []) as LineInput[]
  const refusal = request.event === 'declineFormally'
  const amountUsd = await routedAmount(db, request, lines, refusal, claim.our_fault === true)
  const others = await otherAmounts(db, claim.account_id, request)
  const totalUsd = sumMoney([amountUsd, ...others])
  if (request.event !== null && compareDecimals(totalUsd, mostUsd) > 0)
    throw refuseField('lines', 'tooHigh', { max: mostUsd })
  const proposedAs = actorsFor(request.viewer, refusal ? 'claim.declineFormally' : 'claim.propose', {
    accountId: claim.account_id,
    regionId: claim.region_id,
  })
  const route = approvalRoute(await approvalBands(db), {
    totalUsd,
    keyAccount: claim.key,
    critical: claim.severity === 'critical',
    proposedAs: proposedAs.includes('csLead') ? 'csLead' : (proposedAs[0] ?? 'csEngineer'),
  })
  const content: JsonObject = refusal
    ? { ground: request.payload.ground ?? null, amountUsd }
    : { lines: request.payload.lines ?? [] }
  const hash = createHash('sha256').update(canonical(content)).digest('hex').slice(0, 16)
  return { number: claim.proposals + 1, hash, amountUsd, totalUsd, route }
}

/** The bands of the newest version, lowest first. */
export async function approvalBands(db: Db): Promise<ApprovalBand[]> {
  const rows = await db
    .selectFrom('approval_band')
    .where('version', '=', (eb) => eb.selectFrom('approval_band').select((max) => max.fn.max('version').as('version')))
    .orderBy('band')
    .select(['band', 'up_to', 'steps'])
    .execute()
  return rows.map(({ band, up_to, steps }) => ({ band, upTo: up_to, steps }))
}

async function claimOf(db: Db, caseId: string) {
  return db
    .selectFrom('service_case')
    .innerJoin('account', 'account.id', 'service_case.account_id')
    .innerJoin('claim', 'claim.case_id', 'service_case.id')
    .where('service_case.id', '=', caseId)
    .select(['service_case.account_id', 'service_case.severity', 'account.region_id', 'account.key', 'claim.our_fault'])
    .select(
      sql<number>`coalesce((select max(number) from proposal where case_id = service_case.id), 0)`.as('proposals'),
    )
    .executeTakeFirstOrThrow()
}

/** A refusal, and goodwill where the fault is not ours, count with the claimed amount. */
async function routedAmount(
  db: Db,
  request: FactsRequest,
  lines: LineInput[],
  refusal: boolean,
  ourFault: boolean,
): Promise<string> {
  const proposed = await inUsd(db, request.at, lines)
  const executed = await executedAmounts(db, request.subject.caseId, request.at)
  const amount = sumMoney([...proposed, ...executed])
  const byClaim = refusal || (!ourFault && lines.some(({ kind }) => kind === 'goodwill'))
  if (!byClaim) return amount
  const claimed = await claimedAmount(db, request.subject.caseId, request.at)
  return compareDecimals(claimed, amount) > 0 ? claimed : amount
}

async function inUsd(db: Db, at: Date, lines: LineInput[]): Promise<string[]> {
  const rates = await ratesOf(
    db,
    at,
    lines.flatMap(({ currency }) => currency ?? []),
  )
  const unknown = lines.findIndex(({ amount, currency }) => amount && currency && !rates.has(currency))
  if (unknown >= 0) {
    const params = { currency: lines[unknown]?.currency ?? '' }
    throw new Refused({
      kind: 'invalid',
      fields: [{ field: `lines.${unknown}.currency`, code: 'noExchangeRate', params }],
    })
  }
  return lines.flatMap(({ amount, currency }) =>
    amount && currency ? [convert(amount, rates.get(currency) ?? '0')] : [],
  )
}

async function executedAmounts(db: Db, caseId: string, at: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('settlement_line')
    .where('case_id', '=', caseId)
    .where('executed_at', 'is not', null)
    .select(['amount', 'currency'])
    .execute()
  const rates = await ratesOf(
    db,
    at,
    rows.map(({ currency }) => currency),
  )
  return rows.map(({ amount, currency }) => convert(amount, rates.get(currency) ?? '0'))
}

/** Amounts last proposed on the account's other claims within 90 days; merged and withdrawn ones left out. */
async function otherAmounts(db: Db, accountId: string, { subject, at }: FactsRequest): Promise<string[]> {
  const rows = await db
    .selectFrom('proposal')
    .innerJoin('service_case', 'service_case.id', 'proposal.case_id')
    .where('service_case.account_id', '=', accountId)
    .where('service_case.id', '<>', subject.caseId)
    .where('service_case.state', 'not in', ['merged', 'withdrawn', 'discarded'])
    .where('proposal.refusal', '=', false)
    .where('proposal.proposed_at', '>=', sql<Date>`${at}::timestamptz - interval '90 days'`)
    .distinctOn('proposal.case_id')
    .orderBy('proposal.case_id')
    .orderBy('proposal.number', 'desc')
    .select('proposal.amount_usd')
    .execute()
  return rows.map(({ amount_usd }) => amount_usd)
}
