// What is done about answers: whom to call, what is to become better, and how customer focus is assessed besides surveys.
import { Link, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ActingNav } from './ActingNav.tsx'
import { ActingSettings } from './ActingSettings.tsx'
import { FocusPart } from './FocusPart.tsx'
import { FollowUpPart } from './FollowUpPart.tsx'
import { ThemePart } from './ThemePart.tsx'
import '../administration/administration.css'
import '../management/management.css'
import './acting.css'

export function ActingPage() {
  const { t } = useTranslation()
  const { part = 'followUps' } = useSearch({ from: '/satisfaction/acting' })
  useEffect(() => {
    document.title = `${t(`acting.${part}`)} · ${t('acting.title')}`
  }, [t, part])
  return (
    <div className="management acting">
      <header className="management-head">
        <h1>{t('acting.title')}</h1>
        <span className="space" />
        <Link to="/satisfaction" className="l s">
          {t('acting.toFigures')}
        </Link>
      </header>
      <ActingNav part={part} />
      {part === 'followUps' && <FollowUpPart />}
      {part === 'themes' && <ThemePart />}
      {part === 'focus' && <FocusPart />}
      {part === 'settings' && <ActingSettings />}
    </div>
  )
}
