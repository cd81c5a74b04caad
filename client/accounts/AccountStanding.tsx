// Beside the page: what is to be watched, what losing the customer would cost, its class, loyalty, credit and satisfaction.
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { decimal, shortDay } from '../words/dates.ts'
import { withWords } from '../words/with-words.ts'
import type { AccountView } from './AccountFigures.tsx'
import { CreditCheck } from './CreditCheck.tsx'
import { EntrySection } from './EntrySection.tsx'
import { entryStart } from './entry-rows.ts'
import { ShortageList } from './ShortageList.tsx'
import { WaveBars } from './WaveBars.tsx'

const CadenceForm = lazy(
  withWords(['accounts', 'visit'], () =>
    import('../visits/CadenceForm.tsx').then(({ CadenceForm }) => ({ default: CadenceForm })),
  ),
)

interface AccountStandingProps {
  account: AccountView
  saved: (() => void) | undefined
  talked: (() => void) | undefined
}

export function AccountStanding({ account, saved, talked }: AccountStandingProps) {
  const { t } = useTranslation()
  const { figures, valueAtRisk, terms, loyaltyMoves } = account
  if (!figures) return null
  const fixed = { accountId: account.id }
  return (
    <aside className="account-side">
      <ShortageList account={account} talked={talked} />
      {valueAtRisk !== undefined && (
        <EntrySection
          title={t('accounts.atRisk')}
          add={t('accounts.terms')}
          entry="writeAccountTerms"
          fixed={fixed}
          start={entryStart('writeAccountTerms', terms ?? { currency: account.currency })}
          saved={saved}
        >
          {valueAtRisk ? (
            <>
              <p className="big" dir="ltr">
                {decimal(valueAtRisk.sales, 0)} <span className="s">{valueAtRisk.currency}</span>
              </p>
              <p className="q s">
                {t(valueAtRisk.fromOrders ? 'accounts.atRiskOrders' : 'accounts.atRiskTerms', {
                  years: valueAtRisk.years,
                  profit: decimal(valueAtRisk.profit, 0),
                })}
              </p>
            </>
          ) : (
            <p className="q s">{t('accounts.noData')}</p>
          )}
          {terms?.creditLimit && <CreditCheck accountId={account.id} />}
        </EntrySection>
      )}
      <EntrySection
        title={t('accounts.class')}
        add={t('accounts.setClass')}
        entry="setAccountClass"
        fixed={fixed}
        start={{ class: figures.class }}
        saved={saved}
      >
        <p>
          <b className="b">{figures.classLabel}</b>{' '}
          <span className="q s">{figures.class === figures.byRule ? t('accounts.byRule') : t('accounts.byHand')}</span>
        </p>
        {figures.classReason && (
          <p className="s m" dir="auto">
            {figures.classReason}
          </p>
        )}
      </EntrySection>
      <section className="entries">
        <h2>{t('accounts.loyalty')}</h2>
        <p>
          <b className="b">{figures.phaseLabel}</b>
        </p>
        <ul>
          {loyaltyMoves.map((move) => (
            <li key={move.at} className="s m">
              {shortDay(move.at)} → {move.toLabel} <span className="q">{move.causeLabel}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="entries">
        <h2>{t('accounts.parity')}</h2>
        <p>
          <b className="b">{t('accounts.criteria', { count: figures.criteria })}</b>
        </p>
        {figures.volumePercent != null && (
          <p className={figures.dependent ? 's warn' : 's q'}>
            {t('accounts.volume', { percent: figures.volumePercent })}
          </p>
        )}
        {figures.dependent && <p className="s warn">{t('accounts.dependent')}</p>}
        <ul>
          {account.competences.map(({ id, wording }) => (
            <li key={id} className="s m" dir="auto">
              {wording}
            </li>
          ))}
        </ul>
      </section>
      <section className="entries">
        <h2>{t('accounts.satisfaction')}</h2>
        <WaveBars waves={figures.waves} />
      </section>
      <section className="entries">
        <Suspense>
          <CadenceForm accountId={account.id} />
        </Suspense>
      </section>
    </aside>
  )
}
