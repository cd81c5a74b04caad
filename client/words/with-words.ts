// Words that only some pages need, loaded beside the first of them, so that a language starts light.
import i18next from 'i18next'
import { chosenLanguage, labelLanguage } from './language.ts'

type Words = Record<string, unknown>

const files = import.meta.glob<Words>('./*/*.json', { import: 'default' })
const labels = import.meta.glob<Words>('../generated/labels-*.ts', { import: 'labels' })

/** `page` arrives once the words of these areas can be said: each its folder here, and the labels of the server made for it. */
export function withWords<P>(areas: readonly string[], page: () => Promise<P>): () => Promise<P> {
  return async () => {
    const [loaded] = await Promise.all([page(), ...areas.map(learn)])
    return loaded
  }
}

async function learn(area: string): Promise<void> {
  const language = chosenLanguage()
  const [words, label] = await Promise.all([
    files[`./${area}/${language}.json`]?.(),
    labels[`../generated/labels-${area}-${labelLanguage()}.ts`]?.(),
  ])
  if (!words) throw new Error(`No words of ${area} in ${language}`)
  i18next.addResourceBundle(language, 'translation', { ...words, ...(label && { label }) }, true, true)
}
