// The key plan of a customer in six parts.
import { useTranslation } from 'react-i18next'
import { civilDay } from '../words/dates.ts'
import { EntrySection } from './EntrySection.tsx'
import { entryStart } from './entry-rows.ts'
import { PartList } from './PartList.tsx'
import type { WrittenProps } from './written-props.ts'

const parts = ['definition', 'successFactors', 'attraction', 'problems', 'satisfaction', 'control'] as const

export function KeyPlan({ account, saved }: WrittenProps) {
  const { t } = useTranslation()
  const plan = account.keyPlan
  return (
    <EntrySection
      title={t('accounts.keyPlan')}
      add={t('accounts.writePlan')}
      {...(!plan && { empty: t('accounts.noPlan') })}
      entry="writeKeyPlan"
      fixed={{ accountId: account.id }}
      start={entryStart('writeKeyPlan', plan ?? {})}
      saved={saved}
    >
      {plan && (
        <PartList
          percent={plan.percent}
          wrong={plan.reviewOverdue ? t('accounts.reviewOverdue') : null}
          parts={[
            ...parts.map((part) => ({ name: t(`accounts.plan.${part}`), text: plan[part] })),
            {
              name: t('accounts.reviewOn'),
              text: [plan.reviewOn && civilDay(plan.reviewOn), plan.reviewResult].filter(Boolean).join(' – ') || null,
            },
          ]}
        />
      )}
    </EntrySection>
  )
}
