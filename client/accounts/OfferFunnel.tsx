// From range opportunities to orders: four bars that narrow.
import { useTranslation } from 'react-i18next'
import type { AccountView } from './AccountFigures.tsx'

export function OfferFunnel({ account: { standing } }: { account: AccountView }) {
  const { t } = useTranslation()
  if (!standing || standing.opportunities + standing.offers === 0) return null
  const most = Math.max(standing.opportunities, standing.offers, 1)
  return (
    <dl className="funnel">
      {(['opportunities', 'offers', 'trials', 'orders'] as const).map((step) => (
        <div key={step}>
          <dt>{t(`accounts.step.${step}`)}</dt>
          <dd>
            <i style={{ inlineSize: `${(standing[step] / most) * 100}%` }} />
            <b>{standing[step]}</b>
          </dd>
        </div>
      ))}
    </dl>
  )
}
