// The morning of a key-customer manager: what he has to see to over all his accounts, and how each of them stands.
import { Link } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { MyAccountsDocument } from '../generated/my-accounts.ts'
import { Bones, Failure, Notice } from '../parts/Notices.tsx'
import { useNow } from '../parts/now.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { longDayAndTime, shortDay, shortWhen } from '../words/dates.ts'
import { AccountTabs } from './AccountTabs.tsx'
import { type AgendaItem, agendaOf } from './agenda.ts'
import { MyAccountTable } from './MyAccountTable.tsx'
import '../case/case-parts.css'
import './accounts.css'
import './my-accounts.css'

export function MyAccountsPage() {
  const { t } = useTranslation()
  const now = useNow()
  const { personId } = useMe()
  const [{ data, error }, load] = useQuery({
    query: MyAccountsDocument,
    variables: { managerId: personId ?? '' },
    pause: personId === null,
  })
  useEffect(() => {
    document.title = t('mine.title')
  }, [t])
  const accounts = data?.accounts.nodes
  const agenda = useMemo(() => agendaOf(accounts ?? [], now), [accounts, now])
  if (error && !data) return <Failure error={error} retry={() => load({ requestPolicy: 'network-only' })} />
  if (!accounts) return <Bones rows={10} />
  const late = agenda.filter((one) => one.late).length
  const own = new Set(accounts.map(({ id }) => id))
  const cases = data.myCases.nodes.filter(({ account }) => own.has(account.id))
  return (
    <div className="accounts mine">
      <header>
        <AccountTabs />
        <h1>{t('mine.title')}</h1>
        <p className="m s">
          <span className="wide">{longDayAndTime(now)} · </span>
          {[t('mine.accounts', { count: accounts.length }), late > 0 && t('mine.late', { count: late })]
            .filter(Boolean)
            .join(', ')}
        </p>
      </header>
      {accounts.length === 0 ? (
        <Notice title={t('mine.none')}>
          <p className="m">{t('mine.noneHint')}</p>
        </Notice>
      ) : (
        <>
          <div className="mine-columns">
            <section aria-label={t('mine.agenda')}>
              <h2>{t('mine.agenda')}</h2>
              {agenda.length === 0 && <p className="q s">{t('mine.calm')}</p>}
              <ul>
                {agenda.map((one) => (
                  <AgendaLine key={one.id} item={one} />
                ))}
              </ul>
            </section>
            <section aria-label={t('mine.cases')}>
              <h2>{t('mine.cases')}</h2>
              {cases.length === 0 && <p className="q s">{t('mine.noCases')}</p>}
              <ul>
                {cases.map((one) => (
                  <li key={one.id}>
                    <Link to="/cases/$number" params={{ number: one.number }} className="agenda-line">
                      <span className="number q s">{one.number}</span>
                      <span className="ell">
                        <span dir="auto">{one.title}</span> <bdi className="q">{one.account.name}</bdi>
                      </span>
                      <span className={one.dueAt && new Date(one.dueAt) < now ? 's danger nw' : 's m nw'}>
                        {one.dueAt ? shortWhen(one.dueAt, now) : one.stateLabel}
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          </div>
          <MyAccountTable accounts={accounts} now={now} />
        </>
      )}
    </div>
  )
}

function AgendaLine({ item: { kind, day, late, account, what } }: { item: AgendaItem }) {
  const { t } = useTranslation()
  return (
    <li>
      <Link to="/accounts/$id" params={{ id: account.id }} className="agenda-line">
        <span className={late ? 's danger row-flex' : 's m row-flex'}>
          {late && <Icon name="warning" title={t('mine.isLate')} />}
          {t(`mine.kind.${kind}`)}
        </span>
        <span className="ell">
          <span dir="auto">{toldOf(kind, what, t)}</span> <bdi className="q">{account.name}</bdi>
        </span>
        <span className={late ? 's danger nw' : 's m nw'}>{day && shortDay(day)}</span>
      </Link>
    </li>
  )
}

function toldOf(kind: AgendaItem['kind'], what: string, t: ReturnType<typeof useTranslation>['t']): string {
  if (kind === 'clock') return t('mine.lateCases', { count: Number(what) })
  return kind === 'silent' && what ? shortDay(what) : what
}
