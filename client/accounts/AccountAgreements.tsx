// What was promised to a customer, what it needs and could take, what both sides plan, and its duties.
import { useTranslation } from 'react-i18next'
import { obligationKinds } from '../../schema/account-vocabulary.ts'
import { civilDay, decimal, shortDay } from '../words/dates.ts'
import { EntrySection } from './EntrySection.tsx'
import { entryStart } from './entry-rows.ts'
import { OfferFunnel } from './OfferFunnel.tsx'
import { PlanExchange } from './PlanExchange.tsx'
import type { WrittenProps } from './written-props.ts'

export function AccountAgreements({ account, saved, talked }: WrittenProps & { talked: (() => void) | undefined }) {
  const { t } = useTranslation()
  const fixed = { accountId: account.id }
  const of = (id: string) => ({ ...fixed, entryId: id })
  return (
    <>
      <EntrySection
        id="promises"
        title={t('accounts.promises')}
        add={t('accounts.addPromise')}
        empty={t('accounts.noPromises')}
        entry="saveAccountPromise"
        fixed={fixed}
        saved={talked}
        rows={account.promises
          .filter(({ keptOn }) => !keptOn)
          .map((row) => ({
            id: row.id,
            what: row.text,
            about: [civilDay(row.dueOn)],
            wrong: row.overdue ? t('accounts.overdue') : null,
            fixed: of(row.id),
            start: entryStart('saveAccountPromise', row),
          }))}
      />
      <EntrySection
        title={t('accounts.needs')}
        add={t('accounts.addNeed')}
        empty={t('accounts.noNeeds')}
        entry="saveUniqueNeed"
        fixed={fixed}
        saved={saved}
        rows={account.uniqueNeeds.map((row) => ({
          id: row.id,
          what: row.text,
          about: [row.kindLabel, row.met && t('accounts.met'), row.howMet, row.department?.name],
          wrong: row.stockGap
            ? t('accounts.gap', { tonnes: decimal(row.stockGap, 0) })
            : row.met
              ? null
              : t('accounts.unmet'),
          fixed: of(row.id),
          start: entryStart('saveUniqueNeed', row),
        }))}
      />
      <EntrySection
        title={t('accounts.range')}
        add={t('accounts.addRange')}
        empty={t('accounts.noRange')}
        entry="saveProductNeed"
        fixed={fixed}
        saved={saved}
        rows={account.productNeeds.map((row) => ({
          id: row.id,
          what: row.product,
          about: [
            row.grade,
            row.size,
            row.yearlyMass && t('accounts.yearly', { tonnes: decimal(row.yearlyMass, 0) }),
            row.requirements,
            row.supplied ? t('accounts.supplied') : t('accounts.opportunity'),
            row.special && t('accounts.special'),
            row.budget && `${decimal(row.budget, 0)} ${row.currency ?? ''}`,
          ],
          fixed: of(row.id),
          start: entryStart('saveProductNeed', row),
        }))}
      />
      <EntrySection
        title={t('accounts.offers')}
        add={t('accounts.addOffer')}
        empty={t('accounts.noOffers')}
        entry="saveAccountOffer"
        fixed={fixed}
        start={{ state: 'proposed' }}
        options={{ needId: account.productNeeds.map(({ id, product }) => ({ id, label: product })) }}
        saved={saved}
        rows={account.offers.map((row) => ({
          id: row.id,
          what: row.product,
          about: [row.stateLabel, shortDay(row.offeredOn), row.need?.product ?? row.reason],
          fixed: of(row.id),
          start: entryStart('saveAccountOffer', row),
        }))}
      >
        <OfferFunnel account={account} />
      </EntrySection>
      <PlanExchange account={account} saved={saved} />
      <EntrySection
        title={t('accounts.obligations')}
        entry="judgeObligation"
        fixed={fixed}
        saved={saved}
        rows={Object.keys(obligationKinds).map((kind) => {
          const row = account.obligations.find((one) => one.kind === kind)
          const bad = row && row.state !== 'met'
          return {
            id: kind,
            what: t(`label.obligationKind.${kind}`),
            about: [row ? !bad && row.stateLabel : t('accounts.notJudged'), row?.note],
            wrong: bad ? row.stateLabel : null,
            fixed: { ...fixed, kind },
            start: entryStart('judgeObligation', row ?? {}),
          }
        })}
      />
    </>
  )
}
