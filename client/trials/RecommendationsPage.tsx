// What should be made better over all customers: who carries it out, until when, and what came of it.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { recommendationStates } from '../../schema/trial-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import { AccountTabs } from '../accounts/AccountTabs.tsx'
import {
  RecommendationDepartmentsDocument,
  type RecommendationsData,
  RecommendationsDocument,
} from '../generated/recommendations.ts'
import { usePages } from '../lists/use-pages.ts'
import { Bones, Failure, Notice } from '../parts/Notices.tsx'
import { RecommendationLine } from './RecommendationSection.tsx'
import { type RecommendationsSearch, recommendationsAsked } from './recommendations-search.ts'
import '../accounts/accounts.css'
import '../case/case-parts.css'
import './trials.css'

const pageOf = ({ recommendations }: RecommendationsData) => recommendations ?? nothing
const nothing = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } }

export function RecommendationsPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/recommendations' })
  const navigate = useNavigate()
  const list = usePages(RecommendationsDocument, recommendationsAsked(search), pageOf)
  const [{ data: known }] = useQuery({ query: RecommendationDepartmentsDocument, requestPolicy: 'cache-first' })
  const departments = (known?.departments ?? []).map(({ id, name }) => ({ id, label: name }))
  const go = (part: RecommendationsSearch) =>
    void navigate({ to: '/recommendations', search: { ...search, ...part }, replace: true })
  useEffect(() => {
    document.title = t('trials.recommendations')
  }, [t])
  return (
    <div className="accounts">
      <header>
        <AccountTabs />
        <h1>{t('trials.recommendations')}</h1>
        <div className="filters">
          <div className="field">
            <label htmlFor="recommendation-state">{t('trials.state')}</label>
            <select
              className="input"
              id="recommendation-state"
              value={search.state ?? ''}
              onChange={({ target }) => go({ state: words(recommendationStates).find((one) => one === target.value) })}
            >
              <option value="">{t('trials.all')}</option>
              {words(recommendationStates).map((one) => (
                <option key={one} value={one}>
                  {t(`label.recommendationState.${one}`)}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="recommendation-department">{t('field.departmentId')}</label>
            <select
              className="input"
              id="recommendation-department"
              value={search.department ?? ''}
              onChange={({ target }) => go({ department: target.value || undefined })}
            >
              <option value="">{t('trials.all')}</option>
              {departments.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          </div>
          <label className="row-flex only-key">
            <input
              type="checkbox"
              checked={search.overdue === true}
              onChange={({ target }) => go({ overdue: target.checked || undefined })}
            />
            {t('trials.onlyOverdue')}
          </label>
        </div>
      </header>
      {list.error && !list.loaded && <Failure error={list.error} retry={list.again} />}
      {!list.error && !list.loaded && <Bones rows={8} />}
      {list.loaded && list.rows.length === 0 && (
        <Notice title={t('trials.noRecommendations')}>
          <p className="m">{t('trials.noRecommendationsHint')}</p>
        </Notice>
      )}
      <ul className="trial-lines all-recommendations">
        {list.rows.map((row) => (
          <RecommendationLine key={row.id} recommendation={row} departments={departments} refresh={list.again}>
            <span className="s">
              <Link to="/accounts/$id" params={{ id: row.account.id }} className="l">
                <bdi>{row.account.name}</bdi>
              </Link>{' '}
              {row.case && (
                <Link to="/cases/$number" params={{ number: row.case.number }} className="l nw">
                  {row.case.number}
                </Link>
              )}{' '}
              {row.task && (
                <span className="q nw">
                  {row.task.number} · {row.task.stateLabel}
                </span>
              )}{' '}
              {row.overdue && <span className="danger">{t('trials.overdue')}</span>}
            </span>
          </RecommendationLine>
        ))}
      </ul>
      {list.more && (
        <button type="button" className="btn" onClick={list.next}>
          {t('trials.more')}
        </button>
      )}
    </div>
  )
}
