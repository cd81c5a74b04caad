// Languages of a questionnaire, each with how many texts it lacks; languages are added and left out here.
import { useTranslation } from 'react-i18next'
import { languageName } from '../words/dates.ts'
import type { Contents } from './contents.ts'
import type { MissingText } from './missing-texts.ts'

interface LanguageTabsProps {
  contents: Contents
  language: string
  choose: (language: string) => void
  missing: readonly MissingText[]
  change: ((contents: Contents) => void) | null
}

const known = ['en', 'ru', 'kk', 'fa', 'zh', 'de', 'ko', 'ar'] as const

export function LanguageTabs({ contents, language, choose, missing, change }: LanguageTabsProps) {
  const { t } = useTranslation()
  const { languages } = contents
  const others = known.filter((one) => !languages.includes(one))
  return (
    <div className="language-tabs">
      <fieldset className="segments">
        <legend className="unseen">{t('questionnaires.language')}</legend>
        {languages.map((one) => {
          const lacking = missing.filter((text) => text.language === one).length
          return (
            <button key={one} type="button" aria-pressed={language === one} onClick={() => choose(one)}>
              {languageName(one)}
              {lacking > 0 && (
                <span className="lacking" title={t('questionnaires.missing', { count: lacking })}>
                  {lacking}
                  <span className="unseen"> {t('questionnaires.missing', { count: lacking })}</span>
                </span>
              )}
            </button>
          )
        })}
      </fieldset>
      {change && others.length > 0 && (
        <label className="pick">
          <span className="unseen">{t('questionnaires.addLanguage')}</span>
          <select
            value=""
            onChange={({ target }) => {
              const added = others.find((one) => one === target.value)
              if (!added) return
              change({ ...contents, languages: [...languages, added] })
              choose(added)
            }}
          >
            <option value="">{t('questionnaires.addLanguage')}</option>
            {others.map((one) => (
              <option key={one} value={one}>
                {languageName(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {change && languages.length > 1 && (
        <button
          type="button"
          className="quiet-link"
          onClick={() => {
            const left = languages.filter((one) => one !== language)
            change({ ...contents, languages: left })
            choose(left[0] ?? 'en')
          }}
        >
          {t('questionnaires.dropLanguage', { language: languageName(language) })}
        </button>
      )}
    </div>
  )
}
