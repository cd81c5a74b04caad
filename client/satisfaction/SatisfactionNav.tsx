// From the figures to what is done about them.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { actingParts } from '../acting/acting-parts.ts'
import { useMe } from '../shell/me.ts'
import '../acting/acting.css'

export function SatisfactionNav() {
  const { t } = useTranslation()
  const { actions } = useMe()
  const group = actions.includes('followUp.work') || actions.includes('theme.write')
  return (
    <nav className="segments satisfaction-nav" aria-label={t('satisfaction.title')}>
      <Link to="/satisfaction" aria-current="page">
        {t('management.acting.figures')}
      </Link>
      {actingParts
        .filter((part) => group || part === 'themes')
        .map((part) => (
          <Link key={part} to="/satisfaction/acting" search={{ part }}>
            {t(`management.acting.${part}`)}
          </Link>
        ))}
    </nav>
  )
}
