// The fields of a step, made from the input type of its mutation; groups and lists of groups hold fields of their own.
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import { useFieldWord } from './field-word.ts'
import { StepField } from './StepField.tsx'
import type { FieldFault } from './send-step.ts'
import { type FieldValue, type FieldValues, type InputField, inOrder, isGroup } from './step-input.ts'
import type { Options } from './step-options.ts'

interface StepFieldsProps {
  fields: readonly InputField[]
  values: FieldValues
  change: (values: FieldValues) => void
  faults: readonly FieldFault[]
  options: Options
  accountId: string
  /** Where these fields stand in the input: `lines.0`. */
  path?: string
}

/** The page knows them; nobody is asked, but where it offers a choice. */
const known = new Set(['id', 'heatId', 'number', 'hash'])

export function StepFields({ fields, values, change, path, ...rest }: StepFieldsProps) {
  const shown = fields.filter(({ name }) => !known.has(name) || rest.options[name])
  return shown.map((field) => {
    const at = path ? `${path}.${field.name}` : field.name
    const value = values[field.name]
    const set = (next: FieldValue) => change({ ...values, [field.name]: next })
    if (field.list && field.fields) {
      return <Lines key={at} {...rest} field={field} rows={Array.isArray(value) ? value : []} change={set} path={at} />
    }
    if (field.fields) {
      return (
        <Group key={at} name={field.name}>
          <StepFields {...rest} fields={field.fields} values={isGroup(value) ? value : {}} change={set} path={at} />
        </Group>
      )
    }
    return (
      <StepField
        key={at}
        {...rest}
        field={field}
        value={typeof value === 'string' ? value : ''}
        change={set}
        path={at}
      />
    )
  })
}

function Group({ name, children }: { name: string; children: React.ReactNode }) {
  const word = useFieldWord()
  return (
    <fieldset className="step-group">
      <legend>{word(name)}</legend>
      <div className="step-fields">{children}</div>
    </fieldset>
  )
}

interface LinesProps extends Omit<StepFieldsProps, 'fields' | 'values' | 'change'> {
  field: InputField
  rows: readonly FieldValue[]
  change: (rows: FieldValue[]) => void
  path: string
}

function Lines({ field, rows, change, path, ...rest }: LinesProps) {
  const { t } = useTranslation()
  const word = useFieldWord()
  const fault = rest.faults.find((one) => one.field === path)
  const shown = rows.length > 0 || !field.required ? rows : [{}]
  return (
    <fieldset className="step-group" id={`step-${path}`} tabIndex={-1}>
      <legend>{word(field.name)}</legend>
      {shown.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a new line has nothing else to be known by
        <div className="step-line" key={index}>
          <div className="step-fields">
            <StepFields
              {...rest}
              fields={inOrder(field.fields ?? [])}
              values={isGroup(row) ? row : {}}
              change={(next) => change(shown.with(index, next))}
              path={`${path}.${index}`}
            />
          </div>
          <button type="button" className="btn ghost" onClick={() => change(shown.toSpliced(index, 1))}>
            <Icon name="cross" title={`${t('form.remove')}: ${t('form.line', { number: index + 1 })}`} />
          </button>
        </div>
      ))}
      {fault && (
        <p className="fault" role="alert">
          <Icon name="warning" />
          {fault.text}
        </p>
      )}
      <button type="button" className="quiet-link" onClick={() => change([...shown, {}])}>
        {t('form.add')}
      </button>
    </fieldset>
  )
}
