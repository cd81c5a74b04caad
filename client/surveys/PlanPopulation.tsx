// Whom: the filter over customers, the sample, and how those without an e-mail address are reached.
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import { PlanField } from './PlanField.tsx'
import type { PlanPartProps } from './plan-part.ts'
import type { Reached } from './use-population.ts'

export function PlanPopulation({ plan, change, faultOf, choices, reached }: PlanPartProps & { reached: Reached }) {
  const { t } = useTranslation()
  const fault = faultOf('population')
  const products = choices.products?.nodes ?? []
  return (
    <section className="plan-part" id="population" aria-label={t('planning.whom')}>
      <h2>{t('planning.whom')}</h2>
      {fault && (
        <div className="note plan-refused" role="alert">
          <Icon name="warning" />
          <div>
            <b>{fault}</b>
            <p className="s m">
              {reached.preview?.leftOut.map(({ reasonLabel, count }) => `${reasonLabel}: ${count}`).join(' · ') ||
                t('planning.nobodyFits')}
            </p>
            <p className="s">{t('planning.widen')}</p>
          </div>
        </div>
      )}
      <Several
        label={t('planning.regions')}
        all={t('surveys.allRegions')}
        chosen={plan.regionIds}
        offers={choices.regions.map(({ id, name }) => ({ id, label: name }))}
        choose={(regionIds) => change({ regionIds })}
      />
      <Several
        label={t('surveys.consumers')}
        all={t('planning.both')}
        chosen={plan.consumerTypes}
        offers={(['endUser', 'wholesaler'] as const).map((id) => ({ id, label: t(`label.consumerType.${id}`) }))}
        choose={(consumerTypes) => change({ consumerTypes })}
      />
      {products.length > 0 && (
        <details className="plan-products" open={plan.productIds.length > 0}>
          <summary className="s">
            {t('planning.products')} {plan.productIds.length > 0 && <b>{plan.productIds.length}</b>}
          </summary>
          <Several
            label={t('planning.products')}
            all={t('planning.allProducts')}
            chosen={plan.productIds}
            offers={products.map(({ id, code, name }) => ({ id, label: `${code} ${name}` }))}
            choose={(productIds) => change({ productIds })}
          />
        </details>
      )}
      <label className="plan-tick">
        <input type="checkbox" checked={plan.keyOnly} onChange={({ target }) => change({ keyOnly: target.checked })} />
        {t('planning.keyOnly')}
      </label>
      <div className="plan-grid">
        <PlanField label={t('planning.sample')} hint={t('planning.sampleHint')} fault={faultOf('sampleSize')}>
          {(control) => (
            <input
              {...control}
              className="input"
              inputMode="numeric"
              value={plan.sampleSize}
              onChange={({ target }) => change({ sampleSize: target.value })}
            />
          )}
        </PlanField>
        <PlanField label={t('planning.withoutMail')} hint={gatewayHint()} fault={faultOf('mobileChannel')}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={plan.mobileChannel}
              onChange={({ target }) =>
                change({
                  mobileChannel: (['phone', 'sms', 'message'] as const).find((one) => one === target.value) ?? 'phone',
                })
              }
            >
              {(['phone', 'sms', 'message'] as const).map((channel) => (
                <option key={channel} value={channel} disabled={!choices.surveyChannels.includes(channel)}>
                  {t(`label.invitationChannel.${channel}`)}
                </option>
              ))}
            </select>
          )}
        </PlanField>
      </div>
    </section>
  )

  function gatewayHint() {
    return choices.surveyChannels.includes('sms') ? undefined : t('planning.noGateway')
  }
}

interface SeveralProps<I extends string> {
  label: string
  /** What it means that none is chosen. */
  all: string
  chosen: readonly I[]
  offers: readonly { id: I; label: string }[]
  choose: (ids: readonly I[]) => void
}

function Several<I extends string>({ label, all, chosen, offers, choose }: SeveralProps<I>) {
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      <div className="chips">
        <button type="button" className="chip" aria-pressed={chosen.length === 0} onClick={() => choose([])}>
          {all}
        </button>
        {offers.map(({ id, label: name }) => (
          <button
            key={id}
            type="button"
            className="chip"
            aria-pressed={chosen.includes(id)}
            onClick={() => choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}
          >
            {chosen.includes(id) && <Icon name="check" />}
            {name}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
