// The bar at the side: 200 px wide, 80 px under 1100, absent on phones.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Bell } from '../notices/Bell.tsx'
import { Avatar } from '../parts/Avatar.tsx'
import { Icon } from './Icon.tsx'
import { useMe } from './me.ts'
import { PersonMenu } from './PersonMenu.tsx'
import { placesOf } from './places.ts'
import type { OpenSheet } from './sheets.ts'

export function SideBar({ open, unread }: { open: OpenSheet; unread: number }) {
  const { t } = useTranslation()
  const me = useMe()
  const [daily = [], other = []] = placesOf(me)
  return (
    <nav className="side" aria-label={t('nav.main')}>
      <div className="brand">
        <Mark />
        <span>{t('brand')}</span>
      </div>
      <button type="button" className="entry find" onClick={() => open('find')}>
        <Icon name="find" />
        <span className="long">{t('nav.findOrDo')}</span>
        <span className="short">{t('nav.find')}</span>
        <kbd className="count">Ctrl K</kbd>
      </button>
      <Bell count={unread} open={() => open('notifications')} />
      {[daily, other].map((places, index) => [
        index > 0 && places.length > 0 && <hr key="line" />,
        ...places.map(({ to, icon, label, short }) => (
          <Link
            key={to}
            to={to}
            activeProps={{ 'aria-current': 'page' }}
            activeOptions={{ exact: to === '/', includeSearch: false }}
          >
            <Icon name={icon} />
            <span className="long">{t(label)}</span>
            <span className="short">{t(short)}</span>
          </Link>
        )),
      ])}
      <div className="space" />
      <div className="demo-note xs q" style={{ padding: '0 8px 12px' }}>
        {t('demoData')}
      </div>
      <button type="button" className="entry" popoverTarget="person-menu">
        <Avatar name={me.name} />
        <span className="ell me">
          {me.name}
          <br />
          <span className="xs q">{me.roles[0]?.label}</span>
        </span>
      </button>
      <PersonMenu />
    </nav>
  )
}

export function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="9" fill="var(--ink)" />
      <circle cx="10" cy="10" r="6.2" fill="none" stroke="var(--surface)" strokeWidth="1.2" />
      <circle cx="10" cy="10" r="3.2" fill="none" stroke="var(--surface)" strokeWidth="1.2" />
    </svg>
  )
}
