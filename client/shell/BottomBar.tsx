// The bar of phones: five places for the thumb.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Bell } from '../notices/Bell.tsx'
import { Icon } from './Icon.tsx'
import { useMe } from './me.ts'
import { PersonMenu } from './PersonMenu.tsx'
import type { OpenSheet } from './sheets.ts'

export function BottomBar({ open, unread }: { open: OpenSheet; unread: number }) {
  const { t } = useTranslation()
  const { departments, actions } = useMe()
  const current = { 'aria-current': 'page' } as const
  return (
    <nav className="tabbar" aria-label={t('nav.main')}>
      <Link to="/" activeProps={current} activeOptions={{ exact: true, includeSearch: false }}>
        <Icon name="work" />
        {t('nav.work')}
      </Link>
      <button type="button" onClick={() => open('find')}>
        <Icon name="find" />
        {t('nav.find')}
      </button>
      {departments.length > 0 ? (
        <Link to="/board" activeProps={current}>
          <Icon name="board" />
          {t('nav.boardShort')}
        </Link>
      ) : (
        <Link to={actions.includes('claim.register') ? '/log' : '/claims'} activeProps={current}>
          <Icon name={actions.includes('claim.register') ? 'plus' : 'claim'} />
          {t(actions.includes('claim.register') ? 'nav.log' : 'nav.claims')}
        </Link>
      )}
      <Link to={actions.includes('account.read') ? '/accounts' : '/claims'} activeProps={current}>
        <Icon name={actions.includes('account.read') ? 'accounts' : 'claim'} />
        {t(actions.includes('account.read') ? 'nav.accounts' : 'nav.claims')}
      </Link>
      <button type="button" popoverTarget="person-menu-phone">
        <Icon name="more" />
        {t('nav.more')}
        {unread > 0 && <i className="mark" role="img" aria-label={t('together.unread', { count: unread })} />}
      </button>
      <PersonMenu id="person-menu-phone">
        <Bell count={unread} open={() => open('notifications')} />
      </PersonMenu>
    </nav>
  )
}
