// What stands in the way of a questionnaire, each entry leading to its place.
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import { languageName } from '../words/dates.ts'
import type { MissingText, Place } from './missing-texts.ts'

export interface PlacedFault {
  place: Place | null
  field: string
  code: string
  text: string
}

interface BuilderFaultsProps {
  faults: readonly PlacedFault[]
  missing: readonly MissingText[]
  told: string
  writes: boolean
  go: (place: Place, language: string | null) => void
}

const mostShown = 12

export function BuilderFaults({ faults, missing, told, writes, go }: BuilderFaultsProps) {
  const { t } = useTranslation()
  const other = faults.filter(({ code }) => code !== 'untranslated')
  const refused = faults.some(({ code }) => code === 'untranslated')
  if (told === '' || !writes) return null
  const obligatoryFirst = missing.toSorted((a, b) => Number(b.obligatory) - Number(a.obligatory))
  return (
    <div className="note builder-faults" role="alert">
      <p className="b row-flex">
        <Icon name="warning" />
        {told}
      </p>
      <ul>
        {other.map(({ place, field, text }) => (
          <li key={`${field} ${text}`}>
            {place ? (
              <button type="button" className="l" onClick={() => go(place, null)}>
                {t('questionnaires.at', {
                  section: place.section + 1,
                  item: place.item === null ? '–' : place.item + 1,
                })}
              </button>
            ) : null}{' '}
            {text}
          </li>
        ))}
        {refused &&
          obligatoryFirst.slice(0, mostShown).map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two options of one item may lack the same
            <li key={`${one.language} ${one.section} ${one.item} ${index}`}>
              <button type="button" className="l" onClick={() => go(one, one.language)}>
                {languageName(one.language)}: <bdi>{one.about || t('questionnaires.untitled')}</bdi>
              </button>
              {one.obligatory && one.item !== null && <span className="xs q"> {t('questionnaires.obligatory')}</span>}
            </li>
          ))}
      </ul>
      {refused && missing.length > mostShown && (
        <p className="s q">{t('questionnaires.more', { count: missing.length - mostShown })}</p>
      )}
    </div>
  )
}
