// The frame of a case of any kind: who it is about, where it stands, what one can do, tasks, history, files.
import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react'
import { CaseFiles } from '../attachments/CaseFiles.tsx'
import { MapSection } from '../diagram/MapSection.tsx'
import { CaseFrameText, CaseRecordsText, ClaimFactsText } from '../generated/case.ts'
import { TrialFactsText } from '../generated/trial.ts'
import { VisitFactsText } from '../generated/visit.ts'
import { useNow } from '../parts/now.ts'
import { useMe } from '../shell/me.ts'
import { withWords } from '../words/with-words.ts'
import { ActionBar } from './ActionBar.tsx'
import { CaseHeader } from './CaseHeader.tsx'
import { CaseSide } from './CaseSide.tsx'
import { ClockList } from './ClockList.tsx'
import type { ActionView, CaseView } from './case-view.ts'
import { mapOf } from './map-of.ts'
import { PathStrip } from './PathStrip.tsx'
import type { PhaseTime } from './path-times.ts'
import { StepForm } from './StepForm.tsx'
import type { FieldValues } from './step-input.ts'
import { caseStep } from './step-names.ts'
import type { Options } from './step-options.ts'
import { TaskList } from './TaskList.tsx'
import { Timeline } from './Timeline.tsx'
import { UndoToast } from './UndoToast.tsx'
import { useCaseCommands } from './use-case-commands.ts'
import './case.css'
import './case-parts.css'

const CustomerLinks = lazy(
  withWords(['case', 'links'], () =>
    import('./CustomerLinks.tsx').then(({ CustomerLinks }) => ({ default: CustomerLinks })),
  ),
)

const ofKind = {
  Claim: ['ClaimFacts', ClaimFactsText],
  TrialBatch: ['TrialFacts', TrialFactsText],
  Visit: ['VisitFacts', VisitFactsText],
} as const

export interface CaseFrameProps {
  view: CaseView
  refresh: () => void
  /** The path of its kind, and what a phase is called; left out where the kind has none. */
  path?: { phases: readonly PhaseTime[]; word: (phase: string) => string }
  /** What the form of a step begins with. */
  start: (event: string) => FieldValues
  options: Options
  /** What its kind has to show. */
  children?: ReactNode
}

export function CaseFrame({ view, refresh, path, start, options, children }: CaseFrameProps) {
  const now = useNow()
  const { actions } = useMe()
  const [event, setEvent] = useState<string | null>(null)
  const [taken, setTaken] = useState<ActionView | null>(null)
  const kind = view.__typename
  const able = useMemo(() => view.actions.filter(({ event }) => caseStep(kind, event)), [view.actions, kind])
  const map = useMemo(() => mapOf(view, able), [view, able])
  const shown = useMemo(() => shownOf(kind), [kind])
  // A step that somebody else took meanwhile keeps its form, with what was written in it.
  const open = useRef<ActionView | undefined>(undefined)
  const action =
    view.actions.find((one) => one.event === event) ?? (open.current?.event === event ? open.current : undefined)
  open.current = action
  const within = {
    number: view.number,
    accountId: view.account.id,
    seenUntil: view.history?.nodes[0]?.at ?? view.openedAt,
  }
  const step = action && caseStep(kind, action.event)
  useCaseCommands(able, setEvent)
  return (
    <div className="case">
      <CaseHeader view={view} now={now} refresh={refresh} />
      {path && <PathStrip view={view} {...path} now={now} />}
      {map && <MapSection {...map} chosen={event} choose={setEvent} now={now} />}
      <ActionBar actions={able} chosen={event} choose={setEvent} />
      <div className="case-columns">
        <div className="case-main">
          {step && action && (
            <StepForm
              key={action.event}
              step={step}
              action={action}
              subject={view}
              start={start(action.event)}
              options={options}
              within={within}
              shown={shown}
              refresh={refresh}
              close={() => setEvent(null)}
              done={() => setTaken(action)}
            />
          )}
          {children}
          <TaskList view={view} within={within} options={options} now={now} refresh={refresh} />
          <Timeline view={view} now={now} />
          {taken && <UndoToast taken={taken} actions={view.actions} undo={setEvent} close={() => setTaken(null)} />}
        </div>
        <div className="case-side">
          <ClockList clocks={view.deadlines} now={now} />
          <CaseSide view={view} />
          <CaseFiles view={view} refresh={refresh} />
          {actions.includes('case.linkCustomer') && (
            <Suspense>
              <CustomerLinks view={view} />
            </Suspense>
          )}
        </div>
      </div>
    </div>
  )
}

/** Fragments that the answer to a step carries, so that the page shows the case as it became. */
function shownOf(kind: CaseView['__typename']) {
  const [name, text] = ofKind[kind] ?? []
  return {
    names: ['CaseFrame', 'CaseRecords', ...(name ? [name] : [])],
    texts: [CaseFrameText, CaseRecordsText, ...(text ? [text] : [])],
  }
}
