// Satisfaction from wave to wave on the scale of 1 to 5; few answers are marked.
import { useTranslation } from 'react-i18next'

interface Wave {
  name: string
  mean: number
  n: number
}

/** Below it a mean says little and is marked. */
const smallSample = 5

export function WaveBars({ waves }: { waves: readonly Wave[] }) {
  const { t } = useTranslation()
  if (waves.length === 0) return <p className="q s">{t('accounts.noWaves')}</p>
  return (
    <ul className="wave-bars">
      {waves.slice(-5).map(({ name, mean, n }) => (
        <li key={name} className="s">
          <bdi className="m ell">{name}</bdi>
          <i aria-hidden="true">
            <i className={n < smallSample ? 'few' : undefined} style={{ inlineSize: `${((mean - 1) / 4) * 100}%` }} />
          </i>
          <b className="b">{mean.toFixed(2)}</b>
          <span className="q" title={n < smallSample ? t('accounts.small') : undefined}>
            n = {n}
            {n < smallSample && ' △'}
          </span>
        </li>
      ))}
    </ul>
  )
}
