// Options put in order by their places; a place that is given twice is told of where ties are not allowed.
import { useTranslation } from 'react-i18next'
import type { AskedItem } from '../generated/answers.ts'

interface RankingProps {
  item: AskedItem
  ranks: Readonly<Record<string, string>>
  change: (ranks: Readonly<Record<string, string>>) => void
}

export function Ranking({ item: { options, tiesAllowed }, ranks, change }: RankingProps) {
  const { t } = useTranslation()
  const given = Object.values(ranks).filter(Boolean)
  const tied = !tiesAllowed && new Set(given).size < given.length
  return (
    <div className="ranking">
      <p className="xs q">{t('answers.ranking')}</p>
      {options.map(({ code, wording }) => (
        <label key={code} className="row-flex">
          <select
            className="input"
            aria-label={`${t('answers.place')}: ${wording}`}
            aria-invalid={(tied && given.filter((one) => one === ranks[code]).length > 1) || undefined}
            value={ranks[code] ?? ''}
            onChange={({ target }) => change({ ...ranks, [code]: target.value })}
          >
            <option value="">–</option>
            {options.map((option, index) => (
              <option key={option.code} value={index + 1}>
                {index + 1}
              </option>
            ))}
          </select>
          <span dir="auto">{wording}</span>
        </label>
      ))}
      {tied && <p className="s danger">{t('answers.tied')}</p>}
    </div>
  )
}
