// What follows from a weak indicator: drafted, given to a department or declined, and measured when it is done.
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrialView } from '../case/case-view.ts'
import type { RecommendationFacts } from '../generated/trial.ts'
import type { Offer } from '../parts/Offers.tsx'
import { useMe } from '../shell/me.ts'
import { shortDay } from '../words/dates.ts'
import { type Decision, RecommendationForm } from './RecommendationForm.tsx'

interface RecommendationSectionProps {
  trial: TrialView
  departments: readonly Offer[]
  refresh: () => void
}

export function RecommendationSection({ trial, departments, refresh }: RecommendationSectionProps) {
  const { t } = useTranslation()
  const { recommendations } = trial
  if (!recommendations || recommendations.length === 0) return null
  return (
    <section>
      <div className="section-head">
        <h2>{t('trials.recommendations')}</h2>
      </div>
      <ul className="trial-lines">
        {recommendations.map((one) => (
          <RecommendationLine key={one.id} recommendation={one} departments={departments} refresh={refresh} />
        ))}
      </ul>
    </section>
  )
}

interface LineProps extends Omit<RecommendationSectionProps, 'trial'> {
  recommendation: RecommendationFacts
  /** What else is told of it. */
  children?: ReactNode
}

export function RecommendationLine({ recommendation, departments, refresh, children }: LineProps) {
  const { t } = useTranslation()
  const { actions } = useMe()
  const [chosen, setChosen] = useState<Decision | null>(null)
  const { state, stateLabel, problem, indicator, target, measure, department, decisionReason } = recommendation
  const decisions: Decision[] =
    state === 'draft' && actions.includes('recommendation.decide')
      ? ['accept', 'decline']
      : state === 'accepted' && actions.includes('recommendation.measure')
        ? ['effect']
        : []
  return (
    <li>
      <p>
        <bdi className="md">{problem}</bdi> <span className="tag">{stateLabel}</span>
      </p>
      <p className="s m">
        <bdi>{indicator}</bdi> → <bdi>{target}</bdi>
      </p>
      {(measure || decisionReason) && (
        <p className="s">
          <bdi>{measure ?? decisionReason}</bdi>{' '}
          <span className="q">
            {[department?.name, recommendation.dueOn && shortDay(recommendation.dueOn)].filter(Boolean).join(' · ')}
          </span>
        </p>
      )}
      {recommendation.effectValue && (
        <p className="s">
          {t('trials.effect')}: {recommendation.effectValue} {recommendation.effectUnit}{' '}
          <bdi className="q">{recommendation.effectNote}</bdi>
        </p>
      )}
      {children}
      {decisions.length > 0 && (
        <div className="task-actions">
          {decisions.map((one) => (
            <button
              key={one}
              type="button"
              className="quiet-link"
              aria-expanded={chosen === one}
              onClick={() => setChosen(chosen === one ? null : one)}
            >
              {t(`trials.${one}`)}
            </button>
          ))}
        </div>
      )}
      {chosen && (
        <RecommendationForm
          key={chosen}
          decision={chosen}
          recommendationId={recommendation.id}
          departments={departments}
          close={() => {
            setChosen(null)
            refresh()
          }}
        />
      )}
    </li>
  )
}
