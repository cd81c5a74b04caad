// The board of a department: its tasks by due time, one of them open to be answered.
import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useQuery } from 'urql'
import { sendStep } from '../case/send-step.ts'
import { BoardDocument, type BoardTask, BoardTaskText } from '../generated/board.ts'
import { useWorkLive } from '../graph/work-live.ts'
import { Bones, Failure, Notice } from '../parts/Notices.tsx'
import { useNow } from '../parts/now.ts'
import { useMe } from '../shell/me.ts'
import { BoardRow } from './BoardRow.tsx'
import { ReturnedToast } from './ReturnedToast.tsx'
import './board.css'

const shown = { names: ['BoardTask'], texts: [BoardTaskText] }
const ofDepartment = ['open', 'inProgress', 'awaitingSender']

export function BoardPage() {
  const { t } = useTranslation()
  const now = useNow()
  const graph = useClient()
  const { departments } = useMe()
  const [{ data, error }, load] = useQuery({ query: BoardDocument, pause: departments.length === 0 })
  const { hash } = useLocation()
  const [chosen, setOpen] = useState<string | null | undefined>(undefined)
  const [returned, setReturned] = useState<BoardTask | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const again = () => load({ requestPolicy: 'network-only' })
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
  if (error && !data) return <Failure error={error} retry={again} />
  const own = new Set(departments.map(({ id }) => id))
  const tasks = (data?.myTasks?.nodes ?? []).filter(
    ({ state, department }) => ofDepartment.includes(state) && own.has(department.id),
  )
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
          {data && (
            <p className="m">
              {t('board.waiting', { count: tasks.length })}{' '}
              {over > 0 && <b className="danger b">{t('board.over', { count: over })}</b>}
            </p>
          )}
        </div>
        <span className="space" />
        <span className="tag wide">{t('board.only')}</span>
      </header>
      {told && (
        <p className="note" role="alert">
          {told}
        </p>
      )}
      {!data && <Bones rows={5} />}
      {data && tasks.length === 0 && (
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
