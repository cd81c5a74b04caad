// A form of administration: its fields, what the server refuses beside them, Escape to leave it.
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SettingInput } from './SettingInput.tsx'
import type { SettingField, Values } from './setting-field.ts'
import type { FieldFault, Outcome } from './use-setting.ts'

interface SettingFormProps {
  /** What the form does, as its button says it. */
  label: string
  fields: readonly SettingField[] | ((values: Values) => readonly SettingField[])
  start?: Values
  changing?: boolean
  send: (values: Values) => Promise<Outcome>
  done: () => void
  /** Left out: the form stays where it is. */
  cancel?: () => void
  /** What is told of the values before they are sent. */
  preview?: (values: Values) => ReactNode
}

export function SettingForm({ label, fields, start = {}, changing = false, ...rest }: SettingFormProps) {
  const { send, done, cancel, preview } = rest
  const { t } = useTranslation()
  const [values, setValues] = useState(start)
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [told, setTold] = useState('')
  const asked = typeof fields === 'function' ? fields(values) : fields
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const missing = asked.filter(({ name, optional, kind }) => !optional && kind !== 'tick' && !values[name]?.trim())
    if (missing.length > 0) return setFaults(missing.map(({ name }) => ({ field: name, text: t('form.needed') })))
    setBusy(true)
    const outcome = await send(values)
    setBusy(false)
    setFaults(outcome.kind === 'refused' ? outcome.faults : [])
    setTold(outcome.kind === 'refused' ? outcome.text : '')
    if (outcome.kind === 'done') done()
  }
  const elsewhere = faults.filter(({ field }) => !asked.some(({ name }) => name === field))
  return (
    <form
      className="setting-form"
      aria-label={label}
      noValidate
      onSubmit={submit}
      onKeyDown={({ key, defaultPrevented }) => key === 'Escape' && !defaultPrevented && cancel?.()}
    >
      <div className="setting-fields">
        {asked.map((field) => (
          <SettingInput
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            change={(value) => setValues((now) => ({ ...now, [field.name]: value }))}
            fault={faults.find((fault) => fault.field === field.name)?.text}
            changing={changing}
          />
        ))}
      </div>
      {preview?.(values)}
      {told !== '' && (
        <p className="fault" role="alert">
          {[told, ...elsewhere.map(({ text }) => text)].join(' ')}
        </p>
      )}
      <div className="row-flex">
        <button type="submit" className="btn main" aria-disabled={busy || undefined}>
          {busy ? t('common.sending') : label}
        </button>
        {cancel && (
          <button type="button" className="btn" onClick={cancel}>
            {t('common.cancel')}
          </button>
        )}
      </div>
    </form>
  )
}
