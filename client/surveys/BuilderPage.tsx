// One questionnaire: its versions, of which one is written or, once published, looked at.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import {
  BeginVersionDocument,
  QuestionnaireVersionsDocument,
  type VersionContents,
  type VersionContentsData,
  VersionContentsDocument,
} from '../generated/questionnaires.ts'
import { Bones, Failure, NotFound } from '../parts/Notices.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { longDay } from '../words/dates.ts'
import { Builder } from './Builder.tsx'
import { useSurveyCommand } from './use-survey-command.ts'
import '../parts/list-page.css'
import '../management/management.css'
import './surveys.css'
import './builder.css'

export function BuilderPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const send = useSurveyCommand()
  const { actions } = useMe()
  const { id } = useParams({ from: '/surveys/questionnaires/$id' })
  const search = useSearch({ from: '/surveys/questionnaires/$id' })
  const [{ data, error }, load] = useQuery({ query: QuestionnaireVersionsDocument, variables: { id } })
  const [refusal, setRefusal] = useState('')
  const node = data?.node
  const questionnaire = node && 'versions' in node ? node : null
  const versions = questionnaire?.versions ?? []
  const chosen = versions.find((one) => one.id === search.version) ?? versions[0]
  const [contents, read] = useQuery({
    query: VersionContentsDocument,
    variables: { id: chosen?.id ?? '' },
    pause: !chosen,
  })
  const version = versionOf(contents.data?.node)
  useEffect(() => {
    document.title = questionnaire?.name ?? t('surveys.questionnaires')
  }, [questionnaire?.name, t])
  const failure = (!data && error) || (!contents.data && contents.error)
  const again = () => {
    load({ requestPolicy: 'network-only' })
    read({ requestPolicy: 'network-only' })
  }
  if (failure) return <Failure error={failure} retry={again} />
  if (data && !questionnaire) return <NotFound />
  if (!questionnaire || !chosen || !version || version.id !== chosen.id) return <Bones rows={8} />
  const draft = versions.find(({ state }) => state === 'draft')
  const begin = async () => {
    const outcome = await send(BeginVersionDocument, { questionnaireId: id })
    if (outcome.kind === 'refused') return setRefusal(outcome.faults.map(({ text }) => text).join(' ') || outcome.text)
    load({ requestPolicy: 'network-only' })
    void navigate({ to: '/surveys/questionnaires/$id', params: { id }, search: { version: outcome.answer.id } })
  }
  return (
    <div className="list-page surveys builder">
      <header className="wave-head">
        <div className="row-flex wave-title">
          <Link to="/surveys/questionnaires" className="btn ghost" aria-label={t('surveys.questionnaires')}>
            <Icon name="back" turns />
          </Link>
          <h1 dir="auto">{questionnaire.name}</h1>
          <span className={`tag version-${version.state}`}>{version.stateLabel}</span>
          <span className="space" />
          {versions.length > 1 && (
            <label className="pick">
              <span className="unseen">{t('questionnaires.version')}</span>
              <select
                value={chosen.id}
                onChange={({ target }) =>
                  void navigate({
                    to: '/surveys/questionnaires/$id',
                    params: { id },
                    search: { version: target.value },
                  })
                }
              >
                {versions.map((one) => (
                  <option key={one.id} value={one.id}>
                    {t('surveys.version', { version: one.version })} · {one.stateLabel}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
        {version.state !== 'draft' && (
          <div className="frozen">
            <span className="s m">
              {t('questionnaires.frozen')}
              {version.publishedAt && ` ${longDay(version.publishedAt)}`}
              {version.publishedBy && `, ${version.publishedBy.name}`}
            </span>
            <span className="space" />
            {version.state === 'published' && actions.includes('survey.run') && (
              <Link to="/surveys/plan" search={{ version: version.id }} className="btn">
                {t('surveys.plan')}
              </Link>
            )}
            {actions.includes('survey.design') &&
              (draft ? (
                <Link to="/surveys/questionnaires/$id" params={{ id }} search={{ version: draft.id }} className="btn">
                  {t('questionnaires.toDraft')}
                </Link>
              ) : (
                <button type="button" className="btn" onClick={() => void begin()}>
                  {t('questionnaires.newVersion')}
                </button>
              ))}
          </div>
        )}
        {refusal && (
          <p className="fault" role="alert">
            {refusal}
          </p>
        )}
      </header>
      <Builder
        key={version.id}
        version={version}
        writes={version.state === 'draft' && actions.includes('survey.design')}
        again={again}
      />
    </div>
  )
}

function versionOf(node: VersionContentsData['node'] | undefined): VersionContents | null {
  return node && 'sections' in node ? node : null
}
