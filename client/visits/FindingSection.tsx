// What was found, what came of each finding, and whether the customer confirmed that it is settled.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '../case/case-view.ts'
import type { Options } from '../case/step-options.ts'
import type { VisitFindingFacts } from '../generated/visit.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { civilDay } from '../words/dates.ts'
import { ConfirmFinding } from './ConfirmFinding.tsx'
import { TurnFinding } from './TurnFinding.tsx'

interface FindingSectionProps {
  visit: VisitView
  options: Options
  refresh: () => void
}

export function FindingSection({ visit, options, refresh }: FindingSectionProps) {
  const { t } = useTranslation()
  const { findings, visitRecommendations } = visit
  if (!findings || findings.length === 0) return null
  const open = findings.filter(({ closedAt }) => !closedAt).length
  return (
    <section>
      <div className="section-head">
        <h2>{t('visit.findings')}</h2>
        <span className="q s">{t('visit.openFindings', { open, all: findings.length })}</span>
      </div>
      <ol className="findings">
        {findings.map((finding) => (
          <FindingLine key={finding.id} {...{ finding, visit, options, refresh }} />
        ))}
      </ol>
      {visitRecommendations && visitRecommendations.length > 0 && (
        <>
          <h3 className="s">{t('visit.recommendations')}</h3>
          <ul className="findings">
            {visitRecommendations.map(({ id, problem, stateLabel, indicator, target }) => (
              <li key={id}>
                <bdi className="md">{problem}</bdi> <span className="tag">{stateLabel}</span>
                <p className="s m">
                  <bdi>{indicator}</bdi> → <bdi>{target}</bdi>
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

interface LineProps extends FindingSectionProps {
  finding: VisitFindingFacts
}

function FindingLine({ finding, visit, options, refresh }: LineProps) {
  const { t } = useTranslation()
  const { actions } = useMe()
  const [chosen, setChosen] = useState<'turn' | 'confirm' | null>(null)
  const { number, text, blockLabel, outcomes, confirmedOn, closedReason, closedAt } = finding
  const turnable = ['reporting', 'followUp'].includes(visit.visitState) && actions.includes('visit.submitReport')
  const confirm = visit.actions.find(({ event }) => event === 'confirmFinding')
  const ways = [...(turnable ? (['turn'] as const) : []), ...(confirm && !closedAt ? (['confirm'] as const) : [])]
  const close = () => setChosen(null)
  return (
    <li>
      <p>
        <span className="q">{number}</span> <bdi className="md">{text}</bdi> <span className="tag">{blockLabel}</span>
      </p>
      {outcomes.length > 0 && (
        <ul className="outcomes s">
          {outcomes.map(({ id, kindLabel, note, task, claim }) => (
            <li key={id}>
              <span className="m">{kindLabel}:</span>{' '}
              {claim && (
                <Link to="/cases/$number" params={{ number: claim.number }} className="l">
                  {claim.number}
                </Link>
              )}
              {task && (
                <span className="number">
                  {task.number} · {task.department.name} · {task.stateLabel}
                </span>
              )}{' '}
              <bdi>{note}</bdi>
            </li>
          ))}
        </ul>
      )}
      {confirmedOn && (
        <p className="agreed s row-flex">
          <Icon name="check" />
          {t('visit.confirmedOn', { day: civilDay(confirmedOn) })}
        </p>
      )}
      {closedReason && (
        <p className="s m">
          {t('visit.closedWithout')} <bdi>{closedReason}</bdi>
        </p>
      )}
      {!closedAt && !confirm && <p className="s warn">{t('visit.unconfirmed')}</p>}
      {ways.length > 0 && (
        <div className="task-actions">
          {ways.map((way) => (
            <button
              key={way}
              type="button"
              className="quiet-link"
              aria-expanded={chosen === way}
              onClick={() => setChosen(chosen === way ? null : way)}
            >
              {t(`visit.${way}`)}
            </button>
          ))}
        </div>
      )}
      {chosen === 'turn' && (
        <TurnFinding finding={finding} departments={options.departmentId ?? []} close={close} refresh={refresh} />
      )}
      {chosen === 'confirm' && <ConfirmFinding finding={finding} visit={visit} close={close} refresh={refresh} />}
    </li>
  )
}
