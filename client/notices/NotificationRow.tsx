// One thing one was told: what, about which case, when; unread ones carry a dot and say so.
import { useTranslation } from 'react-i18next'
import { timeOfDay } from '../words/dates.ts'
import type { NotificationView } from './notification-view.ts'

export function NotificationRow({ row, open }: { row: NotificationView; open: () => void }) {
  const { t } = useTranslation()
  const { text, excerpt, at, readAt, task } = row
  return (
    <li>
      <button type="button" className={readAt ? 'notice' : 'notice fresh'} onClick={open}>
        <i className="dot" aria-hidden="true" />
        <span>
          <span className={readAt ? undefined : 'b'}>{text}</span>
          {!readAt && <span className="unseen">, {t('together.isUnread')}</span>}
          <br />
          {row.case && (
            <span className="s m">
              {row.case.number} {task && `· ${task.number} `}· <bdi>{row.case.title}</bdi>
            </span>
          )}
          {row.exportPath && <span className="s m">{t('together.fetch')}</span>}
          {excerpt && (
            <span className="s q excerpt" dir="auto">
              {excerpt}
            </span>
          )}
        </span>
        <time className="s q nw" dateTime={at}>
          {timeOfDay(at)}
        </time>
      </button>
    </li>
  )
}
