// Records by when the customer was to apply for the delivery of an order of the claimed material, and when it did.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SettingForm } from '../administration/SettingForm.tsx'
import { optionOf } from '../administration/setting-field.ts'
import { useSetting } from '../administration/use-setting.ts'
import { RecordOrderApplicationDocument } from '../generated/stake.ts'
import '../administration/administration.css'

export interface AppliedOrder {
  id: string
  number: string
  applicationDueOn: string | null
  appliedOn: string | null
}

interface ApplicationFormProps {
  orders: readonly [AppliedOrder, ...AppliedOrder[]]
  saved: () => void
}

export function ApplicationForm({ orders, saved }: ApplicationFormProps) {
  const { t } = useTranslation()
  const send = useSetting()
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(orders[0].id)
  const order = orders.find(({ id }) => id === chosen) ?? orders[0]
  if (!open)
    return (
      <button type="button" className="quiet-link" onClick={() => setOpen(true)}>
        {t('stake.record')}
      </button>
    )
  return (
    <>
      {orders.length > 1 && (
        <label className="s application-order">
          {t('stake.order')}{' '}
          <select className="input" value={order.id} onChange={({ target }) => setChosen(target.value)}>
            {orders.map(({ id, number }) => (
              <option key={id} value={id}>
                {number}
              </option>
            ))}
          </select>
        </label>
      )}
      <SettingForm
        key={order.id}
        label={t('stake.keep', { order: order.number })}
        fields={[
          { name: 'dueOn', label: t('stake.dueOn'), kind: 'date', optional: true, hint: t('stake.dueHint') },
          { name: 'appliedOn', label: t('stake.appliedOn'), kind: 'date', optional: true },
        ]}
        start={{ dueOn: order.applicationDueOn ?? '', appliedOn: order.appliedOn ?? '' }}
        send={(values) =>
          send(RecordOrderApplicationDocument, {
            orderId: order.id,
            dueOn: optionOf(values, 'dueOn'),
            appliedOn: optionOf(values, 'appliedOn'),
          })
        }
        done={() => {
          setOpen(false)
          saved()
        }}
        cancel={() => setOpen(false)}
      />
    </>
  )
}
