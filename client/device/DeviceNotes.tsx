// Over every page: the connection is lost, something waits to be sent, a new version is ready.
import { Link } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import { useReached } from './connection.ts'
import { useDevice } from './device.ts'
import { useNewVersion } from './new-version.ts'
import { type Waiting, waitingKinds } from './outbox.ts'
import './device.css'

export function DeviceNotes() {
  const { t } = useTranslation()
  const { outbox } = useDevice()
  const reached = useReached()
  const waiting = useSyncExternalStore(outbox.listen, outbox.list)
  const takeNew = useNewVersion()
  const refused = waiting.filter(({ fault }) => fault !== null).length
  return (
    <div className="device-notes">
      <div className="device-told" role="status">
        {!reached && (
          <p className="device-note">
            <Icon name="warning" />
            <span>
              <b className="b">{t('state.offline')}</b> {t('state.offlineHint')}
            </span>
          </p>
        )}
        {takeNew && (
          <p className="device-note">
            <span>{t('device.newVersion')}</span>
            <button type="button" className="btn" onClick={takeNew}>
              {t('device.reload')}
            </button>
          </p>
        )}
      </div>
      {waiting.length > 0 && (
        <Link to="/waiting" className={refused > 0 ? 'waiting-chip refused' : 'waiting-chip'}>
          <Icon name={refused > 0 ? 'warning' : 'clock'} />
          {refused > 0 ? t('waiting.refused', { count: refused }) : t('waiting.chip', { what: countText(waiting, t) })}
        </Link>
      )}
    </div>
  )
}

type Words = ReturnType<typeof useTranslation>['t']

/** "1 claim and 3 photos" */
export function countText(waiting: readonly Waiting[], t: Words): string {
  const parts = waitingKinds.flatMap((kind) => {
    const count = waiting.filter((entry) => entry.kind === kind).length
    return count > 0 ? t(`waiting.${kind}`, { count }) : []
  })
  return new Intl.ListFormat(document.documentElement.lang, { type: 'conjunction' }).format(parts)
}
