// From the figures to what is done about them.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { actingParts } from '../acting/acting-parts.ts'
import { useNow } from '../parts/now.ts'
import { useMe } from '../shell/me.ts'
import '../acting/acting.css'

/** `regionCode`: of the region that is looked at; its report is a paper of its own. */
export function SatisfactionNav({ regionCode }: { regionCode: string | null }) {
  const { t } = useTranslation()
  const { actions, roles } = useMe()
  const reads = roles.some(({ role }) => role === 'management' || role === 'csLead')
  const paper = `/regions/${regionCode}-${useNow().getUTCFullYear()}/quality`
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
      {regionCode && reads && (
        <>
          <a href={`${paper}.html`} target="_blank" rel="noreferrer">
            {t('management.acting.report')}
          </a>
          <a href={`${paper}.pdf`} target="_blank" rel="noreferrer">
            PDF
          </a>
        </>
      )}
    </nav>
  )
}
