// Plans of both sides beside each other: what the customer wants, and what of ours it was told.
import { useTranslation } from 'react-i18next'
import { planSides } from '../../schema/account-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import { civilDay } from '../words/dates.ts'
import { EntrySection } from './EntrySection.tsx'
import { entryStart } from './entry-rows.ts'
import type { WrittenProps } from './written-props.ts'

export function PlanExchange({ account, saved }: WrittenProps) {
  const { t } = useTranslation()
  const told = account.plans.some(({ side, sharedOn }) => side === 'ours' && sharedOn)
  return (
    <div className="two-sides">
      {words(planSides).map((side) => (
        <EntrySection
          key={side}
          title={t(`accounts.side.${side}`)}
          add={t('accounts.addPlan')}
          empty={t('accounts.noPlans')}
          entry="saveAccountPlan"
          fixed={{ accountId: account.id, side }}
          saved={saved}
          rows={account.plans
            .filter((row) => row.side === side)
            .map((row) => ({
              id: row.id,
              what: row.text,
              about: [row.plannedFor, row.sharedOn && t('accounts.shared', { day: civilDay(row.sharedOn) })],
              wrong: side === 'ours' && !row.sharedOn ? t('accounts.notShared') : null,
              fixed: { accountId: account.id, side, entryId: row.id },
              start: entryStart('saveAccountPlan', row),
            }))}
        >
          {side === 'ours' && !told && account.key && <p className="s warn">{t('accounts.toldNothing')}</p>}
        </EntrySection>
      ))}
    </div>
  )
}
