// What is at stake with the customer of a claim: the sales that losing it would cost, and duties of its own that it does not fulfil.
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { StakeDocument } from '../generated/stake.ts'
import { Icon } from '../shell/Icon.tsx'
import { decimal } from '../words/dates.ts'
import { LateApplications } from './LateApplications.tsx'

export function AtStake({ accountId, claimId }: { accountId: string; claimId: string }) {
  const { t } = useTranslation()
  const [{ data }] = useQuery({ query: StakeDocument, variables: { id: accountId, claim: claimId } })
  const account = data?.node?.__typename === 'Account' ? data.node : null
  if (!account) return null
  const { obligations } = account
  const valueAtRisk = Number(account.valueAtRisk?.sales ?? 0) > 0 ? account.valueAtRisk : null
  const lacking = obligations.filter(({ state }) => state !== 'met')
  const late = (data?.claim?.__typename === 'Claim' && data.claim.lateApplications) || []
  if (!valueAtRisk && lacking.length === 0 && late.length === 0) return null
  return (
    <section>
      <div className="section-head">
        <h2>{t('stake.title')}</h2>
      </div>
      {valueAtRisk && (
        <p>
          <b className="b" dir="ltr">
            {decimal(valueAtRisk.sales, 0)} {valueAtRisk.currency}
          </b>{' '}
          <span className="q s">
            {t('stake.sum', { years: valueAtRisk.years, profit: decimal(valueAtRisk.profit, 0) })}
          </span>
        </p>
      )}
      <ul>
        <LateApplications late={late} />
        {lacking.map(({ id, kindLabel, stateLabel, note }) => (
          <li key={id} className="s warn row-flex">
            <Icon name="warning" />
            {t('stake.duty', { duty: kindLabel, state: stateLabel })}
            <bdi className="q">{note}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}
