// One wave in the list: its state and time, how many answered, what they cover and recommend, and the next step.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { WaveRow } from '../generated/surveys.ts'
import { percent } from '../management/figures-text.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { shortDay, timeOfDay } from '../words/dates.ts'
import { AnsweredBar } from './AnsweredBar.tsx'
import { invitedOf, scoreText } from './wave-figures.ts'

export function WaveLine({ wave }: { wave: WaveRow }) {
  const { t } = useTranslation()
  const { id, name, version, state, stateLabel, opensAt, closesAt, coverage, promoters, undelivered } = wave
  return (
    <div className="wave-line">
      <div className="ell">
        <Link to="/surveys/waves/$id" params={{ id }} className="b" dir="auto">
          {name}
        </Link>
        <p className="s q ell">
          {version?.questionnaire?.name}
          {wave.respondents === 'staff' && ` · ${wave.respondentsLabel}`}
        </p>
      </div>
      <span>
        <span className={`tag wave-${state}`}>{stateLabel}</span>
      </span>
      <span className="s m nw">
        <time dateTime={opensAt}>{shortDay(opensAt)}</time> –{' '}
        {closesAt ? (
          <time dateTime={closesAt}>
            {shortDay(closesAt)}, {timeOfDay(closesAt)}
          </time>
        ) : (
          state !== 'closed' && state !== 'cancelled' && t('surveys.endless')
        )}
      </span>
      <div>
        <AnsweredBar responses={wave.responses} invited={invitedOf(wave.invitationCounts)} rate={wave.responseRate} />
        {undelivered > 0 && (
          <p className="xs danger row-flex">
            <Icon name="warning" />
            {t('surveys.undelivered', { count: undelivered })}
          </p>
        )}
      </div>
      <span className="r figure">
        <span className="narrow xs q">{t('surveys.coverage')} </span>
        {coverage === null ? <span className="q">–</span> : percent(coverage)}
      </span>
      <span className="r figure">
        <span className="narrow xs q">NPS </span>
        {promoters?.score == null ? <span className="q">–</span> : scoreText(promoters.score)}
        {promoters && promoters.n < 5 && <span className="q"> △</span>}
      </span>
      <span className="r">
        <NextStep wave={wave} />
      </span>
    </div>
  )
}

function NextStep({ wave: { id, state, respondents, version } }: { wave: WaveRow }) {
  const { t } = useTranslation()
  const { actions } = useMe()
  if (state === 'planned' && actions.includes('survey.run')) {
    return (
      <Link to="/surveys/plan" search={{ wave: id }} className="btn">
        {t('surveys.goOn')}
      </Link>
    )
  }
  if (state === 'open' && actions.includes('survey.enter')) {
    return (
      <Link to="/surveys/waves/$id/enter" params={{ id }} className="btn">
        <Icon name={respondents === 'staff' ? 'plus' : 'phone'} />
        {t(respondents === 'staff' ? 'surveys.estimate' : 'surveys.enter')}
      </Link>
    )
  }
  if (state === 'cancelled' || state === 'planned') return null
  return (
    <Link
      to="/satisfaction"
      search={{ wave: id, instrument: version?.questionnaire?.instrument }}
      className="btn ghost"
    >
      {t('surveys.results')}
    </Link>
  )
}
