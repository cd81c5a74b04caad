// The parts of acting on answers, and the way to the report.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type ActingPart, actingParts } from './acting-parts.ts'

export function ActingNav({ part }: { part: ActingPart }) {
  const { t } = useTranslation()
  return (
    <nav className="segments" aria-label={t('acting.title')}>
      {actingParts.map((one) => (
        <Link
          key={one}
          to="/satisfaction/acting"
          search={{ part: one }}
          aria-current={one === part ? 'page' : undefined}
        >
          {t(`acting.${one}`)}
        </Link>
      ))}
    </nav>
  )
}
