// Two people at the same case: what the other one did since this page was opened, and taking that over. One's own words stay.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { SinceOpenedDocument } from '../generated/comments.ts'
import { Icon } from '../shell/Icon.tsx'
import { dayAndTime } from '../words/dates.ts'
import { lineLabel } from './line-label.ts'

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
            {lines.map((line) => (
              <li key={line.id} className="s">
                <time className="q" dateTime={line.at}>
                  {dayAndTime(line.at)}
                </time>{' '}
                <b className="b">{lineLabel(line, t)}</b> <bdi>{line.kind === 'comment' ? line.text : line.reason}</bdi>{' '}
                <span className="q">{line.asRole === 'system' ? t('common.system') : line.byName}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
