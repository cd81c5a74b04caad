// The little reckoning for a talk: what a lower price is worth once time, travel, split deliveries and credit are counted.
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { PriceHuntDocument, type PriceHuntVariables } from '../generated/account.ts'
import { decimal } from '../words/dates.ts'

const asked = ['priceGain', 'hours', 'hourlyCost', 'travel', 'splitDeliveries', 'creditCost'] as const

export function PriceHunt({ currency }: { currency: string }) {
  const { t } = useTranslation()
  const graph = useClient()
  const [found, setFound] = useState<{ loss: string; net: string } | null>(null)
  const [fault, setFault] = useState('')
  const reckon = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const amount = (name: string) =>
      String(given.get(name) ?? '')
        .trim()
        .replace(',', '.') || '0'
    const values: PriceHuntVariables = {
      priceGain: amount('priceGain'),
      hours: amount('hours'),
      hourlyCost: amount('hourlyCost'),
      travel: amount('travel'),
      splitDeliveries: amount('splitDeliveries'),
      creditCost: amount('creditCost'),
    }
    const wrong = asked.find((name) => !/^\d{1,12}(\.\d{1,2})?$/.test(values[name]))
    setFault(wrong ? t('accounts.notAmount', { field: t(`accounts.hunt.${wrong}`) }) : '')
    if (wrong) return setFound(null)
    const { data } = await graph.query(PriceHuntDocument, values).toPromise()
    setFound(data?.priceHunt ?? null)
    if (!data?.priceHunt) setFault(t('common.lost'))
  }
  return (
    <details className="hunt">
      <summary>{t('accounts.huntTitle')}</summary>
      <form onSubmit={(event) => void reckon(event)} noValidate>
        {asked.map((name) => (
          <label key={name} className="field">
            <span className="label">{t(`accounts.hunt.${name}`)}</span>
            <input className="input" name={name} inputMode="decimal" autoComplete="off" />
          </label>
        ))}
        <button type="submit" className="btn">
          {t('accounts.reckon')}
        </button>
      </form>
      <p role="status" className={found && Number(found.net) < 0 ? 'warn b' : 'b'}>
        {found &&
          t(Number(found.net) < 0 ? 'accounts.huntLoses' : 'accounts.huntGains', {
            loss: decimal(found.loss, 0),
            net: decimal(found.net.replace('-', ''), 0),
            currency,
          })}
      </p>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </details>
  )
}
