// What a customer comes to in five figures, each with what stands behind it.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountPageData } from '../generated/account.ts'
import { decimal } from '../words/dates.ts'

export type AccountView = Extract<NonNullable<AccountPageData['node']>, { __typename: 'Account' }>

export function AccountFigures({ account }: { account: AccountView }) {
  const { t } = useTranslation()
  const { figures, standing } = account
  if (!figures) return null
  const none = <span className="q">{t('accounts.noData')}</span>
  return (
    <section aria-label={t('accounts.figures')}>
      <dl className="account-figures">
        <Figure name={t('accounts.delivered')} hint={t('accounts.year')}>
          {decimal(figures.tonnes, 0)} t
          {figures.growth != null && (
            <span className={figures.growth < 0 ? 'warn s' : 'q s'} dir="ltr">
              {figures.growth > 0 ? '+' : ''}
              {figures.growth} %
            </span>
          )}
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
        <Figure name={t('accounts.open')}>
          {t('accounts.claimCount', { count: figures.openClaims })}
          <span className="s">
            <Link to="/trials" search={{ account: account.id }} className="l">
              {t('accounts.trialCount', { count: figures.openTrials })}
            </Link>
            {' · '}
            {t('accounts.visitCount', { count: figures.openVisits })}
          </span>
        </Figure>
        <Figure name={t('accounts.coverage')}>
          {standing?.needCoverage == null ? none : `${standing.needCoverage} %`}
          {standing && standing.needs > 0 && (
            <span className="q s">{t('accounts.needsOf', { met: standing.needsMet, count: standing.needs })}</span>
          )}
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
