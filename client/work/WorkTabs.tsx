// Counts by clock, each a view of its own in the address.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Group } from './work-rows.ts'

const labels = {
  over: 'clock.groupOver',
  today: 'work.tabToday',
  week: 'clock.groupWeek',
  later: 'clock.groupLater',
  waiting: 'work.tabWaiting',
} as const

const signs: Partial<Record<Group, string>> = { over: 'danger', today: 'warn' }

/** Of the tabs only that of the whole address is the current one. */
const thisView = { exact: true, explicitUndefined: true }

export function WorkTabs({ all, count }: { all: number; count: (group: Group) => number }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { clock, kind, saved } = useSearch({ from: '/' })
  return (
    <div className="tabs">
      <nav aria-label={t('work.byClock')}>
        <Link to="/" search={{ kind, saved }} activeOptions={thisView} aria-current={clock ? undefined : 'true'}>
          {t('work.all')} <b>{all}</b>
        </Link>
        {(Object.keys(labels) as Group[]).map((group) => (
          <Link
            key={group}
            to="/"
            search={{ clock: group, kind, saved }}
            activeOptions={thisView}
            className={count(group) > 0 ? signs[group] : undefined}
            aria-current={clock === group ? 'true' : undefined}
          >
            {signs[group] && count(group) > 0 && <i className={`spot ${group}`} />}
            {t(labels[group])} <b>{count(group)}</b>
          </Link>
        ))}
      </nav>
      <span className="space" />
      <label className="wide pick">
        <span className="unseen">{t('work.kind')}</span>
        <select
          value={kind ?? ''}
          onChange={({ target }) =>
            void navigate({
              to: '/',
              search: { clock, saved, kind: (target.value || undefined) as 'claims' | 'tasks' | undefined },
            })
          }
        >
          <option value="">{t('work.allKinds')}</option>
          <option value="claims">{t('work.onlyClaims')}</option>
          <option value="tasks">{t('work.onlyTasks')}</option>
        </select>
      </label>
    </div>
  )
}
