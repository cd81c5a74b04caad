// One field of a step: a choice where there is a list, a date, a number, yes or no, or words.
import { useTranslation } from 'react-i18next'
import type { Offer } from '../parts/Offers.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useFieldWord } from './field-word.ts'
import { ManyPieces, ManyWords, OneHeat, PieceField } from './MaterialFields.tsx'
import type { StepFieldProps } from './step-field-props.ts'
import type { InputField } from './step-input.ts'

export function StepField(props: StepFieldProps) {
  const { t } = useTranslation()
  const { field, faults, path } = props
  const word = useFieldWord()
  const fault = faults.find((one) => one.field === path)
  const id = `step-${path}`
  return (
    <div className={isLong(props) ? 'field wide-field' : 'field'}>
      <label htmlFor={id}>
        {word(field.name)} {!field.required && <span className="may">({t('form.may')})</span>}
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
  if (field.name === 'pieceIds') return <ManyPieces {...props} />
  const many = field.list ? (wordOffers(field, t) ?? options[field.name]) : undefined
  if (many) return <ManyWords {...props} offers={many} />
  if (field.name === 'heatId' && options.heatId?.length === 0) return <OneHeat {...props} />
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

const inputTypes: Record<string, string | undefined> = { DateTime: 'datetime-local', Date: 'date', Int: 'number' }

const short = new Set([
  ...[
    'trackingNumber',
    'documentNumber',
    'currency',
    'name',
    'unit',
    'team',
    'indicator',
    'property',
    'phone',
    'email',
  ],
  ...[
    'product',
    'size',
    'grade',
    'jobTitle',
    'country',
    'language',
    'timeZone',
    'contractNumber',
    'plannedFor',
    'competitor',
  ],
])

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
