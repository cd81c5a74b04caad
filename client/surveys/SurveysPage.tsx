// All waves with what became of them; the first step is told where there is none yet.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type SurveyWavesData, SurveyWavesDocument } from '../generated/surveys.ts'
import { usePages } from '../lists/use-pages.ts'
import { Bones, Failure, Notice } from '../parts/Notices.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { SurveysHead } from './SurveysHead.tsx'
import { WaveLine } from './WaveLine.tsx'
import '../parts/list-page.css'
import '../management/management.css'
import './surveys.css'

const states = ['open', 'planned', 'closed', 'cancelled'] as const
const pageOf = ({ surveyWaves }: SurveyWavesData) => surveyWaves

export function SurveysPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { state } = useSearch({ from: '/surveys' })
  const runs = useMe().actions.includes('survey.run')
  const list = usePages(SurveyWavesDocument, { state: state ?? null }, pageOf)
  const plan = (
    <Link to="/surveys/plan" className="btn main">
      <Icon name="plus" />
      {t('surveys.plan')}
    </Link>
  )
  return (
    <div className="list-page surveys">
      <SurveysHead at="waves">{runs && plan}</SurveysHead>
      <fieldset className="segments wave-states">
        <legend className="unseen">{t('surveys.state')}</legend>
        {[undefined, ...states].map((one) => (
          <button
            key={one ?? 'all'}
            type="button"
            aria-pressed={state === one}
            onClick={() => void navigate({ to: '/surveys', search: { state: one }, replace: true })}
          >
            {one ? t(`label.waveState.${one}`) : t('surveys.all')}
          </button>
        ))}
      </fieldset>
      {list.error && !list.loaded && <Failure error={list.error} retry={list.again} />}
      {!list.error && !list.loaded && <Bones rows={6} />}
      {list.loaded && list.rows.length === 0 && (
        <Notice title={t(state ? 'surveys.noneHere' : 'surveys.none')}>
          <p className="m">{t(state ? 'surveys.noneHereHint' : 'surveys.noneHint')}</p>
          {runs && !state && (
            <div className="row-flex">
              {plan}
              <Link to="/surveys/questionnaires" className="btn">
                {t('surveys.questionnaires')}
              </Link>
            </div>
          )}
        </Notice>
      )}
      {list.rows.length > 0 && (
        <div className="wave-heads xs q wide" aria-hidden="true">
          <span>{t('surveys.wave')}</span>
          <span>{t('surveys.state')}</span>
          <span>{t('surveys.period')}</span>
          <span>{t('surveys.answered')}</span>
          <span className="r">{t('surveys.coverage')}</span>
          <span className="r">NPS</span>
          <span />
        </div>
      )}
      <ul>
        {list.rows.map((wave) => (
          <li key={wave.id}>
            <WaveLine wave={wave} />
          </li>
        ))}
      </ul>
      {list.more && (
        <button type="button" className="btn wave-more" onClick={list.next}>
          {t('common.more')}
        </button>
      )}
    </div>
  )
}
