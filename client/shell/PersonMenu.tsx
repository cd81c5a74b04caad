// What a person sets for this device, and the way out.
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countText } from '../device/DeviceNotes.tsx'
import { useDevice } from '../device/device.ts'
import { signOut } from '../graph/session.ts'
import { chooseLanguage, chosenLanguage, type Language, languages } from '../words/language.ts'
import { chooseTheme, chosenTheme, type Theme } from './theme.ts'

const themes = { system: 'nav.themeSystem', light: 'nav.themeLight', dark: 'nav.themeDark' } as const

export function PersonMenu({ id = 'person-menu', children }: { id?: string; children?: ReactNode }) {
  const { t } = useTranslation()
  const [theme, setTheme] = useState(chosenTheme)
  const change = (next: Theme) => {
    chooseTheme(next)
    setTheme(next)
  }
  return (
    <div className="menu" id={id} popover="auto">
      {children}
      <fieldset>
        <legend>{t('nav.theme')}</legend>
        {Object.entries(themes).map(([word, label]) => (
          <label key={word} className="entry">
            <input type="radio" name={`theme-${id}`} checked={theme === word} onChange={() => change(word as Theme)} />
            {t(label)}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('nav.language')}</legend>
        {Object.entries(languages).map(([word, name]) => (
          <label key={word} className="entry" lang={word}>
            <input
              type="radio"
              name={`language-${id}`}
              checked={chosenLanguage() === word}
              onChange={() => chooseLanguage(word as Language)}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <Link className="entry" to="/me">
        {t('nav.access')}
      </Link>
      <SignOut />
    </div>
  )
}

/** What waits on this device goes with the person: it is said before. */
function SignOut() {
  const { t } = useTranslation()
  const { outbox } = useDevice()
  const [asking, setAsking] = useState(false)
  const leave = () => (outbox.list().length > 0 && !asking ? setAsking(true) : void signOut())
  return (
    <>
      {asking && (
        <p className="fault" role="alert">
          {t('waiting.signOut', { what: countText(outbox.list(), t) })}
        </p>
      )}
      <button type="button" className="entry" onClick={leave}>
        {t(asking ? 'waiting.signOutAnyway' : 'nav.signOut')}
      </button>
    </>
  )
}
