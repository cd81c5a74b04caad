// Where a person is signed in; each session elsewhere can be ended.
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { authRequest } from '../graph/auth-request.ts'
import { Icon } from '../shell/Icon.tsx'
import { dayAndTime } from '../words/dates.ts'
import { deviceOf } from './device-of.ts'

interface OneSession {
  id: string
  token: string
  createdAt: string
  ipAddress: string | null
  userAgent: string | null
}

export function SessionList() {
  const { t } = useTranslation()
  const [sessions, setSessions] = useState<OneSession[]>([])
  const [present, setPresent] = useState<string | null>(null)
  const [lost, setLost] = useState(false)
  const load = useCallback(async () => {
    const [all, own] = await Promise.all([
      authRequest<OneSession[]>('list-sessions'),
      authRequest<{ session: { id: string } } | null>('get-session'),
    ])
    setLost(!all.ok)
    if (all.ok) setSessions(all.data.sort((one, other) => other.createdAt.localeCompare(one.createdAt)))
    if (own.ok) setPresent(own.data?.session.id ?? null)
  }, [])
  useEffect(() => void load(), [load])
  const end = async (path: string, body: object) => {
    const answer = await authRequest(path, body)
    setLost(!answer.ok)
    if (answer.ok) await load()
  }
  return (
    <section aria-labelledby="access-sessions">
      <h2 id="access-sessions">{t('access.sessions')}</h2>
      <p className="s q">{t('access.sessionsHint')}</p>
      {lost && (
        <p className="fault" role="alert">
          <Icon name="warning" />
          {t('access.fault.lost')}
        </p>
      )}
      <ul className="access-list">
        {sessions.map(({ id, token, createdAt, ipAddress, userAgent }) => {
          const device = deviceOf(userAgent ?? '') || t('access.someDevice')
          return (
            <li key={id}>
              <span>
                <bdi>{device}</bdi> {id === present && <span className="tag">{t('access.here')}</span>}
              </span>
              <span className="s q">
                <time dateTime={createdAt}>{dayAndTime(createdAt)}</time>
                {ipAddress && <bdi> · {ipAddress}</bdi>}
              </span>
              {id !== present && (
                <button
                  type="button"
                  className="quiet-link"
                  aria-label={`${t('access.end')}: ${device}, ${dayAndTime(createdAt)}`}
                  onClick={() => void end('revoke-session', { token })}
                >
                  {t('access.end')}
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {sessions.length > 1 && (
        <button type="button" className="btn" onClick={() => void end('revoke-other-sessions', {})}>
          {t('access.endOthers')}
        </button>
      )}
    </section>
  )
}
