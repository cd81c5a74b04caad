// What waits on this device: what it is, why it waits, and what can be done with it.
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../parts/Notices.tsx'
import { Icon } from '../shell/Icon.tsx'
import { dayAndTime } from '../words/dates.ts'
import { useReached } from './connection.ts'
import { useDevice } from './device.ts'
import type { Waiting } from './outbox.ts'
import './device.css'

export function WaitingPage() {
  const { t } = useTranslation()
  const { outbox } = useDevice()
  const reached = useReached()
  const waiting = useSyncExternalStore(outbox.listen, outbox.list)
  useEffect(() => {
    document.title = t('waiting.title')
  }, [t])
  return (
    <div className="waiting">
      <header>
        <h1>{t('waiting.title')}</h1>
        <p className="m">{t(reached ? 'waiting.hint' : 'waiting.hintLost')}</p>
        {waiting.length > 0 && (
          <button type="button" className="btn" onClick={() => void outbox.flush()}>
            {t('waiting.sendNow')}
          </button>
        )}
      </header>
      {waiting.length === 0 && (
        <Notice title={t('waiting.empty')}>
          <p className="m">{t('waiting.emptyHint')}</p>
        </Notice>
      )}
      <ul className="waiting-list">
        {waiting.map((entry) => (
          <WaitingRow key={entry.key} entry={entry} />
        ))}
      </ul>
    </div>
  )
}

const icons = { claim: 'claim', comment: 'speech', answer: 'board', report: 'visit', photo: 'photo' } as const

function WaitingRow({ entry }: { entry: Waiting }) {
  const { t } = useTranslation()
  const { outbox } = useDevice()
  const share = useSyncExternalStore(outbox.listen, () => outbox.progress(entry.key))
  return (
    <li className={entry.fault ? 'waiting-row refused' : 'waiting-row'}>
      <Icon name={icons[entry.kind]} />
      <div>
        <p className="waiting-label">
          <b className="b">{t(`waiting.${entry.kind}`, { count: 1 })}</b> <bdi>{entry.label}</bdi>
        </p>
        <p className="s q">{whyOf(entry, t)}</p>
        {share !== null && <progress value={share} aria-label={t('waiting.progress', { name: entry.label })} />}
        {entry.fault && (
          <p className="fault" role="alert">
            <Icon name="warning" />
            {[entry.fault.text, ...entry.fault.faults.map(({ text }) => text)].filter(Boolean).join(' ')}
          </p>
        )}
      </div>
      <Choices entry={entry} />
    </li>
  )
}

type Words = ReturnType<typeof useTranslation>['t']

function whyOf({ at, after, fault }: Waiting, t: Words): string {
  const when = dayAndTime(new Date(at))
  if (fault) return t('waiting.sinceRefused', { when })
  return t(after ? 'waiting.forClaim' : 'waiting.since', { when })
}

function Choices({ entry }: { entry: Waiting }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { outbox, drafts } = useDevice()
  const [asking, setAsking] = useState(false)
  const { key, draft, page, fault } = entry
  const open = draft && page
  // A form that holds something else must not lose it.
  const busy = draft !== null && drafts.get(draft.key) !== null
  const repair = async () => {
    if (!draft || !page) return
    drafts.keep(draft.key, draft.body)
    await outbox.release(key)
    navigate({ href: page })
  }
  if (asking) {
    return (
      <div className="waiting-choices" role="alertdialog" aria-label={t('waiting.sure')}>
        <span className="s">{t('waiting.sure')}</span>
        <button type="button" className="btn danger" onClick={() => void outbox.discard([key])}>
          {t('waiting.discard')}
        </button>
        <button type="button" className="btn" onClick={() => setAsking(false)}>
          {t('common.cancel')}
        </button>
      </div>
    )
  }
  return (
    <div className="waiting-choices">
      {open && busy && fault && <span className="xs q">{t('waiting.busy')}</span>}
      {open && (
        <button type="button" className="btn" aria-disabled={busy || undefined} onClick={() => !busy && void repair()}>
          {t('waiting.repair')}
        </button>
      )}
      {fault && (
        <button type="button" className="btn" onClick={() => void outbox.retry(key)}>
          {t('state.tryAgain')}
        </button>
      )}
      <button type="button" className="btn ghost" onClick={() => setAsking(true)}>
        {t('waiting.discard')}
      </button>
    </div>
  )
}
