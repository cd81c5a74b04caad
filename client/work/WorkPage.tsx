// My work: what waits for me, what ends next, what just changed; one list over cases and tasks.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { parseView } from '../../schema/list-views.ts'
import {
  type WorkCasesData,
  WorkCasesDocument,
  WorkCountsDocument,
  type WorkFollowUpsData,
  WorkFollowUpsDocument,
  type WorkTasksData,
  WorkTasksDocument,
} from '../generated/work.ts'
import { WorkClocksDocument } from '../generated/work-clocks.ts'
import { useWorkLive } from '../graph/work-live.ts'
import { ListTools } from '../lists/ListTools.tsx'
import { usePages } from '../lists/use-pages.ts'
import { type TableItem, type TableRow, VirtualTable } from '../lists/VirtualTable.tsx'
import { Bones, Failure, Notice } from '../parts/Notices.tsx'
import { useNow } from '../parts/now.ts'
import { Icon } from '../shell/Icon.tsx'
import { useKey } from '../shell/keys.ts'
import { useMe } from '../shell/me.ts'
import { longDayAndTime } from '../words/dates.ts'
import { WorkLine } from './WorkLine.tsx'
import { WorkRail } from './WorkRail.tsx'
import { WorkTabs } from './WorkTabs.tsx'
import { caseRow, followUpRow, type Group, groups, placeOf, taskRow, together, type WorkRow } from './work-rows.ts'
import '../parts/list-page.css'
import './work.css'

const casesOf = ({ myCases }: WorkCasesData) => myCases
const tasksOf = ({ myTasks }: WorkTasksData) => myTasks
const followUpsOf = ({ myFollowUps }: WorkFollowUpsData) => myFollowUps

export function WorkPage() {
  const { t } = useTranslation()
  const now = useNow()
  const me = useMe()
  const navigate = useNavigate()
  const search = useSearch({ from: '/' })
  const { view } = parseView('work', { ...search, saved: undefined, wrong: undefined })
  const { clock, kind } = view
  const cases = usePages(WorkCasesDocument, kind === 'tasks' ? null : { clock: clock ?? null }, casesOf)
  const tasks = usePages(WorkTasksDocument, kind === 'claims' ? null : { clock: clock ?? null }, tasksOf)
  const mayCall = me.actions.includes('followUp.work')
  const followUps = usePages(
    WorkFollowUpsDocument,
    kind === 'claims' || !mayCall ? null : { clock: clock ?? null },
    followUpsOf,
  )
  const [{ data: counted }, countAgain] = useQuery({ query: WorkCountsDocument })
  const loaded = (kind === 'tasks' || cases.loaded) && (kind === 'claims' || tasks.loaded)
  const [{ data: times }, loadTimes] = useQuery({ query: WorkClocksDocument, pause: !loaded })
  const [selected, setSelected] = useState<string | null>(null)
  const again = () => {
    cases.again()
    tasks.again()
    followUps.again()
    countAgain({ requestPolicy: 'network-only' })
    loadTimes({ requestPolicy: 'network-only' })
  }
  useWorkLive((change) => !change?.present && again())
  useEffect(() => {
    document.title = t('work.title')
  }, [t])

  const rows = useMemo(
    () =>
      together([
        { rows: cases.rows.map((row) => caseRow(row, now, t)), more: cases.more },
        { rows: tasks.rows.map((row) => taskRow(row, me.personId, now)), more: tasks.more },
        { rows: followUps.rows.map((row) => followUpRow(row, t('work.followUp'), now)), more: followUps.more },
      ]),
    [cases.rows, cases.more, tasks.rows, tasks.more, followUps.rows, followUps.more, now, me.personId, t],
  )
  const count = (group: Group) => {
    const found = counted?.myWorkCounts.find((one) => one.group === group)
    const calls = counted?.myFollowUpCounts.find((one) => one.group === group)?.count ?? 0
    return found ? (kind === 'tasks' ? 0 : found.cases) + (kind === 'claims' ? 0 : found.tasks + calls) : 0
  }
  const items = groups.flatMap((group): TableItem<WorkRow & TableRow>[] => {
    const own = rows.filter((row) => row.group === group)
    if (own.length === 0) return []
    return [
      { id: group, heading: <GroupHead group={group} count={count(group)} /> },
      ...own.map((row) => ({ row: { ...row, name: row.number || row.title } })),
    ]
  })
  const total = groups.filter((group) => !clock || clock === group).reduce((sum, group) => sum + count(group), 0)
  const row = rows.find(({ id }) => id === selected) ?? null
  const mayLog = me.actions.includes('claim.register')
  useKey('c', () => void navigate({ to: '/log' }), mayLog, t('nav.logClaim'))

  const error = cases.error ?? tasks.error
  if (error && !loaded) return <Failure error={error} retry={again} />
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
      <div className="list-page">
        <header className="list-head">
          <div>
            <h1>{t('work.title')}</h1>
            <p className="m s">
              <span className="wide">{longDayAndTime(now)} · </span>
              {counted && (told.length > 0 ? told.join(', ') : t('work.calm'))}
            </p>
          </div>
          <div className="space" />
          <ListTools
            page="work"
            view={view}
            saved={search.saved}
            wrong={search.wrong}
            apply={(next, saved) => void navigate({ to: '/', search: { ...parseView('work', next).view, saved } })}
          />
          {mayLog && (
            <Link to="/log" className="btn wide">
              <Icon name="phone" />
              {t('nav.logClaim')} <kbd>C</kbd>
            </Link>
          )}
        </header>
        <WorkTabs all={groups.reduce((sum, group) => sum + count(group), 0)} count={count} />
        {!loaded && <Bones rows={9} />}
        {loaded && rows.length === 0 && (
          <Notice title={t('work.emptyTitle')}>
            <p className="m">{t('work.emptyHint')}</p>
          </Notice>
        )}
        {rows.length > 0 && (
          <VirtualTable
            name={`work ${JSON.stringify(view)}`}
            label={t('work.title')}
            items={items}
            total={counted ? total : null}
            more={cases.more || tasks.more || followUps.more}
            next={() => {
              cases.next()
              tasks.next()
              followUps.next()
            }}
            draw={(one) => <WorkLine row={one} explains={explains} now={now} />}
            open={(row) => void navigate(placeOf(row, me.departments))}
            selection={null}
            stand={setSelected}
          />
        )}
      </div>
      <WorkRail cases={cases.rows} times={times} row={row} now={now} />
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

const titles = {
  over: 'clock.groupOver',
  today: 'clock.groupToday',
  week: 'clock.groupWeek',
  later: 'clock.groupLater',
  waiting: 'clock.groupWaiting',
} as const

function GroupHead({ group, count }: { group: Group; count: number }) {
  const { t } = useTranslation()
  return (
    <h2 className="group-head">
      <span className={group === 'over' ? 'danger' : undefined}>{t(titles[group])}</span>
      <span className="q">{count}</span>
    </h2>
  )
}
