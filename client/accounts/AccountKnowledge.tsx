// What is known of a customer before one decides how to serve it, and what its habits cost it without its notice.
import { useTranslation } from 'react-i18next'
import { civilDay, decimal } from '../words/dates.ts'
import { EntrySection } from './EntrySection.tsx'
import { entryStart } from './entry-rows.ts'
import { PartList } from './PartList.tsx'
import { PriceHunt } from './PriceHunt.tsx'
import type { WrittenProps } from './written-props.ts'

const parts = ['expectations', 'buyingHabits', 'motives', 'stereotypes', 'hiddenLosses'] as const

export function AccountKnowledge({ account, saved }: WrittenProps) {
  const { t } = useTranslation()
  const { profile, standing, competences } = account
  const fixed = { accountId: account.id }
  const sums = standing?.hiddenLosses?.map(({ amount, currency }) => `${decimal(amount, 0)} ${currency}`)
  return (
    <>
      <EntrySection
        title={t('accounts.knowledge')}
        add={t('accounts.writeProfile')}
        {...(!profile && { empty: t('accounts.noProfile') })}
        entry="writeAccountProfile"
        fixed={fixed}
        start={{
          ...entryStart('writeAccountProfile', profile ?? {}),
          competenceIds: competences.map(({ id }) => id).join('\n'),
        }}
        saved={saved}
      >
        {profile && (
          <PartList
            percent={profile.percent}
            parts={[
              ...parts.map((part) => ({ name: t(`accounts.profile.${part}`), text: profile[part] })),
              {
                name: t('accounts.priceStructure'),
                text: profile.priceStructureOn && civilDay(profile.priceStructureOn),
              },
            ]}
          />
        )}
      </EntrySection>
      <EntrySection
        title={t('accounts.hiddenLosses')}
        add={t('accounts.addLoss')}
        empty={t('accounts.noLosses')}
        entry="saveHiddenLoss"
        fixed={fixed}
        start={{ currency: account.currency ?? '' }}
        saved={saved}
        rows={account.hiddenLosses.map((row) => ({
          id: row.id,
          what: row.text,
          about: [row.amount && `${decimal(row.amount, 0)} ${row.currency}`],
          fixed: { ...fixed, entryId: row.id },
          start: entryStart('saveHiddenLoss', row),
        }))}
      >
        {sums && sums.length > 0 && <p className="b">{t('accounts.lossSum', { sums: sums.join(' + ') })}</p>}
        <PriceHunt currency={account.currency ?? ''} />
      </EntrySection>
    </>
  )
}
