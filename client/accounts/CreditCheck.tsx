// Whether an order fits into the agreed sum of credit, before anybody promises a shipment.
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { type CreditCheckData, CreditCheckDocument } from '../generated/account.ts'
import { Icon } from '../shell/Icon.tsx'
import { decimal } from '../words/dates.ts'

type Checked = Extract<NonNullable<CreditCheckData['node']>, { creditCheck?: unknown }>['creditCheck']

export function CreditCheck({ accountId }: { accountId: string }) {
  const { t } = useTranslation()
  const graph = useClient()
  const [found, setFound] = useState<Checked>(null)
  const [fault, setFault] = useState('')
  const check = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const order = String(new FormData(event.currentTarget).get('order') ?? '')
      .trim()
      .replace(',', '.')
    if (!/^\d{1,12}(\.\d{1,2})?$/.test(order)) {
      setFound(null)
      return setFault(t('accounts.notAmount', { field: t('accounts.orderAmount') }))
    }
    const { data } = await graph.query(CreditCheckDocument, { id: accountId, order }).toPromise()
    const checked = data?.node && 'creditCheck' in data.node ? data.node.creditCheck : null
    setFound(checked ?? null)
    setFault(checked ? '' : t('common.lost'))
  }
  return (
    <form className="credit-check" onSubmit={(event) => void check(event)} noValidate>
      <label className="field">
        <span className="label">{t('accounts.orderAmount')}</span>
        <input className="input" name="order" inputMode="decimal" autoComplete="off" />
      </label>
      <button type="submit" className="btn">
        {t('accounts.checkCredit')}
      </button>
      <p role="status" className={found?.over ? 'warn s' : 's'}>
        {found?.over && <Icon name="warning" />}
        {found &&
          t(found.over ? 'accounts.creditOver' : 'accounts.creditFits', {
            owed: decimal(found.owed, 0),
            over: decimal(found.over ?? '0', 0),
            currency: found.currency,
          })}
      </p>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </form>
  )
}
