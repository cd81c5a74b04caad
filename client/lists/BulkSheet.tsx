// A bulk action from the count to the results: who can take it, what is asked, how far it is, what came of each row, and back.
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { faultsOf } from '../case/field-faults.ts'
import { StepFields } from '../case/StepFields.tsx'
import { type FieldValues, fieldsOf, inputOf } from '../case/step-input.ts'
import type { BulkClaim } from '../generated/bulk.ts'
import { labelLanguage } from '../words/language.ts'
import { BulkResult } from './BulkResult.tsx'
import { type BulkStep, bulkSteps } from './bulk-steps.ts'
import { type BulkOutcome, sendBulk } from './send-bulk.ts'
import { useBulkOptions } from './use-bulk-options.ts'

interface BulkSheetProps {
  /** `comment`, or the event that each row takes. */
  event: string
  rows: readonly BulkClaim[]
  close: (changed: boolean) => void
}

export function BulkSheet({ event, rows, close }: BulkSheetProps) {
  const { t } = useTranslation()
  const graph = useClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const step = bulkSteps.find((one) => one.event === event) ?? null
  const able = step ? rows.filter(({ actions }) => actions.some((one) => one.event === event)) : rows
  const options = useBulkOptions()
  const [values, setValues] = useState<FieldValues>({})
  const [faults, setFaults] = useState<{ field: string; text: string }[]>([])
  const [outcomes, setOutcomes] = useState<readonly BulkOutcome[] | null>(null)
  const [phase, setPhase] = useState<'asking' | 'sending' | 'ended' | 'undone'>('asking')
  const [lost, setLost] = useState<string | null>(null)
  // The same words keep their key, so that sending them again after a lost answer has one effect on each row.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are another command
  const key = useMemo(() => crypto.randomUUID(), [values])
  useEffect(() => dialog.current?.showModal(), [])
  const fields = step ? fieldsOf(step.step) : []
  const title = step ? t(`label.claimEvent.${event}`) : t('bulk.comment')
  const submit = async (submitted: FormEvent) => {
    submitted.preventDefault()
    const unsaid = String(values.body ?? '').trim() === '' ? [{ field: 'body', text: t('form.needed') }] : []
    const wrong = step ? faultsOf(fields, values, t) : unsaid
    if (wrong.length > 0) return setFaults(wrong)
    setPhase('sending')
    setFaults([])
    const input = step ? inputOf(fields, values) : { body: values.body, language: labelLanguage() }
    const mutation = step?.mutation ?? 'commentOnCases'
    const why = await sendBulk(graph, { mutation, rows: able, input, key }, setOutcomes)
    setLost(why === null ? null : why || t('common.lost'))
    setPhase(why === null ? 'ended' : 'asking')
  }
  const back = step?.undo ? undoes(step, values, able, outcomes ?? []) : []
  const undo = async () => {
    setPhase('sending')
    const all: BulkOutcome[] = []
    for (const { input, rows } of back) {
      const order = { mutation: step?.mutation ?? '', rows, input, key: crypto.randomUUID() }
      const part: BulkOutcome[] = []
      const why = await sendBulk(graph, order, (told) => part.splice(0, part.length, ...told))
      all.push(...part)
      setOutcomes([...all])
      if (why !== null) setLost(why || t('common.lost'))
    }
    setPhase('undone')
  }
  const changed = outcomes !== null
  return (
    <dialog className="sheet" ref={dialog} aria-labelledby="bulk-title" onClose={() => close(changed)}>
      <form className="bulk-sheet" onSubmit={submit} noValidate>
        <h2 id="bulk-title">{title}</h2>
        <p className="m">
          {t('bulk.able', { count: able.length })}{' '}
          {able.length < rows.length && t('bulk.unable', { count: rows.length - able.length })}
        </p>
        {phase === 'asking' && (
          <div className="step-fields">
            {step ? (
              <StepFields {...{ fields, values, change: setValues, faults, options }} accountId="" />
            ) : (
              <div className="field wide-field">
                <label htmlFor="bulk-body">{t('bulk.words')}</label>
                <textarea
                  className="input"
                  id="bulk-body"
                  rows={3}
                  dir="auto"
                  aria-invalid={faults.length > 0 || undefined}
                  value={String(values.body ?? '')}
                  onChange={({ target }) => setValues({ body: target.value })}
                />
                <p className="xs q">{faults[0]?.text ?? t('bulk.inside')}</p>
              </div>
            )}
          </div>
        )}
        {phase === 'sending' && (
          <div>
            <progress aria-label={title} value={outcomes?.length ?? 0} max={Math.max(able.length, 1)} />
            <p className="s m" role="status">
              {t('bulk.sofar', { done: outcomes?.length ?? 0, total: able.length })}
            </p>
          </div>
        )}
        {lost !== null && (
          <p className="fault" role="alert">
            {lost}
          </p>
        )}
        {outcomes && phase !== 'sending' && <BulkResult rows={able} outcomes={outcomes} undone={phase === 'undone'} />}
        <div className="row-flex">
          {phase === 'asking' && (
            <button type="submit" className="btn main" aria-disabled={able.length === 0 || undefined}>
              {t('bulk.start', { count: able.length })}
            </button>
          )}
          {phase === 'ended' && back.length > 0 && (
            <button type="button" className="btn" onClick={() => void undo()}>
              {t('common.undo')}
            </button>
          )}
          {phase !== 'sending' && (
            <button type="button" className="btn ghost" onClick={() => dialog.current?.close()}>
              {t(outcomes ? 'bulk.close' : 'common.cancel')}
            </button>
          )}
        </div>
      </form>
    </dialog>
  )
}

/** What brings the rows that moved back: rows with the same way back go together. */
function undoes(
  step: BulkStep,
  values: FieldValues,
  rows: readonly BulkClaim[],
  outcomes: readonly BulkOutcome[],
): { input: object; rows: { id: string; revision: number }[] }[] {
  const groups = new Map<string, { id: string; revision: number }[]>()
  for (const { id, done, revision } of outcomes) {
    const before = rows.find((row) => row.id === id)
    const input = done && before && revision !== null ? step.undo?.(before, values) : null
    if (!input || revision === null) continue
    const group = JSON.stringify(input)
    groups.set(group, [...(groups.get(group) ?? []), { id, revision }])
  }
  return [...groups].map(([input, rows]) => ({ input: JSON.parse(input) as object, rows }))
}
