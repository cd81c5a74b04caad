// One customer seen whole: what is different here, its figures, open claims and people, what was agreed, its key plan.
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { ClaimRows } from '../claims/ClaimRows.tsx'
import { AccountPageDocument } from '../generated/account.ts'
import { Bones, Failure, NotFound } from '../parts/Notices.tsx'
import { useNow } from '../parts/now.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { AskTrial } from '../trials/AskTrial.tsx'
import { AskVisit } from '../visits/AskVisit.tsx'
import { countryName, languageName, timeOfDay } from '../words/dates.ts'
import { withWords } from '../words/with-words.ts'
import { AccountAgreements } from './AccountAgreements.tsx'
import { AccountFigures } from './AccountFigures.tsx'
import { KeyPlan } from './KeyPlan.tsx'
import './accounts.css'

const CadenceForm = lazy(
  withWords(['accounts', 'visit'], () =>
    import('../visits/CadenceForm.tsx').then(({ CadenceForm }) => ({ default: CadenceForm })),
  ),
)

export function AccountPage() {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/accounts/$id' })
  const now = useNow()
  const me = useMe()
  const [{ data, error }, load] = useQuery({ query: AccountPageDocument, variables: { id } })
  const account = data?.node?.__typename === 'Account' ? data.node : null
  const title = account?.name
  useEffect(() => {
    if (title) document.title = title
  }, [title])
  if (error && !data) return <Failure error={error} retry={() => load({ requestPolicy: 'network-only' })} />
  if (!data) return <Bones rows={8} />
  if (!account) return <NotFound />
  const people = account.contacts.filter(({ active }) => active)
  return (
    <div className="accounts">
      <header>
        <div className="row-flex">
          <h1>
            <bdi>{account.name}</bdi>
          </h1>
          {account.key && <span className="tag key">{t('common.key')}</span>}
          {account.critical && <span className="tag">{t('common.critical')}</span>}
        </div>
        <p className="m s">
          {[
            account.number,
            account.region.name,
            countryName(account.country),
            account.consumerTypeLabel,
            account.statusLabel,
          ].join(' · ')}
          {' · '}
          {t('common.thereNow', { time: timeOfDay(now, account.timeZone) })}
        </p>
        {account.manager && (
          <p className="m s">
            {t('accounts.manager')}: {account.manager.name}
          </p>
        )}
        {account.specialPolicy && (
          <p className="warn row-flex">
            <Icon name="warning" />
            <bdi>{account.specialPolicy}</bdi>
          </p>
        )}
        <div className="row-flex">
          <AskTrial accountId={account.id} />
          <Link to="/trials" search={{ account: account.id, state: 'all' }} className="l s">
            {t('nav.trials')}
          </Link>
          <AskVisit accountId={account.id} />
          <Link to="/visits" search={{ account: account.id, show: 'all' }} className="l s">
            {t('nav.visits')}
          </Link>
        </div>
        <Suspense>
          <CadenceForm accountId={account.id} />
        </Suspense>
      </header>
      <AccountFigures account={account} />
      <section>
        <h2>{t('accounts.openClaims')}</h2>
        {data.claims.nodes.length === 0 ? (
          <p className="q pad">{t('accounts.noClaims')}</p>
        ) : (
          <ClaimRows rows={data.claims.nodes} now={now} />
        )}
      </section>
      <section>
        <h2>{t('accounts.contacts')}</h2>
        {people.length === 0 && <p className="q pad">{t('accounts.noContacts')}</p>}
        <ul>
          {people.map(({ id, name, jobTitle, language, email, phone }) => (
            <li key={id} className="contact-row">
              <bdi className="md">{name}</bdi>
              <span className="m s">{jobTitle}</span>
              <span className="m s">{languageName(language)}</span>
              <span className="s">
                {email && (
                  <a className="l" href={`mailto:${email}`}>
                    {email}
                  </a>
                )}
              </span>
              <span className="s" dir="ltr">
                {phone && (
                  <a className="l" href={`tel:${phone}`}>
                    {phone}
                  </a>
                )}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <AccountAgreements account={account} />
      {account.figures && (
        <KeyPlan
          account={account}
          mayWrite={me.actions.includes('account.develop')}
          written={() => load({ requestPolicy: 'network-only' })}
        />
      )}
    </div>
  )
}
