// How the material was processed at the customer: yield, consumption, stops and rating, by heat and in sum.
import { useTranslation } from 'react-i18next'
import type { ProcessingFacts, ResultFacts } from '../generated/trial.ts'
import { decimal } from '../words/dates.ts'

interface ProcessingSectionProps {
  of: { processing: readonly ProcessingFacts[] | null; result: ResultFacts | null }
  place: string | null
}

export function ProcessingSection({ of: { processing, result }, place }: ProcessingSectionProps) {
  const { t } = useTranslation()
  if (!processing || processing.length === 0) return null
  return (
    <section>
      <div className="section-head">
        <h2>{t('trials.processing')}</h2>
        <bdi className="q s">{place}</bdi>
      </div>
      {result && (
        <dl className="trial-figures">
          <Figure label={t('trials.yield')} value={result.yield && `${result.yield} %`} />
          <Figure label={t('trials.consumption')} value={result.consumption} />
          <Figure label={t('trials.stops')} value={result.stops} />
          <Figure label={t('trials.rating')} value={result.rating} />
        </dl>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys */}
      <section className="scroll" tabIndex={0} aria-label={t('trials.processing')}>
        <table>
          <thead>
            <tr>
              <th>{t('trials.heat')}</th>
              <th className="r">{t('trials.iteration')}</th>
              <th className="r">{t('trials.input')}</th>
              <th className="r">{t('trials.good')}</th>
              <th className="r">{t('trials.yield')}</th>
              <th className="r">{t('trials.consumption')}</th>
              <th className="r">{t('trials.stops')}</th>
              <th className="r">{t('trials.rating')}</th>
            </tr>
          </thead>
          <tbody>
            {processing.map((line) => (
              <tr key={`${line.iteration} ${line.heat?.id} ${line.inputMass} ${line.goodMass}`}>
                <td className="md">{line.heat?.number ?? '–'}</td>
                <td className="r">{line.iteration}</td>
                <td className="r">{decimal(line.inputMass, 3)}</td>
                <td className="r">{decimal(line.goodMass, 3)}</td>
                <td className="r b">{line.yield ? `${line.yield} %` : '–'}</td>
                <td className="r">{line.consumption ?? '–'}</td>
                <td className="r">{line.stops}</td>
                <td className="r">{line.rating}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function Figure({ label, value }: { label: string; value: string | null }) {
  return (
    <div>
      <dt className="xs q">{label}</dt>
      <dd>
        <bdi dir="ltr">{value ?? '–'}</bdi>
      </dd>
    </div>
  )
}
