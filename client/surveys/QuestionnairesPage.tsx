// All questionnaires with their versions, and the templates that a new one can begin from.
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { CreateQuestionnaireDocument, QuestionnairesDocument } from '../generated/questionnaires.ts'
import { Bones, Failure } from '../parts/Notices.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { languageName, shortDay } from '../words/dates.ts'
import { PlanField } from './PlanField.tsx'
import { SurveysHead } from './SurveysHead.tsx'
import { useSurveyCommand } from './use-survey-command.ts'
import '../parts/list-page.css'
import '../management/management.css'
import './surveys.css'
import './builder.css'

const instruments = ['steelWorks', 'questionnaire', 'threeQuestions', 'promoters', 'sevenPillars', 'own'] as const
type Template = (typeof instruments)[number]

export function QuestionnairesPage() {
  const { t } = useTranslation()
  const designs = useMe().actions.includes('survey.design')
  const [{ data, error }, load] = useQuery({ query: QuestionnairesDocument })
  const [template, setTemplate] = useState<Template | null>(null)
  return (
    <div className="list-page surveys">
      <SurveysHead at="questionnaires" />
      {error && !data && <Failure error={error} retry={() => load({ requestPolicy: 'network-only' })} />}
      {!data && !error && <Bones rows={5} />}
      {data?.questionnaires.length === 0 && <p className="m wave-none">{t('questionnaires.none')}</p>}
      <ul>
        {data?.questionnaires.map(({ id, name, instrumentLabel, versions }) => (
          <li key={id} className="questionnaire-line">
            <div className="ell">
              <Link to="/surveys/questionnaires/$id" params={{ id }} className="b" dir="auto">
                {name}
              </Link>
              <p className="s q">{instrumentLabel}</p>
            </div>
            <div className="chips">
              {versions.slice(0, 4).map(({ id: version, version: number, state, stateLabel, publishedAt }) => (
                <Link
                  key={version}
                  to="/surveys/questionnaires/$id"
                  params={{ id }}
                  search={{ version }}
                  className={`tag version-${state}`}
                >
                  {t('surveys.version', { version: number })} · {stateLabel}
                  {publishedAt && ` ${shortDay(publishedAt)}`}
                </Link>
              ))}
            </div>
            <span className="s q">{(versions[0]?.languages ?? []).map(languageName).join(', ')}</span>
          </li>
        ))}
      </ul>
      {designs && (
        <section className="templates" aria-label={t('questionnaires.templates')}>
          <h2>{t('questionnaires.templates')}</h2>
          <div className="template-cards">
            {instruments.map((one) => (
              <button
                key={one}
                type="button"
                className="template-card"
                aria-pressed={template === one}
                onClick={() => setTemplate(template === one ? null : one)}
              >
                <b>{t(`label.instrument.${one}`)}</b>
                <span className="s m">{t(`questionnaires.templateHint.${one}`)}</span>
              </button>
            ))}
          </div>
          {template && (
            <NewQuestionnaire
              key={template}
              template={template}
              count={data?.questionnaires.filter(({ instrument }) => instrument === template).length ?? 0}
            />
          )}
        </section>
      )}
    </div>
  )
}

function NewQuestionnaire({ template, count }: { template: Template; count: number }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const send = useSurveyCommand()
  const [name, setName] = useState('')
  const [code, setCode] = useState(count === 0 ? template : `${template}${count + 1}`)
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return setFaults({ name: t('form.needed') })
    const outcome = await send(CreateQuestionnaireDocument, { instrument: template, code, name: { en: name.trim() } })
    if (outcome.kind === 'done') {
      return void navigate({ to: '/surveys/questionnaires/$id', params: { id: outcome.answer.id } })
    }
    const told = outcome.faults.map(({ field, text }) => [field === 'code' ? 'code' : 'name', text] as const)
    setFaults(Object.fromEntries(told.length > 0 ? told : [['name', outcome.text]]))
  }
  return (
    <form className="new-questionnaire" noValidate onSubmit={submit}>
      <PlanField label={t('questionnaires.name')} fault={faults.name}>
        {(control) => (
          <input
            {...control}
            className="input"
            dir="auto"
            maxLength={200}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </PlanField>
      <PlanField label={t('questionnaires.code')} hint={t('questionnaires.codeHint')} fault={faults.code}>
        {(control) => (
          <input
            {...control}
            className="input"
            maxLength={60}
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        )}
      </PlanField>
      <button type="submit" className="btn main">
        <Icon name="plus" />
        {t('questionnaires.begin')}
      </button>
    </form>
  )
}
