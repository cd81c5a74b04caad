// Satisfaction as a function of quality: against conformity and against claims per 1,000 t, by product or by region.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { SatisfactionByQualityDocument, type SatisfactionByQualityVariables } from '../generated/explained.ts'
import { Bones, Failure } from '../parts/Notices.tsx'
import { type QualityPoint, QualityScatter } from './QualityScatter.tsx'

const groupings = ['product', 'region'] as const

interface ByQualityProps {
  filter: SatisfactionByQualityVariables['filter']
  open: (point: QualityPoint, by: (typeof groupings)[number]) => void
}

export function ByQuality({ filter, open }: ByQualityProps) {
  const { t } = useTranslation()
  const [by, setBy] = useState<(typeof groupings)[number]>('product')
  const [{ data, error }, load] = useQuery({ query: SatisfactionByQualityDocument, variables: { filter, by } })
  if (error && !data) return <Failure error={error} retry={() => load({ requestPolicy: 'network-only' })} />
  if (!data) return <Bones rows={6} />
  const { satisfactionByQuality: byQuality } = data
  if (!byQuality) return null
  return (
    <section className="explained" aria-label={t('explained.byQuality')}>
      <div className="card-head explained-head">
        <h2>{t('explained.byQuality')}</h2>
        <fieldset className="segments" aria-label={t('explained.compared')}>
          {groupings.map((one) => (
            <button key={one} type="button" aria-pressed={one === by} onClick={() => setBy(one)}>
              {t(`explained.by.${one}`)}
            </button>
          ))}
        </fieldset>
      </div>
      <p className="s q">{t('explained.byQualityMeasure')}</p>
      <div className="cards">
        {(['conformity', 'claims'] as const).map((measure) => (
          <QualityScatter
            key={measure}
            measure={measure}
            byQuality={byQuality}
            head={t(`explained.by.${by}`)}
            open={(point) => open(point, by)}
          />
        ))}
      </div>
    </section>
  )
}
