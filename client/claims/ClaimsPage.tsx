// All claims that one may see; the view lives in the address, and many can be acted on at once.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { claimsAsked } from '../../schema/list-asked.ts'
import { parseView } from '../../schema/list-views.ts'
import { ClaimCountDocument } from '../generated/bulk.ts'
import { type ClaimsData, ClaimsDocument } from '../generated/claims.ts'
import { BulkBar } from '../lists/BulkBar.tsx'
import { ListTools } from '../lists/ListTools.tsx'
import { useSelection } from '../lists/selection.ts'
import { usePages } from '../lists/use-pages.ts'
import { VirtualTable } from '../lists/VirtualTable.tsx'
import { Bones, Failure, Notice } from '../parts/Notices.tsx'
import { useNow } from '../parts/now.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import type { ClaimsSearch } from '../shell/searches.ts'
import { ClaimFilters } from './ClaimFilters.tsx'
import { ClaimLine } from './ClaimRows.tsx'

const shows = ['open', 'closed', 'all'] as const
/** The API counts no further. */
const mostCounted = 100_000
/** Of the tabs only that of the whole address is the current one. */
const thisView = { exact: true, explicitUndefined: true }
const pageOf = ({ claims }: ClaimsData) => claims

export function ClaimsPage() {
  const { t } = useTranslation()
  const now = useNow()
  const { actions } = useMe()
  const search = useSearch({ from: '/claims' })
  const navigate = useNavigate()
  const selection = useSelection()
  const { view } = parseView('claims', { ...search, saved: undefined, wrong: undefined })
  const asked = claimsAsked(view)
  const list = usePages(ClaimsDocument, { ...asked, money: view.money === true }, pageOf)
  const [{ data: counted }, count] = useQuery({ query: ClaimCountDocument, variables: { filter: asked.filter } })
  const total = counted?.claimCount ?? null
  useEffect(() => {
    document.title = t('claims.title')
  }, [t])
  const go = (part: ClaimsSearch) => {
    selection.clear()
    void navigate({ to: '/claims', search: { ...view, saved: search.saved, ...part } })
  }
  const again = () => {
    list.again()
    count({ requestPolicy: 'network-only' })
  }
  const show = view.show ?? 'open'
  const items = list.rows.map((row) => ({ row: { ...row, name: row.number } }))
  return (
    <div className="list-page">
      <header className="list-head">
        <h1>{t('claims.title')}</h1>
        <div className="space" />
        <ListTools
          page="claims"
          view={view}
          saved={search.saved}
          wrong={search.wrong}
          apply={(next, saved) => {
            selection.clear()
            void navigate({ to: '/claims', search: { ...parseView('claims', next).view, saved } })
          }}
        />
        {actions.includes('claim.register') && (
          <Link to="/log" className="btn">
            <Icon name="phone" />
            {t('nav.logClaim')}
          </Link>
        )}
      </header>
      <div className="tabs">
        <nav aria-label={t('claims.title')}>
          {shows.map((one) => (
            <Link
              key={one}
              to="/claims"
              search={{ ...view, show: one === 'open' ? undefined : one, saved: search.saved }}
              activeOptions={thisView}
              onClick={selection.clear}
              aria-current={show === one ? 'true' : undefined}
            >
              {t(`claims.${one}`)}{' '}
              {show === one && total !== null && (
                <b>
                  {t('lists.total', { count: Math.min(total, mostCounted) })}
                  {total > mostCounted && '+'}
                </b>
              )}
            </Link>
          ))}
        </nav>
      </div>
      <ClaimFilters view={view} go={go} />
      {list.error && !list.loaded && <Failure error={list.error} retry={again} />}
      {!list.error && !list.loaded && <Bones rows={12} />}
      {list.loaded && list.rows.length === 0 && (
        <Notice title={t('claims.empty')}>
          <p className="m">{t('claims.emptyHint')}</p>
        </Notice>
      )}
      {list.rows.length > 0 && (
        <VirtualTable
          name={`claims ${JSON.stringify(asked)}`}
          label={t('claims.title')}
          items={items}
          total={total}
          more={list.more}
          next={list.next}
          draw={(row) => <ClaimLine row={row} now={now} />}
          open={({ number }) => void navigate({ to: '/cases/$number', params: { number } })}
          selection={actions.includes('case.comment') ? selection : null}
        />
      )}
      <BulkBar selection={selection} asked={asked} total={total} loaded={list.rows.length} done={again} />
    </div>
  )
}
