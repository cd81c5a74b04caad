// What a proposal of this moment would be: its number, hash, amounts and route.
import { createHash } from 'node:crypto'
import type { JsonObject, RouteStep } from '../../schema/json.ts'
import type { FactsRequest } from '../core/engine.ts'
import { convert, sumMoney } from '../core/money.ts'
import { actorsFor } from '../core/permissions.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import { canonical } from '../core/transaction.ts'
import type { LineInput } from '../workflows/claim-payloads.ts'
import { compareDecimals } from '../workflows/decimal.ts'
import { approvalRoute } from './approval-route.ts'
import type { Amount, BandRow, ProposedClaim, Rate } from './proposal-rows.ts'

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

/**
 * Composes the proposal that `propose` or `declineFormally` makes, of the rows that `proposalRows` asks for. Refuses `invalid` for a
 * currency without a rate of the day and for a sum beyond all limits.
 */
export function composeProposal(
  request: FactsRequest,
  [claim]: readonly ProposedClaim[],
  executed: readonly Amount[],
  claimed: readonly Amount[],
  [others]: readonly { total: string }[],
  rates: readonly Rate[],
  bands: readonly BandRow[],
): ComposedProposal {
  if (!claim) throw new Error('A proposal is composed on a claim')
  const lines = (request.payload.lines ?? []) as LineInput[]
  const refusal = request.event === 'declineFormally'
  const rateOf = new Map([['USD', '1'], ...rates.map((row): [string, string] => [row.currency, row.usd_per_unit])])
  const usd = ({ amount, currency }: Amount) => convert(amount, rateOf.get(currency) ?? '0')
  const amount = sumMoney([...proposedAmounts(lines, rateOf).map(usd), ...executed.map(usd)])
  // A refusal, and goodwill where the fault is not ours, count with the claimed amount.
  const byClaim = refusal || (claim.our_fault !== true && lines.some(({ kind }) => kind === 'goodwill'))
  const claimedUsd = sumMoney(claimed.map(usd))
  const amountUsd = byClaim && compareDecimals(claimedUsd, amount) > 0 ? claimedUsd : amount
  const totalUsd = sumMoney([amountUsd, others?.total ?? '0'])
  if (request.event !== null && compareDecimals(totalUsd, mostUsd) > 0)
    throw refuseField('lines', 'tooHigh', { max: mostUsd })
  const route = approvalRoute(
    bands.map(({ band, up_to, steps }) => ({ band, upTo: up_to, steps })),
    {
      totalUsd,
      keyAccount: claim.key,
      critical: claim.severity === 'critical',
      proposedAs: proposingRole(request, claim, refusal),
    },
  )
  const content: JsonObject = refusal
    ? { ground: request.payload.ground ?? null, amountUsd }
    : { lines: request.payload.lines ?? [] }
  const hash = createHash('sha256').update(canonical(content)).digest('hex').slice(0, 16)
  return { number: claim.proposals + 1, hash, amountUsd, totalUsd, route }
}

/** What the lines come to in their currencies. */
function proposedAmounts(lines: readonly LineInput[], rateOf: ReadonlyMap<string, string>): Amount[] {
  const unknown = lines.findIndex(({ amount, currency }) => amount && currency && !rateOf.has(currency))
  if (unknown >= 0) {
    const params = { currency: lines[unknown]?.currency ?? '' }
    throw new Refused({
      kind: 'invalid',
      fields: [{ field: `lines.${unknown}.currency`, code: 'noExchangeRate', params }],
    })
  }
  return lines.flatMap(({ amount, currency }) => (amount && currency ? [{ amount, currency }] : []))
}

function proposingRole({ viewer }: FactsRequest, { account_id, region_id }: ProposedClaim, refusal: boolean) {
  const roles = actorsFor(viewer, refusal ? 'claim.declineFormally' : 'claim.propose', {
    accountId: account_id,
    regionId: region_id,
  })
  return roles.includes('csLead') ? 'csLead' : (roles[0] ?? 'csEngineer')
}
