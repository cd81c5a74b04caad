// What narrows the list of claims: clock, severity, region, state; a customer that a link brought along.
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { claimsAsked } from '../../schema/list-asked.ts'
import { dueGroups, type ViewOf, viewParams } from '../../schema/list-views.ts'
import { words } from '../../schema/vocabulary.ts'
import { RegionsDocument } from '../generated/accounts.ts'
import { dueLabels } from '../lists/due-labels.ts'
import { useMe } from '../shell/me.ts'

type View = ViewOf<'claims'>

/** What only links bring along. */
const brought = [
  'account',
  'clock',
  'consumer',
  'defect',
  'stage',
  'responsible',
  'product',
  'stopped',
  'missed',
  'left',
  'currency',
  'sum',
  'trial',
  'from',
  'before',
] as const

export function ClaimFilters({ view, go }: { view: View; go: (part: View) => void }) {
  const { t } = useTranslation()
  const { actions } = useMe()
  const [{ data }] = useQuery({ query: RegionsDocument, requestPolicy: 'cache-first' })
  const { severity, state, due, order } = viewParams.claims
  const usual = claimsAsked({ ...view, order: undefined }).order
  const shownOrder = claimsAsked(view).order
  const narrowed = brought.some((name) => view[name] !== undefined)
  const wide: View = Object.fromEntries(brought.map((name) => [name, undefined]))
  const money =
    actions.includes('claim.propose') || actions.includes('claim.approve') || actions.includes('claim.amend')
  return (
    <div className="list-tools list-filters">
      <Pick
        label={t('lists.clock')}
        value={view.due}
        offers={words(dueGroups).map((one) => [one, t(dueLabels[one])])}
        take={(value) => go({ due: due.find((one) => one === value) })}
      />
      <Pick
        label={t('claims.severity')}
        value={view.severity}
        offers={severity.map((one) => [one, t(`label.severity.${one}`)])}
        take={(value) => go({ severity: severity.find((one) => one === value) })}
      />
      <Pick
        label={t('lists.state')}
        value={view.state}
        offers={state.map((one) => [one, t(`label.claimState.${one}`)])}
        take={(value) => go({ state: state.find((one) => one === value) })}
      />
      <Pick
        label={t('common.region')}
        value={view.region}
        offers={(data?.regions ?? []).map(({ id, name }) => [id, name])}
        take={(region) => go({ region })}
      />
      <Pick
        label={t('lists.order')}
        value={shownOrder}
        offers={order.map((one) => [one, `${t('lists.order')}: ${t(`lists.order_${one}`)}`])}
        take={(value) => go({ order: order.find((one) => one === value && one !== usual) })}
        always
      />
      {money && (
        <label className="row-flex s">
          <input
            type="checkbox"
            checked={view.money === true}
            onChange={({ target }) => go({ money: target.checked || undefined })}
          />
          {t('lists.money')}
        </label>
      )}
      {narrowed && (
        <span className="s m narrowed">
          {t('claims.narrowed')}{' '}
          <button type="button" className="l" onClick={() => go(wide)}>
            {t('claims.widen')}
          </button>
        </span>
      )}
    </div>
  )
}

interface PickProps {
  label: string
  value: string | undefined
  offers: readonly (readonly [string, string])[]
  take: (value: string | undefined) => void
  /** One of them always holds. */
  always?: boolean
}

function Pick({ label, value, offers, take, always = false }: PickProps) {
  const { t } = useTranslation()
  return (
    <label className="pick">
      <span className="unseen">{label}</span>
      <select value={value ?? ''} onChange={({ target }) => take(target.value || undefined)}>
        {!always && (
          <option value="">
            {label}: {t('common.any')}
          </option>
        )}
        {offers.map(([word, text]) => (
          <option key={word} value={word}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
