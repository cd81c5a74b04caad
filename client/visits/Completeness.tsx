// How many of the ten blocks are written.
import { useTranslation } from 'react-i18next'

const all = 10

export function Completeness({ filled }: { filled: number }) {
  const { t } = useTranslation()
  return (
    <span className="completeness s m" role="status">
      <span className="ten" aria-hidden="true">
        {Array.from({ length: all }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: ten places that never move
          <i key={index} className={index < filled ? 'on' : undefined} />
        ))}
      </span>
      {t('visit.complete', { filled, all })}
    </span>
  )
}
