// What is asked: name, occasion, questionnaire with its version, and who answers.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PlanField } from './PlanField.tsx'
import type { PlanPartProps } from './plan-part.ts'

export function PlanAsked({ plan, change, faultOf, choices }: PlanPartProps) {
  const { t } = useTranslation()
  const offered = choices.questionnaires.flatMap(({ name, versions }) =>
    versions
      .filter(({ id, state }) => state === 'published' || id === plan.versionId)
      .map(({ id, version }) => ({ id, label: `${name} · ${t('surveys.version', { version })}` })),
  )
  return (
    <section className="plan-part">
      <h2>{t('planning.what')}</h2>
      <div className="plan-grid">
        <PlanField label={t('planning.name')} fault={faultOf('name')}>
          {(control) => (
            <input
              {...control}
              className="input"
              dir="auto"
              maxLength={200}
              value={plan.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </PlanField>
        <PlanField label={t('planning.questionnaire')} fault={faultOf('versionId')}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={plan.versionId}
              onChange={({ target }) => change({ versionId: target.value })}
            >
              <option value="">{t('form.choose')}</option>
              {offered.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </PlanField>
      </div>
      {offered.length === 0 && (
        <p className="s m">
          {t('planning.noPublished')}{' '}
          <Link className="l" to="/surveys/questionnaires">
            {t('surveys.questionnaires')}
          </Link>
        </p>
      )}
      <fieldset className="field">
        <legend>{t('planning.occasion')}</legend>
        <div className="chips">
          {(['planned', 'afterContact'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              className="chip"
              aria-pressed={plan.kind === kind}
              onClick={() =>
                change({
                  kind,
                  quietDays: kind === 'planned' ? '90' : '0',
                  closesAt: kind === 'planned' ? plan.closesAt : '',
                })
              }
            >
              {t(`label.waveKind.${kind}`)}
            </button>
          ))}
        </div>
        <p className="xs q">{t(`planning.kindHint.${plan.kind}`)}</p>
      </fieldset>
      <fieldset className="field">
        <legend>{t('planning.respondents')}</legend>
        <div className="chips">
          {(['customers', 'staff'] as const).map((respondents) => (
            <button
              key={respondents}
              type="button"
              className="chip"
              aria-pressed={plan.respondents === respondents}
              onClick={() => change({ respondents })}
            >
              {t(`label.respondentGroup.${respondents}`)}
            </button>
          ))}
        </div>
        {plan.respondents === 'staff' && <p className="xs q">{t('planning.staffHint')}</p>}
      </fieldset>
    </section>
  )
}
