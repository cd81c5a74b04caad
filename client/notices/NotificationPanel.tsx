// What happened to one's work, day by day; opening a line reads it and leads to where it happened.
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useQuery } from 'urql'
import {
  NotificationsDocument,
  ReadAllNotificationsDocument,
  ReadNotificationsDocument,
} from '../generated/notifications.ts'
import { useWorkLive } from '../graph/work-live.ts'
import { Bones, Failure } from '../parts/Notices.tsx'
import { Icon } from '../shell/Icon.tsx'
import { dayKey, longDay } from '../words/dates.ts'
import { NotificationChoices } from './NotificationChoices.tsx'
import { NotificationRow } from './NotificationRow.tsx'
import type { NotificationView } from './notification-view.ts'
import './notices.css'

const step = 25
const most = 100

export function NotificationPanel({ close, changed }: { close: () => void; changed: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const graph = useClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const [unread, setUnread] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const [first, setFirst] = useState(step)
  const [{ data, error }, load] = useQuery({
    query: NotificationsDocument,
    variables: { first, unread },
    requestPolicy: 'cache-and-network',
  })
  const again = () => load({ requestPolicy: 'network-only' })
  useWorkLive((change) => !change?.present && again())
  useEffect(() => dialog.current?.showModal(), [])
  const page = data?.me.notifications
  const days = Map.groupBy(page?.nodes ?? [], ({ at }) => dayKey(at))
  const open = async (row: NotificationView) => {
    close()
    if (row.exportPath) fetchFile(row.exportPath)
    if (row.followUpId) void navigate({ to: '/satisfaction/acting', search: { part: 'followUps' } })
    if (row.case)
      void navigate({ to: '/cases/$number', params: { number: row.case.number }, hash: row.commentId ?? '' })
    if (row.readAt) return
    await graph.mutation(ReadNotificationsDocument, { input: { ids: [row.id] }, key: crypto.randomUUID() }).toPromise()
    changed()
  }
  const readAll = async () => {
    const until = page?.nodes[0]?.at
    if (!until) return
    await graph.mutation(ReadAllNotificationsDocument, { input: { until }, key: crypto.randomUUID() }).toPromise()
    again()
    changed()
  }
  return (
    <dialog className="sheet notices" ref={dialog} aria-labelledby="notices" onClose={close}>
      <div className="sheet-body">
        <div className="section-head">
          <h2 id="notices">{t(choosing ? 'together.choices' : 'together.notifications')}</h2>
          <span className="space" />
          <button type="button" className="btn ghost" onClick={() => setChoosing(!choosing)}>
            {t(choosing ? 'together.back' : 'together.settings')}
          </button>
          <button type="button" className="btn ghost" onClick={close}>
            <Icon name="cross" title={t('together.close')} />
          </button>
        </div>
        {choosing ? (
          <NotificationChoices />
        ) : (
          <>
            <div className="row-flex">
              <fieldset className="segments" aria-label={t('together.which')}>
                {[false, true].map((only) => (
                  <button
                    key={String(only)}
                    type="button"
                    aria-pressed={unread === only}
                    onClick={() => setUnread(only)}
                  >
                    {t(only ? 'together.onlyUnread' : 'together.all')}
                  </button>
                ))}
              </fieldset>
              <span className="space" />
              {(data?.me.unreadNotifications ?? 0) > 0 && (
                <button type="button" className="quiet-link" onClick={() => void readAll()}>
                  {t('together.readAll')}
                </button>
              )}
            </div>
            {error && !data && <Failure error={error} retry={again} />}
            {!data && !error && <Bones rows={4} />}
            {page?.nodes.length === 0 && (
              <p className="m empty">{t(unread ? 'together.noUnread' : 'together.nothing')}</p>
            )}
            {[...days].map(([day, rows]) => (
              <section key={day} aria-labelledby={`day-${day}`}>
                <h3 className="s q" id={`day-${day}`}>
                  {day === dayKey(new Date()) ? t('together.today') : longDay(rows[0]?.at ?? day)}
                </h3>
                <ul>
                  {rows.map((row) => (
                    <NotificationRow key={row.id} row={row} open={() => void open(row)} />
                  ))}
                </ul>
              </section>
            ))}
            {page?.pageInfo.hasNextPage && first < most && (
              <button type="button" className="btn" onClick={() => setFirst(Math.min(first + step, most))}>
                {t('together.earlier')}
              </button>
            )}
          </>
        )}
      </div>
    </dialog>
  )
}

function fetchFile(path: string): void {
  const link = Object.assign(document.createElement('a'), { href: path, download: '' })
  link.click()
}
