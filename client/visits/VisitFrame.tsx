// The page of a visit: when, where and with whom, what to know before, the report, what was found and what came of it.
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseFrame } from '../case/CaseFrame.tsx'
import type { VisitView } from '../case/case-view.ts'
import { FieldWords } from '../case/field-word.ts'
import { phaseTimes } from '../case/path-times.ts'
import { withWords } from '../words/with-words.ts'
import { AppointmentSection } from './AppointmentSection.tsx'
import { FindingSection } from './FindingSection.tsx'
import { MannerSection } from './MannerSection.tsx'
import { ReportSection } from './ReportSection.tsx'
import { useVisitOptions } from './use-visit-options.ts'
import { visitPhaseOf, visitPhases, visitStateIn } from './visit-phases.ts'
import { visitStart } from './visit-start.ts'
import './visits.css'

const OrderProcessing = lazy(
  withWords(['case', 'field', 'map', 'files', 'visit', 'trials'], () =>
    import('./OrderProcessing.tsx').then(({ OrderProcessing }) => ({ default: OrderProcessing })),
  ),
)

export function VisitFrame({ visit, refresh }: { visit: VisitView; refresh: () => void }) {
  const { t } = useTranslation()
  const options = useVisitOptions(visit)
  const path = {
    phases: phaseTimes(visit, visit.visitState, visitPhases, visitPhaseOf, visitStateIn),
    word: (phase: string) => t(`visitPhase.${phase}`),
  }
  return (
    <FieldWords value={(name) => t(`visitField.${name}`, { defaultValue: t(`field.${name}`) })}>
      <CaseFrame
        view={visit}
        refresh={refresh}
        path={path}
        options={options}
        start={(event) => visitStart(event, visit)}
      >
        <AppointmentSection visit={visit} />
        <ReportSection key={visit.visitState} visit={visit} refresh={refresh} />
        {visit.purpose === 'importantOrder' && (
          <Suspense>
            <OrderProcessing visit={visit} refresh={refresh} />
          </Suspense>
        )}
        <FindingSection visit={visit} options={options} refresh={refresh} />
        <MannerSection visit={visit} refresh={refresh} />
      </CaseFrame>
    </FieldWords>
  )
}
