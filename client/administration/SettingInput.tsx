// One field of a form of administration, with its label and what is wrong with it.
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import { FindRow } from './FindRow.tsx'
import type { SettingField } from './setting-field.ts'

interface SettingInputProps {
  field: SettingField
  value: string
  change: (value: string) => void
  fault: string | undefined
  /** The row is there already: what names it stays. */
  changing: boolean
}

export function SettingInput({ field, value, change, fault, changing }: SettingInputProps) {
  const { t } = useTranslation()
  const id = useId()
  const { kind, label, optional = false, choices = [], hint, fixed = false } = field
  const told = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  const shared = {
    id,
    className: 'input',
    'aria-invalid': fault !== undefined || undefined,
    'aria-describedby': told || undefined,
    required: !optional,
  }
  const found = kind === 'person' || kind === 'account'
  if (kind === 'tick') {
    return (
      <label className="tick">
        <input type="checkbox" checked={value === 'true'} onChange={({ target }) => change(String(target.checked))} />
        {label}
      </label>
    )
  }
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {optional && <span className="may">({t('form.may')})</span>}
      </label>
      {found && <FindRow id={id} kind={kind} label={label} take={change} invalid={fault !== undefined} />}
      {kind === 'choice' && (
        <select {...shared} value={value} disabled={fixed && changing} onChange={({ target }) => change(target.value)}>
          <option value="">{optional ? '–' : t('form.choose')}</option>
          {choices.map((one) => (
            <option key={one.id} value={one.id}>
              {one.label}
            </option>
          ))}
        </select>
      )}
      {kind === 'text' && (
        <textarea
          {...shared}
          dir="auto"
          rows={3}
          maxLength={4000}
          value={value}
          onChange={({ target }) => change(target.value)}
        />
      )}
      {!found && kind !== 'choice' && kind !== 'text' && (
        <input
          {...shared}
          type={kind === 'line' || kind === 'number' ? 'text' : kind}
          inputMode={kind === 'number' ? 'decimal' : undefined}
          dir={kind === 'line' ? 'auto' : undefined}
          autoComplete={kind === 'password' ? 'new-password' : 'off'}
          maxLength={200}
          readOnly={fixed && changing}
          value={value}
          onChange={({ target }) => change(target.value)}
        />
      )}
      {hint && (
        <p className="xs q" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p className="fault" role="alert" id={`${id}-fault`}>
          <Icon name="warning" />
          {fault}
        </p>
      )}
    </div>
  )
}
