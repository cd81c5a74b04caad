// The form of one step: keeps what is written, shows a refusal where it can be repaired.
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { useReached } from '../device/connection.ts'
import { DraftHint } from '../device/DraftHint.tsx'
import { useDraft } from '../device/use-draft.ts'
import { Icon } from '../shell/Icon.tsx'
import type { ActionView } from './case-view.ts'
import { faultsOf } from './field-faults.ts'
import { StaleNote } from './StaleNote.tsx'
import { StepFields } from './StepFields.tsx'
import { type Shown, type StepResult, sendStep } from './send-step.ts'
import { type FieldValues, fieldsOf, inputOf } from './step-input.ts'
import type { StepName } from './step-names.ts'
import type { Options } from './step-options.ts'

export interface StepFormProps {
  step: StepName
  action: ActionView
  subject: { id: string; revision: number }
  start: FieldValues
  options: Options
  /** The case, and when the newest line of its history that the page shows was written. */
  within: { number: string; accountId: string; seenUntil: string }
  shown: Shown
  /** Reads the case anew. */
  refresh: () => void
  close: () => void
  done?: () => void
}

export function StepForm(props: StepFormProps) {
  const { step, action, subject, start, options, within, shown, refresh, close, done } = props
  const { t } = useTranslation()
  const graph = useClient()
  const fields = fieldsOf(step)
  const kept = useDraft<FieldValues>(`case:${subject.id}:${action.event}`, start, subject.revision)
  const values = kept.value
  const [result, setResult] = useState<StepResult | null>(null)
  const [sending, setSending] = useState(false)
  // What was decided upon is what was seen: a change meanwhile is shown first, and taken over by a press.
  const [seen, setSeen] = useState({ revision: subject.revision, until: within.seenUntil })
  const [taking, setTaking] = useState(false)
  const stale = !sending && !taking && (result?.kind === 'stale' || seen.revision !== subject.revision)
  const form = useRef<HTMLFormElement>(null)
  // The same words keep their key, so that sending them again after a lost answer takes the step once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are another command
  const key = useMemo(() => crypto.randomUUID(), [JSON.stringify(values)])
  const faults = result?.kind === 'faults' ? result.faults : []
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('.input')?.focus()
  }, [])
  useEffect(() => {
    if (result?.kind === 'faults') form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [result])
  useEffect(() => {
    if (!taking || seen.revision === subject.revision) return
    setSeen({ revision: subject.revision, until: within.seenUntil })
    setTaking(false)
  }, [taking, seen.revision, subject.revision, within.seenUntil])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (sending) return
    const faults = faultsOf(fields, values, t)
    if (faults.length > 0) return setResult({ kind: 'faults', text: '', faults })
    setSending(true)
    setTaking(false)
    const input = { id: subject.id, revision: seen.revision, ...inputOf(fields, values) }
    const next = await sendStep(graph, step, { input, key }, shown)
    setSending(false)
    setResult(next)
    if (next.kind !== 'done') return
    kept.clear()
    close()
    done?.()
  }
  return (
    <form className="step" ref={form} onSubmit={submit} noValidate aria-labelledby="step-title">
      <div className="section-head">
        <h2 id="step-title">{action.label}</h2>
        <DraftHint {...kept} />
      </div>
      <div className="step-fields">
        <StepFields {...{ fields, values, change: kept.change, faults, options, accountId: within.accountId }} />
      </div>
      {stale && (
        <StaleNote
          number={within.number}
          seenUntil={seen.until}
          take={() => {
            setTaking(true)
            setResult(null)
            refresh()
          }}
        />
      )}
      <StepAnswer result={result} />
      <div className="row-flex step-send">
        <button type="submit" className="btn main" aria-disabled={sending || undefined}>
          {sending && <span className="spin" />}
          {sending ? t('common.sending') : action.label}
        </button>
        <button type="button" className="btn ghost" onClick={close}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  )
}

/** A refusal that no single field can repair. */
function StepAnswer({ result }: { result: StepResult | null }) {
  const { t } = useTranslation()
  const reached = useReached()
  if (!result || result.kind === 'done' || result.kind === 'stale') return null
  const text = result.kind === 'lost' ? t(reached ? 'common.lost' : 'case.needsNetwork') : result.text
  const whole = result.kind === 'faults' ? result.faults.filter(({ field }) => field === null) : []
  const told = [text, ...whole.map((fault) => fault.text)].filter((part) => part !== '')
  if (told.length === 0) return null
  return (
    <div className="fault" role="alert">
      <Icon name="warning" />
      <span>{told.join(' ')}</span>
    </div>
  )
}
