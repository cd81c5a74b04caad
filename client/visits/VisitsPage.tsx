// Visits by state, purpose, engineer and side that wanted them; the view lives in the address.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { visitsAsked } from '../../schema/list-asked.ts'
import { parseView } from '../../schema/list-views.ts'
import { VisitCountDocument, type VisitRow, type VisitsData, VisitsDocument } from '../generated/visits.ts'
import { ListTools } from '../lists/ListTools.tsx'
import { usePages } from '../lists/use-pages.ts'
import { type TableItem, VirtualTable } from '../lists/VirtualTable.tsx'
import { Bones, Failure, Notice } from '../parts/Notices.tsx'
import { useNow } from '../parts/now.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import type { VisitsSearch } from '../shell/searches.ts'
import { withWords } from '../words/with-words.ts'
import { VisitFilters } from './VisitFilters.tsx'
import { VisitLine } from './VisitLine.tsx'
import '../parts/list-page.css'
import '../accounts/accounts.css'
import './visits.css'

const RequestVisit = lazy(
  withWords(['visits', 'visit', 'field'], () =>
    import('./RequestVisit.tsx').then(({ RequestVisit }) => ({ default: RequestVisit })),
  ),
)

const pageOf = ({ visits }: VisitsData) => visits

export function VisitsPage() {
  const { t } = useTranslation()
  const now = useNow()
  const { actions } = useMe()
  const search = useSearch({ from: '/visits' })
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const { view } = parseView('visits', { ...search, saved: undefined, wrong: undefined, ask: undefined })
  const asked = visitsAsked(view)
  const list = usePages(VisitsDocument, asked, pageOf)
  const [{ data: counted }] = useQuery({ query: VisitCountDocument, variables: { filter: asked.filter } })
  const go = (part: VisitsSearch) =>
    void navigate({ to: '/visits', search: { ...view, saved: search.saved, ...part }, replace: true })
  useEffect(() => {
    document.title = t('visits.title')
  }, [t])
  useEffect(() => {
    if (search.ask) setAsking(true)
  }, [search.ask])
  return (
    <div className="accounts">
      <header>
        <div className="row-flex">
          <h1>{t('visits.title')}</h1>
          <span className="space" />
          <Link to="/visits/calendar" className="btn">
            <Icon name="clock" />
            {t('visits.calendar')}
          </Link>
          {actions.includes('visit.request') && (
            <button type="button" className="btn main" onClick={() => setAsking(true)}>
              <Icon name="plus" />
              {t('visits.request')}
            </button>
          )}
        </div>
        <ListTools
          page="visits"
          view={view}
          saved={search.saved}
          wrong={search.wrong}
          apply={(next, saved) =>
            void navigate({ to: '/visits', search: { ...parseView('visits', next).view, saved } })
          }
        />
        <VisitFilters view={view} go={go} />
      </header>
      {list.error && !list.loaded && <Failure error={list.error} retry={list.again} />}
      {!list.error && !list.loaded && <Bones rows={10} />}
      {list.loaded && list.rows.length === 0 && (
        <Notice title={t('visits.empty')}>
          <p className="m">{t('visits.emptyHint')}</p>
        </Notice>
      )}
      {list.rows.length > 0 && (
        <VirtualTable
          name={`visits ${JSON.stringify(asked)}`}
          label={t('visits.title')}
          items={itemsOf(list.rows, view.show === undefined && view.state === undefined, t)}
          total={counted?.visitCount ?? null}
          more={list.more}
          next={list.next}
          draw={(visit) => <VisitLine row={visit} now={now} />}
          open={({ number }) => void navigate({ to: '/cases/$number', params: { number } })}
          selection={null}
        />
      )}
      {asking && (
        <Suspense>
          <RequestVisit
            account={null}
            caseId={null}
            close={() => {
              setAsking(false)
              if (search.ask) go({ ask: undefined })
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

function Heading({ words }: { words: string }) {
  return <h2 className="visit-group s m">{words}</h2>
}

type Row = VisitRow & { name: string }

/** Among open visits those that want to be sorted come first, of them those of key accounts (ACC-07). */
function itemsOf(
  rows: readonly VisitRow[],
  sorted: boolean,
  t: ReturnType<typeof useTranslation>['t'],
): TableItem<Row>[] {
  const items = rows.map((row) => ({ row: { ...row, name: row.number } }))
  const waiting = items.filter(({ row }) => row.visitState === 'requested')
  if (!sorted || waiting.length === 0) return items
  const keyFirst = waiting.toSorted((a, b) => Number(b.row.account.key) - Number(a.row.account.key))
  const others = items.filter(({ row }) => row.visitState !== 'requested')
  return [
    { id: 'waiting', heading: <Heading words={t('visits.toSort', { count: waiting.length })} /> },
    ...keyFirst,
    { id: 'others', heading: <Heading words={t('visits.sorted', { count: others.length })} /> },
    ...others,
  ]
}
