// The six groups: what was asked of each indicator, what was measured last, and the verdict by sign and word.
import { useTranslation } from 'react-i18next'
import type { TrialView } from '../case/case-view.ts'
import type { TrialRequirementFacts } from '../generated/trial.ts'
import { Icon } from '../shell/Icon.tsx'
import { limits } from './limits.ts'
import { currentRequirements } from './use-trial-options.ts'

export function GroupSection({ trial }: { trial: TrialView }) {
  const { t } = useTranslation()
  const requirements = currentRequirements(trial)
  if (!trial.groups) return null
  return (
    <section>
      <div className="section-head">
        <h2>{t('trials.groups')}</h2>
        {trial.concessionSignedBy && (
          <span className="q s">{t('trials.concession', { who: trial.concessionSignedBy })}</span>
        )}
      </div>
      {requirements.length === 0 ? (
        <p className="s q">{t('trials.noRequirements')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys
        <section className="scroll" tabIndex={0} aria-label={t('trials.groups')}>
          <table className="trial-groups">
            <thead>
              <tr>
                <th>{t('trials.indicator')}</th>
                <th className="r">{t('trials.asked')}</th>
                <th className="r">{t('trials.measured')}</th>
                <th>{t('trials.verdict')}</th>
              </tr>
            </thead>
            {trial.groups.map(({ group, groupLabel, verdict }) => (
              <tbody key={group}>
                <tr className="indicator-group">
                  <th colSpan={3} scope="rowgroup">
                    {groupLabel}
                    {trial.concessionGroups?.includes(group) && <span className="tag">{t('trials.conceded')}</span>}
                  </th>
                  <td>
                    <Mark look={verdict} />
                  </td>
                </tr>
                {requirements
                  .filter((one) => one.group === group)
                  .map((one) => (
                    <Indicator key={one.id} requirement={one} />
                  ))}
              </tbody>
            ))}
          </table>
        </section>
      )}
    </section>
  )
}

function Indicator({ requirement }: { requirement: TrialRequirementFacts }) {
  const { indicator, unit, min, max, measurements } = requirement
  const last = Math.max(0, ...measurements.map(({ inspection }) => inspection))
  const counted = measurements.filter(({ inspection }) => inspection === last)
  const conforms = counted.every((one) => one.conforms)
  return (
    <tr>
      <td>
        <bdi>{indicator}</bdi> <span className="q s">{unit}</span>
      </td>
      <td className="r">
        <bdi dir="ltr">{limits(min, max)}</bdi>
      </td>
      <td className="r">
        <bdi dir="ltr">{counted.map(({ value }) => value).join(' · ') || '–'}</bdi>
      </td>
      <td>
        <Mark look={counted.length === 0 ? 'unmeasured' : conforms ? 'conforming' : 'nonConforming'} />
      </td>
    </tr>
  )
}

/** A sign and a word, so that the colour need not be seen. */
function Mark({ look }: { look: 'conforming' | 'nonConforming' | 'unmeasured' }) {
  const { t } = useTranslation()
  return (
    <span className={`verdict ${look}`}>
      {look !== 'unmeasured' && <Icon name={look === 'conforming' ? 'check' : 'cross'} />}
      {t(`trials.${look}`)}
    </span>
  )
}
