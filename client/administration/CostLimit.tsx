// Administration, approval matrix: the cost above which the management approves a trial batch.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { SetTrialCostLimitDocument, TrialCostLimitDocument } from '../generated/cost-limit.ts'
import { SettingForm } from './SettingForm.tsx'
import { textOf } from './setting-field.ts'
import { useSetting } from './use-setting.ts'

export function CostLimit() {
  const { t } = useTranslation()
  const send = useSetting()
  const [changing, setChanging] = useState(false)
  const [{ data }, load] = useQuery({ query: TrialCostLimitDocument })
  const limit = data?.trialCostLimit
  if (!limit) return null
  return (
    <section className="setting">
      <header className="section-head">
        <h2>{t('administration.costLimit')}</h2>
        <span className="q s">{t('administration.inForce', { version: limit.version })}</span>
        <span className="space" />
        {!changing && (
          <button type="button" className="btn" onClick={() => setChanging(true)}>
            {t('administration.change')}
          </button>
        )}
      </header>
      {changing ? (
        <SettingForm
          label={t('administration.change')}
          fields={[{ name: 'amountUsd', label: t('administration.costLimitUsd'), kind: 'number' }]}
          start={{ amountUsd: limit.amountUsd }}
          send={(values) =>
            send(SetTrialCostLimitDocument, { amountUsd: textOf(values, 'amountUsd').replace(',', '.') })
          }
          done={() => {
            setChanging(false)
            load({ requestPolicy: 'network-only' })
          }}
          cancel={() => setChanging(false)}
        />
      ) : (
        <p>{t('administration.upToUsd', { amount: Number(limit.amountUsd).toLocaleString() })}</p>
      )}
    </section>
  )
}
