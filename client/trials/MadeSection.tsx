// What was made and how it went to the customer: heats with their coils, changes of the card, stages of the way.
import { useTranslation } from 'react-i18next'
import type { TrialView } from '../case/case-view.ts'
import { dayAndTime, decimal } from '../words/dates.ts'

export function MadeSection({ trial }: { trial: TrialView }) {
  const { t } = useTranslation()
  const { heats, coils, cardChanges, stages } = trial
  return (
    <>
      {heats && heats.length > 0 && (
        <section>
          <div className="section-head">
            <h2>{t('trials.made')}</h2>
          </div>
          <ul className="trial-lines">
            {heats.map(({ heat, iteration, variant }) => (
              <li key={`${iteration} ${heat?.id}`}>
                <span className="md">{t('common.heat', { number: heat?.number ?? '–' })}</span>{' '}
                <span className="q s">
                  {t('trials.time', { number: iteration })}
                  {variant && <bdi> · {variant}</bdi>}
                </span>
                <br />
                <span className="s m">
                  {coils
                    ?.filter((coil) => coil.heat.id === heat?.id)
                    .map(({ number, mass }) => `${number} (${decimal(mass, 3)} t)`)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          {cardChanges && cardChanges.length > 0 && (
            <>
              <h3 className="s">{t('trials.card')}</h3>
              <ul className="trial-lines">
                {cardChanges.map((one) => (
                  <li key={`${one.iteration} ${one.parameter}`} className="s">
                    <bdi className="md">{one.parameter}</bdi>: <bdi>{one.before}</bdi> → <bdi>{one.after}</bdi>{' '}
                    {one.reason && <bdi className="q">{one.reason}</bdi>}
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      )}
      {stages && stages.length > 0 && (
        <section>
          <div className="section-head">
            <h2>{t('trials.way')}</h2>
          </div>
          <ol className="trial-lines">
            {stages.map((one) => (
              <li key={`${one.iteration} ${one.stage} ${one.at}`} className="s">
                <span className="md">{one.stageLabel}</span> <time dateTime={one.at}>{dayAndTime(one.at)}</time>{' '}
                <span className="q">{t('trials.time', { number: one.iteration })}</span>{' '}
                {one.note && <bdi className="q">{one.note}</bdi>}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}
