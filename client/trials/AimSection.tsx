// What the trial is to reach, why it is made, what it costs and when its slot is.
import { useTranslation } from 'react-i18next'
import type { TrialView } from '../case/case-view.ts'
import { dayAndTime, decimal } from '../words/dates.ts'

export function AimSection({ trial }: { trial: TrialView }) {
  const { t } = useTranslation()
  const { product, competitorProduct } = trial
  const facts = [
    [t('trials.iteration'), String(trial.iteration)],
    [t('trials.product'), product && [product.name, product.grade].filter(Boolean).join(', ')],
    [t('trials.reason'), trial.reasonLabel],
    [t('trials.competitor'), competitorProduct && `${competitorProduct.competitor}: ${competitorProduct.name}`],
    [t('trials.cost'), trial.cost && `${decimal(trial.cost, 2)} ${trial.costCurrency}`],
    [t('trials.slot'), trial.slotAt && dayAndTime(trial.slotAt)],
    [t('trials.planned'), trial.tonnage && `${decimal(trial.tonnage, 3)} t`],
    [t('trials.held'), trial.pace === 'held' && trial.heldUntil && dayAndTime(trial.heldUntil)],
    [t('trials.verdict'), trial.verdict && [trial.verdict, trial.verdictSignatory].filter(Boolean).join(' – ')],
  ].flatMap(([label, value]) => (label && value ? [{ label, value }] : []))
  return (
    <section>
      <div className="section-head">
        <h2>{t('trials.aim')}</h2>
      </div>
      {trial.aim && trial.aim !== trial.title && (
        <p className="told" dir="auto">
          {trial.aim}
        </p>
      )}
      {trial.reasonText && (
        <p className="m s why" dir="auto">
          {trial.reasonText}
        </p>
      )}
      <dl className="facts">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
