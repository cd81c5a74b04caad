// What management asks: how many, how late, why, how long, how much; each number leads to its rows.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { claimsAsked } from '../../schema/list-asked.ts'
import { ManagementDocument } from '../generated/management.ts'
import { Bones, Failure, NotFound } from '../parts/Notices.tsx'
import { useNow } from '../parts/now.ts'
import type { ClaimsSearch, ManagementSearch } from '../shell/searches.ts'
import { withWords } from '../words/with-words.ts'
import { DeadlinesKept, PingPong, StateCounts } from './FigureTables.tsx'
import { Money, OpenApprovals, Rates } from './MoneyTables.tsx'
import { Pareto } from './Pareto.tsx'
import { Pick } from './Pick.tsx'
import './management.css'

const LeadTime = lazy(() => import('./LeadTime.tsx').then((module) => ({ default: module.LeadTime })))
const ProductFigures = lazy(
  withWords(['management', 'map', 'claims', 'products'], () =>
    import('./ProductFigures.tsx').then((module) => ({ default: module.ProductFigures })),
  ),
)
const periods = ['quarter', 'year', 'all'] as const
const days = { quarter: 92, year: 366, all: null }
const consumers = ['endUser', 'wholesaler'] as const

export function ManagementPage() {
  const { t } = useTranslation()
  const now = useNow()
  const navigate = useNavigate()
  const { region, consumer, period = 'year' } = useSearch({ from: '/management' })
  const today = now.toISOString().slice(0, 10)
  const search = useMemo((): ClaimsSearch => {
    const length = days[period]
    const from =
      length === null ? undefined : new Date(Date.parse(today) - length * 86_400_000).toISOString().slice(0, 10)
    return { show: 'all', region, consumer, from }
  }, [region, consumer, period, today])
  const variables = useMemo(() => {
    return {
      filter: claimsAsked(search).filter,
      approvals: claimsAsked({ show: 'open', region, consumer, state: 'approval' }).filter,
    }
  }, [search, region, consumer])
  const [{ data, error }, load] = useQuery({ query: ManagementDocument, variables })
  useEffect(() => {
    document.title = t('management.title')
  }, [t])
  const go = (next: ManagementSearch) =>
    void navigate({ to: '/management', search: { region, consumer, period, ...next } })
  if (error && !data) return <Failure error={error} retry={() => load({ requestPolicy: 'network-only' })} />
  if (!data) return <Bones rows={10} />
  const { claimFigures: figures, claims, regions } = data
  if (!figures) return <NotFound />
  return (
    <div className="management">
      <header className="management-head">
        <h1>{t('management.title')}</h1>
        <span className="q">{t('management.of', { count: figures.claims })}</span>
        <span className="space" />
        <Pick
          label={t('management.region')}
          value={region}
          choices={regions.map(({ id, name }) => [id, name])}
          choose={(value) => go({ region: value })}
        />
        <Pick
          label={t('management.consumer')}
          value={consumer}
          choices={consumers.map((one) => [one, t(`label.consumerType.${one}`)])}
          choose={(value) => go({ consumer: consumers.find((one) => one === value) })}
        />
        <fieldset className="segments" aria-label={t('management.period')}>
          {periods.map((one) => (
            <button key={one} type="button" aria-pressed={period === one} onClick={() => go({ period: one })}>
              {t(`management.${one}`)}
            </button>
          ))}
        </fieldset>
      </header>
      <div className="cards">
        <div className="card-stack">
          <StateCounts counts={figures.counts} search={search} />
          <OpenApprovals claims={claims.nodes} />
        </div>
        <Pareto figures={figures} search={search} />
        <Suspense fallback={<div className="bones card-bones" />}>
          <LeadTime stays={figures.stays} search={search} />
        </Suspense>
        <DeadlinesKept kept={figures.kept} search={search} />
        <div className="card-stack">
          <Money money={figures.money} search={search} />
          <Rates rates={figures.rates} trialClaims={figures.trialClaims} search={search} />
        </div>
        <PingPong handovers={figures.handovers} />
        <Suspense fallback={<div className="bones card-bones" />}>
          <ProductFigures />
        </Suspense>
      </div>
    </div>
  )
}
