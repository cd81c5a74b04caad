// The comparison with a competitor in figures.
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import type { ComparedLine } from './comparison-picture.tsx'

export function ComparisonTable({ lines }: { lines: readonly ComparedLine[] }) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys
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
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <td>
                <bdi>{line.indicator}</bdi> <span className="q s">{line.unit}</span>
                <br />
                <span className="q s">{line.direction}</span> <bdi className="q s">{line.competitor}</bdi>{' '}
                {line.iteration !== null && <span className="q s">{t('trials.time', { number: line.iteration })}</span>}
              </td>
              <td className="r">
                <bdi dir="ltr">{line.asked ?? '–'}</bdi>
              </td>
              <td className="r b">{line.ours ?? '–'}</td>
              <td className="r">{line.theirs}</td>
              <td className="r">
                <bdi dir="ltr">{line.difference ?? '–'}</bdi>
              </td>
              <td>
                {line.standing && (
                  <span className={line.standing.ours ? 'verdict conforming' : 'verdict nonConforming'}>
                    <Icon name={line.standing.ours ? 'up' : 'down'} />
                    {line.standing.word}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
