// Administration, exchange rates: the newest of each currency, and a new one for a day.
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { AdministeredRatesDocument, SetExchangeRateDocument } from '../generated/settings.ts'
import { shortCivilDay } from '../words/dates.ts'
import { Loaded } from './Loaded.tsx'
import { SettingTable } from './SettingTable.tsx'
import { textOf } from './setting-field.ts'
import { useSetting } from './use-setting.ts'

export function RatesPart() {
  const { t } = useTranslation()
  const send = useSetting()
  const [{ data, error }, load] = useQuery({ query: AdministeredRatesDocument })
  const again = () => load({ requestPolicy: 'network-only' })
  return (
    <Loaded data={data} error={error} again={again}>
      {({ exchangeRates }) => (
        <SettingTable
          title={t('administration.rates')}
          add={t('administration.addRate')}
          heads={[t('administration.currency'), t('administration.usdPerUnit'), t('administration.day')]}
          rows={exchangeRates.map(({ currency, day, usdPerUnit }) => ({
            id: currency,
            cells: [currency, withoutZeros(usdPerUnit), shortCivilDay(day)],
            values: { currency, day: '', usdPerUnit: withoutZeros(usdPerUnit) },
          }))}
          fields={[
            { name: 'currency', label: t('administration.currency'), kind: 'line', fixed: true, hint: 'ISO 4217' },
            { name: 'day', label: t('administration.day'), kind: 'date' },
            { name: 'usdPerUnit', label: t('administration.usdPerUnit'), kind: 'number' },
          ]}
          send={(values) =>
            send(SetExchangeRateDocument, {
              currency: textOf(values, 'currency').toUpperCase(),
              day: textOf(values, 'day'),
              usdPerUnit: textOf(values, 'usdPerUnit').replace(',', '.'),
            })
          }
          saved={again}
        />
      )}
    </Loaded>
  )
}

/** 0.27230000 as 0.2723; a rate stays the text of digits that it is. */
function withoutZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
}
