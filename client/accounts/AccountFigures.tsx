// What a customer comes to: deliveries, claims, share of its need, value at risk, loyalty, satisfaction from wave to wave.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountPageData } from '../generated/account.ts'
import { decimal, shortDay } from '../words/dates.ts'

export type AccountView = Extract<NonNullable<AccountPageData['node']>, { __typename: 'Account' }>

/** Below it a mean says little and is marked. */
const smallSample = 5

export function AccountFigures({ account }: { account: AccountView }) {
  const { t } = useTranslation()
  const { figures, valueAtRisk, standing } = account
  if (!figures) return null
  const none = <span className="q">{t('accounts.noData')}</span>
  return (
    <section aria-labelledby="account-figures">
      <h2 id="account-figures">{t('accounts.figures')}</h2>
      <dl className="account-figures">
        <Figure name={t('accounts.delivered')} hint={t('accounts.year')}>
          {decimal(figures.tonnes, 0)} t
          {figures.growth != null && ` (${figures.growth > 0 ? '+' : ''}${figures.growth} %)`}
        </Figure>
        <Figure name={t('accounts.perThousand')} hint={t('accounts.year')}>
          {figures.claimsPer1000 ?? none}
        </Figure>
        <Figure name={t('accounts.needShare')}>
          {figures.needPercent == null ? none : `${figures.needPercent} %`}
          {figures.potential != null && (
            <span className="q s">{t('accounts.potential', { tonnes: decimal(figures.potential, 0) })}</span>
          )}
        </Figure>
        {valueAtRisk !== undefined && (
          <Figure name={t('accounts.atRisk')}>
            {valueAtRisk ? `${decimal(valueAtRisk.sales, 0)} ${valueAtRisk.currency}` : none}
            {valueAtRisk && (
              <span className="q s">
                {t(valueAtRisk.fromOrders ? 'accounts.atRiskOrders' : 'accounts.atRiskTerms', {
                  years: valueAtRisk.years,
                  profit: decimal(valueAtRisk.profit, 0),
                })}
              </span>
            )}
          </Figure>
        )}
        <Figure name={t('accounts.open')}>
          {t('accounts.openCases', {
            claims: figures.openClaims,
            trials: figures.openTrials,
            visits: figures.openVisits,
          })}
        </Figure>
        <Figure name={t('accounts.lastContact')}>
          {figures.lastContactAt ? shortDay(figures.lastContactAt) : none}
          {figures.lastContact && (
            <bdi className="q s" dir="auto">
              {figures.lastContact}
            </bdi>
          )}
        </Figure>
        <Figure name={t('accounts.uses')}>
          {figures.products.length > 0 ? <bdi>{figures.products.join(', ')}</bdi> : none}
        </Figure>
        <Figure name={t('accounts.standing')}>
          {figures.phaseLabel} · {figures.classLabel}
          <span className="q s">
            {t('accounts.criteria', { count: figures.criteria })}
            {figures.dependent && ` · ${t('accounts.dependent')}`}
          </span>
        </Figure>
        <Figure name={t('accounts.coverage')}>
          {standing?.needCoverage == null ? none : `${standing.needCoverage} %`}
          {standing && standing.opportunities > 0 && (
            <span className="q s">{t('accounts.funnel', { ...standing })}</span>
          )}
        </Figure>
        <Figure name={t('accounts.satisfaction')}>
          {figures.waves.length === 0 && none}
          {figures.waves.map(({ name, mean, n }) => (
            <span key={name} className="s">
              <bdi>{name}</bdi>: {mean.toFixed(2)} <span className="q">n = {n}</span>
              {n < smallSample && <span className="warn"> △ {t('accounts.small')}</span>}
            </span>
          ))}
        </Figure>
      </dl>
    </section>
  )
}

function Figure({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        {name} {hint && <span className="q">· {hint}</span>}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
