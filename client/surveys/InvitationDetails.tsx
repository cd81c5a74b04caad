// One invitation with all its messages: what stood in the way of a delivery, sending again, and asking by telephone instead.
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type InvitationRow, ResendMailDocument } from '../generated/surveys.ts'
import { useMe } from '../shell/me.ts'
import { dayAndTime, languageName } from '../words/dates.ts'
import type { ShownWave } from './shown-wave.ts'
import { useSurveyCommand } from './use-survey-command.ts'

interface InvitationDetailsProps {
  row: InvitationRow
  wave: ShownWave
  changed: () => void
  close: () => void
}

export function InvitationDetails({ row, wave, changed, close }: InvitationDetailsProps) {
  const { t } = useTranslation()
  const { actions } = useMe()
  const send = useSurveyCommand()
  const dialog = useRef<HTMLDialogElement>(null)
  const [refusal, setRefusal] = useState('')
  useEffect(() => dialog.current?.showModal(), [])
  const resend = async (id: string) => {
    const outcome = await send(ResendMailDocument, { id })
    setRefusal(outcome.kind === 'refused' ? [outcome.text, ...outcome.faults.map(({ text }) => text)].join(' ') : '')
    changed()
  }
  const open = wave.state === 'open' && row.state !== 'answered' && row.state !== 'declined'
  const facts = [
    [t('surveys.column.channel'), `${row.channelLabel}, ${languageName(row.language)}`],
    [t('surveys.column.state'), row.stateLabel],
    [t('surveys.column.sent'), row.sentAt && dayAndTime(row.sentAt)],
    [t('surveys.column.openedAt'), row.openedAt && dayAndTime(row.openedAt)],
    [t('surveys.column.answeredAt'), row.answeredAt && dayAndTime(row.answeredAt)],
    [t('surveys.nextReminder'), open && row.nextReminderAt ? dayAndTime(row.nextReminderAt) : null],
    [t('surveys.validUntil'), open ? dayAndTime(row.expiresAt) : null],
  ].filter((fact): fact is [string, string] => typeof fact[1] === 'string')
  return (
    <dialog className="sheet" ref={dialog} aria-labelledby="invitation-title" onClose={close}>
      <div className="sheet-body invitation-sheet">
        <h2 id="invitation-title">
          <bdi>{row.contact.name}</bdi>
          <Link className="l s" to="/accounts/$id" params={{ id: row.account.id }}>
            <bdi>{row.account.name}</bdi>
          </Link>
        </h2>
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt className="xs q">{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <h3>{t('surveys.messages')}</h3>
        {row.messages.length === 0 && <p className="s m">{t('surveys.noMessages')}</p>}
        <ul className="messages">
          {row.messages.map((message) => (
            <li key={message.id}>
              <span>
                {message.purposeLabel}:{' '}
                <b className={message.state === 'dead' ? 'danger' : undefined}>{message.stateLabel}</b>
              </span>
              <span className="s q">
                {[
                  message.sentAt && dayAndTime(message.sentAt),
                  message.tries > 1 && t('surveys.tries', { count: message.tries }),
                  message.nextTryAt && t('surveys.nextTry', { when: dayAndTime(message.nextTryAt) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {message.lastError && (
                <p className="s m" dir="auto">
                  {message.lastError}
                </p>
              )}
              {message.state === 'dead' && actions.includes('mail.resend') && (
                <button type="button" className="btn" onClick={() => void resend(message.id)}>
                  {t('surveys.resend')}
                </button>
              )}
            </li>
          ))}
        </ul>
        {refusal && (
          <p className="fault" role="alert">
            {refusal}
          </p>
        )}
        <div className="row-flex step-send">
          {open && actions.includes('survey.enter') && (
            <Link
              to="/surveys/waves/$id/enter"
              params={{ id: wave.id }}
              search={{ contact: row.contact.id }}
              className="btn main"
            >
              {t('surveys.enter')}
            </Link>
          )}
          <button type="button" className="btn" onClick={() => dialog.current?.close()}>
            {t('together.close')}
          </button>
        </div>
      </div>
    </dialog>
  )
}
