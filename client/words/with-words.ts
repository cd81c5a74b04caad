// Words that only some pages need, loaded beside the first of them, so that a language starts light.
import i18next from 'i18next'
import { chosenLanguage } from './language.ts'

const files = import.meta.glob<Record<string, unknown>>('./*/*.json', { import: 'default' })

/** `page` arrives once the words of these folders can be said. */
export function withWords<P>(folders: readonly string[], page: () => Promise<P>): () => Promise<P> {
  return async () => {
    const [loaded] = await Promise.all([page(), ...folders.map(learn)])
    return loaded
  }
}

async function learn(folder: string): Promise<void> {
  const language = chosenLanguage()
  const words = await files[`./${folder}/${language}.json`]?.()
  if (words) i18next.addResourceBundle(language, 'translation', words, true, true)
}
