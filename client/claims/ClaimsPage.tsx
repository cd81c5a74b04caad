// All claims that one may see, by due time; the view lives in the address.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { ClaimsDocument } from '../generated/claims.ts'
import { Bones, Failure, Notice } from '../parts/Notices.tsx'
import { useNow } from '../parts/now.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import type { ClaimsSearch } from '../shell/searches.ts'
import { ClaimRows } from './ClaimRows.tsx'
import { filterOf } from './filter-of.ts'

const shows = ['open', 'closed', 'all'] as const
const severities = ['critical', 'major', 'minor', 'irritation'] as const

export function ClaimsPage() {
  const { t } = useTranslation()
  const { actions } = useMe()
  const search = useSearch({ from: '/claims' })
  const { show = 'open', severity, ...narrowed } = search
  const navigate = useNavigate()
  const [pages, setPages] = useState<(string | null)[]>([null])
  useEffect(() => {
    document.title = t('claims.title')
  }, [t])
  const go = (search: ClaimsSearch) => {
    setPages([null])
    void navigate({ to: '/claims', search })
  }
  return (
    <div className="work-list">
      <header className="work-head">
        <h1>{t('claims.title')}</h1>
        <div className="space" />
        {actions.includes('claim.register') && (
          <Link to="/log" className="btn">
            <Icon name="phone" />
            {t('work.log')}
          </Link>
        )}
      </header>
      <div className="tabs">
        <nav aria-label={t('claims.title')}>
          {shows.map((one) => (
            <Link
              key={one}
              to="/claims"
              search={{ ...narrowed, show: one === 'open' ? undefined : one, severity }}
              onClick={() => setPages([null])}
              aria-current={show === one ? 'true' : undefined}
            >
              {t(`claims.${one}`)}
            </Link>
          ))}
        </nav>
        <span className="space" />
        <label className="pick">
          <span className="unseen">{t('claims.severity')}</span>
          <select
            value={severity ?? ''}
            onChange={({ target }) =>
              go({ ...narrowed, show, severity: severities.find((one) => one === target.value) })
            }
          >
            <option value="">
              {t('claims.severity')}: {t('claims.any')}
            </option>
            {severities.map((one) => (
              <option key={one} value={one}>
                {t(`label.severity.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {Object.values(narrowed).some((part) => part !== undefined) && (
        <p className="s m narrowed">
          {t('claims.narrowed')}{' '}
          <button type="button" className="l" onClick={() => go({ show, severity })}>
            {t('claims.widen')}
          </button>
        </p>
      )}
      {pages.map((after, index) => (
        <ClaimPage
          key={`${JSON.stringify(search)} ${after}`}
          search={search}
          after={after}
          more={index === pages.length - 1 ? (cursor) => setPages([...pages, cursor]) : null}
        />
      ))}
    </div>
  )
}

interface ClaimPageProps {
  search: ClaimsSearch
  after: string | null
  /** Shows the next page below; null where it is there already. */
  more: ((cursor: string) => void) | null
}

function ClaimPage({ search, after, more }: ClaimPageProps) {
  const { t } = useTranslation()
  const now = useNow()
  const filter = filterOf(search)
  const order = (search.show ?? 'open') === 'open' ? 'due' : 'newest'
  const [{ data, error }, load] = useQuery({ query: ClaimsDocument, variables: { filter, after, order } })
  if (error && !data) return <Failure error={error} retry={() => load({ requestPolicy: 'network-only' })} />
  if (!data) return <Bones rows={12} />
  const { nodes, pageInfo } = data.claims
  if (nodes.length === 0 && after === null) {
    return (
      <Notice title={t('claims.empty')}>
        <p className="m">{t('claims.emptyHint')}</p>
      </Notice>
    )
  }
  return (
    <>
      <ClaimRows rows={nodes} now={now} />
      {more && pageInfo.hasNextPage && (
        <button type="button" className="btn more" onClick={() => pageInfo.endCursor && more(pageInfo.endCursor)}>
          {t('work.more')}
        </button>
      )}
    </>
  )
}
