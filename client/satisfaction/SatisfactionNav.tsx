// From the figures to what is done about them.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { actingParts } from '../acting/acting-parts.ts'
import { useMe } from '../shell/me.ts'
import '../acting/acting.css'

/** `regionCode`: of the region that is looked at, which the report begins with. */
export function SatisfactionNav({ regionCode, here }: { regionCode: string | null; here: 'figures' | 'report' }) {
  const { t } = useTranslation()
  const { actions, roles } = useMe()
  const reads = roles.some(({ role }) => role === 'management' || role === 'csLead')
  const group = actions.includes('followUp.work') || actions.includes('theme.write')
  return (
    <nav className="segments satisfaction-nav" aria-label={t('nav.satisfaction')}>
      <Link to="/satisfaction" activeOptions={{ exact: true }} aria-current={here === 'figures' ? 'page' : undefined}>
        {t('management.acting.figures')}
      </Link>
      {actingParts
        .filter((part) => part !== 'settings' && (group || part === 'themes'))
        .map((part) => (
          <Link key={part} to="/satisfaction/acting" search={{ part }}>
            {t(`management.acting.${part}`)}
          </Link>
        ))}
      {reads && (
        <Link
          to="/satisfaction/quality"
          search={{ region: regionCode ?? undefined }}
          aria-current={here === 'report' ? 'page' : undefined}
        >
          {t('management.acting.report')}
        </Link>
      )}
    </nav>
  )
}
