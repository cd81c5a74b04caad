// Figures that are best read as tables: states, deadlines kept, to and fro, money, claims per tonnes, approvals.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ManagementData } from '../generated/management.ts'
import type { ClaimsSearch } from '../shell/searches.ts'
import { decimal, shortDay } from '../words/dates.ts'
import { Card, Count } from './Card.tsx'
import { percent } from './figures-text.ts'

type Figures = NonNullable<ManagementData['claimFigures']>

export function StateCounts({ counts, search }: { counts: Figures['counts']; search: ClaimsSearch }) {
  const { t } = useTranslation()
  const late = counts.reduce((sum, one) => sum + one.late, 0)
  const heads = [t('map.state'), t('management.open'), t('management.late'), t('management.soon')]
  const rows = counts.map(({ stateLabel, n, late: over, soon }) => [stateLabel, n, over, soon])
  const open = { ...search, show: 'open' as const }
  return (
    <Card
      title={t('management.lateFinding', { count: late })}
      measure={t('management.stateMeasure')}
      rows={[heads, ...rows]}
    >
      <Table heads={heads}>
        {counts.map(({ state, stateLabel, n, late: over, soon }) => (
          <tr key={state}>
            <th scope="row">{stateLabel}</th>
            <Drill n={n} search={{ ...open, state }} label={stateLabel} />
            <Drill
              n={over}
              search={{ ...open, state, clock: 'over' }}
              label={`${stateLabel}, ${t('management.late')}`}
            />
            <Drill
              n={soon}
              search={{ ...open, state, clock: 'soon' }}
              label={`${stateLabel}, ${t('management.soon')}`}
            />
          </tr>
        ))}
      </Table>
    </Card>
  )
}

export function DeadlinesKept({ kept }: { kept: Figures['kept'] }) {
  const { t } = useTranslation()
  const ended = kept.reduce((sum, one) => sum + one.ended, 0)
  const held = kept.reduce((sum, one) => sum + one.kept, 0)
  const heads = [t('management.clock'), t('management.kept'), 'n']
  const rows = kept.map((one) => [one.clockLabel, percent(one.kept / one.ended), one.ended])
  const title = ended > 0 ? t('management.keptFinding', { share: percent(held / ended) }) : t('management.kept')
  return (
    <Card title={title} measure={t('management.keptMeasure')} rows={[heads, ...rows]}>
      <Table heads={heads}>
        {kept.map((one) => (
          <tr key={one.clock}>
            <th scope="row">{one.clockLabel}</th>
            <td className="r">{percent(one.kept / one.ended)}</td>
            <td className="r">
              <Count n={one.ended} />
            </td>
          </tr>
        ))}
      </Table>
    </Card>
  )
}

export function PingPong({ handovers }: { handovers: Figures['handovers'] }) {
  const { t } = useTranslation()
  const [first] = handovers
  const heads = [t('management.claim'), t('management.handed'), t('management.returned')]
  const rows = handovers.map(({ number, handed, returned }) => [number, handed, returned])
  const title = first
    ? t('management.pingFinding', { mean: decimal(String(first.meanReturned), 2), count: first.claims })
    : t('management.ping')
  return (
    <Card title={title} measure={t('management.pingMeasure')} rows={[heads, ...rows]}>
      <Table heads={heads}>
        {handovers.map(({ number, title: subject, handed, returned }) => (
          <tr key={number}>
            <th scope="row">
              <Link className="l nw" to="/cases/$number" params={{ number }}>
                {number}
              </Link>{' '}
              <span className="q" dir="auto">
                {subject}
              </span>
            </th>
            <td className="r">{handed}</td>
            <td className="r">{returned}</td>
          </tr>
        ))}
      </Table>
    </Card>
  )
}

export function Money({ money }: { money: Figures['money'] }) {
  const { t } = useTranslation()
  const heads = [
    t('management.currency'),
    ...(['claimed', 'offered', 'accepted', 'paid'] as const).map((one) => t(`management.${one}`)),
  ]
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
        {money.map(({ currency, ...sums }) => (
          <tr key={currency}>
            <th scope="row">{currency}</th>
            {[sums.claimed, sums.offered, sums.accepted, sums.paid].map((sum, index) => (
              <td key={heads[index + 1]} className="r nw">
                {decimal(sum, 2)}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </Card>
  )
}

export function Rates({ rates, search }: { rates: Figures['rates']; search: ClaimsSearch }) {
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

/** `texts`: how many of the first columns hold words. */
function Table({ heads, texts = 1, children }: { heads: readonly string[]; texts?: number; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y: a table that scrolls sideways must be reached by keys
    <div className="figures-frame" role="group" aria-label={heads.join(', ')} tabIndex={0}>
      <table className="figures">
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={head} scope="col" className={index >= texts ? 'r' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

/** A figure that leads to the rows it counts. */
function Drill({ n, search, label }: { n: number; search: ClaimsSearch; label: string }) {
  return (
    <td className="r">
      {n === 0 ? (
        <span className="q">0</span>
      ) : (
        <Link className="l" to="/claims" search={search} aria-label={`${label}: ${n}`}>
          {n}
        </Link>
      )}
    </td>
  )
}
