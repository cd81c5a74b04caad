// Administration: one part at a time; which one lives in the address.
import { Link, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { NotFound } from '../parts/Notices.tsx'
import { useMe } from '../shell/me.ts'
import { ApprovalsPart } from './ApprovalsPart.tsx'
import { type AdministrationPart, administrationParts } from './administration-parts.ts'
import { CalendarsPart } from './CalendarsPart.tsx'
import { CataloguesPart } from './CataloguesPart.tsx'
import { DeadlinesPart } from './DeadlinesPart.tsx'
import { DepartmentsPart } from './DepartmentsPart.tsx'
import { PeoplePart } from './PeoplePart.tsx'
import { RatesPart } from './RatesPart.tsx'
import { RegionsPart } from './RegionsPart.tsx'
import { RoutingPart } from './RoutingPart.tsx'
import './administration.css'

const shown = {
  people: PeoplePart,
  departments: DepartmentsPart,
  routing: RoutingPart,
  calendars: CalendarsPart,
  deadlines: DeadlinesPart,
  approvals: ApprovalsPart,
  rates: RatesPart,
  catalogues: CataloguesPart,
  regions: RegionsPart,
} satisfies Record<AdministrationPart, () => unknown>

export function AdministrationPage() {
  const { t } = useTranslation()
  const { part = 'people' } = useSearch({ from: '/administration' })
  const { actions } = useMe()
  const Part = shown[part]
  const parts = useRef<HTMLElement>(null)
  useEffect(() => {
    document.title = `${t(`administration.${part}`)} · ${t('nav.administration')}`
    parts.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [t, part])
  if (!actions.includes('organization.write')) return <NotFound />
  return (
    <div className="administration">
      <header>
        <h1>{t('nav.administration')}</h1>
        <nav className="segments" ref={parts} aria-label={t('nav.administration')}>
          {administrationParts.map((one) => (
            <Link
              key={one}
              to="/administration"
              search={{ part: one }}
              aria-current={one === part ? 'page' : undefined}
            >
              {t(`administration.${one}`)}
            </Link>
          ))}
        </nav>
      </header>
      <Part />
    </div>
  )
}
