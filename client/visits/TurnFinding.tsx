// Turns a finding into a task, a claim, a need, an offer, a plan, a note on a competitor or a recommendation.
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { planSides } from '../../schema/account-vocabulary.ts'
import { type VisitOutcomeKind, visitOutcomeKinds } from '../../schema/visit-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import { faultsOf } from '../case/field-faults.ts'
import { StepFields } from '../case/StepFields.tsx'
import type { FieldFault } from '../case/send-step.ts'
import { type FieldValues, type InputField, inputOf } from '../case/step-input.ts'
import { TurnVisitFindingDocument, type TurnVisitFindingVariables, type VisitFindingFacts } from '../generated/visit.ts'
import type { Offer } from '../parts/Offers.tsx'

interface TurnFindingProps {
  finding: VisitFindingFacts
  departments: readonly Offer[]
  close: () => void
  refresh: () => void
}

const asked = (name: string, type = 'String', required = true): InputField => ({ name, type, required, list: false })
const side = { ...asked('side', 'PlanSide'), values: words(planSides) }

const fieldsOf: Record<VisitOutcomeKind, readonly InputField[]> = {
  task: [asked('note'), asked('departmentId', 'ID'), asked('dueAt', 'DateTime')],
  claim: [asked('note')],
  need: [asked('product'), asked('note')],
  offer: [asked('product'), asked('note')],
  plan: [asked('note'), side, asked('plannedFor', 'String', false)],
  competitor: [asked('note')],
  recommendation: [asked('indicator'), asked('note')],
}

export function TurnFinding({ finding, departments, close, refresh }: TurnFindingProps) {
  const { t } = useTranslation()
  const graph = useClient()
  const [kind, setKind] = useState<VisitOutcomeKind>('task')
  const [values, setValues] = useState<FieldValues>({
    note: finding.text,
    side: finding.block === 'ourPlans' ? 'ours' : 'theirs',
  })
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [refusal, setRefusal] = useState<string | null>(null)
  const fields = fieldsOf[kind]
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are another command
  const key = useMemo(() => crypto.randomUUID(), [kind, JSON.stringify(values)])
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const wrong = faultsOf(fields, values, t)
    setFaults(wrong)
    setRefusal(null)
    if (wrong.length > 0) return
    const input = { id: finding.id, kind, ...inputOf(fields, values) } as TurnVisitFindingVariables['input']
    const { data } = await graph.mutation(TurnVisitFindingDocument, { input, key }).toPromise()
    const answer = data?.answer
    if (answer?.__typename === 'Visit') {
      close()
      return refresh()
    }
    if (answer?.__typename === 'Invalid') return setFaults(answer.fields)
    setRefusal(answer?.text ?? t('common.lost'))
  }
  return (
    <form className="step" onSubmit={send} noValidate aria-label={t('visit.turn')}>
      <fieldset className="kinds">
        <legend className="s m">{t('visit.into')}</legend>
        <div className="chips">
          {words(visitOutcomeKinds).map((word) => (
            <button
              key={word}
              type="button"
              className="chip"
              aria-pressed={word === kind}
              onClick={() => setKind(word)}
            >
              {t(`label.visitOutcomeKind.${word}`)}
            </button>
          ))}
        </div>
      </fieldset>
      <div className="step-fields">
        <StepFields
          {...{ fields, values, change: setValues, faults, options: { departmentId: departments }, accountId: '' }}
          path=""
        />
      </div>
      {refusal && (
        <p className="fault" role="alert">
          {refusal}
        </p>
      )}
      <div className="row-flex step-send">
        <button type="submit" className="btn main">
          {t('visit.turnInto', { kind: t(`label.visitOutcomeKind.${kind}`) })}
        </button>
        <button type="button" className="btn ghost" onClick={close}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  )
}
