// What happened, the newest first: steps, letters, warnings and comments to colleagues in one line of time.
import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { shortWhen } from '../words/dates.ts'
import { CommentBubble, type CommentView } from './CommentBubble.tsx'
import { CommentField } from './CommentField.tsx'
import type { CaseView } from './case-view.ts'
import { lineLabel } from './line-label.ts'

const views = ['all', 'steps', 'comments', 'letters'] as const
type View = (typeof views)[number]

interface Entry {
  id: string
  at: string
  view: Exclude<View, 'all'>
  who: string | null
  label: string
  text: string | null
  comment?: CommentView
  /** A small picture of the file that the line tells of. */
  picture?: string | null
}

export function Timeline({ view, now }: { view: CaseView; now: Date }) {
  const { t } = useTranslation()
  const { actions } = useMe()
  const [shown, setShown] = useState<View>('all')
  const entries = entriesOf(view, t).filter((entry) => shown === 'all' || entry.view === shown)
  const named = useLocation({ select: ({ hash }) => hash })
  useEffect(() => {
    if (!named) return
    const row = document.getElementById(named)
    row?.scrollIntoView({ block: 'center' })
    row?.focus({ preventScroll: true })
  }, [named])
  return (
    <section>
      <div className="section-head">
        <h2>{t('case.history')}</h2>
        <span className="space" />
        <fieldset className="segments" aria-label={t('case.history')}>
          {views.map((one) => (
            <button key={one} type="button" aria-pressed={shown === one} onClick={() => setShown(one)}>
              {t(`case.${one}`)}
            </button>
          ))}
        </fieldset>
      </div>
      {actions.includes('case.comment') && <CommentField caseId={view.id} number={view.number} />}
      {entries.length === 0 && <p className="s q">{t('case.historyEmpty')}</p>}
      <ol className="timeline">
        {entries.map((entry, index) => (
          <li key={entry.id} id={entry.id} tabIndex={-1} className={index === 0 ? 'newest' : undefined}>
            <time dateTime={entry.at}>{shortWhen(entry.at, now)}</time>
            {entry.view === 'comments' ? (
              <Icon name="speech" />
            ) : entry.view === 'letters' ? (
              <Icon name="letter" />
            ) : (
              <i className="step-mark" />
            )}
            {entry.view === 'comments' ? (
              entry.comment && <CommentBubble comment={entry.comment} caseId={view.id} now={now} />
            ) : (
              <span>
                <b className="b">{entry.label}</b> {entry.text && <bdi>{entry.text}</bdi>}{' '}
                {entry.who && <span className="q">{entry.who}</span>}
                {entry.picture && <img className="timeline-thumb" src={entry.picture} alt="" loading="lazy" />}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function entriesOf(view: CaseView, t: ReturnType<typeof useTranslation>['t']): Entry[] {
  const lines = (view.history?.nodes ?? [])
    .filter(({ kind }) => kind !== 'comment')
    .map((line): Entry => {
      return {
        id: line.id,
        at: line.at,
        view: line.kind === 'letter' ? 'letters' : 'steps',
        who: line.asRole === 'system' ? t('common.system') : line.byName,
        label: `${lineLabel(line, t)}${line.kind === 'event' ? '.' : ''}`,
        text: line.kind === 'attachment' ? line.text : line.reason,
        picture: view.attachments.nodes.find(({ id }) => id === line.attachmentId)?.previewUrl ?? null,
      }
    })
  const comments = (view.comments?.nodes ?? []).map(
    (comment): Entry => ({
      id: comment.id,
      at: comment.at,
      view: 'comments',
      who: comment.author.name,
      label: '',
      text: null,
      comment,
    }),
  )
  return [...lines, ...comments].sort((a, b) => b.at.localeCompare(a.at))
}
