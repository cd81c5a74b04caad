// Tasks to departments, with what the viewer can do on each.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseTaskText } from '../generated/case.ts'
import { Avatar } from '../parts/Avatar.tsx'
import { Clock } from '../parts/Clock.tsx'
import { clockView, mainClock } from '../parts/clock-view.ts'
import { useMe } from '../shell/me.ts'
import type { CaseView, TaskView } from './case-view.ts'
import { StepForm, type StepFormProps } from './StepForm.tsx'
import { taskStep } from './step-names.ts'
import type { Options } from './step-options.ts'

const shown = { names: ['CaseTask'], texts: [CaseTaskText] }

interface TaskListProps {
  view: CaseView
  within: StepFormProps['within']
  options: Options
  now: Date
  refresh: () => void
}

export function TaskList({ view, ...rest }: TaskListProps) {
  const { t } = useTranslation()
  const { tasks } = view
  const done = tasks.filter(({ state }) => state === 'answered' || state === 'done').length
  return (
    <section>
      <div className="section-head">
        <h2>{t('case.tasks')}</h2>
        {tasks.length > 0 && <span className="q s">{t('case.answeredOf', { done, all: tasks.length })}</span>}
      </div>
      {tasks.length === 0 && <p className="s q">{t('case.noTasks')}</p>}
      <ul>
        {tasks.map((task) => (
          <Task key={task.id} task={task} view={view} {...rest} />
        ))}
      </ul>
    </section>
  )
}

function Task({ task, within, options, now, refresh }: TaskListProps & { task: TaskView }) {
  const { t } = useTranslation()
  const { dayMinutes } = useMe()
  const [event, setEvent] = useState<string | null>(null)
  const clock = mainClock(task.deadlines) ?? task.deadlines.find(({ clock }) => clock === 'task')
  const action = task.actions.find((one) => one.event === event)
  const step = action && taskStep(action.event)
  return (
    <li className="task">
      <div className="task-row">
        <span className="md">{task.department.name}</span>
        <span className="ell" dir="auto" title={task.question}>
          {task.question}
        </span>
        <span className="s m nw">
          {task.stateLabel}
          {task.rating !== null && ` · ${t('case.rated', { rating: task.rating })}`}
        </span>
        {clock ? <Clock view={clockView(clock, now, dayMinutes, t)} /> : <span />}
        {task.responder ? <Avatar name={task.responder.name} /> : <span />}
      </div>
      {task.answer && (
        <p className="s m task-answer" dir="auto">
          {task.answer}
        </p>
      )}
      {task.actions.length > 0 && (
        <div className="task-actions">
          {task.actions
            .filter((one) => one.ready && taskStep(one.event))
            .map((one) => (
              <button
                key={one.event}
                type="button"
                className="quiet-link"
                aria-expanded={event === one.event}
                onClick={() => setEvent(event === one.event ? null : one.event)}
              >
                {one.label}
              </button>
            ))}
        </div>
      )}
      {step && action && (
        <StepForm
          key={action.event}
          {...{ step, action, options, shown, refresh }}
          subject={task}
          start={{}}
          within={within}
          close={() => {
            setEvent(null)
            refresh()
          }}
        />
      )}
    </li>
  )
}
