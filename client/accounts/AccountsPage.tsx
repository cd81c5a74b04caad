// Customers by region and segment; the view lives in the address.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { paretoClasses } from '../../schema/account-vocabulary.ts'
import { accountsAsked } from '../../schema/accounts-asked.ts'
import { parseView } from '../../schema/list-views.ts'
import { accountStatuses, consumerTypes, words } from '../../schema/vocabulary.ts'
import {
  AccountChoicesDocument,
  AccountCountDocument,
  type AccountRow,
  type AccountsData,
  AccountsDocument,
} from '../generated/accounts.ts'
import { ListTools } from '../lists/ListTools.tsx'
import { usePages } from '../lists/use-pages.ts'
import { VirtualTable } from '../lists/VirtualTable.tsx'
import { Bones, Failure, Notice } from '../parts/Notices.tsx'
import { useSettled } from '../parts/settled.ts'
import type { AccountsSearch } from '../shell/searches.ts'
import { AccountTabs } from './AccountTabs.tsx'
import './accounts.css'

const pageOf = ({ accounts }: AccountsData) => accounts

export function AccountsPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/accounts' })
  const navigate = useNavigate()
  const { view } = parseView('accounts', { ...search, saved: undefined, wrong: undefined })
  const [text, setText] = useState(search.text ?? '')
  const typed = useSettled(text.trim(), 250)
  const [{ data: known }] = useQuery({ query: AccountChoicesDocument, requestPolicy: 'cache-first' })
  const go = (part: AccountsSearch) =>
    void navigate({ to: '/accounts', search: { ...view, saved: search.saved, ...part }, replace: true })
  useEffect(() => {
    document.title = t('accountList.title')
  }, [t])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed moves the address
  useEffect(() => {
    if (typed !== (search.text ?? '')) go({ text: typed || undefined })
  }, [typed])
  const asked = accountsAsked(view)
  const labelled = (list: string, all: readonly string[]) => all.map((id) => ({ id, label: t(`label.${list}.${id}`) }))
  const choices = [
    {
      name: 'region',
      label: t('common.region'),
      offers: (known?.accountRegions ?? []).map(({ region, accounts, key }) => ({
        id: region.id,
        label: `${region.name} · ${accounts}${key ? ` (${t('accountList.keyCount', { count: key })})` : ''}`,
      })),
    },
    { name: 'consumer', label: t('accountList.segment'), offers: labelled('consumerType', words(consumerTypes)) },
    { name: 'status', label: t('accountList.status'), offers: labelled('accountStatus', words(accountStatuses)) },
    {
      name: 'segment',
      label: t('accountList.inSegment'),
      offers: (known?.segments ?? []).map(({ id, name }) => ({ id, label: name })),
    },
    { name: 'class', label: t('accountList.class'), offers: labelled('paretoClass', words(paretoClasses)) },
  ] as const
  const list = usePages(AccountsDocument, asked, pageOf)
  const [{ data: counted }] = useQuery({ query: AccountCountDocument, variables: asked })
  return (
    <div className="accounts">
      <header>
        <AccountTabs />
        <h1>{t('accountList.title')}</h1>
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
            <label htmlFor="account-text">{t('accountList.search')}</label>
            <input
              className="input"
              id="account-text"
              type="search"
              dir="auto"
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          </div>
          {choices.map(({ name, label, offers }) => (
            <div className="field" key={name}>
              <label htmlFor={`account-${name}`}>{label}</label>
              <select
                className="input"
                id={`account-${name}`}
                value={search[name] ?? ''}
                onChange={({ target }) => go({ [name]: target.value || undefined })}
              >
                <option value="">{t('accountList.all')}</option>
                {offers.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.label}
                  </option>
                ))}
              </select>
            </div>
          ))}
          <label className="row-flex only-key">
            <input
              type="checkbox"
              checked={search.key === true}
              onChange={({ target }) => go({ key: target.checked || undefined })}
            />
            {t('accountList.onlyKey')}
          </label>
        </div>
      </header>
      {list.error && !list.loaded && <Failure error={list.error} retry={list.again} />}
      {!list.error && !list.loaded && <Bones rows={10} />}
      {list.loaded && list.rows.length === 0 && (
        <Notice title={t('accountList.empty')}>
          <p className="m">{t('accountList.emptyHint')}</p>
        </Notice>
      )}
      {list.rows.length > 0 && (
        <VirtualTable
          name={`accounts ${JSON.stringify(asked)}`}
          label={t('accountList.title')}
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
      <span className="m s wide ell">{account.segment?.name}</span>
      <span className="m s wide ell">
        {account.class === 'vitalFew' ? <b className="md">{account.classLabel}</b> : account.classLabel}
      </span>
      <span className="m s wide ell">{account.manager?.name}</span>
      <span className="q s wide">{account.statusLabel}</span>
    </Link>
  )
}
