// The head that the pages of surveys share: where one is, and what can be begun.
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'

export function SurveysHead({ at, children }: { at: 'waves' | 'questionnaires'; children?: ReactNode }) {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = t('surveys.title')
  }, [t])
  return (
    <>
      <header className="list-head">
        <h1>{t('surveys.title')}</h1>
        <div className="space" />
        {children}
      </header>
      <div className="tabs">
        <nav aria-label={t('surveys.title')}>
          <Link
            to="/surveys"
            activeOptions={{ exact: true, includeSearch: false }}
            aria-current={at === 'waves' ? 'page' : undefined}
          >
            {t('surveys.waves')}
          </Link>
          <Link to="/surveys/questionnaires" aria-current={at === 'questionnaires' ? 'page' : undefined}>
            {t('surveys.questionnaires')}
          </Link>
        </nav>
      </div>
    </>
  )
}
