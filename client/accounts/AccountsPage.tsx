// Customers by region and segment; the view lives in the address.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { AccountsDocument, type AccountsVariables, RegionsDocument } from '../generated/accounts.ts'
import { Bones, Failure, Notice } from '../parts/Notices.tsx'
import { useSettled } from '../parts/settled.ts'
import type { AccountsSearch } from '../shell/searches.ts'
import { countryName } from '../words/dates.ts'
import './accounts.css'

const consumers = ['endUser', 'wholesaler'] as const

export function AccountsPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/accounts' })
  const navigate = useNavigate()
  const [text, setText] = useState(search.text ?? '')
  const asked = useSettled(text.trim(), 250)
  const [{ data: regions }] = useQuery({ query: RegionsDocument, requestPolicy: 'cache-first' })
  const go = (part: AccountsSearch) => void navigate({ to: '/accounts', search: { ...search, ...part }, replace: true })
  useEffect(() => {
    document.title = t('accounts.title')
  }, [t])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed moves the address
  useEffect(() => {
    if (asked !== (search.text ?? '')) go({ text: asked || undefined })
  }, [asked])
  const filter: AccountsVariables = {
    text: search.text || null,
    regionId: search.region || null,
    consumerType: search.consumer ?? null,
    key: search.key ?? null,
  }
  return (
    <div className="accounts">
      <header>
        <h1>{t('accounts.title')}</h1>
        <div className="filters">
          <div className="field">
            <label htmlFor="account-text">{t('accounts.search')}</label>
            <input
              className="input"
              id="account-text"
              type="search"
              dir="auto"
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          </div>
          <div className="field">
            <label htmlFor="account-region">{t('accounts.region')}</label>
            <select
              className="input"
              id="account-region"
              value={search.region ?? ''}
              onChange={({ target }) => go({ region: target.value || undefined })}
            >
              <option value="">{t('accounts.allRegions')}</option>
              {regions?.regions.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="account-consumer">{t('accounts.segment')}</label>
            <select
              className="input"
              id="account-consumer"
              value={search.consumer ?? ''}
              onChange={({ target }) => go({ consumer: consumers.find((one) => one === target.value) })}
            >
              <option value="">{t('accounts.all')}</option>
              {consumers.map((one) => (
                <option key={one} value={one}>
                  {t(`label.consumerType.${one}`)}
                </option>
              ))}
            </select>
          </div>
          <label className="row-flex only-key">
            <input
              type="checkbox"
              checked={search.key === true}
              onChange={({ target }) => go({ key: target.checked || undefined })}
            />
            {t('accounts.onlyKey')}
          </label>
        </div>
      </header>
      <AccountRows key={JSON.stringify(filter)} filter={filter} />
    </div>
  )
}

function AccountRows({ filter, after = null }: { filter: AccountsVariables; after?: string | null }) {
  const { t } = useTranslation()
  const [more, setMore] = useState(false)
  const [{ data, error }, load] = useQuery({ query: AccountsDocument, variables: { ...filter, after } })
  if (error && !data) return <Failure error={error} retry={() => load({ requestPolicy: 'network-only' })} />
  if (!data) return <Bones rows={10} />
  const { nodes, pageInfo } = data.accounts
  if (nodes.length === 0) {
    return (
      <Notice title={t('accounts.empty')}>
        <p className="m">{t('accounts.emptyHint')}</p>
      </Notice>
    )
  }
  return (
    <>
      <ul>
        {nodes.map((account) => (
          <li key={account.id}>
            <Link to="/accounts/$id" params={{ id: account.id }} className="account-row">
              <span className="number q s">{account.number}</span>
              <span className="ell">
                <bdi className="md">{account.name}</bdi>{' '}
                {account.key && <span className="tag key">{t('case.key')}</span>}{' '}
                {account.critical && <span className="tag">{t('case.critical')}</span>}
              </span>
              <span className="m s">{account.region.name}</span>
              <span className="m s wide">{account.consumerTypeLabel}</span>
              <span className="m s wide ell">{countryName(account.country)}</span>
              <span className="m s wide ell">{account.manager?.name}</span>
              <span className="q s wide">{account.statusLabel}</span>
            </Link>
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && !more && (
        <button type="button" className="btn show-more" onClick={() => setMore(true)}>
          {t('accounts.more')}
        </button>
      )}
      {more && <AccountRows filter={filter} after={pageInfo.endCursor} />}
    </>
  )
}
