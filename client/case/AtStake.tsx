// What is at stake with the customer of a claim: the sales that losing it would cost, and duties of its own that it does not fulfil.
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { StakeDocument } from '../generated/stake.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { decimal } from '../words/dates.ts'
import { ApplicationForm, type AppliedOrder } from './ApplicationForm.tsx'
import { LateApplications } from './LateApplications.tsx'

export function AtStake({ accountId, claimId }: { accountId: string; claimId: string }) {
  const { t } = useTranslation()
  const { actions } = useMe()
  const [{ data }, load] = useQuery({ query: StakeDocument, variables: { id: accountId, claim: claimId } })
  const account = data?.node?.__typename === 'Account' ? data.node : null
  if (!account) return null
  const { obligations } = account
  const valueAtRisk = Number(account.valueAtRisk?.sales ?? 0) > 0 ? account.valueAtRisk : null
  const lacking = obligations.filter(({ state }) => state !== 'met')
  const claim = data?.claim?.__typename === 'Claim' ? data.claim : null
  const late = claim?.lateApplications ?? []
  const [order, ...others] = actions.includes('account.talk') ? ordersOf(claim?.items ?? []) : []
  if (!valueAtRisk && lacking.length === 0 && late.length === 0 && !order) return null
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
      {order && <ApplicationForm orders={[order, ...others]} saved={() => load({ requestPolicy: 'network-only' })} />}
    </section>
  )
}

/** Orders of the claimed pieces, each once. */
function ordersOf(items: readonly { piece: { order: AppliedOrder | null } | null }[]): AppliedOrder[] {
  const orders = items.flatMap(({ piece }) => piece?.order ?? [])
  return [...new Map(orders.map((order) => [order.id, order])).values()]
}
