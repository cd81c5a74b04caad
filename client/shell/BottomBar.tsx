// The bar of phones: five places for the thumb.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Bell } from '../notices/Bell.tsx'
import { Icon } from './Icon.tsx'
import { useMe } from './me.ts'
import { PersonMenu } from './PersonMenu.tsx'
import { type Place, placesOf } from './places.ts'
import type { OpenSheet } from './sheets.ts'

const menu = 'person-menu-phone'

export function BottomBar({ open, unread }: { open: OpenSheet; unread: number }) {
  const { t } = useTranslation()
  const me = useMe()
  const { departments, actions } = me
  const current = { 'aria-current': 'page' } as const
  const logs = departments.length === 0 && actions.includes('claim.register')
  const inBar = new Set<Place['to']>([
    '/',
    ...(departments.length > 0 ? (['/board'] as const) : logs ? [] : (['/claims'] as const)),
    actions.includes('account.read') ? '/accounts' : '/claims',
  ])
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
      <button type="button" popoverTarget={menu}>
        <Icon name="more" />
        {t('nav.more')}
        {unread > 0 && <i className="mark" role="img" aria-label={t('together.unread', { count: unread })} />}
      </button>
      <PersonMenu id={menu}>
        <Bell count={unread} open={() => open('notifications')} />
        {placesOf(me)
          .flat()
          .filter(({ to }) => !inBar.has(to))
          .map(({ to, icon, label }) => (
            <Link key={to} to={to} className="entry" activeProps={current} onClick={close}>
              <Icon name={icon} />
              {t(label)}
            </Link>
          ))}
      </PersonMenu>
    </nav>
  )
}

/** A page that is opened from the menu takes its place. */
function close(): void {
  document.getElementById(menu)?.hidePopover()
}
