// Languages of the pages: chosen on this device, else the browser's; the server speaks three of them.
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

export const languages = { en: 'English', ru: 'Русский', kk: 'Қазақша', fa: 'فارسی' } as const
export type Language = keyof typeof languages

const load = {
  en: () => Promise.all([import('./en.json'), import('../generated/labels-start-en.ts')]),
  ru: () => Promise.all([import('./ru.json'), import('../generated/labels-start-ru.ts')]),
  kk: () => Promise.all([import('./kk.json'), import('../generated/labels-start-kk.ts')]),
  fa: () => Promise.all([import('./fa.json'), import('../generated/labels-start-en.ts')]),
}

const kept = 'language'

export function chosenLanguage(): Language {
  const wanted = [localStorage.getItem(kept) ?? '', ...navigator.languages.map((tag) => tag.slice(0, 2))]
  return wanted.find(isLanguage) ?? 'en'
}

/** Pages are loaded anew, since labels of the server come in its language too. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(kept, language)
  location.reload()
}

/** What the server is asked in: Persian pages take its English labels. */
export function labelLanguage(): string {
  const language = chosenLanguage()
  return language === 'fa' ? 'en' : language
}

export async function startWords(): Promise<void> {
  const language = chosenLanguage()
  const [words, { labels }] = await load[language]()
  document.documentElement.lang = language
  document.documentElement.dir = language === 'fa' ? 'rtl' : 'ltr'
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: { ...words.default, label: labels } } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
}

function isLanguage(text: string): text is Language {
  return text in languages
}
