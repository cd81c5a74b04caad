// Decides on a recommendation, or says what was measured of its effect.
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type TypedDocumentNode, useClient } from 'urql'
import { StepFields } from '../case/StepFields.tsx'
import { type FieldValues, type InputField, inputOf } from '../case/step-input.ts'
import {
  AcceptRecommendationDocument,
  DeclineRecommendationDocument,
  RecordRecommendationEffectDocument,
} from '../generated/trial.ts'
import type { Offer } from '../parts/Offers.tsx'

export type Decision = 'accept' | 'decline' | 'effect'

interface RecommendationFormProps {
  decision: Decision
  recommendationId: string
  departments: readonly Offer[]
  close: () => void
}

const asked = (name: string, type = 'String', required = true): InputField => ({ name, type, required, list: false })

const fieldsOf: Record<Decision, readonly InputField[]> = {
  accept: [asked('measure'), asked('departmentId', 'ID'), asked('dueAt', 'DateTime')],
  decline: [asked('reason')],
  effect: [
    asked('effective', 'Boolean'),
    asked('value', 'Decimal'),
    asked('unit'),
    asked('measuredOn', 'Date'),
    asked('note', 'String', false),
  ],
}

export function RecommendationForm({ decision, recommendationId, departments, close }: RecommendationFormProps) {
  const { t } = useTranslation()
  const graph = useClient()
  const [values, setValues] = useState<FieldValues>({})
  const [refusal, setRefusal] = useState<string | null>(null)
  const [empty, setEmpty] = useState<string[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are another command
  const key = useMemo(() => crypto.randomUUID(), [JSON.stringify(values)])
  const fields = fieldsOf[decision]
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const lacking = fields.filter(({ name, required }) => required && !values[name]).map(({ name }) => name)
    setEmpty(lacking)
    if (lacking.length > 0) return
    const text = await sendDecision(graph, decision, { id: recommendationId, ...inputOf(fields, values) }, key)
    if (text === null) close()
    else setRefusal(text || t('common.lost'))
  }
  return (
    <form className="step" onSubmit={send} noValidate aria-label={t(`trials.${decision}`)}>
      <div className="step-fields">
        <StepFields
          fields={fields}
          values={values}
          change={setValues}
          faults={empty.map((field) => ({ field, text: t('form.needed') }))}
          options={{ departmentId: departments }}
          accountId=""
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
          {t(`trials.${decision}`)}
        </button>
      </div>
    </form>
  )
}

const documents = {
  accept: AcceptRecommendationDocument,
  decline: DeclineRecommendationDocument,
  effect: RecordRecommendationEffectDocument,
}

/** Null: done; else why not, empty where no answer came. */
async function sendDecision(
  graph: ReturnType<typeof useClient>,
  decision: Decision,
  input: object,
  key: string,
): Promise<string | null> {
  const document = documents[decision] as TypedDocumentNode<Answered, { input: object; key: string }>
  const { data } = await graph.mutation(document, { input, key }).toPromise()
  if (!data) return ''
  return data.answer.__typename === 'Recommendation' ? null : (data.answer.text ?? '')
}

interface Answered {
  answer: { __typename: string; text?: string }
}
