// One task of the board; pressed, it opens with its question, the material and the form of the answer.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BoardTask } from '../generated/board.ts'
import { ClockSign } from '../parts/Clock.tsx'
import { clockView, mainClock } from '../parts/clock-view.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { dayAndTime } from '../words/dates.ts'
import { AnswerForm } from './AnswerForm.tsx'

interface BoardRowProps {
  task: BoardTask
  now: Date
  open: boolean
  toggle: () => void
  giveBack: () => void
  answered: (arrived: boolean) => void
}

export function BoardRow({ task, now, open, toggle, ...rest }: BoardRowProps) {
  const { t } = useTranslation()
  const { dayMinutes } = useMe()
  const clock = mainClock(task.deadlines)
  const view = clock && clockView(clock, now, dayMinutes, t)
  return (
    <li className={open ? 'board-task open' : 'board-task'}>
      <button type="button" className="board-row" aria-expanded={open} onClick={toggle}>
        <span className={`clock board-due ${view?.look ?? ''}`}>
          {view && <ClockSign {...view} />}
          <span>
            <b className="time">{view?.time}</b>
            <br />
            <span className="s q">{task.dueAt && t('board.due', { when: dayAndTime(task.dueAt) })}</span>
          </span>
        </span>
        <span className="board-question">
          <b dir="auto">{task.question}</b>
          <br />
          <span className="s q">
            {task.number} · <bdi>{task.case.title}</bdi>
          </span>
        </span>
        <span className="s m wide">{task.stateLabel}</span>
        <Icon name={open ? 'up' : 'down'} />
      </button>
      {open && (
        <>
          <Material task={task} />
          <AnswerForm task={task} {...rest} />
        </>
      )}
    </li>
  )
}

function Material({ task }: { task: BoardTask }) {
  const { t } = useTranslation()
  const items = task.case.__typename === 'Claim' ? task.case.items : []
  const pieces = items.flatMap(({ piece }) => piece ?? [])
  const first = pieces[0]
  return (
    <div className="asked">
      <p className="asked-words" dir="auto">
        “{task.question}”
      </p>
      <dl className="facts">
        {first && (
          <>
            <div>
              <dt>{t('common.coil')}</dt>
              <dd>
                {pieces
                  .slice(0, 3)
                  .map(({ number }) => number)
                  .join(', ')}
                {pieces.length > 3 && ` +${pieces.length - 3}`}
              </dd>
            </div>
            <div>
              <dt>{t('board.heat')}</dt>
              <dd>{first.heat.number}</dd>
            </div>
            <div>
              <dt>{t('board.ordered')}</dt>
              <dd>{[first.product?.name, first.product?.grade].filter(Boolean).join(', ') || '–'}</dd>
            </div>
          </>
        )}
        <div>
          <dt>{t('common.claim')}</dt>
          <dd>
            <Link to="/cases/$number" params={{ number: task.case.number }} className="l">
              {task.case.number}
            </Link>{' '}
            <span className="q s">{t('board.askedBy', { who: task.sender.name })}</span>
          </dd>
        </div>
      </dl>
    </div>
  )
}
