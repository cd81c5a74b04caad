// Files of answers that were taken into a wave; each can be taken back as a whole.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WithdrawImportDocument } from '../generated/surveys.ts'
import { useMe } from '../shell/me.ts'
import { dayAndTime } from '../words/dates.ts'
import type { ShownWave } from './shown-wave.ts'
import { useSurveyCommand } from './use-survey-command.ts'

export function ImportedFiles({ wave }: { wave: ShownWave }) {
  const { t } = useTranslation()
  const runs = useMe().actions.includes('survey.run')
  const send = useSurveyCommand()
  const [asked, setAsked] = useState<string | null>(null)
  const [refusal, setRefusal] = useState('')
  if (wave.imports.length === 0) return null
  const withdraw = async (id: string) => {
    const outcome = await send(WithdrawImportDocument, { id })
    setAsked(null)
    setRefusal(outcome.kind === 'refused' ? [outcome.text, ...outcome.faults.map(({ text }) => text)].join(' ') : '')
  }
  return (
    <section className="wave-part" aria-label={t('surveys.files')}>
      <h2>{t('surveys.files')}</h2>
      <ul className="messages">
        {wave.imports.map(({ id, fileName, responses, createdAt, createdBy, withdrawnAt }) => (
          <li key={id}>
            <span>
              <bdi className="md">{fileName}</bdi>{' '}
              {withdrawnAt ? t('surveys.withdrawn') : t('surveys.taken', { count: responses })}
            </span>
            <span className="s q">
              {dayAndTime(createdAt)} {createdBy?.name}
            </span>
            {!withdrawnAt && runs && asked !== id && (
              <button type="button" className="quiet-link" onClick={() => setAsked(id)}>
                {t('surveys.withdraw')}
              </button>
            )}
            {asked === id && (
              <span className="row-flex" role="alert">
                <span className="s">{t('surveys.sureWithdraw', { count: responses })}</span>
                <button type="button" className="btn main" onClick={() => void withdraw(id)}>
                  {t('surveys.withdraw')}
                </button>
                <button type="button" className="btn" onClick={() => setAsked(null)}>
                  {t('common.cancel')}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {refusal && (
        <p className="fault" role="alert">
          {refusal}
        </p>
      )}
    </section>
  )
}
