// Recognises the customer: contact, last talk, what it uses, what was promised, and the policy that is never hidden.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import { AskTrial } from '../trials/AskTrial.tsx'
import { AskVisit } from '../visits/AskVisit.tsx'
import { countryName, languageName, shortDay, timeOfDay } from '../words/dates.ts'
import type { AccountView } from './AccountFigures.tsx'
import { EntryForm } from './EntryForm.tsx'
import { entryStart } from './entry-rows.ts'

interface AccountHeadProps {
  account: AccountView
  now: Date
  saved: (() => void) | undefined
}

export function AccountHead({ account, now, saved }: AccountHeadProps) {
  const { t } = useTranslation()
  const [changing, setChanging] = useState(false)
  const { figures, segment } = account
  const contact = account.contacts.find(({ active }) => active)
  return (
    <header>
      <div className="case-title">
        <span className="number">{account.number}</span>
        <h1>
          <bdi>{account.name}</bdi>
        </h1>
        {account.key && <span className="tag key">{t('common.key')}</span>}
        {account.critical && <span className="tag">{t('common.critical')}</span>}
        {account.classLabel && <span className="tag">{account.classLabel}</span>}
        {segment && (
          <span className="tag">
            {segment.name}
            {segment.target && ` · ${t('accounts.target')}`}
          </span>
        )}
        <span className="space" />
        {saved && (
          <button type="button" className="btn ghost" onClick={() => setChanging(true)}>
            {t('accounts.change')}
          </button>
        )}
        <AskTrial accountId={account.id} />
        <AskVisit accountId={account.id} />
      </div>
      <dl className="recognised">
        <div>
          <dt>{t('accounts.customer')}</dt>
          <dd>
            {account.region.name} · {countryName(account.country)}
            <br />
            <span className="q s">
              {[account.consumerTypeLabel, account.statusLabel, account.manager?.name].filter(Boolean).join(' · ')}
            </span>
          </dd>
        </div>
        <div>
          <dt>{t('accounts.contact')}</dt>
          <dd>
            {contact ? <b className="b">{contact.name}</b> : t('accounts.noContacts')}
            <br />
            <span className="q s">
              {t('common.thereNow', { time: timeOfDay(now, account.timeZone) })} ·{' '}
              {languageName(contact?.language ?? account.language)}
            </span>
          </dd>
        </div>
        {figures && (
          <>
            <div>
              <dt>{t('accounts.lastContact')}</dt>
              <dd>
                {figures.lastContactAt ? shortDay(figures.lastContactAt) : t('accounts.never')}
                <br />
                <bdi className="q s">{figures.lastContact}</bdi>
              </dd>
            </div>
            <div className="wide">
              <dt>{t('accounts.uses')}</dt>
              <dd className="used" title={figures.products.join(', ')}>
                <b className="b">{figures.products.length}</b> · {figures.products.slice(0, 2).join(', ')}
                {figures.products.length > 2 && ' …'}
                <br />
                <Link to="/trials" search={{ account: account.id, state: 'all' }} className="l s">
                  {t('nav.trials')}
                </Link>{' '}
                <Link to="/visits" search={{ account: account.id, show: 'all' }} className="l s">
                  {t('nav.visits')}
                </Link>
              </dd>
            </div>
          </>
        )}
        <div>
          <dt>{t('accounts.promises')}</dt>
          <dd>
            {figures && (
              <a href="#promises">
                <b className="b">{figures.openPromises}</b>
                {figures.overduePromises > 0 && (
                  <span className="danger b"> · {t('accounts.overdueCount', { count: figures.overduePromises })}</span>
                )}
              </a>
            )}
            {account.specialPolicy && (
              <span className="s warn policy">
                <Icon name="warning" />
                <bdi>{account.specialPolicy}</bdi>
              </span>
            )}
          </dd>
        </div>
      </dl>
      {changing && saved && (
        <EntryForm
          entry="updateAccount"
          title={t('accounts.changeAccount')}
          fixed={{ accountId: account.id }}
          start={entryStart('updateAccount', account)}
          saved={saved}
          close={() => setChanging(false)}
        />
      )}
    </header>
  )
}
