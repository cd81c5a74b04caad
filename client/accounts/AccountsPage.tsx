// Customers by region and segment; the view lives in the address.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { accountsAsked } from '../../schema/accounts-asked.ts'
import { parseView } from '../../schema/list-views.ts'
import {
  AccountCountDocument,
  type AccountRow,
  type AccountsData,
  AccountsDocument,
  RegionsDocument,
} from '../generated/accounts.ts'
import { ListTools } from '../lists/ListTools.tsx'
import { usePages } from '../lists/use-pages.ts'
import { VirtualTable } from '../lists/VirtualTable.tsx'
import { Bones, Failure, Notice } from '../parts/Notices.tsx'
import { useSettled } from '../parts/settled.ts'
import type { AccountsSearch } from '../shell/searches.ts'
import { countryName } from '../words/dates.ts'
import './accounts.css'

const consumers = ['endUser', 'wholesaler'] as const
const pageOf = ({ accounts }: AccountsData) => accounts

export function AccountsPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/accounts' })
  const navigate = useNavigate()
  const { view } = parseView('accounts', { ...search, saved: undefined, wrong: undefined })
  const [text, setText] = useState(search.text ?? '')
  const typed = useSettled(text.trim(), 250)
  const [{ data: regions }] = useQuery({ query: RegionsDocument, requestPolicy: 'cache-first' })
  const go = (part: AccountsSearch) =>
    void navigate({ to: '/accounts', search: { ...view, saved: search.saved, ...part }, replace: true })
  useEffect(() => {
    document.title = t('accounts.title')
  }, [t])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed moves the address
  useEffect(() => {
    if (typed !== (search.text ?? '')) go({ text: typed || undefined })
  }, [typed])
  const asked = accountsAsked(view)
  const list = usePages(AccountsDocument, asked, pageOf)
  const [{ data: counted }] = useQuery({ query: AccountCountDocument, variables: asked })
  return (
    <div className="accounts">
      <header>
        <h1>{t('accounts.title')}</h1>
        <ListTools
          page="accounts"
          view={view}
          saved={search.saved}
          wrong={search.wrong}
          apply={(next, saved) => {
            const { view } = parseView('accounts', next)
            setText(view.text ?? '')
            void navigate({ to: '/accounts', search: { ...view, saved } })
          }}
        />
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
            <label htmlFor="account-region">{t('common.region')}</label>
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
      {list.error && !list.loaded && <Failure error={list.error} retry={list.again} />}
      {!list.error && !list.loaded && <Bones rows={10} />}
      {list.loaded && list.rows.length === 0 && (
        <Notice title={t('accounts.empty')}>
          <p className="m">{t('accounts.emptyHint')}</p>
        </Notice>
      )}
      {list.rows.length > 0 && (
        <VirtualTable
          name={`accounts ${JSON.stringify(asked)}`}
          label={t('accounts.title')}
          items={list.rows.map((row) => ({ row }))}
          total={counted?.accountCount ?? null}
          more={list.more}
          next={list.next}
          draw={(account) => <AccountLine account={account} />}
          open={({ id }) => void navigate({ to: '/accounts/$id', params: { id } })}
          selection={null}
        />
      )}
    </div>
  )
}

function AccountLine({ account }: { account: AccountRow }) {
  const { t } = useTranslation()
  return (
    <Link to="/accounts/$id" params={{ id: account.id }} className="account-row">
      <span className="number q s">{account.number}</span>
      <span className="ell">
        <bdi className="md">{account.name}</bdi> {account.key && <span className="tag key">{t('common.key')}</span>}{' '}
        {account.critical && <span className="tag">{t('common.critical')}</span>}
      </span>
      <span className="m s">{account.region.name}</span>
      <span className="m s wide">{account.consumerTypeLabel}</span>
      <span className="m s wide ell">{countryName(account.country)}</span>
      <span className="m s wide ell">{account.manager?.name}</span>
      <span className="q s wide">{account.statusLabel}</span>
    </Link>
  )
}
