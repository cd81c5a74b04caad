// What there is of customers: all of them, one's own, whom we serve with what, and what should be made better.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../shell/me.ts'
import '../parts/list-page.css'
import './my-accounts.css'

const tabs = [
  { to: '/accounts', label: 'accountPages.all' },
  { to: '/accounts/mine', label: 'accountPages.mine' },
  { to: '/accounts/segments', label: 'accountPages.segments' },
  { to: '/recommendations', label: 'accountPages.recommendations' },
] as const

export function AccountTabs() {
  const { t } = useTranslation()
  const { roles } = useMe()
  const manages = roles.some(({ role }) => role === 'keyCustomerManager')
  return (
    <nav className="tabs account-tabs" aria-label={t('accountPages.label')}>
      {tabs
        .filter(({ to }) => to !== '/accounts/mine' || manages)
        .map(({ to, label }) => (
          <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
            {t(label)}
          </Link>
        ))}
    </nav>
  )
}
