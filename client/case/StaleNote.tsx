// Two people at the same case: what the other one did since this page was opened, and taking that over. One's own words stay.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { SinceOpenedDocument } from '../generated/comments.ts'
import { Icon } from '../shell/Icon.tsx'
import { dayAndTime } from '../words/dates.ts'

interface StaleNoteProps {
  number: string
  /** When the newest line that this page shows was written. */
  seenUntil: string
  /** Reads the case anew. */
  take: () => void
}

export function StaleNote({ number, seenUntil, take }: StaleNoteProps) {
  const { t } = useTranslation()
  const [looking, setLooking] = useState(false)
  const [{ data }] = useQuery({
    query: SinceOpenedDocument,
    variables: { number },
    pause: !looking,
    requestPolicy: 'network-only',
  })
  const lines = data?.case?.history?.nodes.filter(({ at }) => at > seenUntil)
  return (
    <div className="note stale" role="alert">
      <Icon name="warning" />
      <span>
        <b className="b">{t('case.stale')}</b> {t('case.staleHint')}
      </span>
      <span className="space" />
      <button type="button" className="btn ghost" aria-expanded={looking} onClick={() => setLooking(!looking)}>
        {t('together.difference')}
      </button>
      <button type="button" className="btn" onClick={take}>
        {t('case.takeTheirs')}
      </button>
      {looking && lines && (
        <section className="since" aria-label={t('together.since')}>
          <h3 className="s">{t('together.since')}</h3>
          {lines.length === 0 && <p className="s q">{t('together.sinceNothing')}</p>}
          <ul>
            {lines.map(({ id, at, byName, asRole, eventLabel, reason, text }) => (
              <li key={id} className="s">
                <time className="q" dateTime={at}>
                  {dayAndTime(at)}
                </time>{' '}
                <b className="b">{eventLabel ?? t('case.comment')}</b> {(reason ?? text) && <bdi>{reason ?? text}</bdi>}{' '}
                <span className="q">{asRole === 'system' ? t('case.system') : byName}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
