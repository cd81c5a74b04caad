// What the figures are of: the instrument, the waves, and what narrows them.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SatisfactionData } from '../generated/satisfaction.ts'
import { Pick } from '../management/Pick.tsx'
import type { SatisfactionSearch } from '../shell/searches.ts'

const consumers = ['endUser', 'wholesaler'] as const
type Questionnaires = SatisfactionData['questionnaires']

export function SatisfactionHead({ satisfaction, questionnaires, regions }: SatisfactionData) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const search = useSearch({ from: '/satisfaction' })
  const go = (next: SatisfactionSearch) => void navigate({ to: '/satisfaction', search: { ...search, ...next } })
  const shown = satisfaction?.waves ?? []
  const waves = new Map([
    ...(satisfaction?.trend ?? []).map(({ waveId, wave }) => [waveId, wave] as const),
    ...shown.map(({ waveId, name }) => [waveId, name] as const),
  ])
  const asked = instrumentsOf(questionnaires)
  return (
    <header className="management-head">
      <h1>{t('satisfaction.title')}</h1>
      <span className="q">{shown.map(({ name }) => name).join(', ')}</span>
      <span className="space" />
      {asked.length > 1 && (
        <Pick
          label={t('satisfaction.instrument')}
          value={search.instrument ?? 'steelWorks'}
          choices={asked.map(({ instrument, instrumentLabel }) => [instrument, instrumentLabel])}
          choose={(value) =>
            go({ instrument: asked.find(({ instrument }) => instrument === value)?.instrument, wave: undefined })
          }
          always
        />
      )}
      <Pick
        label={t('satisfaction.wave')}
        value={search.wave}
        choices={[...waves]}
        choose={(value) => go({ wave: value })}
      />
      <Pick
        label={t('satisfaction.region')}
        value={search.region}
        choices={regions.map(({ id, name }) => [id, name])}
        choose={(value) => go({ region: value })}
      />
      <Pick
        label={t('management.consumer')}
        value={search.consumer}
        choices={consumers.map((one) => [one, t(`label.consumerType.${one}`)])}
        choose={(value) => go({ consumer: consumers.find((one) => one === value) })}
      />
    </header>
  )
}

/** Of each instrument that there is a questionnaire of, one; the works' own first. */
function instrumentsOf(questionnaires: Questionnaires): Questionnaires {
  const byInstrument = [...new Map(questionnaires.map((one) => [one.instrument, one])).values()]
  const place = ({ instrument }: Questionnaires[number]) => (instrument === 'steelWorks' ? 0 : 1)
  return byInstrument.toSorted((a, b) => place(a) - place(b))
}
