// Records the customer's dated confirmation that a finding is settled; a lead may say why none came.
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import type { VisitView } from '../case/case-view.ts'
import { StepFields } from '../case/StepFields.tsx'
import { type StepResult, sendStep } from '../case/send-step.ts'
import { type FieldValues, fieldsOf, inputOf } from '../case/step-input.ts'
import { CaseFrameText, CaseRecordsText } from '../generated/case.ts'
import { VisitFactsText, type VisitFindingFacts } from '../generated/visit.ts'

interface ConfirmFindingProps {
  finding: VisitFindingFacts
  visit: VisitView
  close: () => void
  refresh: () => void
}

const shown = {
  names: ['CaseFrame', 'CaseRecords', 'VisitFacts'],
  texts: [CaseFrameText, CaseRecordsText, VisitFactsText],
}

export function ConfirmFinding({ finding, visit, close, refresh }: ConfirmFindingProps) {
  const { t } = useTranslation()
  const graph = useClient()
  const [values, setValues] = useState<FieldValues>({})
  const [result, setResult] = useState<StepResult | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are another command
  const key = useMemo(() => crypto.randomUUID(), [JSON.stringify(values)])
  const fields = fieldsOf('confirmVisitFinding').filter(({ name }) => name !== 'findingId')
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const input = { id: visit.id, revision: visit.revision, findingId: finding.id, ...inputOf(fields, values) }
    const next = await sendStep(graph, 'confirmVisitFinding', { input, key }, shown)
    setResult(next)
    if (next.kind === 'done') close()
    if (next.kind === 'stale') refresh()
  }
  const told = result?.kind === 'lost' ? t('common.lost') : result && 'text' in result ? result.text : ''
  return (
    <form className="step" onSubmit={send} noValidate aria-label={t('visit.confirm')}>
      <p className="s m">{t('visit.confirmHint')}</p>
      <div className="step-fields">
        <StepFields
          {...{ fields, values, change: setValues, options: {}, accountId: visit.account.id }}
          faults={result?.kind === 'faults' ? result.faults : []}
          path=""
        />
      </div>
      {told && (
        <p className="fault" role="alert">
          {told}
        </p>
      )}
      <div className="row-flex step-send">
        <button type="submit" className="btn main">
          {t('visit.confirm')}
        </button>
        <button type="button" className="btn ghost" onClick={close}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  )
}
