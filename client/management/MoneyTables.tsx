// Money by currency, claims by what was delivered, proposals that wait for an approval.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ManagementData } from '../generated/management.ts'
import type { ClaimsSearch } from '../shell/searches.ts'
import { decimal, shortDay } from '../words/dates.ts'
import { Card } from './Card.tsx'
import { Drill, Table } from './FigureTable.tsx'

type Figures = NonNullable<ManagementData['claimFigures']>

const sums = ['claimed', 'offered', 'accepted', 'paid'] as const

export function Money({ money, search }: { money: Figures['money']; search: ClaimsSearch }) {
  const { t } = useTranslation()
  const heads = [t('management.currency'), ...sums.map((one) => t(`management.${one}`))]
  const rows = money.map(({ currency, claimed, offered, accepted, paid }) => [
    currency,
    claimed,
    offered,
    accepted,
    paid,
  ])
  return (
    <Card title={t('management.money')} measure={t('management.moneyMeasure')} rows={[heads, ...rows]}>
      <Table heads={heads}>
        {money.map((row) => (
          <tr key={row.currency}>
            <th scope="row">{row.currency}</th>
            {sums.map((sum) => (
              <td key={sum} className="r nw">
                {Number(row[sum]) === 0 ? (
                  <span className="q">0</span>
                ) : (
                  <Link className="l" to="/claims" search={{ ...search, currency: row.currency, sum }}>
                    {decimal(row[sum], 2)}
                  </Link>
                )}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </Card>
  )
}

interface RatesProps {
  rates: Figures['rates']
  /** Claims on material of trial batches, which the rates leave out. */
  trialClaims: number
  search: ClaimsSearch
}

export function Rates({ rates, trialClaims, search }: RatesProps) {
  const { t } = useTranslation()
  const heads = [t('management.region'), t('management.claims'), t('management.tonnes'), t('management.rate')]
  const rows = rates.map(({ name, n, tonnes, rate }) => [name, n, tonnes, rate])
  return (
    <Card title={t('management.rates')} measure={t('management.rateMeasure')} rows={[heads, ...rows]}>
      <Table heads={heads}>
        {rates.map(({ regionId, name, n, tonnes, rate }) => (
          <tr key={regionId}>
            <th scope="row">{name}</th>
            <Drill n={n} search={{ ...search, region: regionId }} label={name} />
            <td className="r nw">
              {tonnes === null ? <span className="q">{t('management.noData')}</span> : decimal(tonnes, 0)}
            </td>
            <td className="r">{rate === null ? '–' : decimal(String(rate), 2)}</td>
          </tr>
        ))}
      </Table>
      {trialClaims > 0 && (
        <p className="s q">
          <Link className="l" to="/claims" search={{ ...search, trial: true }}>
            {t('management.trialClaims', { count: trialClaims })}
          </Link>
        </p>
      )}
    </Card>
  )
}

export function OpenApprovals({ claims }: { claims: ManagementData['claims']['nodes'] }) {
  const { t } = useTranslation()
  const heads = [t('management.claim'), t('management.customer'), t('management.proposed'), 'USD']
  const waiting = claims.flatMap((claim) => {
    const proposal = claim.proposals.at(-1)
    return proposal ? [{ ...claim, proposal }] : []
  })
  const rows = waiting.map(({ number, account, proposal }) => [
    number,
    account.name,
    proposal.proposedAt.slice(0, 10),
    proposal.amountUsd,
  ])
  return (
    <Card
      title={t('management.approvalFinding', { count: claims.length })}
      measure={t('management.approvalMeasure')}
      rows={[heads, ...rows]}
    >
      <Table heads={heads} texts={3}>
        {waiting.map(({ id, number, account, proposal }) => (
          <tr key={id}>
            <th scope="row">
              <Link className="l nw" to="/cases/$number" params={{ number }}>
                {number}
              </Link>
            </th>
            <td>{account.name}</td>
            <td className="nw">{shortDay(proposal.proposedAt)}</td>
            <td className="r nw">{proposal.amountUsd && decimal(proposal.amountUsd, 2)}</td>
          </tr>
        ))}
      </Table>
    </Card>
  )
}
