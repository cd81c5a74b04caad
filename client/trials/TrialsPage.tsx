// Trial batches by state, account and reason; the view lives in the address.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trialReasons, trialStates } from '../../schema/trial-vocabulary.ts'
import { type TrialRow, type TrialsData, TrialsDocument } from '../generated/trials.ts'
import { usePages } from '../lists/use-pages.ts'
import { Clock } from '../parts/Clock.tsx'
import { clockView, mainClock } from '../parts/clock-view.ts'
import { Bones, Failure, Notice } from '../parts/Notices.tsx'
import { useNow } from '../parts/now.ts'
import { SmallPath } from '../parts/SmallPath.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { withWords } from '../words/with-words.ts'
import { RequestTrial } from './RequestTrial.tsx'
import { trialPhaseOf, trialPhases } from './trial-phases.ts'
import { type TrialsSearch, trialsAsked } from './trials-search.ts'
import '../parts/list-page.css'
import '../accounts/accounts.css'
import './trials.css'

const SuccessByReason = lazy(
  withWords(['trials', 'field', 'success'], () =>
    import('./SuccessByReason.tsx').then((module) => ({ default: module.SuccessByReason })),
  ),
)
const pageOf = ({ trialBatches }: TrialsData) => trialBatches

export function TrialsPage() {
  const { t } = useTranslation()
  const now = useNow()
  const { actions } = useMe()
  const search = useSearch({ from: '/trials' })
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const list = usePages(TrialsDocument, trialsAsked(search), pageOf)
  const go = (part: TrialsSearch) => void navigate({ to: '/trials', search: { ...search, ...part }, replace: true })
  useEffect(() => {
    document.title = t('trials.title')
  }, [t])
  return (
    <div className="list-page">
      <header className="list-head">
        <h1>{t('trials.title')}</h1>
        <div className="space" />
        {actions.includes('trialBatch.request') && (
          <button type="button" className="btn" onClick={() => setAsking(true)}>
            <Icon name="plus" />
            {t('common.requestTrial')}
          </button>
        )}
      </header>
      <div className="filters trial-filters">
        <Choice
          id="trial-state"
          label={t('trials.state')}
          value={search.state ?? ''}
          offers={[
            { id: '', label: t('trials.open') },
            { id: 'all', label: t('trials.all') },
            { id: 'decided', label: t('trials.withVerdict') },
            ...Object.keys(trialStates).map((id) => ({ id, label: t(`label.trialState.${id}`) })),
          ]}
          change={(state) => go({ state })}
        />
        <Choice
          id="trial-reason"
          label={t('trials.reason')}
          value={search.reason ?? ''}
          offers={[
            { id: '', label: t('trials.all') },
            ...Object.keys(trialReasons).map((id) => ({ id, label: t(`label.trialReason.${id}`) })),
          ]}
          change={(reason) => go({ reason })}
        />
        {search.account && (
          <button type="button" className="btn ghost" onClick={() => go({ account: undefined })}>
            <Icon name="cross" />
            {t('trials.everyAccount')}
          </button>
        )}
      </div>
      <Suspense>
        <SuccessByReason />
      </Suspense>
      {list.error && !list.loaded && <Failure error={list.error} retry={list.again} />}
      {!list.error && !list.loaded && <Bones rows={8} />}
      {list.loaded && list.rows.length === 0 && (
        <Notice title={t('trials.empty')}>
          <p className="m">{t('trials.emptyHint')}</p>
        </Notice>
      )}
      <ul>
        {list.rows.map((row) => (
          <li key={row.id}>
            <TrialLine row={row} now={now} />
          </li>
        ))}
      </ul>
      {list.more && (
        <button type="button" className="btn" onClick={list.next}>
          {t('trials.more')}
        </button>
      )}
      {asking && <RequestTrial account={null} claimId={null} close={() => setAsking(false)} />}
    </div>
  )
}

interface ChoiceProps {
  id: string
  label: string
  value: string
  offers: readonly { id: string; label: string }[]
  change: (value: string | undefined) => void
}

function Choice({ id, label, value, offers, change }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select className="input" id={id} value={value} onChange={({ target }) => change(target.value || undefined)}>
        {offers.map((offer) => (
          <option key={offer.id} value={offer.id}>
            {offer.label}
          </option>
        ))}
      </select>
    </div>
  )
}

function TrialLine({ row, now }: { row: TrialRow; now: Date }) {
  const { t } = useTranslation()
  const { dayMinutes } = useMe()
  const clock = mainClock(row.deadlines)
  return (
    <Link to="/cases/$number" params={{ number: row.number }} className="trial-row">
      <span className="number nw q s">{row.number}</span>
      <span className="ell second" dir="auto">
        <b className="b">{row.title}</b>
        {row.reasonLabel && <span className="q s"> {row.reasonLabel}</span>}
      </span>
      <bdi className="m s ell second">{row.account.name}</bdi>
      <span className="s m ell second">
        <SmallPath phases={trialPhases.length} at={trialPhases.indexOf(trialPhaseOf(row.trialState))} />{' '}
        {row.stateLabel}
      </span>
      <span className="s q" title={t('trials.iteration')}>
        ×{row.iteration}
      </span>
      {clock ? <Clock name={clock.label} view={clockView(clock, now, dayMinutes, t)} /> : <span />}
    </Link>
  )
}
