// The page of a trial batch: its aim, the six groups, what was made, how it was processed, what follows from it.
import { useTranslation } from 'react-i18next'
import { CaseFrame } from '../case/CaseFrame.tsx'
import type { TrialView } from '../case/case-view.ts'
import { FieldWords } from '../case/field-word.ts'
import { phaseTimes } from '../case/path-times.ts'
import { AimSection } from './AimSection.tsx'
import { ComparisonSection } from './ComparisonSection.tsx'
import { GroupSection } from './GroupSection.tsx'
import { MadeSection } from './MadeSection.tsx'
import { ProcessingSection } from './ProcessingSection.tsx'
import { RecommendationSection } from './RecommendationSection.tsx'
import { trialPhaseOf, trialPhases } from './trial-phases.ts'
import { trialStart } from './trial-start.ts'
import { currentRequirements, useTrialOptions } from './use-trial-options.ts'
import { VariantSection } from './VariantSection.tsx'
import './trials.css'

export function TrialFrame({ trial, refresh }: { trial: TrialView; refresh: () => void }) {
  const { t } = useTranslation()
  const options = useTrialOptions(trial)
  const path = {
    phases: phaseTimes(trial, trial.trialState, trialPhases, trialPhaseOf),
    word: (phase: string) => t(`trialPhase.${phase}`),
  }
  return (
    <FieldWords value={(name) => t(`trialField.${name}`, { defaultValue: t(`field.${name}`) })}>
      <CaseFrame
        view={trial}
        refresh={refresh}
        path={path}
        options={options}
        start={(event) => trialStart(event, trial)}
      >
        <AimSection trial={trial} />
        <GroupSection trial={trial} />
        <VariantSection trial={trial} />
        <ProcessingSection of={trial} place={trial.processingPlace} />
        <ComparisonSection comparisons={trial.comparisons} asked={currentRequirements(trial)} />
        <RecommendationSection trial={trial} departments={options.departmentId ?? []} refresh={refresh} />
        <MadeSection trial={trial} />
      </CaseFrame>
    </FieldWords>
  )
}
