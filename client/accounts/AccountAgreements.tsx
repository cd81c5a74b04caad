// What was promised to a customer, what it needs, what both sides plan, and its duties.
import { useTranslation } from 'react-i18next'
import { civilDay, decimal } from '../words/dates.ts'
import type { AccountView } from './AccountFigures.tsx'

interface Line {
  id: string
  what: string
  about: (string | null | undefined)[]
  /** Something is wrong with it. */
  wrong?: string | null
}

export function AccountAgreements({ account }: { account: AccountView }) {
  const { t } = useTranslation()
  if (!account.figures) return null
  return (
    <>
      <Lines
        title={t('accounts.promises')}
        empty={t('accounts.noPromises')}
        lines={account.promises
          .filter(({ keptOn }) => !keptOn)
          .map(({ id, text, dueOn, overdue }) => ({
            id,
            what: text,
            about: [civilDay(dueOn)],
            wrong: overdue ? t('accounts.overdue') : null,
          }))}
      />
      <Lines
        title={t('accounts.needs')}
        empty={t('accounts.noNeeds')}
        lines={account.uniqueNeeds.map(({ id, text, kindLabel, met, stockGap }) => ({
          id,
          what: text,
          about: [kindLabel, met ? t('accounts.met') : null],
          wrong: stockGap ? t('accounts.gap', { tonnes: decimal(stockGap, 0) }) : met ? null : t('accounts.unmet'),
        }))}
      />
      <Lines
        title={t('accounts.range')}
        empty={t('accounts.noRange')}
        lines={account.productNeeds.map(({ id, product, grade, yearlyMass, supplied }) => ({
          id,
          what: product,
          about: [
            grade,
            yearlyMass && t('accounts.yearly', { tonnes: decimal(yearlyMass, 0) }),
            supplied ? t('accounts.supplied') : t('accounts.opportunity'),
          ],
        }))}
      />
      <Lines
        title={t('accounts.plans')}
        empty={t('accounts.noPlans')}
        lines={account.plans.map(({ id, text, sideLabel, plannedFor, sharedOn }) => ({
          id,
          what: text,
          about: [sideLabel, plannedFor, sharedOn && t('accounts.shared', { day: civilDay(sharedOn) })],
        }))}
      />
      <Lines
        title={t('accounts.obligations')}
        empty={t('accounts.noObligations')}
        lines={account.obligations.map(({ id, kindLabel, state, stateLabel, note }) => ({
          id,
          what: kindLabel,
          about: [note, state === 'met' ? stateLabel : null],
          wrong: state === 'met' ? null : stateLabel,
        }))}
      />
    </>
  )
}

function Lines({ title, empty, lines }: { title: string; empty: string; lines: readonly Line[] }) {
  return (
    <section>
      <h2>{title}</h2>
      {lines.length === 0 && <p className="q pad">{empty}</p>}
      <ul>
        {lines.map(({ id, what, about, wrong }) => (
          <li key={id} className="agreement-row">
            <bdi dir="auto">{what}</bdi>
            <span className="m s">{about.filter(Boolean).join(' · ')}</span>
            {wrong && <span className="tag warn">{wrong}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
