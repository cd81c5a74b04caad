// The board of a department: its tasks by due time, one of them open to be answered.
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { dueGroups, parseView } from '../../schema/list-views.ts'
import { words } from '../../schema/vocabulary.ts'
import { sendStep } from '../case/send-step.ts'
import { type BoardData, BoardDocument, type BoardTask, BoardTaskText } from '../generated/board.ts'
import { useWorkLive } from '../graph/work-live.ts'
import { dueLabels } from '../lists/due-labels.ts'
import { ListTools } from '../lists/ListTools.tsx'
import { usePages } from '../lists/use-pages.ts'
import { Bones, Failure, Notice } from '../parts/Notices.tsx'
import { useNow } from '../parts/now.ts'
import { useMe } from '../shell/me.ts'
import { BoardRow } from './BoardRow.tsx'
import { ReturnedToast } from './ReturnedToast.tsx'
import './board.css'

const shown = { names: ['BoardTask'], texts: [BoardTaskText] }
const tasksOf = ({ myTasks }: BoardData) => myTasks
const ofDepartment = ['open', 'inProgress', 'awaitingSender']

export function BoardPage() {
  const { t } = useTranslation()
  const now = useNow()
  const graph = useClient()
  const { departments } = useMe()
  const navigate = useNavigate()
  const search = useSearch({ from: '/board' })
  const { view } = parseView('board', { ...search, saved: undefined, wrong: undefined })
  const { clock = null } = view
  const list = usePages(BoardDocument, departments.length > 0 ? { clock } : null, tasksOf)
  const { hash } = useLocation()
  const [chosen, setOpen] = useState<string | null | undefined>(undefined)
  const [returned, setReturned] = useState<BoardTask | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const again = list.again
  useWorkLive((change) => !change?.present && departments.length > 0 && again())
  useEffect(() => {
    document.title = t('board.title')
  }, [t])
  if (departments.length === 0) {
    return (
      <Notice title={t('board.noDepartment')}>
        <p className="m">{t('board.noDepartmentHint')}</p>
      </Notice>
    )
  }
  if (list.error && !list.loaded) return <Failure error={list.error} retry={again} />
  const own = new Set(departments.map(({ id }) => id))
  const tasks = list.rows.filter(({ state, department }) => ofDepartment.includes(state) && own.has(department.id))
  // Who came for one task finds it open.
  const open = chosen === undefined ? (tasks.find(({ number }) => number === hash)?.id ?? null) : chosen
  const over = tasks.filter(({ dueAt }) => dueAt !== null && new Date(dueAt) <= now).length
  const giveBack = async (task: BoardTask) => {
    const input = { id: task.id, revision: task.revision, reason: 'notOurs' }
    const result = await sendStep(graph, 'returnTask', { input, key: crypto.randomUUID() }, shown)
    if (result.kind === 'done') {
      setReturned(task)
      setTold(null)
    } else setTold(result.kind === 'lost' ? t('common.lost') : result.text)
    again()
  }
  return (
    <div className="board">
      <header className="board-head">
        <div>
          <h1>{departments.map(({ name }) => name).join(', ')}</h1>
          {list.loaded && (
            <p className="m">
              {t('board.waiting', { count: tasks.length })}
              {list.more && '+'} {over > 0 && <b className="danger b">{t('board.over', { count: over })}</b>}
            </p>
          )}
        </div>
        <span className="space" />
        <ListTools
          page="board"
          view={view}
          saved={search.saved}
          wrong={search.wrong}
          apply={(next, saved) => void navigate({ to: '/board', search: { ...parseView('board', next).view, saved } })}
        />
        <label className="pick">
          <span className="unseen">{t('lists.clock')}</span>
          <select
            value={clock ?? ''}
            onChange={({ target }) => {
              const picked = words(dueGroups).find((one) => one === target.value)
              void navigate({ to: '/board', search: { clock: picked, saved: search.saved } })
            }}
          >
            <option value="">
              {t('lists.clock')}: {t('common.any')}
            </option>
            {words(dueGroups).map((one) => (
              <option key={one} value={one}>
                {t(dueLabels[one])}
              </option>
            ))}
          </select>
        </label>
      </header>
      {told && (
        <p className="note" role="alert">
          {told}
        </p>
      )}
      {!list.loaded && <Bones rows={5} />}
      {list.loaded && !list.more && tasks.length === 0 && (
        <Notice title={t('board.empty')}>
          <p className="m">{t('board.emptyHint')}</p>
        </Notice>
      )}
      <ul className="board-list">
        {tasks.map((task) => (
          <BoardRow
            key={task.id}
            task={task}
            now={now}
            open={open === task.id}
            toggle={() => setOpen(open === task.id ? null : task.id)}
            giveBack={() => void giveBack(task)}
            answered={(arrived) => {
              setOpen(null)
              setTold(t(arrived ? 'board.sent' : 'board.waits'))
              again()
            }}
          />
        ))}
      </ul>
      {list.more && (
        <button type="button" className="btn big board-more" onClick={list.next}>
          {t('board.more')}
        </button>
      )}
      {returned && (
        <ReturnedToast
          task={returned}
          shown={shown}
          done={() => {
            setReturned(null)
            again()
          }}
        />
      )}
    </div>
  )
}
