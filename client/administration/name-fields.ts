// A name in the three languages of labels, as a form asks it and an input takes it.
import { optionOf, type SettingField, textOf, type Values } from './setting-field.ts'

/** Fields for a name in the three languages of labels. */
export function nameFields(t: (key: string) => string): SettingField[] {
  return [
    { name: 'name.en', label: t('administration.nameEn'), kind: 'line' },
    { name: 'name.ru', label: t('administration.nameRu'), kind: 'line', optional: true },
    { name: 'name.kk', label: t('administration.nameKk'), kind: 'line', optional: true },
  ]
}

interface Names {
  en: string
  ru: string | null
  kk: string | null
}

export function nameValues({ en, ru, kk }: Names): Values {
  return { 'name.en': en, 'name.ru': ru ?? '', 'name.kk': kk ?? '' }
}

export function nameInput(values: Values): Names {
  return { en: textOf(values, 'name.en'), ru: optionOf(values, 'name.ru'), kk: optionOf(values, 'name.kk') }
}
