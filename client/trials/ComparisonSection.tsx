// Ours beside the competitor's, indicator by indicator: a table, and bars told apart by pattern.
import { useTranslation } from 'react-i18next'
import type { TrialView } from '../case/case-view.ts'
import { Icon } from '../shell/Icon.tsx'
import { ComparisonBars } from './ComparisonBars.tsx'
import { limits } from './GroupSection.tsx'
import { currentRequirements } from './use-trial-options.ts'

export function ComparisonSection({ trial }: { trial: TrialView }) {
  const { t } = useTranslation()
  const { comparisons } = trial
  if (!comparisons || comparisons.length === 0) return null
  const target = (indicator: string) => currentRequirements(trial).find((one) => one.indicator === indicator)
  return (
    <section>
      <div className="section-head">
        <h2>{t('trials.comparison')}</h2>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys */}
      <section className="scroll" tabIndex={0} aria-label={t('trials.comparison')}>
        <table>
          <thead>
            <tr>
              <th>{t('trials.indicator')}</th>
              <th className="r">{t('trials.asked')}</th>
              <th className="r">{t('trials.ours')}</th>
              <th className="r">{t('trials.theirs')}</th>
              <th className="r">{t('trials.difference')}</th>
              <th>{t('trials.better')}</th>
              <th className="wide" />
            </tr>
          </thead>
          <tbody>
            {comparisons.map((one) => {
              const asked = target(one.indicator)
              return (
                <tr key={`${one.iteration} ${one.indicator} ${one.product?.id}`}>
                  <td>
                    <bdi>{one.indicator}</bdi> <span className="q s">{one.unit}</span>
                    <br />
                    <bdi className="q s">{one.product && `${one.product.competitor}: ${one.product.name}`}</bdi>{' '}
                    {one.iteration !== null && (
                      <span className="q s">{t('trials.time', { number: one.iteration })}</span>
                    )}
                  </td>
                  <td className="r">{asked ? <bdi dir="ltr">{limits(asked.min, asked.max)}</bdi> : '–'}</td>
                  <td className="r b">{one.ours ?? '–'}</td>
                  <td className="r">{one.theirs}</td>
                  <td className="r">
                    <bdi dir="ltr">{one.difference ?? '–'}</bdi>
                  </td>
                  <td>{one.strength !== null && <Better ours={one.strength} />}</td>
                  <td className="wide">
                    <ComparisonBars {...one} target={asked?.min ?? asked?.max ?? null} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function Better({ ours }: { ours: boolean }) {
  const { t } = useTranslation()
  return (
    <span className={ours ? 'verdict conforming' : 'verdict nonConforming'}>
      <Icon name={ours ? 'up' : 'down'} />
      {t(ours ? 'trials.strength' : 'trials.weakness')}
    </span>
  )
}
