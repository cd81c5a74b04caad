// What the fields of a step are called; a kind of case with words of its own puts them before the common ones.
import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'

export const FieldWords = createContext<((name: string) => string) | null>(null)

export function useFieldWord(): (name: string) => string {
  const { t } = useTranslation()
  return useContext(FieldWords) ?? ((name) => t(`field.${name}`))
}
