// One field of a step: a choice where there is a list, a date, a number, yes or no, or words.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FindMaterialDocument } from '../generated/find-material.ts'
import { Combo } from '../parts/Combo.tsx'
import type { Offer } from '../parts/Offers.tsx'
import { useSettled } from '../parts/settled.ts'
import { Icon } from '../shell/Icon.tsx'
import type { FieldFault } from './send-step.ts'
import type { InputField } from './step-input.ts'
import type { Options } from './use-options.ts'

interface StepFieldProps {
  field: InputField
  value: string
  change: (value: string) => void
  faults: readonly FieldFault[]
  options: Options
  accountId: string
  path: string
}

export function StepField(props: StepFieldProps) {
  const { t } = useTranslation()
  const { field, faults, path } = props
  const fault = faults.find((one) => one.field === path)
  const id = `step-${path}`
  return (
    <div className={isLong(props) ? 'field wide-field' : 'field'}>
      <label htmlFor={id}>
        {t(`field.${field.name}`)} {!field.required && <span className="may">({t('form.may')})</span>}
      </label>
      <Control {...props} id={id} invalid={fault !== undefined} />
      {fault && (
        <p className="fault" id={`${id}-fault`} role="alert">
          <Icon name="warning" />
          {fault.text}
        </p>
      )}
    </div>
  )
}

function Control(props: StepFieldProps & { id: string; invalid: boolean }) {
  const { t } = useTranslation()
  const { field, value, change, options, id, invalid } = props
  const marks = {
    id,
    className: 'input',
    'aria-invalid': invalid || undefined,
    'aria-describedby': invalid ? `${id}-fault` : undefined,
  }
  const list = field.name === 'currency' ? undefined : options[field.name]
  const offers = field.type === 'Boolean' ? yesNo(t) : (wordOffers(field, t) ?? list)
  if (offers) {
    return (
      <select {...marks} value={value} onChange={({ target }) => change(target.value)}>
        <option value="">{t('form.choose')}</option>
        {offers.map((offer) => (
          <option key={offer.id} value={offer.id}>
            {offer.label}
          </option>
        ))}
      </select>
    )
  }
  if (field.name === 'pieceId') return <PieceField {...props} />
  const type = inputTypes[field.type]
  const set = { value, onChange: ({ target }: { target: { value: string } }) => change(target.value) }
  if (type || isShort(field)) {
    const decimal = field.type === 'Decimal' || field.type === 'Int'
    return (
      <input
        {...marks}
        {...set}
        type={type ?? 'text'}
        inputMode={decimal ? 'decimal' : undefined}
        dir={type ? undefined : 'auto'}
      />
    )
  }
  return (
    <textarea {...marks} {...set} rows={2} dir="auto" placeholder={field.list ? t('form.questionsHint') : undefined} />
  )
}

/** A coil by any part of its number; the field shows the number, the input takes the id. */
function PieceField({ value, change, accountId, id, invalid }: StepFieldProps & { id: string; invalid: boolean }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [taken, setTaken] = useState('')
  const asked = useSettled(text.trim(), 250)
  const variables = { text: asked, accountId }
  const [{ data }] = useQuery({ query: FindMaterialDocument, variables, pause: asked.length < 2 })
  const offers = (data?.findMaterial.nodes ?? []).map(
    ({ id, number, mass }): Offer => ({ id, label: number, hint: `${mass} t` }),
  )
  const known = taken || (value ? '✓' : '')
  return (
    <Combo
      id={id}
      label={t('field.pieceId')}
      text={text || known}
      type={(next) => {
        setText(next)
        setTaken('')
        if (value) change('')
      }}
      offers={asked.length < 2 ? [] : offers}
      take={(offer) => {
        setText('')
        setTaken(offer.label)
        change(offer.id)
      }}
      placeholder={t('form.search')}
      invalid={invalid}
    />
  )
}

const inputTypes: Record<string, string | undefined> = { DateTime: 'datetime-local', Date: 'date', Int: 'number' }

const short = new Set(['trackingNumber', 'documentNumber', 'currency', 'name', 'unit', 'team'])

function isShort({ name, type }: InputField): boolean {
  return type === 'Decimal' || short.has(name)
}

function isLong({ field, options }: StepFieldProps): boolean {
  const free = field.type === 'String' && !isShort(field) && !options[field.name]
  return free && field.name !== 'unidentifiedReason' && field.name !== 'note'
}

type Words = ReturnType<typeof useTranslation>['t']

function yesNo(t: Words): Offer[] {
  return [
    { id: 'true', label: t('form.yes') },
    { id: 'false', label: t('form.no') },
  ]
}

function wordOffers({ type, values }: InputField, t: Words): Offer[] | undefined {
  const list = `${type[0]?.toLowerCase()}${type.slice(1)}`
  return values?.map((word) => ({ id: word, label: t(`label.${list}.${word}`) }))
}
