// Sets the cost index of a product and its target.
import { type FormEvent, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { isNumber } from '../case/field-faults.ts'
import { SetProductCostDocument } from '../generated/products.ts'

interface CostFormProps {
  productId: string
  start: { index: string; target: string }
  done: () => void
}

export function CostForm({ productId, start, done }: CostFormProps) {
  const { t } = useTranslation()
  const graph = useClient()
  const id = useId()
  const [values, setValues] = useState(start)
  const [fault, setFault] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other figures are another command
  const key = useMemo(() => crypto.randomUUID(), [JSON.stringify(values)])
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!isNumber(values.index) || !isNumber(values.target)) return setFault(t('form.notNumber'))
    const input = { productId, costIndex: plain(values.index), target: plain(values.target) }
    const { data } = await graph.mutation(SetProductCostDocument, { input, key }).toPromise()
    if (data?.answer.__typename === 'ProductCost') return done()
    const told = data && 'fields' in data.answer ? data.answer.fields.map(({ text }) => text).join(' ') : ''
    setFault(told || (data && 'text' in data.answer ? data.answer.text : null) || t('common.lost'))
  }
  return (
    <form className="cost-form" onSubmit={send} noValidate>
      {(['index', 'target'] as const).map((name) => (
        <label key={name} htmlFor={`${id}-${name}`} className="s">
          {t(name === 'index' ? 'products.index' : 'products.targetOf')}
          <input
            id={`${id}-${name}`}
            className="input"
            inputMode="decimal"
            value={values[name]}
            aria-invalid={fault !== null || undefined}
            onChange={({ target }) => setValues({ ...values, [name]: target.value })}
          />
        </label>
      ))}
      <button type="submit" className="btn">
        {t('products.save')}
      </button>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </form>
  )
}

function plain(text: string): string {
  return text.trim().replace(',', '.')
}
