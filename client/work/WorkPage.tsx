// My work: what waits for me, what ends next, what just changed; one list over cases and tasks.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { WorkDocument } from '../generated/work.ts'
import { WorkClocksDocument } from '../generated/work-clocks.ts'
import { useWorkLive } from '../graph/work-live.ts'
import { Bones, Failure, Notice } from '../parts/Notices.tsx'
import { useNow } from '../parts/now.ts'
import { Icon } from '../shell/Icon.tsx'
import { useKey } from '../shell/keys.ts'
import { useMe } from '../shell/me.ts'
import { longDayAndTime } from '../words/dates.ts'
import { WorkList } from './WorkList.tsx'
import { WorkRail } from './WorkRail.tsx'
import { WorkTabs } from './WorkTabs.tsx'
import { byDue, caseRow, type Group, groups, taskRow } from './work-rows.ts'
import './work.css'

export function WorkPage() {
  const { t } = useTranslation()
  const now = useNow()
  const me = useMe()
  const navigate = useNavigate()
  const { clock, kind } = useSearch({ from: '/' })
  const [{ data, error }, load] = useQuery({ query: WorkDocument })
  const [{ data: times }, loadTimes] = useQuery({ query: WorkClocksDocument, pause: !data })
  const [selected, setSelected] = useState<string | null>(null)
  const again = () => {
    load({ requestPolicy: 'network-only' })
    loadTimes({ requestPolicy: 'network-only' })
  }
  useWorkLive((change) => !change?.present && again())
  useEffect(() => {
    document.title = t('work.title')
  }, [t])

  const all = useMemo(() => {
    const cases = (data?.myCases.nodes ?? []).map((row) => caseRow(row, now))
    const tasks = (data?.myTasks?.nodes ?? []).map((row) => taskRow(row, me.personId, now))
    return [...(kind === 'tasks' ? [] : cases), ...(kind === 'claims' ? [] : tasks)].sort(byDue)
  }, [data, now, me.personId, kind])
  const count = (group: Group) => all.filter((row) => row.group === group).length
  const shown = groups.filter((group) => !clock || clock === group)
  const rows = shown.flatMap((group) => all.filter((row) => row.group === group))
  const at = rows.findIndex(({ id }) => id === selected)
  const row = rows[at] ?? null
  const move = (step: number) => setSelected(rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.id ?? null)
  useKey('j arrowdown', () => move(1), true, t('together.next'))
  useKey('k arrowup', () => move(at < 0 ? 1 : -1), true, t('together.previous'))
  useKey(
    'enter',
    () => row && void navigate({ to: '/cases/$number', params: { number: row.opens } }),
    row !== null,
    t('together.openRow'),
  )
  const mayLog = me.actions.includes('claim.register')
  useKey('c', () => void navigate({ to: '/log' }), mayLog, t('log.title'))

  if (error && !data) return <Failure error={error} retry={again} />
  const over = count('over')
  const today = count('today')
  const told = [over > 0 && t('work.over', { count: over }), today > 0 && t('work.today', { count: today })].filter(
    Boolean,
  )
  const explains = new Map(
    [...(times?.myCases.nodes ?? []), ...(times?.myTasks?.nodes ?? [])].flatMap(({ deadlines }) =>
      deadlines.map((deadline) => [deadline.id, deadline.explain] as const),
    ),
  )
  return (
    <div className="work">
      <div className="work-list">
        <header className="work-head">
          <div>
            <h1>{t('work.title')}</h1>
            <p className="m s">
              <span className="wide">{longDayAndTime(now)} · </span>
              {data && (told.length > 0 ? told.join(', ') : t('work.calm'))}
            </p>
          </div>
          <div className="space" />
          {mayLog && (
            <Link to="/log" className="btn wide">
              <Icon name="phone" />
              {t('work.log')} <kbd>C</kbd>
            </Link>
          )}
        </header>
        <WorkTabs all={all.length} count={count} />
        {!data && <Bones rows={9} />}
        {data && rows.length === 0 && (
          <Notice title={t('work.emptyTitle')}>
            <p className="m">{t('work.emptyHint')}</p>
          </Notice>
        )}
        <WorkList rows={rows} groups={shown} explains={explains} now={now} selected={selected} select={setSelected} />
      </div>
      <WorkRail data={data} times={times} row={row} now={now} />
      <footer className="keys wide">
        <span>
          <kbd>J</kbd> <kbd>K</kbd> {t('work.keyMove')}
        </span>
        <span>
          <kbd>Enter</kbd> {t('work.keyOpen')}
        </span>
        {mayLog && (
          <span>
            <kbd>C</kbd> {t('work.keyLog')}
          </span>
        )}
        <span>
          <kbd>Ctrl K</kbd> {t('work.keyFind')}
        </span>
      </footer>
    </div>
  )
}
