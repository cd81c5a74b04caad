// The form of one entry on a customer's page; what the server refuses stands at its field.
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { faultsOf } from '../case/field-faults.ts'
import { FieldWords } from '../case/field-word.ts'
import { StepFields } from '../case/StepFields.tsx'
import type { FieldFault } from '../case/send-step.ts'
import type { FieldValues } from '../case/step-input.ts'
import type { Options } from '../case/step-options.ts'
import { type EntryName, entryFields, entryInput } from './entry-rows.ts'
import { sendEntry } from './send-entry.ts'
import '../case/case-parts.css'

export interface EntryDialogProps {
  entry: EntryName
  title: string
  /** Part of the input that is not asked: the customer, the row that is changed. */
  fixed: Readonly<Record<string, unknown>>
  start: FieldValues
  options: Options
  saved: () => void
  close: () => void
}

export function EntryDialog({ entry, title, fixed, start, options, saved, close }: EntryDialogProps) {
  const { t } = useTranslation()
  const graph = useClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const [values, setValues] = useState(start)
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [told, setTold] = useState('')
  const [sending, setSending] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are another command
  const key = useMemo(() => crypto.randomUUID(), [JSON.stringify(values)])
  const fields = entryFields(entry, fixed)
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    if (faults.length > 0) dialog.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [faults])
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (sending) return
    const wrong = faultsOf(fields, values, t)
    setFaults(wrong)
    if (wrong.length > 0) return
    setSending(true)
    const outcome = await sendEntry(graph, entry, { ...fixed, ...entryInput(fields, start, values) }, key)
    setSending(false)
    if (outcome.kind === 'done') {
      saved()
      return dialog.current?.close()
    }
    const lost = outcome.faults.filter(({ field }) => !fields.some(({ name }) => name === field))
    setFaults(outcome.faults)
    const atField = outcome.faults.length > lost.length
    setTold(atField ? '' : [outcome.text || t('common.lost'), ...lost.map(({ text }) => text)].join(' '))
  }
  return (
    <dialog className="sheet" ref={dialog} aria-labelledby="entry-title" onClose={close}>
      <FieldWords value={(name) => t(`entry.${entry}.${name}`, { defaultValue: t(`entry.${name}`) })}>
        <form className="sheet-body" onSubmit={send} noValidate>
          <h2 id="entry-title">{title}</h2>
          <div className="step-fields">
            <StepFields {...{ fields, values, change: setValues, faults, options }} accountId="" />
          </div>
          {told && (
            <p className="fault" role="alert">
              {told}
            </p>
          )}
          <div className="row-flex step-send">
            <button type="submit" className="btn main" aria-disabled={sending || undefined}>
              {sending ? t('common.sending') : t('entry.save')}
            </button>
            <button type="button" className="btn ghost" onClick={() => dialog.current?.close()}>
              {t('common.cancel')}
            </button>
          </div>
        </form>
      </FieldWords>
    </dialog>
  )
}
