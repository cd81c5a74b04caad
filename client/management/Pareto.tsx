// Bars by frequency with their cumulative share; each bar leads to its rows.
import { Link } from '@tanstack/react-router'
import { type CSSProperties, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ManagementData } from '../generated/management.ts'
import type { ClaimsSearch } from '../shell/searches.ts'
import { Card } from './Card.tsx'
import { percent } from './figures-text.ts'
import { paretoPicture } from './pareto-picture.tsx'

type Figures = NonNullable<ManagementData['claimFigures']>

const properties = ['defect', 'stage', 'department', 'product'] as const
type Property = (typeof properties)[number]

export function Pareto({ figures, search }: { figures: Figures; search: ClaimsSearch }) {
  const { t } = useTranslation()
  const [by, setBy] = useState<Property>('defect')
  const [asTable, setAsTable] = useState(false)
  const bars = {
    defect: figures.byDefect,
    stage: figures.byStage,
    department: figures.byDepartment,
    product: figures.byProduct,
  }[by]
  const most = bars[0]?.n ?? 1
  const few = bars.find(({ cumulative }) => cumulative >= 0.8)
  const title = few
    ? t('management.paretoFinding', { few: bars.indexOf(few) + 1, of: bars.length, share: percent(few.cumulative) })
    : t('management.pareto')
  const heads = [t(`management.by.${by}`), t('management.claims'), t('management.share'), t('management.cumulative')]
  const rows = [heads, ...bars.map(({ name, n, share, cumulative }) => [name, n, percent(share), percent(cumulative)])]
  return (
    <Card
      title={title}
      measure={t('management.paretoMeasure')}
      rows={rows}
      picture={paretoPicture(title, bars, most)}
      tools={
        <button type="button" className="l s" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'common.asPicture' : 'common.asTable')}
        </button>
      }
    >
      <fieldset className="segments" aria-label={t('management.pareto')}>
        {properties.map((one) => (
          <button key={one} type="button" aria-pressed={one === by} onClick={() => setBy(one)}>
            {t(`management.by.${one}`)}
          </button>
        ))}
      </fieldset>
      {asTable ? (
        <table className="figures">
          <thead>
            <tr>
              {heads.map((head, index) => (
                <th key={head} scope="col" className={index > 0 ? 'r' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.key}>
                <th scope="row">
                  <Link className="l" to="/claims" search={{ ...search, ...drill(by, bar.key) }}>
                    {bar.name}
                  </Link>
                </th>
                <td className="r">{bar.n}</td>
                <td className="r">{percent(bar.share)}</td>
                <td className="r">{percent(bar.cumulative)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <>
          <div className="pareto-heads xs q" aria-hidden="true">
            <span>{heads[0]}</span>
            <span />
            <span className="r">{heads[1]}</span>
            <span className="r">{t('management.sum')}</span>
          </div>
          <ol className="pareto">
            {bars.map((bar) => (
              <li key={bar.key}>
                <Link to="/claims" search={{ ...search, ...drill(by, bar.key) }}>
                  <span className="ell" title={bar.name}>
                    {bar.name}
                  </span>
                  <span className="track" style={{ '--sum': bar.cumulative } as CSSProperties}>
                    <i
                      className={bar.cumulative - bar.share < 0.8 ? 'few' : 'many'}
                      style={{ width: `${(bar.n / most) * 100}%` }}
                    />
                  </span>
                  <b className="r">{bar.n}</b>
                  <span className="q r s">{percent(bar.cumulative)}</span>
                </Link>
              </li>
            ))}
          </ol>
        </>
      )}
    </Card>
  )
}

/** What the list must ask besides to show the rows of a bar. */
function drill(by: Property, key: string): ClaimsSearch {
  switch (by) {
    case 'defect':
      return { defect: key }
    case 'stage':
      return { stage: key as ClaimsSearch['stage'] }
    case 'department':
      return { responsible: key }
    case 'product':
      return { product: key }
    default:
      return by satisfies never
  }
}
