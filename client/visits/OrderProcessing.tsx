// What came of processing an important order that we attend: the record of a trial batch, on regular material, beside competitors' values.
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useQuery } from 'urql'
import type { VisitView } from '../case/case-view.ts'
import { faultsOf } from '../case/field-faults.ts'
import { FieldWords } from '../case/field-word.ts'
import { StepFields } from '../case/StepFields.tsx'
import type { FieldFault } from '../case/send-step.ts'
import { type FieldValues, fieldsOf, inputOf } from '../case/step-input.ts'
import { TrialChoicesDocument } from '../generated/trial.ts'
import { RecordVisitProcessingDocument } from '../generated/visit.ts'
import { useMe } from '../shell/me.ts'
import { ComparisonSection } from '../trials/ComparisonSection.tsx'
import { ProcessingSection } from '../trials/ProcessingSection.tsx'
import '../trials/trials.css'

const open = ['underway', 'reporting', 'followUp']

export function OrderProcessing({ visit, refresh }: { visit: VisitView; refresh: () => void }) {
  const { t } = useTranslation()
  const { actions } = useMe()
  const [writing, setWriting] = useState(false)
  const recorded = (visit.processing ?? []).length > 0
  const may = open.includes(visit.visitState) && actions.includes('visit.submitReport')
  return (
    <>
      <ProcessingSection of={visit} place={visit.place} />
      <ComparisonSection comparisons={visit.comparisons} />
      {(may || !recorded) && (
        <section>
          <div className="section-head">
            <h2>{t('visit.processing')}</h2>
            {may && !writing && (
              <button type="button" className="quiet-link" onClick={() => setWriting(true)}>
                {t(recorded ? 'visit.processAnew' : 'visit.process')}
              </button>
            )}
          </div>
          {!recorded && !writing && <p className="q s">{t('visit.notProcessed')}</p>}
          {writing && (
            <ProcessingForm
              visit={visit}
              close={() => setWriting(false)}
              done={() => {
                setWriting(false)
                refresh()
              }}
            />
          )}
        </section>
      )}
    </>
  )
}

function ProcessingForm({ visit, close, done }: { visit: VisitView; close: () => void; done: () => void }) {
  const { t } = useTranslation()
  const graph = useClient()
  const [values, setValues] = useState<FieldValues>(() => startOf(visit))
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [refusal, setRefusal] = useState<string | null>(null)
  const [{ data }] = useQuery({ query: TrialChoicesDocument, requestPolicy: 'cache-first' })
  const fields = fieldsOf('recordTrialProcessing').filter(({ name }) => name === 'lines' || name === 'competitors')
  const rivals = data?.competitorProducts?.nodes.filter(({ active }) => active) ?? []
  const options = { productId: rivals.map(({ id, name, competitor }) => ({ id, label: `${competitor}: ${name}` })) }
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are another command
  const key = useMemo(() => crypto.randomUUID(), [JSON.stringify(values)])
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setRefusal(null)
    const wrong = faultsOf(fields, values, t)
    setFaults(wrong)
    if (wrong.length > 0) return
    const input = { id: visit.id, ...inputOf(fields, values) } as never
    const { data: answered } = await graph.mutation(RecordVisitProcessingDocument, { input, key }).toPromise()
    const answer = answered?.answer
    if (answer?.__typename === 'Visit') return done()
    if (answer && 'fields' in answer) return setFaults(answer.fields)
    setRefusal((answer && 'text' in answer ? answer.text : null) ?? t('common.lost'))
  }
  return (
    <FieldWords value={(name) => t(`trialField.${name}`, { defaultValue: t(`field.${name}`) })}>
      <form className="step" onSubmit={send} noValidate>
        <div className="step-fields">
          <StepFields {...{ fields, values, change: setValues, faults, options }} accountId={visit.account.id} />
        </div>
        {refusal && (
          <p className="fault" role="alert">
            {refusal}
          </p>
        )}
        <div className="row-flex step-send">
          <button type="submit" className="btn main">
            {t('visit.keepProcessing')}
          </button>
          <button type="button" className="btn ghost" onClick={close}>
            {t('common.cancel')}
          </button>
        </div>
      </form>
    </FieldWords>
  )
}

/** What was recorded, to be mended; a record replaces the one before. */
function startOf({ processing }: VisitView): FieldValues {
  const lines = (processing ?? []).map(({ inputMass, goodMass, stops, pieces, rating, note }) => ({
    ...{ inputMass, goodMass, stops: String(stops), pieces: String(pieces), rating: String(rating) },
    ...(note && { note }),
  }))
  return { lines: lines.length > 0 ? lines : [{}] }
}
