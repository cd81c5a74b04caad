// The page of one case: who it is about, where it stands, what one can do, what this state asks, facts, history.
import { useParams } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { CaseFiles } from '../attachments/CaseFiles.tsx'
import { MapSection } from '../diagram/MapSection.tsx'
import { CaseFrameText, CasePageDocument, CaseRecordsText, ClaimFactsText } from '../generated/case.ts'
import { Bones, Failure, NotFound } from '../parts/Notices.tsx'
import { useNow } from '../parts/now.ts'
import { markSeen } from '../parts/seen.ts'
import { ActionBar } from './ActionBar.tsx'
import { CaseHeader } from './CaseHeader.tsx'
import { CaseSide } from './CaseSide.tsx'
import { ClockList } from './ClockList.tsx'
import { type ActionView, asClaim, type CaseView } from './case-view.ts'
import { ItemTable } from './ItemTable.tsx'
import { mapOf } from './map-of.ts'
import { PathStrip } from './PathStrip.tsx'
import { SettlementSection } from './SettlementSection.tsx'
import { StepForm } from './StepForm.tsx'
import { claimStep } from './step-names.ts'
import { startOf } from './step-start.ts'
import { TaskList } from './TaskList.tsx'
import { Timeline } from './Timeline.tsx'
import { UndoToast } from './UndoToast.tsx'
import { useCaseCommands } from './use-case-commands.ts'
import { useOptions } from './use-options.ts'
import './case.css'
import './case-parts.css'

const shown = {
  names: ['CaseFrame', 'CaseRecords', 'ClaimFacts'],
  texts: [CaseFrameText, CaseRecordsText, ClaimFactsText],
}

export function CasePage() {
  const { number } = useParams({ from: '/cases/$number' })
  const [{ data, error }, load] = useQuery({ query: CasePageDocument, variables: { number } })
  const again = () => load({ requestPolicy: 'network-only' })
  const view = data?.case
  useEffect(() => {
    if (!view) return
    document.title = `${view.number} · ${view.title}`
    markSeen(view.id, view.revision)
  }, [view])
  if (error && !view) return <Failure error={error} retry={again} />
  if (!data) return <Bones rows={10} />
  return view ? <Frame key={view.id} view={view} refresh={again} /> : <NotFound />
}

function Frame({ view, refresh }: { view: CaseView; refresh: () => void }) {
  const { t } = useTranslation()
  const now = useNow()
  const options = useOptions(view)
  const [event, setEvent] = useState<string | null>(null)
  const [taken, setTaken] = useState<ActionView | null>(null)
  const claim = asClaim(view)
  const map = useMemo(() => mapOf(view), [view])
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
  const step = action && claimStep(action.event)
  useCaseCommands(view.actions, setEvent)
  return (
    <div className="case">
      <CaseHeader view={view} now={now} refresh={refresh} />
      {claim && <PathStrip claim={claim} now={now} />}
      {map && <MapSection {...map} chosen={event} choose={setEvent} now={now} />}
      <ActionBar actions={view.actions} chosen={event} choose={setEvent} />
      <div className="case-columns">
        <div className="case-main">
          {step && action && (
            <StepForm
              key={action.event}
              step={step}
              action={action}
              subject={view}
              start={startOf(action.event, claim)}
              options={options}
              within={within}
              shown={shown}
              refresh={refresh}
              close={() => setEvent(null)}
              done={() => setTaken(action)}
            />
          )}
          {claim && claim.whatHappened !== view.title && (
            <section>
              <div className="section-head">
                <h2>{t('case.whatHappened')}</h2>
              </div>
              <p className="told" dir="auto">
                {claim.whatHappened}
              </p>
            </section>
          )}
          {claim && <ItemTable claim={claim} options={options} />}
          {claim && <SettlementSection claim={claim} options={options} />}
          <TaskList view={view} within={within} options={options} now={now} refresh={refresh} />
          <Timeline view={view} now={now} />
          {taken && <UndoToast taken={taken} actions={view.actions} undo={setEvent} close={() => setTaken(null)} />}
        </div>
        <div className="case-side">
          <ClockList clocks={view.deadlines} now={now} />
          <CaseSide view={view} />
          <CaseFiles view={view} refresh={refresh} />
        </div>
      </div>
    </div>
  )
}
